"""All SQL on purchases."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, upsert
from product_service.app.purchases.models import Purchase

purchases: Any = Purchase.__table__
_own = purchases.c.tenant_id == TENANT
_others = purchases.alias("others")
_RECENT = 1000  # orders that say what goes with a product: all of them would be more with every sale

_BUYERS = select(purchases.c.customer_id, purchases.c.product_id).where(
    _own,
    purchases.c.customer_id.in_(bindparam("customers", expanding=True)),
    purchases.c.product_id.in_(bindparam("products", expanding=True)),
)
_FORGET = delete(purchases).where(_own, purchases.c.order_id == bindparam("the_order"))
_HAND_OVER = (
    update(purchases)
    .where(_own, purchases.c.customer_id == bindparam("guest"))
    .values(customer_id=bindparam("customer"))
)
_sold = func.sum(purchases.c.quantity)
_BEST_SELLING = (
    select(purchases.c.product_id)
    .where(_own, purchases.c.placed_at >= bindparam("since"))
    .group_by(purchases.c.product_id)
    .order_by(_sold.desc(), purchases.c.product_id)
    .limit(bindparam("most"))
)
_recent = (
    select(purchases.c.order_id)
    .where(_own, purchases.c.product_id == bindparam("product"))
    .order_by(purchases.c.order_id.desc())
    .limit(_RECENT)
    .subquery("recent")
)
_TOGETHER = (
    select(_others.c.product_id)
    .join_from(_recent, _others, (_others.c.tenant_id == TENANT) & (_others.c.order_id == _recent.c.order_id))
    .where(_others.c.product_id != bindparam("product"))
    .group_by(_others.c.product_id)
    .having(func.count() >= bindparam("times"))
    .order_by(func.count().desc(), _others.c.product_id)
    .limit(bindparam("most"))
)


async def add(session: AsyncSession, dialect: str, rows: Sequence[dict[str, Any]]) -> None:
    """Rows that are there already stay as they are."""
    await session.execute(_adding(dialect), rows)


@cache
def _adding(dialect: str) -> Any:
    return upsert(purchases, dialect, None, ("tenant_id", "order_id", "product_id"))


async def forget(session: AsyncSession, order_id: str) -> None:
    await session.execute(_FORGET, {"the_order": order_id})


async def hand_over(session: AsyncSession, guest_id: str, customer_id: str) -> None:
    await session.execute(_HAND_OVER, {"guest": guest_id, "customer": customer_id})


async def buyers(session: AsyncSession, pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Of pairs of customer and product, those that were bought (and maybe others)."""
    customers, products = (sorted(set(ids)) for ids in zip(*pairs, strict=True))
    rows = await session.execute(_BUYERS, {"customers": customers, "products": products})
    return {(customer, product) for customer, product in rows}


async def best_selling(session: AsyncSession, since: datetime, most: int) -> list[str]:
    return list((await session.execute(_BEST_SELLING, {"since": since, "most": most})).scalars())


async def bought_together(session: AsyncSession, product_id: str, times: int, most: int) -> list[str]:
    """What was in the same recent orders at least so many times, the most frequent first."""
    return list((await session.execute(_TOGETHER, {"product": product_id, "times": times, "most": most})).scalars())
