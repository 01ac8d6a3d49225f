"""Importing this module registers every tool that comes with the shop."""

from ai_service.app.tools import basket, buying, catalogue, customer, orders
from ai_service.app.tools.registry import registry

__all__ = ["basket", "buying", "catalogue", "customer", "orders", "registry"]
