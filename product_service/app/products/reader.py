"""The read side of the catalogue: few Core statements per page, plain JSON out."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.errors import NotFound
from common.languages import Texts, localized
from product_service.app.base import Record
from product_service.app.categories.service import CategoryName, CategoryService
from product_service.app.inventory.service import InventoryService, Level, availability
from product_service.app.media.service import MediaService
from product_service.app.products import currencies, cursors, ratings, rendering, repository
from product_service.app.products.models import ACTIVE, DELETED
from product_service.app.products.rendering import Json, Words, best
from product_service.app.search.documents import ProductDocument

_WALK = 500  # keys read at a time


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """What a list is narrowed to: `category` by slug or id, prices in minor units; `status`, `text`: for staff.

    With a `currency` it holds what is for sale in it, at its prices; else everything, each in its own currency.
    """

    category: str | None = None
    vendor: str | None = None
    min_price: int | None = None
    max_price: int | None = None
    in_stock: bool | None = None
    ids: Sequence[str] | None = None
    status: str = ACTIVE
    text: str | None = None
    min_rating: int | None = None
    currency: str | None = None


class ProductReader:
    """Answers about products; every method that takes a session reads in the caller's transaction."""

    def __init__(
        self, database: Database, categories: CategoryService, inventory: InventoryService, media: MediaService
    ) -> None:
        self._database = database
        self._categories = categories
        self._inventory = inventory
        self._media = media

    async def page(self, wanted: ProductFilter, sort: str, cursor: str | None, limit: int, words: Words) -> Json:
        """One page of summaries: {"items": […], "next_cursor": …}."""
        order = repository.order_of(sort, wanted.currency)
        after = cursors.decoded(cursor, sort, order.kind) if cursor else None
        async with self._database.reading() as session:
            family = await self._family(session, wanted)
            if family == [] or wanted.ids == []:
                return {"items": [], "next_cursor": None}
            conditions = self._conditions(wanted, family)
            statement = repository.page(conditions, order, after, limit + 1, wanted.currency)
            rows = await repository.fetch(session, statement)
            items = await self._summaries(session, rows[:limit], words)
        return {"items": items, "next_cursor": cursors.following(rows, sort, limit)}

    async def staff_page(
        self, wanted: ProductFilter, sort: str, cursor: str | None, limit: int, words: Words, *, counts: bool
    ) -> Json:
        """As `page`, with `staff` in every summary and, when asked for, how many there are of each status.

        What staff looks for has no index, so it is looked for away from the event loop.
        """
        order, currency = self._order(sort, wanted.currency), wanted.currency
        after = cursors.decoded(cursor, sort, order.kind) if cursor else None
        async with self._database.reading() as session:
            family = await self._family(session, wanted)
        if family == [] or wanted.ids == []:
            return {"items": [], "next_cursor": None, **({"counts": rendering.status_counts({})} if counts else {})}
        keys = repository.keys(self._conditions(wanted, family), order, after, limit + 1, currency)
        walked = await self._in_thread(keys)
        of_status = repository.counted(self._conditions(replace(wanted, status="all"), family), currency)
        counted = {row[0]: row[1] for row in await self._in_thread(of_status)} if counts else {}
        async with self._database.reading() as session:
            rows = await repository.fetch(session, repository.these([row.id for row in walked[:limit]], currency))
            found = {row.id: row for row in rows}
            shown = [found[row.id] for row in walked[:limit] if row.id in found]
            items = await self._summaries(session, shown, words, staff=True)
        following = cursors.encoded(walked[limit - 1][0], walked[limit - 1].id, sort) if len(walked) > limit else None
        page = {"items": items, "next_cursor": following}
        return {**page, "counts": rendering.status_counts(counted)} if counts else page

    async def keys(
        self, wanted: ProductFilter, sort: str, cursor: str | None, among: Container[str], limit: int
    ) -> tuple[list[str], str | None]:
        """Ids of a page in this order out of `among`, and the cursor behind it."""
        order, currency = repository.order_of(sort, wanted.currency), wanted.currency
        after = cursors.decoded(cursor, sort, order.kind) if cursor else None
        async with self._database.reading() as session:
            family = await self._family(session, wanted)
        statement = repository.keys(self._conditions(wanted, family), order, after, _WALK, currency)
        found: list[Record] = []
        walked = await self._in_thread(statement)
        while True:
            found += [row for row in walked if row.id in among][: limit + 1 - len(found)]
            if len(found) > limit or len(walked) < _WALK:
                break
            behind = tuple(walked[-1])
            statement = repository.keys(self._conditions(wanted, family), order, behind, 10 * _WALK, currency)
            walked = await self._in_thread(statement)
        following = cursors.encoded(found[limit - 1][0], found[limit - 1].id, sort) if len(found) > limit else None
        return [row.id for row in found[:limit]], following

    async def must_be_public(self, session: AsyncSession, product_id: str) -> Record:
        """The row of a public product; NotFound for any other."""
        row = await repository.product(session, product_id)
        if row is None or row.status != ACTIVE:
            raise NotFound("There is no such product.")
        return row

    async def like_it(self, row: Record, most: int) -> list[str]:
        """Ids of public products on the same shelf as this one, the nearest in price first; a shelf may be long."""
        if row.category_id is None:
            return []
        return [found.id for found in await self._in_thread(repository.like_it(row, most))]

    async def ids_of(self, session: AsyncSession, handles: Sequence[str]) -> dict[str, str]:
        """{handle: product_id}."""
        return {handle: row.id for handle, row in (await repository.known_records(session, handles)).items()}

    async def titles(self, session: AsyncSession, product_ids: Sequence[str]) -> dict[str, Texts]:
        """Titles in all languages, also of products that are not public."""
        return await repository.titles(session, product_ids) if product_ids else {}

    async def images(self, session: AsyncSession) -> set[str]:
        """The addresses of all images that products and variants show."""
        return await repository.images(session)

    async def _family(self, session: AsyncSession, wanted: ProductFilter) -> list[str] | None:
        """The shelves to look on: None for all, [] for a category that there is not."""
        return await self._categories.family(session, wanted.category) if wanted.category is not None else None

    def _order(self, sort: str, currency: str | None) -> repository.Order:
        if sort not in ("stock", "-stock"):
            return repository.order_of(sort, currency)
        stock = self._inventory.available_of(repository.products.c.id)
        return repository.Order(stock, int, descending=sort == "-stock")

    async def _in_thread(self, statement: Select[Any]) -> Sequence[Record]:
        return await self._database.read_in_thread(lambda connection: connection.execute(statement).all())

    async def product(
        self, product_id: str, words: Words = localized, *, public: bool = True, currency: str | None = None
    ) -> Json:
        """A product with its variants, media and availability; NotFound unless it is public or staff asks."""
        async with self._database.reading() as session:
            row = await repository.product(session, product_id)
            if row is None or (public and row.status != ACTIVE):
                raise NotFound("There is no such product.")
            category = await self._category_of(session, row)
            variants = await repository.variants_of(session, [product_id])
            levels = await self._inventory.levels_of_products(session, [product_id])
            media = await self._media.of_product(session, product_id) if row.image else ()
        available = {level.variant_id: level.available for level in levels}
        return rendering.product(row, category, variants, available, media, words, currency)

    async def ever_any(self) -> bool:
        """Whether the shop has, or ever had, a product."""
        async with self._database.reading() as session:
            return await repository.ever_any(session)

    async def variant(
        self, variant_id: str, words: Words = localized, *, public: bool = True, currency: str | None = None
    ) -> Json:
        """One variant; NotFound unless its product is public or staff asks."""
        async with self._database.reading() as session:
            row = await repository.variant(session, variant_id)
            if row is None or (public and row.product_status != ACTIVE):
                raise NotFound("There is no such variant.")
            levels = await self._inventory.levels(session, [variant_id])
        available = levels[variant_id].available if variant_id in levels else 0
        return rendering.variant(row, row.currency, available, words, currency)

    async def quote(self, variant_ids: Sequence[str]) -> list[Json]:
        """VariantQuotes of the public variants among these ids, in their order."""
        async with self._database.reading() as session:
            quotes = await self.quotes(session, variant_ids)
        return [quotes[key] for key in dict.fromkeys(variant_ids) if key in quotes]

    async def summaries(
        self,
        session: AsyncSession,
        product_ids: Sequence[str],
        words: Words = localized,
        currency: str | None = None,
    ) -> list[Json]:
        """Summaries of public products (for sale in the currency) in the order of the ids; others are left out."""
        if not product_ids:
            return []
        found = {row.id: row for row in await repository.summaries(session, product_ids, currency)}
        return await self._summaries(session, [found[key] for key in product_ids if key in found], words)

    async def quotes(self, session: AsyncSession, variant_ids: Sequence[str]) -> dict[str, Json]:
        """What the public variants among these ids cost and how many there are: {variant_id: VariantQuote}."""
        if not variant_ids:
            return {}
        rows = await repository.quotes(session, variant_ids)
        levels = await self._inventory.levels(session, [row.id for row in rows]) if rows else {}
        shelves = await self._shelves_of(session, rows)
        available = {row.id: levels[row.id].available if row.id in levels else 0 for row in rows}
        return {row.id: rendering.quote(row, available[row.id], shelves.get(row.category_id, ())) for row in rows}

    async def prices(self, session: AsyncSession, variant_ids: Sequence[str]) -> dict[str, Json]:
        """As `quotes` but without `available`, for a hold that is about to find out."""
        rows = await repository.quotes(session, variant_ids)
        shelves = await self._shelves_of(session, rows)
        return {row.id: rendering.price(row, shelves.get(row.category_id, ())) for row in rows}

    async def documents(self, session: AsyncSession, product_ids: Sequence[str]) -> list[ProductDocument]:
        """The public products among these ids as search indexes them."""
        rows = await repository.public_products(session, product_ids)
        if not rows:
            return []
        categories = await self._categories_of(session, rows)
        variants: dict[str, list[Record]] = {row.id: [] for row in rows}
        for variant in await repository.variants_of(session, list(variants)):
            variants[variant.product_id].append(variant)
        return [_document(row, categories.get(row.category_id), variants[row.id]) for row in rows]

    def _conditions(self, wanted: ProductFilter, family: list[str] | None) -> list[ColumnElement[bool]]:
        table = repository.products.c
        conditions = [table.status == wanted.status if wanted.status != "all" else table.status != DELETED]
        if family is not None:  # one category by `=`, since only then the index gives the order, too
            conditions.append(table.category_id.in_(family) if len(family) > 1 else table.category_id == family[0])
        if wanted.vendor is not None:
            conditions.append(table.vendor == wanted.vendor)
        if wanted.min_price is not None:
            conditions.append(currencies.column("max_price", wanted.currency) >= wanted.min_price)
        if wanted.max_price is not None:
            conditions.append(currencies.column("price", wanted.currency) <= wanted.max_price)
        if wanted.min_rating is not None:
            conditions.append(table.rating_count > 0)
            conditions.append(table.rating_sum >= wanted.min_rating * table.rating_count)
        if wanted.ids is not None:
            conditions.append(table.id.in_(wanted.ids))
        if wanted.text:
            conditions.append(repository.named_like(wanted.text))
        if wanted.in_stock is not None:
            stocked = self._inventory.has_stock(table.id)
            conditions.append(stocked if wanted.in_stock else ~stocked)
        return conditions

    async def _summaries(
        self, session: AsyncSession, rows: Sequence[Record], words: Words, *, staff: bool = False
    ) -> list[Json]:
        if not rows:
            return []
        categories = await self._categories_of(session, rows)
        labels: dict[str, list[Any]] = {row.id: [] for row in rows}
        levels: dict[str, list[Level]] = {row.id: [] for row in rows}
        for level in await self._inventory.levels_of_products(session, list(labels)):
            labels[level.product_id].append(availability(level.available))
            levels[level.product_id].append(level)
        shown = [rendering.summary(row, categories.get(row.category_id), best(labels[row.id]), words) for row in rows]
        if staff:
            for row, summary in zip(rows, shown, strict=True):
                summary["staff"] = rendering.staff_facts(row, levels[row.id])
        return shown

    async def _categories_of(self, session: AsyncSession, rows: Iterable[Record]) -> dict[str, CategoryName]:
        return await self._categories.by_ids(session, sorted({row.category_id for row in rows if row.category_id}))

    async def _shelves_of(self, session: AsyncSession, rows: Iterable[Record]) -> dict[str, list[str]]:
        return await self._categories.lineages(session, {row.category_id for row in rows if row.category_id})

    async def _category_of(self, session: AsyncSession, row: Record) -> CategoryName | None:
        return (await self._categories_of(session, [row])).get(row.category_id)


def _document(row: Record, category: CategoryName | None, variants: Sequence[Record]) -> ProductDocument:
    return ProductDocument(
        product_id=row.id,
        title=row.title,
        price=row.price,
        created_at=row.created_at,
        description=row.description,
        vendor=row.vendor,
        category=category.slug if category else None,
        category_name=category.name if category else {},
        tags=row.tags,
        attributes=row.attributes,
        options=[pair for variant in variants for pair in variant.options],
        skus=[variant.sku for variant in variants if variant.sku],
        stars=ratings.whole_stars(row.rating_sum, row.rating_count),
        rating_rank=row.rating_rank,
    )
