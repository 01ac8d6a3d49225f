"""SQL of parcels and of what became of an order's pieces; the caller holds the order's lock."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from order_service.app.orders.models import Fulfilment, OrderLine

_parcels: Any = Fulfilment.__table__
_lines: Any = OrderLine.__table__
_OF_ORDERS = (
    select(_parcels)
    .where(_parcels.c.tenant_id == TENANT, _parcels.c.order_id.in_(bindparam("orders", expanding=True)))
    .order_by(_parcels.c.order_id, _parcels.c.id)
)
_BY_KEY = select(_parcels.c.id).where(
    _parcels.c.tenant_id == TENANT,
    _parcels.c.order_id == bindparam("order"),
    _parcels.c.request_key == bindparam("key"),
)
_DELIVER = (
    update(_parcels)
    .where(_parcels.c.tenant_id == TENANT, _parcels.c.id == bindparam("parcel"), _parcels.c.delivered_at.is_(None))
    .values(delivered_at=bindparam("at", type_=_parcels.c.delivered_at.type))
)
_this_line = (_lines.c.tenant_id == TENANT, _lines.c.id == bindparam("line"))
_SENT = update(_lines).where(*_this_line).values(fulfilled=_lines.c.fulfilled + bindparam("sent"))
_RETURNED = (
    update(_lines)
    .where(*_this_line)
    .values(
        refunded=_lines.c.refunded + bindparam("paid_back"),
        restocked=_lines.c.restocked + bindparam("put_back"),
        withdrawn=_lines.c.withdrawn + bindparam("never_sent"),
    )
)
Json = dict[str, Any]


async def add(session: AsyncSession, parcel: Json) -> None:
    """A parcel was sent, with these pieces."""
    await session.execute(insert(_parcels), parcel)
    await session.execute(_SENT, [{"line": line["line_id"], "sent": line["quantity"]} for line in parcel["lines"]])


async def of_orders(session: AsyncSession, order_ids: Sequence[str]) -> dict[str, list[Json]]:
    """The parcels of several orders at once, by order, in the order they were sent."""
    found: dict[str, list[Json]] = {order_id: [] for order_id in order_ids}
    for row in (await session.execute(_OF_ORDERS, {"orders": list(order_ids)})).mappings():
        found[row["order_id"]].append(dict(row))
    return found


async def by_key(session: AsyncSession, order_id: str, request_key: str) -> str | None:
    """The parcel that was sent under this key."""
    parcel_id: str | None = await session.scalar(_BY_KEY, {"order": order_id, "key": request_key})
    return parcel_id


async def deliver(session: AsyncSession, parcel_id: str, at: datetime) -> bool:
    """False when it had arrived before."""
    result: Any = await session.execute(_DELIVER, {"parcel": parcel_id, "at": at})
    return bool(result.rowcount == 1)


async def note_returned(session: AsyncSession, line_id: str, paid_back: int, put_back: int, never_sent: int) -> None:
    values = {"line": line_id, "paid_back": paid_back, "put_back": put_back, "never_sent": never_sent}
    await session.execute(_RETURNED, values)


def render(parcel: Json) -> Json:
    return {
        "id": parcel["id"],
        "status": "shipped" if parcel["delivered_at"] is None else "delivered",
        "lines": parcel["lines"],
        "carrier": parcel["carrier"],
        "tracking_number": parcel["tracking_number"],
        "shipped_at": parcel["shipped_at"],
        "delivered_at": parcel["delivered_at"],
    }
