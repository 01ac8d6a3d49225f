"""Cards made from tool results. Made for every call of every turn, so they are plain dicts; tests hold them to their
shapes."""

from collections.abc import Callable, Mapping
from typing import Any

Json = dict[str, Any]
MOST_ROWS = 60
_PRODUCT = (
    "product_id",
    "variant_id",
    "title",
    "vendor",
    "category",
    "image",
    "price",
    "max_price",
    "availability",
    "rating",
    "variants_count",
    "url",
    "reason",
)


def card_of(kind: str | None, data: Json) -> Json | None:
    """The card of that kind for a tool's result; None for refusals and for tools that show nothing."""
    if kind is None or "error" in data:
        return None
    return CARDS[kind](data)


def card_of_effect(result: Json) -> Json | None:
    """What came of a confirmed proposal."""
    return _order(result["order"]) if "order" in result else None


def _product(item: Json) -> Json:
    return {name: item[name] for name in _PRODUCT if name in item}


def _products(data: Json) -> Json:
    items = [_product(item) for item in data["items"]]
    return {
        "type": "products",
        "total": data.get("total", len(items)),
        "did_you_mean": data.get("did_you_mean"),
        "items": items,
    }


def _one_product(data: Json) -> Json:
    return {
        "type": "product",
        "product": _product(data),
        "description": data.get("description", ""),
        "attributes": data.get("attributes", []),
        "variants": data["variants"],
        "images": data.get("images", []),
    }


def _comparison(data: Json) -> Json:
    items = data["items"]
    names = list(dict.fromkeys(name for item in items for name in item["attributes"]))[:MOST_ROWS]
    rows = [(name, [item["attributes"].get(name) for item in items]) for name in names]
    return {
        "type": "comparison",
        "items": [_product(item) for item in items],
        "rows": [{"name": name, "values": values, "differs": len(set(values)) > 1} for name, values in rows],
        "cheapest": data["cheapest"],
    }


def _cart(data: Json) -> Json:
    return {"type": "cart", **data}


def _order(data: Json) -> Json:
    return {"type": "order", "order": data}


def _orders(data: Json) -> Json:
    return {"type": "orders", "items": data["items"]}


CARDS: Mapping[str, Callable[[Json], Json]] = {
    "products": _products,
    "product": _one_product,
    "comparison": _comparison,
    "cart": _cart,
    "order": _order,
    "orders": _orders,
}
