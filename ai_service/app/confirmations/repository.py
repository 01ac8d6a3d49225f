"""The SQL of confirmations."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, case, delete, false, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.confirmations.models import Confirmation
from common.database import scoped

AnyRow = Row[*tuple[Any, ...]]
_table: Any = Confirmation.__table__
WITH_STAFF = ("awaiting_staff", "approved")
MOVED = (*WITH_STAFF, "executing", "confirmed")
# How long a decision may wait for its turn to begin before nobody waits for it any more.
SPEAKS_WITHIN = timedelta(seconds=90)


async def insert_proposal(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(insert(_table), row)


async def own_confirmation(
    session: AsyncSession, subject_id: str, conversation_id: str, confirmation_id: str
) -> AnyRow | None:
    """Locked until the transaction ends."""
    columns = _table.c
    mine = and_(columns.conversation_id == conversation_id, columns.subject_id == subject_id)
    statement = select(*columns).where(columns.id == confirmation_id, mine).with_for_update()
    return (await session.execute(scoped(statement, Confirmation))).first()


async def by_id(session: AsyncSession, confirmation_id: str) -> AnyRow | None:
    """Anybody's, locked until the transaction ends."""
    statement = select(*_table.c).where(_table.c.id == confirmation_id).with_for_update()
    return (await session.execute(scoped(statement, Confirmation))).first()


async def moved(session: AsyncSession, row: AnyRow, tools: Sequence[str], since: datetime) -> tuple[int, int]:
    """What this shopper has confirmed before, in the currency of this one: for its order, and since then."""
    columns = _table.c
    of_order = columns.order_id == row.order_id if row.order_id is not None else false()
    of_day = columns.confirmed_at >= since
    sums = (func.coalesce(func.sum(case((wanted, columns.amount), else_=0)), 0) for wanted in (of_order, of_day))
    same = and_(columns.subject_id == row.subject_id, columns.currency == row.currency, columns.tool.in_(tools))
    statement = select(*sums).where(same, columns.status.in_(MOVED), columns.id != row.id)
    order_total, day_total = (await session.execute(scoped(statement, Confirmation))).one()
    return int(order_total), int(day_total)


async def of_conversation(session: AsyncSession, conversation_id: str) -> Sequence[AnyRow]:
    statement = select(*_table.c).where(_table.c.conversation_id == conversation_id)
    return (await session.execute(scoped(statement.order_by(_table.c.id), Confirmation))).all()


async def change(session: AsyncSession, confirmation_id: str, expected: Sequence[str], **values: Any) -> bool:
    """Whether the row was still in one of the expected states."""
    statement = update(_table).where(_table.c.id == confirmation_id, _table.c.status.in_(expected)).values(**values)
    changed: Any = await session.execute(scoped(statement, Confirmation))
    return bool(changed.rowcount)


async def something_is_open(session: AsyncSession, conversation_id: str, now: datetime) -> bool:
    """Whether events of this conversation may still come: a proposal waits, or a decision was not yet spoken about."""
    columns = _table.c
    undecided = and_(columns.status == "pending", columns.expires_at > now)
    unspoken = and_(
        columns.spoken.is_(False),
        or_(columns.status.in_(("executing", *WITH_STAFF)), columns.decided_at > now - SPEAKS_WITHIN),
    )
    statement = select(columns.id).where(columns.conversation_id == conversation_id, or_(undecided, unspoken)).limit(1)
    return (await session.execute(scoped(statement, Confirmation))).first() is not None


async def open_conversations(session: AsyncSession, now: datetime, most: int) -> Sequence[str]:
    """Where a proposal waits to be decided."""
    columns = _table.c
    statement = select(columns.conversation_id).where(columns.status == "pending", columns.expires_at > now)
    return (await session.execute(scoped(statement.distinct().limit(most), Confirmation))).scalars().all()


async def change_owner(session: AsyncSession, guest_id: str, user_id: str) -> None:
    statement = update(_table).where(_table.c.subject_id == guest_id).values(subject_id=user_id)
    await session.execute(scoped(statement, Confirmation))


async def delete_of_conversation(session: AsyncSession, conversation_id: str) -> None:
    """Proposals that were never decided go with the conversation; decisions are kept with the audit."""
    statement = delete(_table).where(_table.c.conversation_id == conversation_id, _table.c.status == "pending")
    await session.execute(scoped(statement, Confirmation))
