"""All SQL on reservations and restocks; a reservation's status only ever leaves `held`, by guarded updates."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, leases
from product_service.app.base import Record
from product_service.app.reservations.models import HELD, Reservation, Restock

reservations: Any = Reservation.__table__
restocks: Any = Restock.__table__

_ADD = insert(reservations)
_ADD_RESTOCK = insert(restocks)
_BY_ID = select(
    reservations.c.id,
    reservations.c.status,
    reservations.c.lines,
    reservations.c.expires_at,
    reservations.c.reference,
).where(reservations.c.tenant_id == TENANT, reservations.c.id == bindparam("key"))
_LEAVE_HELD = update(reservations).where(
    reservations.c.tenant_id == TENANT, reservations.c.id == bindparam("key"), reservations.c.status == HELD
)
_COMMIT = _LEAVE_HELD.where(reservations.c.expires_at > bindparam("now")).values(
    status=bindparam("new_status"), reference=bindparam("new_reference")
)
_END = _LEAVE_HELD.values(status=bindparam("new_status"))
_DUE = (
    select(reservations.c.tenant_id, reservations.c.id)
    .where(reservations.c.status == HELD, leases.run_out(reservations.c.expires_at))
    .order_by(reservations.c.expires_at)
    .limit(bindparam("most"))
)
_RESTOCK = select(restocks).where(restocks.c.tenant_id == TENANT, restocks.c.id == bindparam("key"))


async def find(session: AsyncSession, reservation_id: str) -> Record | None:
    return (await session.execute(_BY_ID, {"key": reservation_id})).first()


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_ADD, row)


async def commit(session: AsyncSession, reservation_id: str, status: str, reference: str, now: datetime) -> bool:
    values = {"key": reservation_id, "new_status": status, "new_reference": reference, "now": now}
    result: Any = await session.execute(_COMMIT, values)
    return bool(result.rowcount)


async def end(session: AsyncSession, reservation_id: str, status: str) -> bool:
    result: Any = await session.execute(_END, {"key": reservation_id, "new_status": status})
    return bool(result.rowcount)


async def due(session: AsyncSession, now: datetime, longest: timedelta, most: int) -> Sequence[Record]:
    """(tenant_id, id) of holds whose time is over, of all tenants."""
    return (await session.execute(_DUE, {**leases.at(now, longest), "most": most})).all()


async def add_restock(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_ADD_RESTOCK, row)


async def restock(session: AsyncSession, restock_id: str) -> Record | None:
    return (await session.execute(_RESTOCK, {"key": restock_id})).first()
