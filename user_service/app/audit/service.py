"""Recording and reading the audit log."""

import csv
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from typing import Any

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, current_tenant
from common.pagination import Page, decode_cursor, encode_cursor
from common.spreadsheets import shielded
from user_service.app.audit import repository, schemas

COLUMNS = ("created_at", "service", "actor_id", "action", "subject_id", "network_address", "detail", "id")
_ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class AuditFilter:
    """`equal`: action, actor_id, subject_id, service, as far as they are given."""

    equal: dict[str, str]
    since: datetime | None = None
    until: datetime | None = None


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

    async def page(self, limit: int, cursor: str | None, wanted: AuditFilter) -> Page[schemas.AuditEvent]:
        before = decode_cursor(cursor, (str,))[0] if cursor else None
        items = await self._read(limit + 1, before, wanted)
        more = len(items) > limit
        return Page(items=items[:limit], next_cursor=encode_cursor(items[limit - 1].id) if more else None)

    async def export(self, wanted: AuditFilter) -> AsyncIterator[str]:
        """The rows as CSV, page by page; the last day first."""
        yield _csv([COLUMNS])
        before: str | None = None
        while items := await self._read(_ROWS_AT_ONCE, before, wanted):
            yield _csv(_cells(item) for item in items)
            before = items[-1].id

    async def _read(self, limit: int, before: str | None, wanted: AuditFilter) -> list[schemas.AuditEvent]:
        async with self.database.reading() as session:
            rows = await repository.newest_first(
                session, limit=limit, before=before, equal=wanted.equal, since=wanted.since, until=wanted.until
            )
        return [schemas.AuditEvent.model_validate(row) for row in rows]


def _cells(item: schemas.AuditEvent) -> list[str]:
    values = item.model_dump(mode="json") | {"detail": orjson.dumps(item.detail).decode()}
    return [shielded("" if values[name] is None else str(values[name])) for name in COLUMNS]


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
