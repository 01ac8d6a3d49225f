"""SQL of the audit log."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from user_service.app.audit.models import AuditEvent

_ADD = insert(cast(Table, AuditEvent.__table__))


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_ADD, row)


async def newest_first(
    session: AsyncSession,
    *,
    limit: int,
    before: str | None,
    equal: dict[str, str],
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[AuditEvent]:
    """`equal`: columns and what they are to be."""
    statement = select(AuditEvent).order_by(AuditEvent.id.desc()).limit(limit).filter_by(**equal)
    if before is not None:
        statement = statement.where(AuditEvent.id < before)
    if since is not None:
        statement = statement.where(AuditEvent.created_at >= since)
    if until is not None:
        statement = statement.where(AuditEvent.created_at < until)
    return list((await session.scalars(statement)).all())
