"""Payments and refunds on the shop's side: attempts written before the provider is called, money booked once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from common.database import current_tenant
from common.ids import new_id
from common.money import money
from order_service.app.payments import repository
from order_service.app.payments.states import CAPTURED, CREATED, DONE, PAYMENT, REFUND

Json = dict[str, Any]
ledgers_of = repository.ledgers_of
left_of = repository.left_of
payments_of = repository.payments_of
refunds_of = repository.refunds_of


async def attempt(session: AsyncSession, payment: Json) -> None:
    """Write an attempt down before the provider hears of it."""
    await repository.add_payment(session, payment)


async def note_status(session: AsyncSession, payment_id: str, status: str) -> None:
    await repository.set_payment_status(session, payment_id, status)


async def book_payment(session: AsyncSession, payment: Mapping[str, Any]) -> Json:
    """The provider has captured: the money is in the ledger. Gives the entry."""
    await repository.set_payment_status(session, payment["id"], CAPTURED)
    return await _book(session, payment, PAYMENT, payment["amount"], payment["id"])


async def open_refunds(session: AsyncSession, order_id: str, reason: str) -> list[Json]:
    """One refund per captured payment, of what it still holds: written down before any provider is asked."""
    left = await refundable(session, order_id)
    return await split_refund(session, left, sum(amount for _, amount in left), reason, None)


async def refundable(session: AsyncSession, order_id: str) -> list[tuple[Json, int]]:
    """Every captured payment that still holds something, and how much: what no refund was promised of.

    Credits took from the whole: the latest payments hold so much less, and together never more than is left.
    """
    held = await held_by_payments(session, order_id)
    credits = sum(each["amount"] for each in await repository.refunds_of(session, order_id) if not each["payment_id"])
    left = []
    for payment, amount in reversed(held):
        taken = min(credits, amount)
        credits -= taken
        left.append((payment, amount - taken))
    return [(payment, amount) for payment, amount in reversed(left) if amount > 0]


async def held_by_payments(session: AsyncSession, order_id: str) -> list[tuple[Json, int]]:
    """Every captured payment, and how much of it was not promised back to its own means."""
    promised: dict[str | None, int] = {}
    for refund in await repository.refunds_of(session, order_id):
        promised[refund["payment_id"]] = promised.get(refund["payment_id"], 0) + refund["amount"]
    payments = await repository.payments_of(session, order_id)
    return [(each, each["amount"] - promised.get(each["id"], 0)) for each in payments if each["status"] == CAPTURED]


async def split_refund(
    session: AsyncSession, left: Sequence[tuple[Json, int]], amount: int, reason: str, request_id: str | None
) -> list[Json]:
    """Promise `amount`, the first payment first: written down before any provider is asked."""
    opened = []
    for payment, most in left:
        share = min(amount, most)
        if share > 0:
            refund = {"id": new_id("ref"), "order_id": payment["order_id"], "payment_id": payment["id"]}
            refund |= {"amount": share, "currency": payment["currency"], "reason": reason, "status": CREATED}
            await repository.add_refund(session, refund | {"request_id": request_id})
            opened.append(refund)
            amount -= share
    return opened


async def add_foreign_refund(session: AsyncSession, payment: Json, refund_id: str, amount: int, reason: str) -> None:
    """Money the provider gave back without being asked by us: written down and booked."""
    refund = {"id": refund_id, "order_id": payment["order_id"], "payment_id": payment["id"], "amount": amount}
    refund |= {"currency": payment["currency"], "reason": reason, "status": CREATED, "request_id": None}
    await repository.add_refund(session, refund)
    await book_refund(session, refund, payment)


async def bring_in(session: AsyncSession, payments: Sequence[Json], refunds: Sequence[Json]) -> None:
    """Money that moved before the shop moved in: captured and given back where it is kept, here it is only booked.

    A refund without `payment_id` is a credit, and names its means itself.
    """
    known = {payment["id"]: payment for payment in payments}
    for payment in payments:
        await repository.add_payment(session, payment)
        await _book(session, payment, PAYMENT, payment["amount"], payment["id"], payment["created_at"])
    for refund in refunds:
        await repository.add_refund(session, refund)
        means = known.get(refund["payment_id"], refund)
        await _book(session, means, REFUND, refund["amount"], refund["id"], refund["created_at"])


async def book_refund(session: AsyncSession, refund: Mapping[str, Any], payment: Mapping[str, Any]) -> bool:
    """The provider has given the money back; False when that was booked before. A credit is its own `payment`."""
    if not await repository.set_refund_status(session, refund["id"], DONE):
        return False
    await _book(session, payment, REFUND, refund["amount"], refund["id"])
    return True


async def _book(
    session: AsyncSession,
    payment: Mapping[str, Any],
    kind: str,
    amount: int,
    reference: str,
    at: datetime | None = None,
) -> Json:
    entry = {
        "tenant_id": current_tenant(),
        "id": new_id("led"),
        "order_id": payment["order_id"],
        "type": kind,
        "amount": amount,
        "currency": payment["currency"],
        "method": payment["method"],
        "provider": payment["provider"],
        "payment_method_id": payment["payment_method_id"],
        "reference": reference,
        "created_at": at or utc_now(),
    }
    await repository.add_to_ledger(session, entry)
    return entry


def render_ledger(entries: Sequence[Mapping[str, Any]]) -> list[Json]:
    """The ledger as it is shown with its order."""
    return [
        {
            "id": entry["id"],
            "type": entry["type"],
            "amount": money(entry["amount"], entry["currency"]),
            "method": entry["method"],
            "provider": entry["provider"],
            "payment_method_id": entry["payment_method_id"],
            "reference": entry["reference"],
            "status": "succeeded",
            "created_at": entry["created_at"],
        }
        for entry in entries
    ]
