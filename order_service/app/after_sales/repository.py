"""SQL of changes, returns and exchanges, which are asked for and moved on in the same ways."""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, leases
from order_service.app.after_sales.models import OrderChange, OrderExchange, OrderReturn

Json = dict[str, Any]
_BATCH = 50


class Rows:
    """One of the tables. Every step forward is guarded by the state it starts from."""

    def __init__(self, table: Any) -> None:
        self._table = table
        self._this = (table.c.tenant_id == TENANT, table.c.id == bindparam("row_id"))
        self._by_id = select(table).where(*self._this)
        self._by_key = select(table).where(
            table.c.tenant_id == TENANT,
            table.c.order_id == bindparam("order"),
            table.c.request_key == bindparam("key"),
        )
        # not sorted: SQLite would walk all of the shop's rows in that order to find these
        self._of_orders = select(table).where(
            table.c.tenant_id == TENANT, table.c.order_id.in_(bindparam("orders", expanding=True))
        )

    async def add(self, session: AsyncSession, row: Json) -> None:
        await session.execute(insert(self._table), row)

    async def find(self, session: AsyncSession, row_id: str) -> Json | None:
        row = (await session.execute(self._by_id, {"row_id": row_id})).mappings().first()
        return dict(row) if row is not None else None

    async def by_key(self, session: AsyncSession, order_id: str, request_key: str) -> Json | None:
        """What was asked for under this key."""
        row = (await session.execute(self._by_key, {"order": order_id, "key": request_key})).mappings().first()
        return dict(row) if row is not None else None

    async def of_orders(self, session: AsyncSession, order_ids: Sequence[str]) -> dict[str, list[Json]]:
        """Those of several orders at once, by order, in the order they were asked for."""
        found: dict[str, list[Json]] = {order_id: [] for order_id in order_ids}
        rows = (await session.execute(self._of_orders, {"orders": list(order_ids)})).mappings()
        for row in sorted(rows, key=itemgetter("id")):
            found[row["order_id"]].append(dict(row))
        return found

    async def due(self, session: AsyncSession, states: Sequence[str], now: datetime) -> Sequence[Any]:
        """(tenant_id, id, lease_until) across all shops: those that nobody works on any more."""
        lease, state = self._table.c.lease_until, self._table.c.state
        columns = (self._table.c.tenant_id, self._table.c.id, lease)
        due = select(*columns).where(leases.run_out(lease), state.in_(states)).order_by(lease).limit(_BATCH)
        return (await session.execute(due, leases.at(now))).all()

    async def take_over(self, session: AsyncSession, row_id: str, seen: datetime, until: datetime) -> bool:
        """Take the lease from whoever let it run out, or renew one's own."""
        return await self._update(session, row_id, self._table.c.lease_until == seen, lease_until=until)

    async def move(self, session: AsyncSession, row_id: str, states: Sequence[str], **new: Any) -> bool:
        """From one of these states; False when a rival was first."""
        return await self._update(session, row_id, self._table.c.state.in_(states), **new)

    async def decide(self, session: AsyncSession, row_id: str, states: Sequence[str], **new: Any) -> bool:
        """As move, and only once: while nothing else was decided."""
        undecided = self._table.c.state.in_(states) & self._table.c.refusal.is_(None)
        return await self._update(session, row_id, undecided, **new)

    async def _update(self, session: AsyncSession, row_id: str, guard: Any, **new: Any) -> bool:
        result: Any = await session.execute(
            update(self._table).where(*self._this, guard).values(new), {"row_id": row_id}
        )
        return bool(result.rowcount == 1)


changes = Rows(OrderChange.__table__)
returns = Rows(OrderReturn.__table__)
exchanges = Rows(OrderExchange.__table__)
