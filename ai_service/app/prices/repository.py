"""The SQL of prices."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.prices.models import ModelPrice
from common.database import scoped

_table: Any = ModelPrice.__table__
_c = _table.c
_ADD = insert(_table)


async def add(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(_ADD, row)


async def of_all_tenants(session: AsyncSession) -> Sequence[Row[*tuple[Any, ...]]]:
    """Needs the system's scope; in the order in which they are valid."""
    return (await session.execute(select(*_c).order_by(_c.valid_from, _c.id))).all()


async def latest_of(session: AsyncSession, model: str, origin: str) -> Row[*tuple[Any, ...]] | None:
    """The version that this origin added last."""
    statement = select(*_c).where(_c.model == model, _c.origin == origin).order_by(_c.id.desc()).limit(1)
    return (await session.execute(scoped(statement, ModelPrice))).one_or_none()


async def page(
    session: AsyncSession, model: str | None, limit: int, before: tuple[datetime, str] | None
) -> Sequence[Any]:
    """Those valid last come first."""
    statement = select(*_c).order_by(_c.valid_from.desc(), _c.id.desc()).limit(limit)
    if model is not None:
        statement = statement.where(_c.model == model)
    if before is not None:
        moment, price_id = before
        statement = statement.where(or_(_c.valid_from < moment, and_(_c.valid_from == moment, _c.id < price_id)))
    return (await session.execute(scoped(statement, ModelPrice))).mappings().all()
