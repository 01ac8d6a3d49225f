"""Order numbers: one after the other in each shop, given when an order is placed, so that refusals leave no gap.

On a server database the row of the last number would keep everybody waiting until the order that raised it is written
and committed, so there a number is taken before: what dies in between leaves a gap. Invoices never have one.
"""

from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, Database, retrying
from order_service.app.orders.models import OrderNumbers

BEFORE_THE_FIRST = 1000
_table: Any = OrderNumbers.__table__
_ours = _table.c.tenant_id == TENANT
_LAST = select(_table.c.last_number).where(_ours)
_RAISE = update(_table).where(_ours).values(last_number=_table.c.last_number + 1)
_RAISE_AND_SAY = _RAISE.returning(_table.c.last_number)
_KEEP_ABOVE = (
    update(_table).where(_ours, _table.c.last_number < bindparam("number")).values(last_number=bindparam("number"))
)


async def begin(session: AsyncSession) -> bool:
    """Open the sequence of this shop; False when it is open already. A rival at the same time is an IntegrityError."""
    if await session.scalar(_LAST) is not None:
        return False
    await session.execute(insert(_table).values(last_number=BEFORE_THE_FIRST))
    return True


async def next_number(session: AsyncSession) -> str:
    """The next number; the row stays locked until the transaction ends."""
    await session.execute(_RAISE)
    return str(await session.scalar(_LAST))


@retrying
async def taken_before(database: Database) -> str | None:
    """The next number, for good; None on SQLite, whose writers take turns anyway."""
    if database.dialect == "sqlite":
        return None
    if database.dialect == "mysql":
        async with database.unit_of_work() as session:
            return await next_number(session)
    async with database.one_write() as session:
        return str(await session.scalar(_RAISE_AND_SAY))


async def keep_above(session: AsyncSession, number: int) -> None:
    """An order brings this number along: the sequence, which was begun before, goes on behind it."""
    await session.execute(_KEEP_ABOVE, {"number": number})
