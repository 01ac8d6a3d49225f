"""Importing this module registers every tool that comes with the shop."""

from ai_service.app.tools import basket, buying, catalogue, customer, order_changes, orders, returns, shopkeeping, swaps
from ai_service.app.tools.registry import registry

__all__ = [
    "basket",
    "buying",
    "catalogue",
    "customer",
    "order_changes",
    "orders",
    "registry",
    "returns",
    "shopkeeping",
    "swaps",
]
