"""SQL of the audit log."""

from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.audit.models import AuditEvent

_ADD = insert(AuditEvent.__table__)  # type: ignore[arg-type]


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_ADD, row)
