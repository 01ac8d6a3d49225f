"""All SQL on products and variants. Reads are Core statements, built once; filters are put together per request."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, cast, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from product_service.app.base import Record
from product_service.app.products import currencies
from product_service.app.products.currencies import narrowed
from product_service.app.products.models import ACTIVE, DELETED, BulkChange, Product, Variant

products: Any = Product.__table__
variants: Any = Variant.__table__
bulk_changes: Any = BulkChange.__table__
_ADD_PRODUCTS, _ADD_VARIANTS = insert(products), insert(variants)

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
    products.c.rating_count,
    products.c.rating_sum,
    products.c.rating_rank,
    products.c.status,
    products.c.version,
    products.c.updated_at,
)
_detail = (
    *_summary,
    products.c.description,
    products.c.tags,
    products.c.attributes,
)
_variant = (
    variants.c.id,
    variants.c.product_id,
    variants.c.sku,
    variants.c.title,
    variants.c.options,
    variants.c.price,
    variants.c.prices,
    variants.c.image,
    variants.c.weight_grams,
    variants.c.tax_class,
    variants.c.version,
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
_SUMMARIES_IN = narrowed(select(*currencies.columns(_summary, "")), bindparam("currency")).where(
    _own_products, products.c.id.in_(_among), _public
)
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
_WRITE_PRODUCT = (
    update(products).where(_own_products, products.c.id == bindparam("key")).values(version=products.c.version + 1)
)
_WRITE_VARIANT = (
    update(variants)
    .where(variants.c.tenant_id == TENANT, variants.c.id == bindparam("key"))
    .values(version=variants.c.version + 1)
)
_WRITE_PRICE = _WRITE_VARIANT.values(
    price=bindparam("new_price"), prices=bindparam("new_prices", type_=variants.c.prices.type)
)
# its own moment of change is no news of a rating, so it stays
_RATE = (
    update(products).where(_own_products, products.c.id == bindparam("key")).values(updated_at=products.c.updated_at)
)
_LOCK = (
    select(products.c.status)
    .where(_own_products, products.c.id == bindparam("key"), products.c.status != DELETED)
    .with_for_update()
)
_TITLES = select(products.c.id, products.c.title).where(_own_products, products.c.id.in_(_among))
_BY_CATEGORY = (
    select(products.c.category_id, func.count())
    .where(_own_products, products.c.status == ACTIVE, products.c.category_id.is_not(None))
    .group_by(products.c.category_id)
)
_USING_CATEGORY = select(func.count()).where(
    _own_products, products.c.category_id == bindparam("category"), products.c.status != DELETED
)
_LEAVE_CATEGORY = update(products).where(
    _own_products, products.c.category_id == bindparam("category"), products.c.status == DELETED
)
_IMAGES_OF_PRODUCTS = select(products.c.image).where(_own_products, products.c.image.is_not(None))
_IMAGES_OF_VARIANTS = select(variants.c.image).where(variants.c.tenant_id == TENANT, variants.c.image.is_not(None))


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort a list: by a column, ties by id."""

    column: ColumnElement[Any]
    kind: type
    descending: bool = False
    tie: ColumnElement[Any] = products.c.id


ORDERS = {
    "newest": Order(products.c.created_at, datetime, descending=True),
    "price": Order(products.c.price, int),
    "-price": Order(products.c.price, int, descending=True),
    "title": Order(products.c.title_key, str),
    "-title": Order(products.c.title_key, str, descending=True),
    "rating": Order(products.c.rating_rank, int, descending=True),
    "updated": Order(products.c.updated_at, datetime, descending=True),
}


def order_of(sort: str, currency: str | None) -> Order:
    """Prices are in the currency, each product's own where none is named."""
    if currency is None or sort not in ("price", "-price"):
        return ORDERS[sort]
    prices = currencies.prices.c
    return Order(prices.price, int, descending=sort == "-price", tie=prices.product_id)  # as its index has them


def named_like(sought: str) -> ColumnElement[bool]:
    """SQL condition for staff's list: it occurs in a title (of any language), the vendor or a SKU."""
    with_sku = select(variants.c.product_id).where(
        variants.c.tenant_id == TENANT, variants.c.sku.icontains(sought, autoescape=True)
    )
    title = cast(products.c.title, String(4000)).icontains(sought, autoescape=True)
    return or_(title, products.c.vendor.icontains(sought, autoescape=True), products.c.id.in_(with_sku))


def page(
    conditions: Iterable[ColumnElement[bool]],
    order: Order,
    after: tuple[Any, str] | None,
    limit: int,
    currency: str | None = None,
) -> Select[Any]:
    """A page of summaries in this order, from behind `after` (sort value, id); the value is in `sorted_by`."""
    shown = select(*currencies.columns(_summary, currency), order.column.label("sorted_by"))
    return _behind(narrowed(shown, currency).where(_own_products, *conditions), order, after, limit)


def keys(
    conditions: Iterable[ColumnElement[bool]],
    order: Order,
    after: tuple[Any, str] | None,
    limit: int,
    currency: str | None = None,
) -> Select[Any]:
    """As `page`, but only (sort value, id): an index has both."""
    found = narrowed(select(order.column, products.c.id), currency)
    return _behind(found.where(_own_products, *conditions), order, after, limit)


def _behind(statement: Select[Any], order: Order, after: tuple[Any, str] | None, limit: int) -> Select[Any]:
    if after is not None:
        value, product_id = after
        if order.descending:
            beyond = or_(order.column < value, and_(order.column == value, order.tie < product_id))
        else:
            beyond = or_(order.column > value, and_(order.column == value, order.tie > product_id))
        statement = statement.where(beyond)
    keys = (order.column, order.tie)
    return statement.order_by(*((key.desc() for key in keys) if order.descending else keys)).limit(limit)


