"""The SQL on categories that fastcrud does not write."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from product_service.app.base import Record
from product_service.app.categories.models import Category

categories: Any = Category.__table__
_ADD = insert(categories)
_own = categories.c.tenant_id == TENANT

_BY_IDS = select(categories.c.id, categories.c.slug, categories.c.name).where(
    _own, categories.c.id.in_(bindparam("ids", expanding=True))
)
_BY_SLUGS = select(categories.c.id, categories.c.slug, categories.c.name).where(
    _own, categories.c.slug.in_(bindparam("slugs", expanding=True))
)
_NAMED = select(categories.c.id).where(
    _own, or_(categories.c.slug == bindparam("name"), categories.c.id == bindparam("name"))
)
_CHILDREN = select(categories.c.id).where(_own, categories.c.parent_id.in_(bindparam("ids", expanding=True)))


_EVERYTHING = select(categories).where(_own).order_by(categories.c.position, categories.c.id)


async def everything(session: AsyncSession) -> Sequence[Record]:
    """All categories in their order; a shop has hundreds at most."""
    return (await session.execute(_EVERYTHING)).all()


async def by_ids(session: AsyncSession, ids: Sequence[str]) -> Sequence[Record]:
    return (await session.execute(_BY_IDS, {"ids": ids})).all()


async def by_slugs(session: AsyncSession, slugs: Sequence[str]) -> Sequence[Record]:
    return (await session.execute(_BY_SLUGS, {"slugs": slugs})).all()


async def named(session: AsyncSession, slug_or_id: str) -> str | None:
    return (await session.execute(_NAMED, {"name": slug_or_id})).scalar()


async def children(session: AsyncSession, ids: Sequence[str]) -> list[str]:
    return list((await session.execute(_CHILDREN, {"ids": ids})).scalars())


async def add(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    await session.execute(_ADD, rows)


async def count_children(session: AsyncSession, category_id: str) -> int:
    statement = select(func.count()).where(_own, categories.c.parent_id == category_id)
    return (await session.execute(statement)).scalar_one()


async def parents(session: AsyncSession) -> dict[str, str | None]:
    """{category_id: its parent's id} of the whole shop."""
    statement = select(categories.c.id, categories.c.parent_id).where(_own)
    return {row.id: row.parent_id for row in await session.execute(statement)}


async def place(session: AsyncSession, category_id: str, position: int) -> bool:
    statement = update(categories).where(_own, categories.c.id == category_id).values(position=position)
    result: Any = await session.execute(statement)
    return bool(result.rowcount)


async def remove(session: AsyncSession, category_id: str) -> bool:
    result: Any = await session.execute(delete(categories).where(_own, categories.c.id == category_id))
    return bool(result.rowcount)
