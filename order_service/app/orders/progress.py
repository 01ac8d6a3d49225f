"""How an order moves on. Each function belongs into the caller's transaction and is False when a rival was first."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam
from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.orders import numbers, repository
from order_service.app.orders.errors import NoSuchOrder
from order_service.app.orders.models import Order
from order_service.app.orders.repository import UNFINISHED, guarded, move
from order_service.app.orders.states import (
    CANCELLED,
    DELIVERED,
    FULFILLED,
    PAID,
    PARTIALLY_FULFILLED,
    PARTIALLY_REFUNDED,
    PAYMENT_REVIEW,
    PENDING,
    PLACED,
    PROCESSED,
    REFUND_PENDING,
    REFUNDED,
    REFUSED,
    SENDABLE,
    UNCLEAR,
    UNFULFILLED,
)
from order_service.app.payments import service as payments
from order_service.app.payments.states import DONE

_orders: Any = Order.__table__
_LEASE = guarded(
    and_(UNFINISHED, _orders.c.lease_until == bindparam("new_seen", type_=_orders.c.lease_until.type)), "lease_until"
)
_DECIDE = guarded(and_(UNFINISHED, _orders.c.refusal.is_(None)), "refusal")
_REVIEW = guarded(UNFINISHED, "checkout_state", "payment_status", "lease_until")
_PLACE = guarded(
    and_(UNFINISHED, _orders.c.refusal.is_(None)),
    *("checkout_state", "status", "payment_status", "number", "placed_at", "lease_until"),
)
_REFUSE = guarded(
    UNFINISHED, "checkout_state", "status", "payment_status", "refusal", "standing_cart_id", "lease_until"
)
_CANCEL = guarded(_orders.c.checkout_state == PLACED, *("status", "payment_status", "cancel_reason", "cancelled_at"))
_SETTLED = guarded(_orders.c.payment_status == REFUND_PENDING, "payment_status")
_REFUND = guarded(_orders.c.checkout_state == PLACED, "payment_status")
_SEND = guarded(_orders.c.status.in_(SENDABLE), "fulfilment_status", "status")
_DELIVER = guarded(_orders.c.status == PROCESSED, "status", "return_until")


async def record(session: AsyncSession, order: dict[str, Any], lines: list[dict[str, Any]]) -> None:
    """A new order, with everything in it frozen."""
    await repository.add(session, order, lines)


async def due(session: AsyncSession, now: datetime) -> Sequence[Any]:
    """(tenant_id, id, lease_until) of orders left in the middle of their checkout, in all shops."""
    return await repository.due(session, now)


async def take_over(session: AsyncSession, order_id: str, seen: datetime, until: datetime, at: datetime) -> bool:
    """Take the lease from whoever let it run out, or renew one's own."""
    return await move(session, _LEASE, order_id, at, seen=seen, lease_until=until)


async def decide_refusal(session: AsyncSession, order_id: str, refusal: dict[str, Any], at: datetime) -> bool:
    """From here on everything is undone; the reason stays."""
    return await move(session, _DECIDE, order_id, at, refusal=refusal)


async def review(session: AsyncSession, order_id: str, next_look: datetime, at: datetime) -> bool:
    """Nobody knows what became of the payment: staff can see it, the question is asked again."""
    return await move(
        session,
        _REVIEW,
        order_id,
        at,
        checkout_state=PAYMENT_REVIEW,
        payment_status=UNCLEAR,
        lease_until=next_look,
    )


async def place(session: AsyncSession, order_id: str, number: str | None, at: datetime) -> str | None:
    """The deal is done: the order gets its number, the next if it has none yet; None when a rival ended it before."""
    number = number or await numbers.next_number(session)
    placed = await move(
        session,
        _PLACE,
        order_id,
        at,
        checkout_state=PLACED,
        status=PENDING,
        payment_status=PAID,
        number=number,
        placed_at=at,
        lease_until=None,
    )
    return number if placed else None


async def refuse(
    session: AsyncSession, order_id: str, refusal: dict[str, Any], payment_status: str, at: datetime
) -> bool:
    """There is no deal; the cart is free for another try."""
    return await move(
        session,
        _REFUSE,
        order_id,
        at,
        checkout_state=REFUSED,
        status=REFUSED,
        payment_status=payment_status,
        refusal=refusal,
        standing_cart_id=None,
        lease_until=None,
    )


async def cancel(session: AsyncSession, order_id: str, reason: str, at: datetime) -> bool:
    """The caller holds the order's lock and has asked whether it may be cancelled (actions.CANCELLATION)."""
    return await move(
        session,
        _CANCEL,
        order_id,
        at,
        status=CANCELLED,
        payment_status=REFUND_PENDING,
        cancel_reason=reason,
        cancelled_at=at,
    )


async def locked(session: AsyncSession, order_id: str) -> dict[str, Any]:
    """The order, which nobody else changes before this transaction ends; NoSuchOrder."""
    order = await repository.locked(session, order_id)
    if order is None:
        raise NoSuchOrder
    return order


async def refund_begun(session: AsyncSession, order_id: str, at: datetime) -> bool:
    """Money is on its way back."""
    return await move(session, _REFUND, order_id, at, payment_status=REFUND_PENDING)


async def note_refunded(session: AsyncSession, order_id: str, amount: int, at: datetime) -> None:
    """So much more was given back."""
    await repository.note_refunded(session, order_id, amount, at)


async def settle_payment(session: AsyncSession, order_id: str, at: datetime) -> None:
    """Once nothing is on its way any more: all that was paid is given back, or a part of it."""
    order = await locked(session, order_id)
    if any(refund["status"] != DONE for refund in await payments.refunds_of(session, order_id)):
        return
    status = REFUNDED if order["refunded"] >= order["total"] else PARTIALLY_REFUNDED
    await move(session, _SETTLED, order_id, at, payment_status=status)


async def note_sent(
    session: AsyncSession, order: Mapping[str, Any], lines: Sequence[Mapping[str, Any]], at: datetime
) -> str:
    """Something was sent, or never will be: processed once nothing is left to send. Gives the order's status."""
    left = any(line["quantity"] > line["fulfilled"] + line["withdrawn"] for line in lines)
    sent = any(line["fulfilled"] for line in lines)
    state = (PARTIALLY_FULFILLED if left else FULFILLED) if sent else UNFULFILLED
    status = PROCESSED if state == FULFILLED else str(order["status"])
    await move(session, _SEND, order["id"], at, fulfilment_status=state, status=status)
    return status


async def delivered(session: AsyncSession, order_id: str, return_until: datetime, at: datetime) -> bool:
    """All of it arrived; it may be sent back until then."""
    return await move(session, _DELIVER, order_id, at, status=DELIVERED, return_until=return_until)


async def hand_over(session: AsyncSession, guest_id: str, user_id: str) -> None:
    """The guest signed in: the guest's orders are the user's."""
    await repository.hand_over(session, guest_id, user_id)
