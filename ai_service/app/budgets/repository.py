"""The SQL of budgets themselves."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.budgets.models import Budget, BudgetUse
from common.database import TENANT, scoped

_table: Any = Budget.__table__
_uses: Any = BudgetUse.__table__
_c = _table.c
_ADD = insert(_table)
_MINE = (_c.tenant_id == TENANT, _c.id == bindparam("this"))


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_ADD, row)


async def find(session: AsyncSession, budget_id: str, *, lock: bool = False) -> Any | None:
    statement = select(*_c).where(*_MINE)
    found = await session.execute(statement.with_for_update() if lock else statement, {"this": budget_id})
    return found.one_or_none()


async def change(session: AsyncSession, budget_id: str, values: dict[str, Any]) -> None:
    await session.execute(update(_table).where(*_MINE).values(**values), {"this": budget_id})


async def remove(session: AsyncSession, budget_id: str) -> None:
    ours = (_uses.c.tenant_id == TENANT, _uses.c.budget_id == bindparam("this"))
    await session.execute(delete(_uses).where(*ours), {"this": budget_id})
    await session.execute(delete(_table).where(*_MINE), {"this": budget_id})


async def page(session: AsyncSession, limit: int, before: str | None) -> Sequence[Any]:
    """Newest first."""
    statement = select(*_c).order_by(_c.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(_c.id < before)
    return (await session.execute(scoped(statement, Budget))).all()


async def active_of_all_tenants(session: AsyncSession) -> Sequence[Any]:
    """Needs the system's scope."""
    return (await session.execute(select(*_c).where(_c.active))).all()
