"""SQL of webhook endpoints."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from common.database import TENANT
from order_service.app.webhooks.models import WebhookEndpoint

_table: Any = WebhookEndpoint.__table__
_moment = _table.c.created_at.type
_this = (_table.c.tenant_id == TENANT, _table.c.id == bindparam("endpoint"))
_BY_ID = select(_table).where(*_this)
_COUNT = select(func.count()).where(_table.c.tenant_id == TENANT)
_WISHES = select(_table.c.event_types).where(_table.c.enabled.is_(True))
_LISTENING = select(_table.c.id, _table.c.event_types).where(
    _table.c.tenant_id == TENANT,
    _table.c.enabled.is_(True),
    _table.c.created_at <= bindparam("happened_at", type_=_moment),
)
_NOTE_SUCCESS = (
    update(_table)
    .where(*_this, _table.c.failing_since.is_not(None))
    .values(failing_since=None, updated_at=_table.c.updated_at)
)
_NOTE_FAILURE = (
    update(_table)
    .where(*_this, _table.c.failing_since.is_(None))
    .values(failing_since=bindparam("now", type_=_moment), updated_at=_table.c.updated_at)
)
_FAILING_SINCE = select(_table.c.failing_since).where(*_this)
_DISABLE = (
    update(_table)
    .where(*_this, _table.c.enabled.is_(True))
    .values(enabled=False, disabled_at=bindparam("now", type_=_moment), disabled_reason=bindparam("reason"))
)
Json = dict[str, Any]


async def add(session: AsyncSession, row: Json) -> None:
    await session.execute(insert(_table), row)


async def count(session: AsyncSession) -> int:
    return int(await session.scalar(_COUNT, {}) or 0)


async def find(session: AsyncSession, endpoint_id: str, *, lock: bool = False) -> Json | None:
    statement = _BY_ID.with_for_update() if lock else _BY_ID
    row = (await session.execute(statement, {"endpoint": endpoint_id})).mappings().first()
    return dict(row) if row is not None else None


async def page(session: AsyncSession, limit: int, before: str | None) -> list[Json]:
    """Newest first."""
    statement = select(_table).where(_table.c.tenant_id == TENANT)
    if before is not None:
        statement = statement.where(_table.c.id < before)
    statement = statement.order_by(_table.c.id.desc()).limit(limit)
    return [dict(row) for row in (await session.execute(statement)).mappings()]


async def change(session: AsyncSession, endpoint_id: str, changes: Json) -> None:
    statement = update(_table).where(_table.c.tenant_id == TENANT, _table.c.id == endpoint_id)
    await session.execute(statement.values(**changes, updated_at=utc_now()))


async def remove(session: AsyncSession, endpoint_id: str) -> bool:
    removed: Any = await session.execute(delete(_table).where(*_this), {"endpoint": endpoint_id})
    return bool(removed.rowcount)


async def wishes(session: AsyncSession) -> list[list[str] | None]:
    """What the enabled endpoints of all shops want to hear of."""
    return [row.event_types for row in await session.execute(_WISHES)]


async def listening(session: AsyncSession, happened_at: datetime) -> Sequence[Any]:
    """(id, event_types) of those that are enabled, and were there already."""
    return list(await session.execute(_LISTENING, {"happened_at": happened_at}))


async def note_success(session: AsyncSession, endpoint_id: str) -> None:
    await session.execute(_NOTE_SUCCESS, {"endpoint": endpoint_id})


async def note_failure(session: AsyncSession, endpoint_id: str, now: datetime) -> datetime | None:
    """Since when it has done nothing but fail."""
    await session.execute(_NOTE_FAILURE, {"endpoint": endpoint_id, "now": now})
    since: datetime | None = await session.scalar(_FAILING_SINCE, {"endpoint": endpoint_id})
    return since


async def disable(session: AsyncSession, endpoint_id: str, reason: str, now: datetime) -> bool:
    done: Any = await session.execute(_DISABLE, {"endpoint": endpoint_id, "reason": reason, "now": now})
    return bool(done.rowcount)
