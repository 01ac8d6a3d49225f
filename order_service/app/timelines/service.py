"""An order's timeline, derived from the rows that things left behind when they happened."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from common.database import Database
from common.money import money
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import ADDRESS, COMPLETED, EXCHANGE, ITEMS
from order_service.app.after_sales.states import PAYMENT as PAYMENT_CHANGE
from order_service.app.cancellations import service as cancellations
from order_service.app.orders import fulfilments
from order_service.app.orders import service as orders
from order_service.app.orders.states import PAYMENT_REVIEW, REFUSED
from order_service.app.payments import refund_requests
from order_service.app.payments import service as payments
from order_service.app.payments.states import PAYMENT

Json = dict[str, Any]
Row = Mapping[str, Any]
_CHANGED = {
    ADDRESS: "address_changed",
    PAYMENT_CHANGE: "payment_changed",
    ITEMS: "items_changed",
    EXCHANGE: "exchange_completed",
}
CUSTOMER, STAFF, SHOP = "customer", "staff", "shop"


class TimelineService:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, caller: Caller, order_id: str) -> Json:
        """{items}, the earliest first; names of actors are for the staff."""
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, order_id)
            ledger = (await payments.ledgers_of(session, [order_id]))[order_id]
            parcels = (await fulfilments.of_orders(session, [order_id]))[order_id]
            requests = (await refund_requests.of_orders(session, [order_id]))[order_id]
            asked = [(await rows.of_orders(session, [order_id]))[order_id] for rows in after_sales.ASKED]
            cancellation = await cancellations.cancellation_of(session, order_id)
        events = [
            *_order(order, cancellation),
            *_money(ledger),
            *_parcels(parcels),
            *_requests(requests),
            *_after_sales(*asked),
        ]
        named = caller.may(orders.READ_ALL)
        return {"items": [_shown(event, named) for event in sorted(events, key=lambda event: event["at"])]}


def _order(order: Row, cancellation: Row | None) -> Iterator[Json]:
    buyer = {"kind": CUSTOMER, "id": order["customer_id"]}
    total = money(order["total"], order["currency"])
    yield {"type": "created", "at": order["created_at"], "actor": buyer, "amount": total}
    if order["placed_at"] is not None:
        yield {"type": "placed", "at": order["placed_at"], "actor": buyer, "amount": total}
    elif order["checkout_state"] == REFUSED:
        yield {"type": "refused", "at": order["updated_at"], "actor": _shop(), "reason": order["refusal"]["code"]}
    elif order["checkout_state"] == PAYMENT_REVIEW:
        yield {"type": "payment_review", "at": order["updated_at"], "actor": _shop()}
    if cancellation is not None:
        actor = {"kind": STAFF if cancellation["by_staff"] else CUSTOMER, "id": cancellation["actor_id"]}
        reason = cancellation["reason"]
        yield {"type": "cancelled", "at": order["cancelled_at"], "actor": actor, "reason": reason}


def _money(ledger: Sequence[Row]) -> Iterator[Json]:
    for entry in ledger:
        yield {
            "type": "paid" if entry["type"] == PAYMENT else "refunded",
            "at": entry["created_at"],
            "actor": _shop(),
            "amount": money(entry["amount"], entry["currency"]),
            "reference": entry["reference"],
        }


def _parcels(parcels: Sequence[Row]) -> Iterator[Json]:
    for parcel in parcels:
        actor = {"kind": STAFF, "id": parcel["actor_id"]}
        named = {name: parcel[name] for name in ("carrier", "tracking_number")}
        yield {"type": "shipped", "at": parcel["shipped_at"], "actor": actor, "reference": parcel["id"], **named}
        if parcel["delivered_at"] is not None:
            yield {"type": "delivered", "at": parcel["delivered_at"], "actor": _shop(), "reference": parcel["id"]}


def _requests(requests: Sequence[Row]) -> Iterator[Json]:
    for request in requests:
        yield {
            "type": "refund_decided",
            "at": request["created_at"],
            "actor": {"kind": STAFF, "id": request["actor_id"]},
            "amount": money(request["amount"], request["currency"]),
            "reference": request["id"],
            "reason": request["reason"],
        }


def _after_sales(changes: Sequence[Row], returns: Sequence[Row], exchanges: Sequence[Row]) -> Iterator[Json]:
    """An exchange is completed by a change of the order, at the moment that was made."""
    for change in changes:
        if change["made_at"] is not None:
            yield _done(change, _CHANGED[change["kind"]], change["made_at"], change["difference"])
    for kind, rows, amount in (("return", returns, "amount"), ("exchange", exchanges, "difference")):
        for row in rows:
            yield _done(row, f"{kind}_requested", row["created_at"], row[amount])
            if row["decided_at"] is not None and row["state"] != COMPLETED:
                by_staff = dict(row) | {"by_staff": True, "actor_id": row["decided_by"]}
                yield _done(by_staff, f"{kind}_{row['state']}", row["decided_at"], None) | {"reason": row["reason"]}


def _done(row: Row, kind: str, at: datetime, amount: int | None) -> Json:
    actor = {"kind": STAFF if row["by_staff"] else CUSTOMER, "id": row["actor_id"]}
    worth = {"amount": money(amount, row["currency"])} if amount else {}
    return {"type": kind, "at": at, "actor": actor, "reference": row["id"], **worth}


def _shop() -> Json:
    return {"kind": SHOP, "id": None}


def _shown(event: Json, named: bool) -> Json:
    every = {"amount": None, "reference": None, "reason": None, "carrier": None, "tracking_number": None}
    actor = event["actor"] if named else event["actor"] | {"id": None}
    return every | event | {"actor": actor}
