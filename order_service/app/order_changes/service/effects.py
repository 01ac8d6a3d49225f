"""What a change makes of its order, in the transaction that ends it: rows, debts, news, audit, a mail."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.events import publish
from common.money import money
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import COMPLETED, EXCHANGE, ITEMS, PAYMENT, REQUESTED
from order_service.app.after_sales.swaps import swapped
from order_service.app.audit import service as audit
from order_service.app.mails import service as mails
from order_service.app.orders import changing as orders_changing
from order_service.app.orders import service as orders
from order_service.app.orders.states import DELIVERED
from order_service.app.payments import credits
from order_service.app.payments import service as payments

Json = dict[str, Any]
Row = Mapping[str, Any]
_NEWS = {
    PAYMENT: ("order.payment_changed", mails.PAYMENT_CHANGED),
    ITEMS: ("order.items_changed", mails.ITEMS_CHANGED),
    EXCHANGE: ("order.exchange_completed", mails.EXCHANGE_COMPLETED),
}


async def of(session: AsyncSession, order: Row, change: Row, payment: Row | None, now: datetime) -> None:
    """The caller holds the order's lock, and the new payment is booked."""
    if change["kind"] == PAYMENT:
        await _give_back_the_old_payment(session, order, change, payment)
    else:
        await _swap(session, order, change, now)
    event, mail = _NEWS[change["kind"]]
    named = {"order_id": order["id"], "change_id": change["id"], "customer_id": order["customer_id"]}
    difference = money(change["difference"], order["currency"])
    news = named | {"number": order["number"], "difference": difference, "swaps": after_sales.told(change["swaps"])}
    await publish(session, event, order["id"], news)
    detail = {"change": change["id"], "difference": change["difference"], "method": change["method"]}
    await audit.record(session, event, actor_id=change["actor_id"], subject_id=order["id"], **detail)
    await mails.queue(session, order["id"], mail, about=change["id"])


async def _give_back_the_old_payment(session: AsyncSession, order: Row, change: Row, payment: Row | None) -> None:
    new = payment["id"] if payment is not None else None
    old = [(each, left) for each, left in await payments.refundable(session, order["id"]) if each["id"] != new]
    await payments.split_refund(session, old, order["total"], "paid in another way", change["id"])


async def _swap(session: AsyncSession, order: Row, change: Row, now: datetime) -> None:
    exchanged = change["kind"] == EXCHANGE
    lines = await orders.lines_of(session, order["id"])
    after = swapped(order, lines, change["swaps"], sent=exchanged)
    await orders_changing.set_items(session, order["id"], after.changed, after.added, after.totals, now)
    if change["difference"] < 0:
        reason = "exchanged" if exchanged else "items changed"
        await credits.promise(session, order, change, -change["difference"], reason, change["id"])
    if not exchanged:
        await orders_changing.note_modified(session, order["id"], now)
        return
    await orders_changing.set_status(session, order["id"], DELIVERED, now)
    decided = {"state": COMPLETED, "decided_by": change["actor_id"], "decided_at": now, "updated_at": now}
    await after_sales.exchanges.move(session, change["exchange_id"], (REQUESTED,), **decided)
