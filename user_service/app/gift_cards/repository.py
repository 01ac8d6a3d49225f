"""SQL of gift cards: every amount moves by one guarded statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Select, Update, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from user_service.app.gift_cards.models import ACTIVE, CAPTURED, HELD, GiftCard, GiftCardEntry, GiftCardPayment


def add(session: AsyncSession, row: GiftCard | GiftCardPayment | GiftCardEntry) -> None:
    session.add(row)


async def by_id(session: AsyncSession, card_id: str) -> GiftCard | None:
    statement = select(GiftCard).where(GiftCard.id == card_id).execution_options(populate_existing=True)
    return (await session.scalars(statement)).one_or_none()


async def by_ids(session: AsyncSession, card_ids: Sequence[str]) -> Sequence[GiftCard]:
    return (await session.scalars(select(GiftCard).where(GiftCard.id.in_(card_ids)))).all()


async def by_code(session: AsyncSession, hashed: str) -> GiftCard | None:
    return (await session.scalars(select(GiftCard).where(GiftCard.code_hash == hashed))).one_or_none()


async def page(session: AsyncSession, *, equal: dict[str, str], before: str | None, limit: int) -> Sequence[GiftCard]:
    """Newest first; `equal`: columns and what they are to be."""
    statement = select(GiftCard).filter_by(**equal).order_by(GiftCard.id.desc()).limit(limit)
    return (await session.scalars(statement if before is None else statement.where(GiftCard.id < before))).all()


async def ledger(session: AsyncSession, card_id: str, before: str | None, limit: int) -> Sequence[GiftCardEntry]:
    """Newest first."""
    statement: Select[Any] = select(GiftCardEntry).where(GiftCardEntry.gift_card_id == card_id)
    statement = statement if before is None else statement.where(GiftCardEntry.id < before)
    return (await session.scalars(statement.order_by(GiftCardEntry.id.desc()).limit(limit))).all()


async def entry(session: AsyncSession, kind: str, reference: str) -> GiftCardEntry | None:
    statement = select(GiftCardEntry).where(GiftCardEntry.type == kind, GiftCardEntry.reference == reference)
    return (await session.scalars(statement)).one_or_none()


async def payment(session: AsyncSession, payment_id: str) -> GiftCardPayment | None:
    statement = select(GiftCardPayment).where(GiftCardPayment.id == payment_id)
    return (await session.scalars(statement.execution_options(populate_existing=True))).one_or_none()


async def claim(session: AsyncSession, card_id: str, user_id: str) -> bool:
    """False when somebody else has it."""
    free = update(GiftCard).where(GiftCard.id == card_id, GiftCard.owner_id.is_(None))
    return await _one(session, free.values(owner_id=user_id))


async def set_status(session: AsyncSession, card_id: str, status: str) -> bool:
    """False when it has this status already."""
    return await _one(
        session, update(GiftCard).where(GiftCard.id == card_id, GiftCard.status != status).values(status=status)
    )


async def reserve(session: AsyncSession, card_id: str, amount: int, currency: str, now: datetime) -> bool:
    """Promise `amount` to a payment; False when the card cannot."""
    return await _one(
        session,
        update(GiftCard)
        .where(
            GiftCard.id == card_id,
            GiftCard.status == ACTIVE,
            GiftCard.currency == currency,
            or_(GiftCard.expires_at.is_(None), GiftCard.expires_at > now),
            GiftCard.balance - GiftCard.reserved >= amount,
        )
        .values(reserved=GiftCard.reserved + amount),
    )


async def spend(session: AsyncSession, card_id: str, amount: int) -> bool:
    """What was promised is taken."""
    return await _one(
        session,
        update(GiftCard)
        .where(GiftCard.id == card_id, GiftCard.reserved >= amount)
        .values(reserved=GiftCard.reserved - amount, balance=GiftCard.balance - amount),
    )


async def free(session: AsyncSession, card_id: str, amount: int) -> bool:
    """What was promised is not needed."""
    promised = update(GiftCard).where(GiftCard.id == card_id, GiftCard.reserved >= amount)
    return await _one(session, promised.values(reserved=GiftCard.reserved - amount))


async def change_balance(session: AsyncSession, card_id: str, amount: int) -> bool:
    """Add, or take what is not promised; False when there is not so much."""
    enough = update(GiftCard).where(GiftCard.id == card_id, GiftCard.balance - GiftCard.reserved + amount >= 0)
    return await _one(session, enough.values(balance=GiftCard.balance + amount))


async def end_payment(session: AsyncSession, payment_id: str, state: str) -> bool:
    """A held payment becomes captured or voided; False when it was not held any more."""
    held = update(GiftCardPayment).where(GiftCardPayment.id == payment_id, GiftCardPayment.state == HELD)
    return await _one(session, held.values(state=state))


async def note_refunded(session: AsyncSession, payment_id: str, amount: int) -> bool:
    """False when the payment does not hold so much any more."""
    return await _one(
        session,
        update(GiftCardPayment)
        .where(
            GiftCardPayment.id == payment_id,
            GiftCardPayment.state == CAPTURED,
            GiftCardPayment.refunded + amount <= GiftCardPayment.amount,
        )
        .values(refunded=GiftCardPayment.refunded + amount),
    )


async def _one(session: AsyncSession, statement: Update) -> bool:
    result = await session.execute(statement.execution_options(synchronize_session=False))
    return cast(CursorResult[Any], result).rowcount == 1
