"""All SQL on product media."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from product_service.app.base import Record
from product_service.app.media.models import ProductMedia, UnusedFile

media: Any = ProductMedia.__table__
unused_files: Any = UnusedFile.__table__
_ADD = insert(media)
_own = media.c.tenant_id == TENANT
_own_unused = unused_files.c.tenant_id == TENANT

_OF_PRODUCT = (
    select(media.c.id, media.c.url, media.c.alt, media.c.position)
    .where(_own, media.c.product_id == bindparam("product"))
    .order_by(media.c.position, media.c.id)
)
_REMOVE = delete(media).where(_own, media.c.product_id == bindparam("product"), media.c.id == bindparam("key"))
_WRITE = update(media).where(_own, media.c.product_id == bindparam("product"), media.c.id == bindparam("key"))
_CLEAR = delete(media).where(_own, media.c.product_id.in_(bindparam("products", expanding=True)))


async def of_product(session: AsyncSession, product_id: str) -> Sequence[Record]:
    return (await session.execute(_OF_PRODUCT, {"product": product_id})).all()


async def add(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    await session.execute(_ADD, rows)


async def write(session: AsyncSession, product_id: str, media_id: str, values: dict[str, Any]) -> bool:
    result: Any = await session.execute(_WRITE.values(**values), {"product": product_id, "key": media_id})
    return bool(result.rowcount)


async def remove(session: AsyncSession, product_id: str, media_id: str) -> bool:
    result: Any = await session.execute(_REMOVE, {"product": product_id, "key": media_id})
    return bool(result.rowcount)


async def urls(session: AsyncSession) -> set[str]:
    return set((await session.execute(select(media.c.url).where(_own))).scalars())


async def unused(session: AsyncSession) -> dict[str, datetime]:
    rows = await session.execute(select(unused_files.c.name, unused_files.c.since).where(_own_unused))
    return {row.name: row.since for row in rows}


async def mark_unused(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await session.execute(insert(unused_files), rows)


async def forget_unused(session: AsyncSession, names: Sequence[str]) -> None:
    for start in range(0, len(names), 500):
        among = unused_files.c.name.in_(names[start : start + 500])
        await session.execute(delete(unused_files).where(_own_unused, among))


async def clear(session: AsyncSession, product_ids: Sequence[str]) -> None:
    await session.execute(_CLEAR, {"products": product_ids})
