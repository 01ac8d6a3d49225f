"""SQL of refund requests: what the staff decided to give back."""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from common.database import TENANT, leases
from order_service.app.payments.models import Refund, RefundRequest

_table: Any = RefundRequest.__table__
_refunds: Any = Refund.__table__
_moment = _table.c.lease_until.type
_at = bindparam("at", type_=_moment)
_this = (_table.c.tenant_id == TENANT, _table.c.id == bindparam("request"))
_BY_ID = select(_table).where(*_this)
_BY_KEY = select(_table).where(
    _table.c.tenant_id == TENANT, _table.c.order_id == bindparam("order"), _table.c.request_key == bindparam("key")
)
# not sorted: SQLite would walk all of the shop's requests in that order to find these
_OF_ORDERS = select(_table).where(
    _table.c.tenant_id == TENANT, _table.c.order_id.in_(bindparam("orders", expanding=True))
)
_REFUNDS = select(_refunds).where(
    _refunds.c.tenant_id == TENANT,
    _refunds.c.order_id == bindparam("order"),
    _refunds.c.request_id == bindparam("request"),
)
_DUE = (
    select(_table.c.tenant_id, _table.c.id, _table.c.lease_until)
    .where(leases.run_out(_table.c.lease_until))
    .order_by(_table.c.lease_until)
    .limit(50)
)
_OPEN = select(func.count()).where(_table.c.tenant_id == TENANT, _table.c.lease_until.is_not(None))
_LEASE = (
    update(_table)
    .where(*_this, _table.c.lease_until == bindparam("seen", type_=_moment))
    .values(lease_until=bindparam("until", type_=_moment))
)
_RESTOCKED = update(_table).where(*_this).values(restocked=True, updated_at=_at)
_DONE = update(_table).where(*_this).values(lease_until=None, updated_at=_at)
Json = dict[str, Any]


async def add(session: AsyncSession, row: Json) -> None:
    await session.execute(insert(_table), row)


async def find(session: AsyncSession, request_id: str) -> Json | None:
    row = (await session.execute(_BY_ID, {"request": request_id})).mappings().first()
    return dict(row) if row is not None else None


async def by_key(session: AsyncSession, order_id: str, request_key: str) -> Json | None:
    row = (await session.execute(_BY_KEY, {"order": order_id, "key": request_key})).mappings().first()
    return dict(row) if row is not None else None


async def of_orders(session: AsyncSession, order_ids: Sequence[str]) -> dict[str, list[Json]]:
    """The requests of several orders at once, by order, in the order they were made."""
    found: dict[str, list[Json]] = {order_id: [] for order_id in order_ids}
    rows = (await session.execute(_OF_ORDERS, {"orders": list(order_ids)})).mappings()
    for row in sorted(rows, key=itemgetter("id")):
        found[row["order_id"]].append(dict(row))
    return found


async def refunds_of(session: AsyncSession, order_id: str, request_id: str) -> list[Json]:
    """What was promised for a request (or a change, or a return) of this order."""
    asked = {"order": order_id, "request": request_id}
    return [dict(row) for row in (await session.execute(_REFUNDS, asked)).mappings()]


async def due(session: AsyncSession, now: datetime) -> Sequence[Any]:
    """Across all shops: requests that nobody works on any more."""
    return (await session.execute(_DUE, leases.at(now))).all()


async def take_over(session: AsyncSession, request_id: str, seen: datetime, until: datetime) -> bool:
    result: Any = await session.execute(_LEASE, {"request": request_id, "seen": seen, "until": until})
    return bool(result.rowcount == 1)


def count_open(connection: Connection) -> int:
    """How many are still on their way, for a connection away from the event loop."""
    return int(connection.scalar(_OPEN) or 0)


async def note_restocked(session: AsyncSession, request_id: str) -> None:
    await session.execute(_RESTOCKED, {"request": request_id, "at": utc_now()})


async def note_done(session: AsyncSession, request_id: str) -> None:
    await session.execute(_DONE, {"request": request_id, "at": utc_now()})


def render(request: Json) -> Json:
    """A request as it is shown with its order."""
    return {
        "id": request["id"],
        "amount": {"amount": request["amount"], "currency": request["currency"]},
        "reason": request["reason"],
        "lines": [{"line_id": line["line_id"], "quantity": line["quantity"]} for line in request["lines"]],
        "status": "pending" if request["lease_until"] is not None else "done",
        "created_at": request["created_at"],
    }
