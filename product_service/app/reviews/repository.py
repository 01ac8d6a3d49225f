"""All SQL on reviews."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from product_service.app.base import Record
from product_service.app.reviews.models import SHOWN, Review

reviews: Any = Review.__table__
_own_shop = reviews.c.tenant_id == TENANT
_BY_IDS = select(reviews).where(_own_shop, reviews.c.id.in_(bindparam("ids", expanding=True)))
_OF_CUSTOMER = select(reviews).where(
    _own_shop, reviews.c.product_id == bindparam("product"), reviews.c.customer_id == bindparam("customer")
)
_STARS = (
    select(reviews.c.rating, func.count())
    .where(_own_shop, reviews.c.product_id == bindparam("product"), reviews.c.status == SHOWN)
    .group_by(reviews.c.rating)
)
_WRITE = update(reviews).where(_own_shop, reviews.c.id == bindparam("key"))
_REMOVE = delete(reviews).where(_own_shop, reviews.c.id == bindparam("key"))
# newest first within equal stars; the moment and the id make every order total
ORDERS: dict[str, tuple[tuple[ColumnElement[Any], bool], ...]] = {
    "newest": ((reviews.c.created_at, True), (reviews.c.id, True)),
    "highest": ((reviews.c.rating, True), (reviews.c.created_at, True), (reviews.c.id, True)),
    "lowest": ((reviews.c.rating, False), (reviews.c.created_at, True), (reviews.c.id, True)),
}


async def page(
    session: AsyncSession,
    conditions: Sequence[ColumnElement[bool]],
    sort: str,
    after: Sequence[Any] | None,
    limit: int,
) -> Sequence[Record]:
    """Reviews in this order, from behind the sort values `after`."""
    order = ORDERS[sort]
    statement = select(reviews).where(_own_shop, *conditions)
    if after is not None:
        statement = statement.where(_behind(order, after))
    statement = statement.order_by(*(column.desc() if down else column for column, down in order)).limit(limit)
    return (await session.execute(statement)).all()


def _behind(order: Sequence[tuple[ColumnElement[Any], bool]], after: Sequence[Any]) -> ColumnElement[bool]:
    """`a > 1 OR (a = 1 AND (b > 2 OR …))`, with the directions of the order."""
    (column, down), *others = order
    beyond = column < after[0] if down else column > after[0]
    return or_(beyond, and_(column == after[0], _behind(others, after[1:]))) if others else beyond


async def by_ids(session: AsyncSession, review_ids: Sequence[str]) -> dict[str, Record]:
    return {row.id: row for row in await session.execute(_BY_IDS, {"ids": review_ids})}


async def of_customer(session: AsyncSession, product_id: str, customer_id: str) -> Record | None:
    return (await session.execute(_OF_CUSTOMER, {"product": product_id, "customer": customer_id})).first()


async def stars(session: AsyncSession, product_id: str) -> dict[int, int]:
    """{rating: shown reviews} of a product."""
    return {row[0]: row[1] for row in await session.execute(_STARS, {"product": product_id})}


async def add(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    await session.execute(insert(reviews), rows)


async def write(session: AsyncSession, review_id: str, values: dict[str, Any]) -> None:
    await session.execute(_WRITE.values(**values), {"key": review_id})


async def remove(session: AsyncSession, review_id: str) -> None:
    await session.execute(_REMOVE, {"key": review_id})
