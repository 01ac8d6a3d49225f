"""SQL of cancellations."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from common.database import TENANT, leases
from order_service.app.cancellations.models import Cancellation

_table: Any = Cancellation.__table__
_lease_type = _table.c.lease_until.type
_this = (_table.c.tenant_id == TENANT, _table.c.order_id == bindparam("order"))
_BY_ORDER = select(_table).where(*_this)
_DUE = (
    select(_table.c.tenant_id, _table.c.order_id, _table.c.lease_until)
    .where(leases.run_out(_table.c.lease_until))
    .order_by(_table.c.lease_until)
    .limit(50)
)
_OPEN = select(func.count()).where(_table.c.tenant_id == TENANT, _table.c.lease_until.is_not(None))
_LEASE = (
    update(_table)
    .where(*_this, _table.c.lease_until == bindparam("seen", type_=_lease_type))
    .values(lease_until=bindparam("until", type_=_lease_type))
)
_RESTOCKED = update(_table).where(*_this).values(restocked=True, updated_at=bindparam("at", type_=_lease_type))
_DONE = update(_table).where(*_this).values(lease_until=None, updated_at=bindparam("at", type_=_lease_type))


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(insert(_table), row)


async def find(session: AsyncSession, order_id: str) -> dict[str, Any] | None:
    row = (await session.execute(_BY_ORDER, {"order": order_id})).mappings().first()
    return dict(row) if row is not None else None


async def due(session: AsyncSession, now: datetime) -> Sequence[Any]:
    """Across all shops: cancellations that nobody works on any more."""
    return (await session.execute(_DUE, leases.at(now))).all()


async def take_over(session: AsyncSession, order_id: str, seen: datetime, until: datetime) -> bool:
    result: Any = await session.execute(_LEASE, {"order": order_id, "seen": seen, "until": until})
    return bool(result.rowcount == 1)


def count_open(connection: Connection) -> int:
    return int(connection.scalar(_OPEN) or 0)


async def note_restocked(session: AsyncSession, order_id: str) -> None:
    await session.execute(_RESTOCKED, {"order": order_id, "at": utc_now()})


async def note_done(session: AsyncSession, order_id: str) -> None:
    await session.execute(_DONE, {"order": order_id, "at": utc_now()})
