"""SQL of the audit log."""

from typing import Any, cast

from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from user_service.app.audit.models import AuditEvent


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(insert(cast(Table, AuditEvent.__table__)).values(row))


async def newest_first(
    session: AsyncSession, *, limit: int, before: str | None, action: str | None, subject_id: str | None
) -> list[AuditEvent]:
    statement = select(AuditEvent).order_by(AuditEvent.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(AuditEvent.id < before)
    if action is not None:
        statement = statement.where(AuditEvent.action == action)
    if subject_id is not None:
        statement = statement.where(AuditEvent.subject_id == subject_id)
    return list((await session.scalars(statement)).all())
