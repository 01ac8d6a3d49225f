"""SQL of what staff sees and does of deliveries, and of forgetting them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, leases
from order_service.app.webhooks.models import FAILED, PENDING, WebhookAttempt, WebhookDelivery, WebhookEndpoint

_table: Any = WebhookDelivery.__table__
_attempts: Any = WebhookAttempt.__table__
_endpoints: Any = WebhookEndpoint.__table__
_moment = _table.c.created_at.type
_this = (
    _table.c.tenant_id == TENANT,
    _table.c.endpoint_id == bindparam("endpoint"),
    _table.c.id == bindparam("delivery"),
)
_BY_ID = select(_table).where(*_this)
_LOG = (
    select(_attempts)
    .where(_attempts.c.tenant_id == TENANT, _attempts.c.delivery_id == bindparam("delivery"))
    .order_by(_attempts.c.id.desc())
    .limit(100)
)
_OF_ENDPOINT = select(_table.c.tenant_id, _table.c.id).where(
    _table.c.tenant_id == TENANT, _table.c.endpoint_id == bindparam("endpoint")
)
_OLD = select(_table.c.tenant_id, _table.c.id).where(_table.c.created_at < bindparam("before", type_=_moment))
_tenants: Any = bindparam("tenants", expanding=True)  # the indexes begin with them
_some: Any = bindparam("deliveries", expanding=True)
_FORGET_ATTEMPTS = delete(_attempts).where(_attempts.c.tenant_id.in_(_tenants), _attempts.c.delivery_id.in_(_some))
_FORGET = delete(_table).where(_table.c.tenant_id.in_(_tenants), _table.c.id.in_(_some))
_DISABLED = select(_endpoints.c.tenant_id, _endpoints.c.id).where(_endpoints.c.enabled.is_(False))
_GIVE_UP = (
    update(_table)
    .where(
        _table.c.tenant_id == bindparam("tenant"),
        _table.c.endpoint_id == bindparam("endpoint"),
        leases.taken(_table.c.due_at),  # as of all that is pending: the index knows it
        _table.c.status == PENDING,
        _table.c.give_up_at <= bindparam("before", type_=_moment),
    )
    .values(status=FAILED, due_at=None, lease_until=None, ended_at=bindparam("now", type_=_moment))
)
_BATCH = 500
Json = dict[str, Any]


async def add(session: AsyncSession, row: Json) -> None:
    await session.execute(insert(_table), row)


async def find(session: AsyncSession, endpoint_id: str, delivery_id: str, *, lock: bool = False) -> Json | None:
    statement = _BY_ID.with_for_update() if lock else _BY_ID
    row = (await session.execute(statement, {"endpoint": endpoint_id, "delivery": delivery_id})).mappings().first()
    return dict(row) if row is not None else None


async def page(session: AsyncSession, endpoint_id: str, equal: Json, limit: int, before: str | None) -> list[Json]:
    """Newest first; `equal`: status, type."""
    shown = [column for column in _table.c if column.name != "data"]
    statement = select(*shown).where(_table.c.tenant_id == TENANT, _table.c.endpoint_id == endpoint_id)
    for name, value in equal.items():
        statement = statement.where(_table.c[name] == value)
    if before is not None:
        statement = statement.where(_table.c.id < before)
    statement = statement.order_by(_table.c.id.desc()).limit(limit)
    return [dict(row) for row in (await session.execute(statement)).mappings()]


async def log_of(session: AsyncSession, delivery_id: str) -> list[Json]:
    """The latest attempts, the last one first."""
    return [dict(row) for row in (await session.execute(_LOG, {"delivery": delivery_id})).mappings()]


async def change(session: AsyncSession, delivery_id: str, changes: Json) -> None:
    statement = update(_table).where(_table.c.tenant_id == TENANT, _table.c.id == delivery_id)
    await session.execute(statement.values(**changes))


async def some_of_endpoint(session: AsyncSession, endpoint_id: str) -> Sequence[Any]:
    """(tenant_id, id)."""
    return (await session.execute(_OF_ENDPOINT.limit(_BATCH), {"endpoint": endpoint_id})).all()


async def some_old(session: AsyncSession, before: datetime) -> Sequence[Any]:
    """(tenant_id, id), of all shops."""
    return (await session.execute(_OLD.order_by(_table.c.created_at).limit(_BATCH), {"before": before})).all()


async def forget(session: AsyncSession, deliveries: Sequence[Any]) -> None:
    """Of (tenant_id, id), with their attempts."""
    values = {"tenants": sorted({row.tenant_id for row in deliveries}), "deliveries": [row.id for row in deliveries]}
    await session.execute(_FORGET_ATTEMPTS, values)
    await session.execute(_FORGET, values)


async def give_up(session: AsyncSession, before: datetime, now: datetime) -> None:
    """Those of disabled endpoints, of all shops, whose time is over; nobody else looks at them."""
    when = {"before": before, "now": now}
    for tenant, endpoint in (await session.execute(_DISABLED)).all():
        await session.execute(_GIVE_UP, {"tenant": tenant, "endpoint": endpoint, **when})
