"""What staff does with the catalogue. Every operation is one unit of work: rows, search index, event, pages."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, current_tenant
from common.errors import ChangedMeanwhile, Conflict, InvalidInput, NotFound
from common.events import publish
from common.ids import new_id
from common.languages import Texts, localized
from product_service.app.categories.service import CategoryService
from product_service.app.freshness import CataloguePages
from product_service.app.inventory.service import InventoryService, NewStock
from product_service.app.media.service import MediaService
from product_service.app.media.store import MediaStore
from product_service.app.products import currencies, ratings, repository
from product_service.app.products.bulk import BulkWriter, summarised
from product_service.app.products.models import ACTIVE, DELETED
from product_service.app.products.records import NamedValue, ProductRecord, UpsertCounts, VariantRecord
from product_service.app.products.schemas import NamedTexts, ProductCreate, ProductUpdate, VariantCreate, VariantUpdate
from product_service.app.products.soundness import MAX_VARIANTS
from product_service.app.search.index import SearchIndex


class AlreadyTaken(Conflict):
    code = "already_taken"
    title = "Another product has this handle or SKU"


class LastVariant(Conflict):
    code = "last_variant"
    title = "A product keeps at least one variant; delete the product instead"


class TooManyVariants(Conflict):
    code = "too_many_variants"
    title = f"A product has at most {MAX_VARIANTS} variants"


class MixedCurrencies(InvalidInput):
    code = "mixed_currencies"
    title = "All variants of a product are priced in one currency"


class CatalogueService:
    """Creates, changes and removes products and variants."""

    def __init__(
        self,
        database: Database,
        categories: CategoryService,
        inventory: InventoryService,
        media: MediaService,
        store: MediaStore,
        index: SearchIndex,
        bulk: BulkWriter,
        pages: CataloguePages,
        language: str,
    ) -> None:
        self._database = database
        self._categories = categories
        self._inventory = inventory
        self._media = media
        self._store = store
        self._index = index
        self._bulk = bulk
        self._pages = pages
        self._language = language

    async def upsert_products(self, session: AsyncSession, records: Sequence[ProductRecord]) -> UpsertCounts:
        """Bring records in by handle, in the caller's transaction; batches of about 200 keep the loop responsive."""
        counts = await self._bulk.upsert(session, records)
        if counts.created or counts.updated:
            self._pages.outdated(session)
        return counts

    async def reindex_category(self, session: AsyncSession, category_id: str) -> None:
        """Have search relearn what stands in a category, since its name is part of what it knows of them."""
        await self._index.index_products(session, await repository.ids_in_category(session, category_id))

    async def counts_by_category(self, session: AsyncSession) -> dict[str, int]:
        """{category_id: public products}."""
        return await repository.counts_by_category(session)

    async def leave_category(self, session: AsyncSession, category_id: str) -> int:
        """Take deleted products off a shelf; how many others stand on it."""
        await repository.leave_category(session, category_id)
        return await repository.count_in_category(session, category_id)

    async def create_product(self, given: ProductCreate) -> str:
        """A new product with its variants and their stock; gives its id."""
        if len({variant.price.currency for variant in given.variants}) > 1:
            raise MixedCurrencies
        handle = given.handle or _handle_from(given.title)
        try:
            async with self._database.unit_of_work() as session:
                category = None
                if given.category is not None:
                    category_id = await self._categories.known(session, given.category)
                    category = (await self._categories.by_ids(session, [category_id]))[category_id].slug
                [product_id] = await self._bulk.create(session, [(_record(given, handle, category), "")])
                self._pages.outdated(session)
        except IntegrityError as error:
            raise AlreadyTaken(handle=handle) from error
        return product_id

    async def bring_in(self, session: AsyncSession, record: ProductRecord) -> None:
        """A new product with the ids it brings along; IntegrityError where one of them, a handle or a SKU is taken."""
        await self._bulk.create(session, [(record, "")])
        self._pages.outdated(session)

    async def take(self, session: AsyncSession, product_id: str, *, public: bool = True) -> None:
        """Keep everybody else from writing this product's row until the transaction ends; NotFound without one."""
        status = await repository.lock(session, product_id)
        if status is None or (public and status != ACTIVE):
            raise NotFound("There is no such product.")

    async def rate(self, session: AsyncSession, product_id: str, stars: Mapping[int, int]) -> None:
        """Write what its reviews give a product, {stars: reviews}; the row must have been taken."""
        count = sum(stars.values())
        total = sum(rating * number for rating, number in stars.items())
        values = {"rating_count": count, "rating_sum": total, "rating_rank": ratings.rank(total, count)}
        await repository.rate(session, product_id, values)
        await self._index.rate(session, product_id, ratings.whole_stars(total, count), values["rating_rank"])
        self._pages.outdated(session)

    async def update_product(self, product_id: str, given: ProductUpdate, version: int | None = None) -> None:
        """Change a product; with `version`, only if it is still the one there."""
        try:
            async with self._database.unit_of_work() as session:
                row = await self._product(session, product_id, version)
                values = given.model_dump(
                    exclude_unset=True, exclude_none=True, exclude={"category", "title", "description"}
                )
                if given.title is not None:
                    title = row.title | given.title
                    values |= {"title": title, "title_key": localized(title, self._language).casefold()[:120]}
                if given.description is not None:
                    values["description"] = row.description | given.description
                if "category" in given.model_fields_set:
                    category = given.category and await self._categories.known(session, given.category)
                    values["category_id"] = category
                await self._written(session, product_id, values)
        except IntegrityError as error:
            raise AlreadyTaken(handle=given.handle) from error

    async def delete_product(self, product_id: str) -> None:
        """Take a product out of the shop. Orders keep their frozen lines; its handle and SKUs are free again."""
        async with self._database.unit_of_work() as session:
            row = await self._product(session, product_id)
            await repository.delete_variants(session, product_id)
            await currencies.remove(session, [product_id])
            await repository.write_product(session, product_id, {"status": DELETED, "handle": None, "record_hash": ""})
            await self._index.remove_products(session, [product_id])
            await publish(session, "product.deleted", product_id, {"handle": row.handle})
            self._pages.outdated(session)

    async def add_variant(self, product_id: str, given: VariantCreate) -> str:
        """One more variant, behind the others; gives its id."""
        variant_id = new_id("var")
        try:
            async with self._database.unit_of_work() as session:
                row = await self._product(session, product_id)
                self._same_currency(given.price.currency, row.currency)
                present = await repository.variants_of(session, [product_id])
                if len(present) >= MAX_VARIANTS:
                    raise TooManyVariants
                values = given.model_dump(exclude={"quantity", "price", "prices"}) | {
                    "id": variant_id,
                    "product_id": product_id,
                    "sku": given.sku or variant_id,
                    "price": given.price.amount,
                    "prices": currencies.others(given.prices, row.currency) or None,
                    "position": len(present),
                }
                await repository.add_variants(session, [values])
                await self._inventory.set_initial(session, [NewStock(variant_id, product_id, given.quantity)])
                await self._written(session, product_id, {}, row.currency)
        except IntegrityError as error:
            raise AlreadyTaken(sku=given.sku) from error
        return variant_id

    async def update_variant(self, variant_id: str, given: VariantUpdate, version: int | None = None) -> None:
        """Change a variant; with `version`, only if it is still the one there."""
        try:
            async with self._database.unit_of_work() as session:
                row = await self._variant(session, variant_id)
                if version is not None:
                    await self.take(session, row.product_id, public=False)
                    row = await self._variant(session, variant_id)
                    _still(version, row)
                values = given.model_dump(exclude_unset=True, exclude_none=True, exclude={"price", "prices", "title"})
                values |= self._prices(given, row.currency)
                if given.title is not None:
                    values["title"] = row.title | given.title
                if values:
                    await repository.write_variant(session, variant_id, values)
                await self._written(session, row.product_id, {}, row.currency)
        except IntegrityError as error:
            raise AlreadyTaken(sku=given.sku) from error

    async def delete_variant(self, variant_id: str) -> None:
        async with self._database.unit_of_work() as session:
            row = await self._variant(session, variant_id)
            if len(await repository.variants_of(session, [row.product_id])) == 1:
                raise LastVariant
            await repository.write_variant(session, variant_id, {"status": DELETED, "sku": None})
            await self._written(session, row.product_id, {}, row.currency)

    async def add_image(self, product_id: str, content: bytes, alt: Texts) -> dict[str, Any]:
        """Keep an image and show it behind the others of the product; gives {id, url, alt, position}."""
        async with self._database.reading() as session:
            await self._product(session, product_id)
        file = await self._store.put(current_tenant(), content)
        async with self._database.unit_of_work() as session:
            row = await self._product(session, product_id)
            added = await self._media.add(session, product_id, file, alt)
            await self._written(session, product_id, {} if row.image else {"image": file.url})
        await self._store.surely(current_tenant(), file, content)
        return {name: added[name] for name in ("id", "url", "alt", "position")}

    async def change_image(self, product_id: str, media_id: str, alt: Texts | None, position: int | None) -> None:
        """Give an image other words, or another place among those of its product."""
        async with self._database.unit_of_work() as session:
            await self.take(session, product_id, public=False)
            if alt is not None:
                await self._media.describe(session, product_id, media_id, alt)
            if position is not None:
                await self._media.move(session, product_id, media_id, position)
            await self._show_first(session, product_id)

    async def order_images(self, product_id: str, media_ids: Sequence[str]) -> None:
        """Put the images of a product into this order; all of them must be named."""
        async with self._database.unit_of_work() as session:
            await self.take(session, product_id, public=False)
            await self._media.arrange(session, product_id, media_ids)
            await self._show_first(session, product_id)

    async def remove_image(self, product_id: str, media_id: str) -> None:
        async with self._database.unit_of_work() as session:
            await self._product(session, product_id)
            await self._media.remove(session, product_id, media_id)
            await self._show_first(session, product_id)

    async def _show_first(self, session: AsyncSession, product_id: str) -> None:
        images = await self._media.of_product(session, product_id)
        await self._written(session, product_id, {"image": images[0].url if images else None})

    async def _written(
        self, session: AsyncSession, product_id: str, values: dict[str, Any], own_currency: str | None = None
    ) -> None:
        """What every change of a product ends with; `own_currency` is told where its prices may be others now.

        Its record hash goes, so that a file may set it right again.
        """
        variants = [row._asdict() for row in await repository.variants_of(session, [product_id])]
        if own_currency is not None:
            await currencies.replace(session, product_id, currencies.rows_of(product_id, own_currency, variants))
        summary = summarised(variants)
        await repository.write_product(session, product_id, {**values, **summary, "record_hash": ""})
        await self._index.index_products(session, [product_id])
        await publish(session, "product.updated", product_id, {"fields": sorted(values)})
        self._pages.outdated(session)

    async def _product(self, session: AsyncSession, product_id: str, version: int | None = None) -> Any:
        if version is not None:
            await self.take(session, product_id, public=False)
        row = await repository.product(session, product_id)
        if row is None:
            raise NotFound("There is no such product.")
        _still(version, row)
        return row

    async def _variant(self, session: AsyncSession, variant_id: str) -> Any:
        row = await repository.variant(session, variant_id)
        if row is None:
            raise NotFound("There is no such variant.")
        return row

    def _prices(self, given: VariantUpdate, own: str) -> dict[str, Any]:
        """What a variant's row gets: `prices` are all there are, but for the own one, which a variant always has."""
        values: dict[str, Any] = {}
        if given.prices is not None:
            values["prices"] = currencies.others(given.prices, own) or None
        price = given.price or next((one for one in given.prices or () if one.currency == own), None)
        if price is not None:
            self._same_currency(price.currency, own)
            values["price"] = price.amount
        return values

    @staticmethod
    def _same_currency(given: str, present: str) -> None:
        if given != present:
            raise MixedCurrencies(currency=present)


