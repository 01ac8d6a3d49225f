"""On which occasion a turn ends: what was shown last decides what the shopper may want to say next."""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]


def occasion(events: Sequence[tuple[str, Json]], turn_number: int) -> str:
    """A key of the texts' suggestions; empty where there is nothing natural to suggest."""
    for name, data in reversed(events):
        if name == "confirmation.required":
            return ""
        if name == "citation":
            return "citation"
        if name == "tool.result":
            return _after(data["card"]) if data["card"] else ""
    return "begun" if turn_number == 1 else ""


def _after(card: Json) -> str:
    kind, items = str(card["type"]), card.get("items", ())
    if kind == "products" and len(items) < 2:
        return "only_product" if items else ""
    if kind == "cart" and not items:
        return "empty_cart"
    if kind == "orders" and not items:
        return ""
    return kind
