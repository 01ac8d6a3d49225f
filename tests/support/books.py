"""The books of a whole shop, seen from outside: stock, money, orders and what was told of them."""

from collections import Counter
from typing import Any

from tests.support.open_shop import Json, Staff, soon

OPEN_PAYMENT = frozenset({"refund_pending", "unclear"})
OPEN_CHANGE = frozenset({"running", "payment_review", "settling"})


async def closed_books(staff: Staff, variants: list[str], seconds: float = 30) -> list[Json]:
    """All orders, once each has an end, no refund is on its way and no stock is held."""

    async def all_ended() -> Any:
        orders = await staff.orders()
        waiting = [
            order
            for order in orders
            if order["checkout_state"] in ("placing", "payment_review")
            or order["payment_status"] in OPEN_PAYMENT
            or any(change["state"] in OPEN_CHANGE for change in order["changes"])
            or any(each["state"] == "received" and not each["settled"] for each in order["returns"])
        ]
        held = [variant for variant in variants if (await staff.stock(variant))[1]]
        return not waiting and not held and (orders,)

    (orders,) = await soon(all_ended, seconds, "an end of every order and every hold")
    return list(orders)


async def check_books(staff: Staff, variants: list[str], orders: list[Json]) -> None:
    """On hand = initial + adjustments - sold + restocked; money in - money out = what is owed; told exactly once."""
    kept: Counter[str] = Counter()
    for order in orders:
        _check_money(order)
        if order["checkout_state"] == "placed" and order["status"] != "cancelled":
            kept.update({line["variant_id"]: line["quantity"] - line["restocked"] for line in order["lines"]})
    for variant in variants:
        pieces = await staff.ledger(variant)
        on_hand, reserved = await staff.stock(variant)
        assert (on_hand, reserved) == (pieces.total(), 0)
        assert on_hand >= 0
        assert -(pieces["sale"] + pieces["restock"]) == kept[variant], (variant, pieces, kept[variant])
    await _check_the_news(staff, orders)


def _check_money(order: Json) -> None:
    payments = [entry for entry in order["ledger"] if entry["type"] == "payment"]
    refunds = [entry for entry in order["ledger"] if entry["type"] == "refund"]
    paid = sum(entry["amount"]["amount"] for entry in payments)
    back = sum(entry["amount"]["amount"] for entry in refunds)
    assert len({entry["reference"] for entry in order["ledger"]}) == len(order["ledger"]), order
    assert back <= paid, order
    if order["checkout_state"] != "placed":
        assert paid == back, order
        return
    owed = 0 if order["status"] == "cancelled" else order["total"]["amount"] - order["refunded"]["amount"]
    assert paid - back == owed, order
    if order["status"] != "cancelled" and not order["changes"]:  # a change may pay with the one and give back the other
        assert back == order["refunded"]["amount"], order


async def _check_the_news(staff: Staff, orders: list[Json]) -> None:
    """user_service's list of what happened is made of events: each is in it once."""
    placed = sorted(order["id"] for order in orders if order["checkout_state"] == "placed")

    async def told() -> list[str]:
        rows = await staff.every("user", "/api/v1/audit-events", action="order.placed")
        return sorted(row["subject_id"] for row in rows)

    async def all_told() -> bool:
        return len(await told()) >= len(placed)

    await soon(all_told, 30, "the news of every order")
    assert await told() == placed