def _still(version: int | None, row: Any) -> None:
    if version is not None and row.version != version:
        raise ChangedMeanwhile(version=row.version)


def _handle_from(title: Texts) -> str:
    """`desk-lamp-3f9a2c`: readable, and free without asking."""
    words = re.sub(r"[^a-z0-9]+", "-", localized(title).lower()).strip("-")[:80].strip("-")
    return f"{words}-{new_id('x')[-6:]}".lstrip("-")


def _record(given: ProductCreate, handle: str, category: str | None) -> ProductRecord:
    return ProductRecord(
        handle=handle,
        title=dict(given.title),
        currency=given.variants[0].price.currency,
        variants=[_variant_record(variant, handle, place) for place, variant in enumerate(given.variants)],
        description=dict(given.description),
        vendor=given.vendor,
        category=category,
        tags=given.tags,
        attributes=_named(given.attributes),
        status=given.status,
    )


def _variant_record(given: VariantCreate, handle: str, place: int) -> VariantRecord:
    return VariantRecord(
        sku=given.sku or (f"{handle}-{place + 1}" if place else handle)[:255],
        price=given.price.amount,
        prices=currencies.others(given.prices, given.price.currency) or None,
        quantity=given.quantity,
        title=dict(given.title),
        options=_named(given.options),
        weight_grams=given.weight_grams,
        tax_class=given.tax_class,
    )


def _named(values: Sequence[NamedTexts]) -> list[NamedValue]:
    return [NamedValue(dict(one.name), dict(one.value)) for one in values]