def behind(product_id: str, limit: int) -> Select[Any]:
    """Products of every status behind an id, by id."""
    statement = select(*_detail).where(_own_products, products.c.id > product_id, products.c.status != DELETED)
    return statement.order_by(products.c.id).limit(limit)


def counted(conditions: Iterable[ColumnElement[bool]], currency: str | None = None) -> Select[Any]:
    """(status, number of products) of what staff's list is narrowed to."""
    found = narrowed(select(products.c.status, func.count()), currency)
    return found.where(_own_products, *conditions).group_by(products.c.status)


def like_it(row: Record, most: int) -> Select[Any]:
    """Ids of public products on the same shelf, the nearest in price first."""
    near = func.abs(products.c.price - row.price)
    statement = select(products.c.id).where(
        _own_products,
        products.c.category_id == row.category_id,
        products.c.status == ACTIVE,
        products.c.id != row.id,
    )
    return statement.order_by(near, products.c.rating_rank.desc(), products.c.id).limit(most)


def these(product_ids: Sequence[str], currency: str | None = None) -> Select[Any]:
    """Products of every status, by their ids."""
    found = narrowed(select(*currencies.columns(_detail, currency)), currency)
    return found.where(_own_products, products.c.id.in_(product_ids), products.c.status != DELETED)


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


async def summaries(session: AsyncSession, product_ids: Sequence[str], currency: str | None = None) -> Sequence[Record]:
    """Without a currency each in its own; with one those that are for sale in it."""
    if currency is None:
        return (await session.execute(_SUMMARIES, {"ids": product_ids})).all()
    return (await session.execute(_SUMMARIES_IN, {"ids": product_ids, "currency": currency})).all()


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
    await session.execute(_ADD_PRODUCTS, rows)


async def add_variants(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    await session.execute(_ADD_VARIANTS, rows)


async def write_product(session: AsyncSession, product_id: str, values: dict[str, Any]) -> None:
    await session.execute(_WRITE_PRODUCT.values(**values), {"key": product_id})


async def write_variant(session: AsyncSession, variant_id: str, values: dict[str, Any]) -> None:
    await session.execute(_WRITE_VARIANT.values(**values), {"key": variant_id})


async def lock(session: AsyncSession, product_id: str) -> str | None:
    """The status of a product, whose row nobody else writes until this unit of work ends; None without one."""
    found: str | None = (await session.execute(_LOCK, {"key": product_id})).scalar()
    return found


async def rate(session: AsyncSession, product_id: str, values: dict[str, Any]) -> None:
    """Write a rating; the product itself did not change, so its version stays."""
    await session.execute(_RATE.values(**values), {"key": product_id})


async def titles(session: AsyncSession, product_ids: Sequence[str]) -> dict[str, Any]:
    """The titles of products of every status, in all languages."""
    return {row.id: row.title for row in await session.execute(_TITLES, {"ids": product_ids})}


async def counts_by_category(session: AsyncSession) -> dict[str, int]:
    """{category_id: public products}."""
    return {row[0]: row[1] for row in await session.execute(_BY_CATEGORY)}


async def count_in_category(session: AsyncSession, category_id: str) -> int:
    """Products of every status but deleted."""
    return (await session.execute(_USING_CATEGORY, {"category": category_id})).scalar_one()


async def leave_category(session: AsyncSession, category_id: str) -> None:
    """Deleted products need no shelf."""
    await session.execute(_LEAVE_CATEGORY.values(category_id=None), {"category": category_id})


async def images(session: AsyncSession) -> set[str]:
    """The addresses of all images that products and variants show."""
    found = set((await session.execute(_IMAGES_OF_PRODUCTS)).scalars())
    return found | set((await session.execute(_IMAGES_OF_VARIANTS)).scalars())


async def locked(session: AsyncSession, product_ids: Sequence[str]) -> Sequence[Record]:
    """These products, whose rows nobody else writes until the unit of work ends; by id, so that no two deadlock."""
    statement = these(product_ids).order_by(products.c.id).with_for_update()
    return (await session.execute(statement)).all()


async def write_products(session: AsyncSession, product_ids: Sequence[str], values: dict[str, Any]) -> None:
    statement = update(products).where(_own_products, products.c.id.in_(product_ids))
    await session.execute(statement.values(**values, version=products.c.version + 1))


async def write_prices(session: AsyncSession, priced: Sequence[Mapping[str, Any]]) -> None:
    """Variants as {id, price, prices}."""
    rows = [{"key": one["id"], "new_price": one["price"], "new_prices": one["prices"]} for one in priced]
    await session.execute(_WRITE_PRICE, rows)


async def begin_bulk(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(insert(bulk_changes), row)


async def end_bulk(session: AsyncSession, bulk_id: str, results: Sequence[dict[str, Any]]) -> None:
    statement = update(bulk_changes).where(bulk_changes.c.tenant_id == TENANT, bulk_changes.c.id == bulk_id)
    await session.execute(statement.values(results=results))


async def bulk_change(session: AsyncSession, bulk_id: str) -> list[dict[str, Any]] | None:
    """What a bulk request did, or None when none was made under this id."""
    statement = select(bulk_changes.c.results).where(bulk_changes.c.tenant_id == TENANT, bulk_changes.c.id == bulk_id)
    results: list[dict[str, Any]] | None = (await session.execute(statement)).scalar()
    return results


async def delete_variants(session: AsyncSession, product_id: str) -> None:
    """Mark all variants of a product deleted; their SKUs are free again."""
    statement = update(variants).where(variants.c.tenant_id == TENANT, variants.c.product_id == product_id)
    await session.execute(statement.values(status=DELETED, sku=None))
