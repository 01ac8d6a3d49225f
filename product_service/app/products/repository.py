"""All SQL on products and variants. Reads are Core statements, built once; filters are put together per request."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from product_service.app.base import Record
from product_service.app.products.models import ACTIVE, DELETED, Product, Variant

products: Any = Product.__table__
variants: Any = Variant.__table__

_summary = (
    products.c.id,
    products.c.handle,
    products.c.title,
    products.c.vendor,
    products.c.category_id,
    products.c.price,
    products.c.max_price,
    products.c.currency,
    products.c.image,
    products.c.variant_id,
    products.c.variants_count,
    products.c.created_at,
    products.c.title_key,
)
_detail = (
    *_summary,
    products.c.status,
    products.c.description,
    products.c.tags,
    products.c.attributes,
    products.c.updated_at,
)
_variant = (
    variants.c.id,
    variants.c.product_id,
    variants.c.sku,
    variants.c.title,
    variants.c.options,
    variants.c.price,
    variants.c.image,
    variants.c.weight_grams,
    variants.c.tax_class,
)
_quote = (
    *_variant,
    products.c.title.label("product_title"),
    products.c.currency,
    products.c.category_id,
    products.c.image.label("product_image"),
)
_own_products = products.c.tenant_id == TENANT
_own_variants = and_(variants.c.tenant_id == TENANT, variants.c.status == ACTIVE)
# Wrapped, since SQLite would rather walk over all active products of the shop than look twenty ids up: 4 ms, not 0.1.
_public = func.coalesce(products.c.status, "") == ACTIVE
_among: Any = bindparam("ids", expanding=True)

_PRODUCT = select(*_detail).where(_own_products, products.c.id == bindparam("key"), products.c.status != DELETED)
_PRODUCTS = select(*_detail).where(_own_products, products.c.id.in_(_among), _public)
_SUMMARIES = select(*_summary).where(_own_products, products.c.id.in_(_among), _public)
_IN_CATEGORY = select(products.c.id).where(
    _own_products, products.c.category_id == bindparam("category"), products.c.status == ACTIVE
)
_VARIANTS = (
    select(*_variant)
    .where(_own_variants, variants.c.product_id.in_(_among))
    .order_by(variants.c.product_id, variants.c.position, variants.c.id)
)
_VARIANT = (
    select(*_variant, products.c.currency, products.c.status.label("product_status"))
    .join_from(variants, products, and_(products.c.tenant_id == TENANT, products.c.id == variants.c.product_id))
    .where(_own_variants, variants.c.id == bindparam("key"), products.c.status != DELETED)
)
_QUOTES = (
    select(*_quote)
    .join_from(variants, products, and_(products.c.tenant_id == TENANT, products.c.id == variants.c.product_id))
    .where(_own_variants, variants.c.id.in_(_among), products.c.status == ACTIVE)
)
_KNOWN_RECORDS = select(products.c.handle, products.c.id, products.c.record_hash, products.c.created_at).where(
    _own_products, products.c.handle.in_(_among)
)
_KNOWN_SKUS = select(variants.c.sku, variants.c.id, variants.c.product_id).where(
    variants.c.tenant_id == TENANT, variants.c.sku.in_(_among)
)
_WRITE_PRODUCT = update(products).where(_own_products, products.c.id == bindparam("key"))
_WRITE_VARIANT = update(variants).where(variants.c.tenant_id == TENANT, variants.c.id == bindparam("key"))


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort a list: by a column, ties by id."""

    column: ColumnElement[Any]
    kind: type
    descending: bool = False


ORDERS = {
    "newest": Order(products.c.created_at, datetime, descending=True),
    "price": Order(products.c.price, int),
    "-price": Order(products.c.price, int, descending=True),
    "title": Order(products.c.title_key, str),
}


def page(
    conditions: Iterable[ColumnElement[bool]], order: Order, after: tuple[Any, str] | None, limit: int
) -> Select[Any]:
    """A page of summaries in this order, from behind `after` (sort value, id)."""
    statement = select(*_summary).where(_own_products, *conditions)
    if after is not None:
        value, product_id = after
        if order.descending:
            beyond = or_(order.column < value, and_(order.column == value, products.c.id < product_id))
        else:
            beyond = or_(order.column > value, and_(order.column == value, products.c.id > product_id))
        statement = statement.where(beyond)
    keys = (order.column, products.c.id)
    return statement.order_by(*((key.desc() for key in keys) if order.descending else keys)).limit(limit)


def behind(product_id: str, limit: int) -> Select[Any]:
    """Products of every status behind an id, by id."""
    statement = select(*_detail).where(_own_products, products.c.id > product_id, products.c.status != DELETED)
    return statement.order_by(products.c.id).limit(limit)


def these(product_ids: Sequence[str]) -> Select[Any]:
    """Products of every status, by their ids."""
    return select(*_detail).where(_own_products, products.c.id.in_(product_ids), products.c.status != DELETED)


async def fetch(session: AsyncSession, statement: Select[Any]) -> Sequence[Record]:
    return (await session.execute(statement)).all()


async def product(session: AsyncSession, product_id: str) -> Record | None:
    return (await session.execute(_PRODUCT, {"key": product_id})).first()


async def ever_any(session: AsyncSession) -> bool:
    """Whether the shop has, or ever had, a product."""
    return (await session.execute(select(products.c.id).where(_own_products).limit(1))).first() is not None


async def public_products(session: AsyncSession, product_ids: Sequence[str]) -> Sequence[Record]:
    return (await session.execute(_PRODUCTS, {"ids": product_ids})).all()


async def ids_in_category(session: AsyncSession, category_id: str) -> list[str]:
    return list((await session.execute(_IN_CATEGORY, {"category": category_id})).scalars())


async def summaries(session: AsyncSession, product_ids: Sequence[str]) -> Sequence[Record]:
    return (await session.execute(_SUMMARIES, {"ids": product_ids})).all()


async def variants_of(session: AsyncSession, product_ids: Sequence[str]) -> Sequence[Record]:
    return (await session.execute(_VARIANTS, {"ids": product_ids})).all()


async def variant(session: AsyncSession, variant_id: str) -> Record | None:
    return (await session.execute(_VARIANT, {"key": variant_id})).first()


async def quotes(session: AsyncSession, variant_ids: Sequence[str]) -> Sequence[Record]:
    return (await session.execute(_QUOTES, {"ids": variant_ids})).all()


async def known_records(session: AsyncSession, handles: Sequence[str]) -> dict[str, Record]:
    return {row.handle: row for row in await session.execute(_KNOWN_RECORDS, {"ids": handles})}


async def known_skus(session: AsyncSession, skus: Sequence[str]) -> dict[str, Record]:
    return {row.sku: row for row in await session.execute(_KNOWN_SKUS, {"ids": skus})}


async def add_products(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    await session.execute(insert(products), rows)


async def add_variants(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    await session.execute(insert(variants), rows)


async def write_product(session: AsyncSession, product_id: str, values: dict[str, Any]) -> None:
    await session.execute(_WRITE_PRODUCT.values(**values), {"key": product_id})


async def write_variant(session: AsyncSession, variant_id: str, values: dict[str, Any]) -> None:
    await session.execute(_WRITE_VARIANT.values(**values), {"key": variant_id})


async def delete_variants(session: AsyncSession, product_id: str) -> None:
    """Mark all variants of a product deleted; their SKUs are free again."""
    statement = update(variants).where(variants.c.tenant_id == TENANT, variants.c.product_id == product_id)
    await session.execute(statement.values(status=DELETED, sku=None))
