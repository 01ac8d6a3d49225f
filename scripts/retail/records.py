"""What the API says, written as the files write it, so that both can be compared field by field."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Json = dict[str, Any]
_SOURCES = {"card": "credit_card", "paypal": "paypal", "gift_card": "gift_card"}
_ADDRESS = ("address1", "address2", "city", "state", "zip", "country")
_REQUESTED = "requested"
_ABSENT = "nothing"


def differences(expected: Json, told: Json) -> Iterator[str]:
    """One sentence for each field that is not as it must be."""
    expected = _comparable(expected)
    for name in sorted(expected.keys() | told.keys()):
        wanted, found = expected.get(name, _ABSENT), told.get(name, _ABSENT)
        if wanted != found:
            yield f"{name} must be {wanted}, is {found}"


def order_record(order: Json) -> Json:
    """As in orders.json, with cents; what was only asked for so far is there under the names of the cases."""
    variants = {line["id"]: line["variant_id"] for line in order["lines"]}
    return {
        "order_id": order["id"],
        "user_id": order["customer_id"],
        "address": _address(order["address"]),
        "items": [_item(line) for line in order["lines"] for _ in range(line["quantity"])],
        "fulfillments": _parcels(
            {
                "tracking_id": (parcel["tracking_number"] or "").split(", "),
                "item_ids": [variants[one["line_id"]] for one in parcel["lines"] for _ in range(one["quantity"])],
            }
            for parcel in order["fulfilments"]
        ),
        "status": order["status"],
        "payment_history": [
            {
                "transaction_type": moved["type"],
                "amount": moved["amount"]["amount"],
                "payment_method_id": moved["payment_method_id"],
            }
            for moved in order["ledger"]
        ],
        **({"cancel_reason": order["cancel_reason"]} if order["cancel_reason"] else {}),
        **_asked_back(order),
        **_asked_for(order),
    }


def user_record(user: Json, addresses: list[Json], methods: list[Json], order_ids: list[str]) -> Json:
    """As in users.json, with cents."""
    home = next(address for address in addresses if address["is_default"])
    return {
        "name": {name: user[name] for name in ("first_name", "last_name")},
        "address": _address(home),
        "email": user["email"],
        "payment_methods": {method["id"]: _method(method) for method in methods},
        "orders": sorted(order_ids),
    }


def _comparable(record: Json) -> Json:
    """Cents instead of amounts, and one order where the files' has no meaning."""
    made: Json = _in_cents(record)
    if "fulfillments" in made:
        made["fulfillments"] = _parcels(made["fulfillments"])
    if "orders" in made:
        made["orders"] = sorted(made["orders"])
    return made


def _in_cents(value: Any) -> Any:
    """What is finer than a cent (52.029999999999745) came of floats."""
    if isinstance(value, Decimal):
        return int(value.scaleb(2).quantize(Decimal(1), ROUND_HALF_UP))
    if isinstance(value, dict):
        return {name: _in_cents(each) for name, each in value.items()}
    return [_in_cents(each) for each in value] if isinstance(value, list) else value


def _parcels(parcels: Any) -> list[Json]:
    sorted_within = [{"tracking_id": one["tracking_id"], "item_ids": sorted(one["item_ids"])} for one in parcels]
    return sorted(sorted_within, key=lambda one: (one["tracking_id"], one["item_ids"]))


def _address(address: Json) -> Json:
    return {name: address.get(name) or "" for name in _ADDRESS}


def _item(line: Json) -> Json:
    return {
        "name": line["title"],
        "product_id": line["product_id"],
        "item_id": line["variant_id"],
        "price": line["unit_price"]["amount"],
        "options": line["options"],
    }


def _method(method: Json) -> Json:
    made = {"source": _SOURCES[method["type"]], "id": method["id"]}
    if method["balance"] is not None:
        return made | {"balance": method["balance"]["amount"]}
    known = {"brand": method["brand"], "last_four": method["last4"]}
    return made | {name: value for name, value in known.items() if value}


def _asked_back(order: Json) -> Json:
    for request in order["returns"]:
        if request["state"] == _REQUESTED:
            pieces = [line["variant_id"] for line in request["lines"] for _ in range(line["quantity"])]
            return {"return_items": sorted(pieces), "return_payment_method_id": request["refund_to"]}
    return {}


def _asked_for(order: Json) -> Json:
    for request in order["exchanges"]:
        if request["state"] == _REQUESTED:
            return {
                "exchange_items": sorted(swap["from_variant_id"] for swap in request["swaps"]),
                "exchange_new_items": sorted(swap["to_variant_id"] for swap in request["swaps"]),
                "exchange_payment_method_id": request["payment_method_id"],
                "exchange_price_difference": request["difference"]["amount"],
            }
    return {}
