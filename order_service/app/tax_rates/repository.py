"""SQL of tax rates."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import scoped
from order_service.app.tax_rates.models import TaxRate

_table: Any = TaxRate.__table__


async def all_rates(session: AsyncSession) -> list[dict[str, Any]]:
    columns = ("name", "country", "state", "zip_prefix", "tax_class", "rate_bp", "inclusive")
    statement = select(*(_table.c[name] for name in columns))
    rows = await session.execute(scoped(statement, TaxRate))
    return [dict(row) for row in rows.mappings()]


async def add(session: AsyncSession, rates: list[dict[str, Any]]) -> None:
    await session.execute(insert(_table), rates)
