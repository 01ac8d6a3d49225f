"""The SQL of kill switches."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.switches.models import KillSwitch
from common.database import TENANT, scoped, upsert

_table: Any = KillSwitch.__table__
_ON = select(_table.c.kind, _table.c.name).where(_table.c.tenant_id == TENANT, _table.c.is_on.is_(True))
_KEYS = ("tenant_id", "kind", "name")
_VALUES = ("is_on", "reason", "changed_by", "changed_at")


async def on(session: AsyncSession) -> set[tuple[str, str]]:
    """(kind, name) of what is switched off by its switch being on."""
    return {(row.kind, row.name) for row in (await session.execute(_ON)).all()}


async def all_of_them(session: AsyncSession) -> Sequence[Row[*tuple[Any, ...]]]:
    statement = select(*_table.c).order_by(_table.c.kind, _table.c.name)
    return (await session.execute(scoped(statement, KillSwitch))).all()


async def locked(session: AsyncSession, kind: str, name: str) -> bool:
    """Whether it is on; nobody else turns it until the transaction ends."""
    this = and_(_table.c.kind == kind, _table.c.name == name)
    statement = select(_table.c.is_on).where(this).with_for_update()
    return bool((await session.execute(scoped(statement, KillSwitch))).scalar())


async def save(session: AsyncSession, dialect: str, row: dict[str, Any]) -> None:
    await session.execute(upsert(_table, dialect, row, _KEYS, _VALUES))
