"""Recording and reading the audit log."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, current_tenant
from common.pagination import Page, decode_cursor, encode_cursor
from user_service.app.audit import repository, schemas


@dataclass(frozen=True)
class AuditLog:
    database: Database

    async def record(
        self,
        session: AsyncSession,
        action: str,
        *,
        actor_id: str | None,
        subject_id: str | None = None,
        network_address: str | None = None,
        **detail: Any,
    ) -> None:
        """Add a row in the transaction of the effect it tells of; `detail` never holds secrets."""
        row = {"action": action, "actor_id": actor_id, "subject_id": subject_id, "network_address": network_address}
        await repository.add(session, {**row, "tenant_id": current_tenant(), "detail": detail})

    async def page(
        self, limit: int, cursor: str | None, *, action: str | None = None, subject_id: str | None = None
    ) -> Page[schemas.AuditEvent]:
        before = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self.database.reading() as session:
            rows = await repository.newest_first(
                session, limit=limit + 1, before=before, action=action, subject_id=subject_id
            )
        items = [schemas.AuditEvent.model_validate(row) for row in rows[:limit]]
        return Page(items=items, next_cursor=encode_cursor(items[-1].id) if len(rows) > limit else None)
