"""The SQL of approvals."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, false, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.approvals.models import Approval
from common.database import scoped

AnyRow = Row[*tuple[Any, ...]]
_table: Any = Approval.__table__


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(insert(_table), row)


async def by_id(session: AsyncSession, approval_id: str, *, locked: bool = False) -> AnyRow | None:
    statement = select(*_table.c).where(_table.c.id == approval_id)
    if locked:
        statement = statement.with_for_update()
    return (await session.execute(scoped(statement, Approval))).first()


async def page(session: AsyncSession, status: str, now: datetime, before: str | None, limit: int) -> Sequence[AnyRow]:
    """Newest first; a pending one whose time is over counts as expired."""
    statement = select(*_table.c).where(_in_status(status, now))
    if before is not None:
        statement = statement.where(_table.c.id < before)
    return (await session.execute(scoped(statement.order_by(_table.c.id.desc()).limit(limit), Approval))).all()


async def count(session: AsyncSession, status: str, now: datetime) -> int:
    statement = select(func.count()).select_from(_table).where(_in_status(status, now))
    return int((await session.execute(scoped(statement, Approval))).scalar() or 0)


def _in_status(status: str, now: datetime) -> Any:
    columns = _table.c
    if status == "pending":
        return and_(columns.status == "pending", columns.expires_at > now)
    late = and_(columns.status == "pending", columns.expires_at <= now)
    return or_(columns.status == status, late) if status == "expired" else columns.status == status


async def change(session: AsyncSession, approval_id: str, expected: str, **values: Any) -> bool:
    """Whether the row was still in the expected state."""
    statement = update(_table).where(_table.c.id == approval_id, _table.c.status == expected).values(**values)
    changed: Any = await session.execute(scoped(statement, Approval))
    return bool(changed.rowcount)


async def unsettled(session: AsyncSession, now: datetime, most: int) -> Sequence[AnyRow]:
    """Of all shops, the oldest first: decided and not finished, or too late to be decided. In the system scope."""
    columns = _table.c
    due = or_(columns.status != "pending", columns.expires_at <= now)
    statement = select(*columns).where(columns.settled == false(), due).order_by(columns.created_at).limit(most)
    return (await session.execute(statement)).all()


async def change_owner(session: AsyncSession, guest_id: str, user_id: str) -> None:
    statement = update(_table).where(_table.c.subject_id == guest_id).values(subject_id=user_id)
    await session.execute(scoped(statement, Approval))
