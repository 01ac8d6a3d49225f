"""SQL of orders. Statements are built once; every step forward is guarded by the state it starts from."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, leases
from order_service.app.orders.models import Order, OrderLine
from order_service.app.orders.states import PAYMENT_REVIEW, PLACING

_orders: Any = Order.__table__
_lines: Any = OrderLine.__table__
_this = and_(_orders.c.tenant_id == TENANT, _orders.c.id == bindparam("order"))
UNFINISHED = _orders.c.checkout_state.in_((PLACING, PAYMENT_REVIEW))


def guarded(guard: Any, *columns: str) -> Any:
    """An update of one order that holds only while `guard` does; values are given as `new_<column>`."""
    new = {name: bindparam(f"new_{name}", type_=_orders.c[name].type) for name in (*columns, "updated_at")}
    return update(_orders).where(_this, guard).values(new)


_ADD = insert(_orders)
_ADD_LINES = insert(_lines)
_SET_LINE = update(_lines).where(_lines.c.tenant_id == TENANT, _lines.c.id == bindparam("line"))
_DUE = (
    select(_orders.c.tenant_id, _orders.c.id, _orders.c.lease_until)
    .where(leases.run_out(_orders.c.lease_until))
    .order_by(_orders.c.lease_until)
    .limit(50)
)
_BY_ID = select(_orders).where(_this)
_BY_IDS = select(_orders).where(_orders.c.tenant_id == TENANT, _orders.c.id.in_(bindparam("orders", expanding=True)))
_LOCKED = _BY_ID.with_for_update()
_REFUNDED = (
    update(_orders)
    .where(_this)
    .values(
        refunded=_orders.c.refunded + bindparam("given_back"),
        updated_at=bindparam("at", type_=_orders.c.updated_at.type),
    )
)
_LINES = (
    select(_lines)
    .where(_lines.c.tenant_id == TENANT, _lines.c.order_id.in_(bindparam("orders", expanding=True)))
    .order_by(_lines.c.order_id, _lines.c.position)
)
_TOUCHED = (
    select(_orders)
    .where(_orders.c.tenant_id == TENANT, _orders.c.updated_at >= bindparam("since", type_=_orders.c.updated_at.type))
    .order_by(_orders.c.updated_at)
)
_HAND_OVER = (
    update(_orders)
    .where(_orders.c.tenant_id == TENANT, _orders.c.customer_id == bindparam("before"))
    .values(customer_id=bindparam("after"))
)


async def add(session: AsyncSession, order: dict[str, Any], lines: list[dict[str, Any]]) -> None:
    await session.execute(_ADD, order)
    await session.execute(_ADD_LINES, lines)


async def add_lines(session: AsyncSession, lines: list[dict[str, Any]]) -> None:
    await session.execute(_ADD_LINES, lines)


async def set_line(session: AsyncSession, line: dict[str, Any]) -> None:
    """The line as it becomes; the caller holds the order's lock."""
    new = {name: value for name, value in line.items() if name not in ("tenant_id", "id", "order_id")}
    await session.execute(_SET_LINE.values(new), {"line": line["id"]})


async def move(session: AsyncSession, statement: Any, order_id: str, at: datetime, **new: Any) -> bool:
    """Run a guarded update; False when its guard did not hold."""
    values = {f"new_{name}": value for name, value in new.items()}
    result: Any = await session.execute(statement, {"order": order_id, "new_updated_at": at, **values})
    return bool(result.rowcount == 1)


async def due(session: AsyncSession, now: datetime) -> Sequence[Any]:
    """Across all shops: orders whose checkout nobody is working on any more."""
    return (await session.execute(_DUE, leases.at(now))).all()


async def find(session: AsyncSession, order_id: str) -> dict[str, Any] | None:
    row = (await session.execute(_BY_ID, {"order": order_id})).mappings().first()
    return dict(row) if row is not None else None


async def locked(session: AsyncSession, order_id: str) -> dict[str, Any] | None:
    """The order, which nobody else changes before this transaction ends."""
    row = (await session.execute(_LOCKED, {"order": order_id})).mappings().first()
    return dict(row) if row is not None else None


async def note_refunded(session: AsyncSession, order_id: str, amount: int, at: datetime) -> None:
    await session.execute(_REFUNDED, {"order": order_id, "given_back": amount, "at": at})


async def lines_of(session: AsyncSession, order_ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """The lines of several orders at once, by order."""
    found: dict[str, list[dict[str, Any]]] = {order_id: [] for order_id in order_ids}
    for row in (await session.execute(_LINES, {"orders": list(order_ids)})).mappings():
        found[row["order_id"]].append(dict(row))
    return found


async def in_order(session: AsyncSession, order_ids: Sequence[str]) -> list[dict[str, Any]]:
    """These orders, in this order."""
    rows = (await session.execute(_BY_IDS, {"orders": list(order_ids)})).mappings()
    by_id = {row["id"]: dict(row) for row in rows}
    return [by_id[order_id] for order_id in order_ids if order_id in by_id]


async def touched_since(session: AsyncSession, moment: datetime) -> list[dict[str, Any]]:
    """All orders that something happened to since then. No index has them: for what is rare."""
    return [dict(row) for row in (await session.execute(_TOUCHED, {"since": moment})).mappings()]


async def hand_over(session: AsyncSession, before: str, after: str) -> None:
    await session.execute(_HAND_OVER, {"before": before, "after": after})
