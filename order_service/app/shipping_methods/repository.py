"""SQL of shipping methods."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import scoped
from order_service.app.shipping_methods.models import ShippingMethod

_table: Any = ShippingMethod.__table__


async def active(session: AsyncSession) -> list[dict[str, Any]]:
    columns = (
        *("code", "name", "price", "currency", "zones", "tier_by", "tiers", "free_from", "prices"),
        *("min_days", "max_days"),
    )
    statement = (
        select(*(_table.c[name] for name in columns))
        .where(_table.c.active.is_(True))
        .order_by(_table.c.position, _table.c.id)
    )
    rows = await session.execute(scoped(statement, ShippingMethod))
    return [dict(row) for row in rows.mappings()]


async def add(session: AsyncSession, methods: list[dict[str, Any]]) -> None:
    await session.execute(insert(_table), methods)
