"""Reading and writing rows of either table as plain dicts."""

from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.providers.models import LlmModel, LlmProvider
from common.clock import utc_now
from common.database import TENANT

Json = dict[str, Any]


class Rows:
    """The rows of one table, of the tenant in hand."""

    def __init__(self, model: Any, *order: str) -> None:
        table: Any = model.__table__
        self._table = table
        mine = table.c.tenant_id == TENANT
        this = (mine, table.c.id == bindparam("row_id"))
        self._find = select(table).where(*this)
        self._all = select(table).where(mine).order_by(*(table.c[name] for name in order))
        self._count = select(func.count()).where(mine)
        self._remove = delete(table).where(*this)

    async def find(self, session: AsyncSession, row_id: str, *, lock: bool = False) -> Json | None:
        statement = self._find.with_for_update() if lock else self._find
        row = (await session.execute(statement, {"row_id": row_id})).mappings().first()
        return dict(row) if row is not None else None

    async def all(self, session: AsyncSession) -> list[Json]:
        return [dict(row) for row in (await session.execute(self._all, {})).mappings()]

    async def count(self, session: AsyncSession) -> int:
        return int(await session.scalar(self._count, {}) or 0)

    async def add(self, session: AsyncSession, row: Json) -> None:
        await session.execute(insert(self._table), row)

    async def change(self, session: AsyncSession, row: Json, changes: Json) -> None:
        """One version further."""
        this = (self._table.c.tenant_id == TENANT, self._table.c.id == row["id"])
        values = {**changes, "version": row["version"] + 1, "updated_at": utc_now()}
        await session.execute(update(self._table).where(*this).values(**values))

    async def remove(self, session: AsyncSession, row_id: str) -> None:
        await session.execute(self._remove, {"row_id": row_id})


providers = Rows(LlmProvider, "priority", "id")
models = Rows(LlmModel, "provider_id", "id")
_models: Any = LlmModel.__table__
_providers: Any = LlmProvider.__table__
_WITHOUT_PROVIDER = delete(_models).where(_models.c.tenant_id == TENANT, _models.c.provider_id == bindparam("provider"))


async def remove_models_of(session: AsyncSession, provider_id: str) -> None:
    await session.execute(_WITHOUT_PROVIDER, {"provider": provider_id})


async def everywhere(session: AsyncSession) -> tuple[list[Json], list[Json]]:
    """Providers and models of all shops; needs the system's scope."""
    rows = [(await session.execute(select(table).order_by(table.c.id))).mappings() for table in (_providers, _models)]
    providers, models = ([dict(row) for row in found] for found in rows)
    return providers, models
