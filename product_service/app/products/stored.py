"""The catalogue read back as records: what an export writes, and what an import compares a file with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from common.languages import Texts
from product_service.app.base import Record
from product_service.app.categories.service import CategoryService
from product_service.app.inventory.service import InventoryService
from product_service.app.products import currencies, repository
from product_service.app.products.records import NamedValue, ProductRecord, VariantRecord


@dataclass(slots=True)
class StoredProduct:
    """A product as it is, without its images; `on_hand` by SKU."""

    product_id: str
    record: ProductRecord
    on_hand: dict[str, int]


class StoredProducts:
    """Reads records in the caller's transaction."""

    def __init__(self, categories: CategoryService, inventory: InventoryService) -> None:
        self._categories = categories
        self._inventory = inventory

    async def after(self, session: AsyncSession, product_id: str, limit: int) -> list[StoredProduct]:
        """The products behind an id, by id, with what lies on the shelf."""
        rows = await repository.fetch(session, repository.behind(product_id, limit))
        stored = await self._stored(session, rows)
        levels = await self._inventory.levels_of_products(session, [row.id for row in rows]) if rows else []
        on_hand = {level.variant_id: level.on_hand for level in levels}
        return [
            StoredProduct(row.id, record, {one.sku: on_hand.get(key, 0) for key, one in variants})
            for row, (record, variants) in zip(rows, stored, strict=True)
        ]

    async def currencies(self, session: AsyncSession) -> list[str]:
        """Those that something has a price in besides its product's own."""
        return await currencies.besides_own(session)

    async def records(self, session: AsyncSession, product_ids: Sequence[str]) -> dict[str, ProductRecord]:
        """Records by product id."""
        rows = await repository.fetch(session, repository.these(product_ids))
        stored = await self._stored(session, rows)
        return {row.id: record for row, (record, _) in zip(rows, stored, strict=True)}

    async def _stored(
        self, session: AsyncSession, rows: Sequence[Record]
    ) -> list[tuple[ProductRecord, list[tuple[str, VariantRecord]]]]:
        if not rows:
            return []
        categories = await self._categories.by_ids(
            session, sorted({row.category_id for row in rows if row.category_id})
        )
        variants: dict[str, list[tuple[str, VariantRecord]]] = {row.id: [] for row in rows}
        for row in await repository.variants_of(session, list(variants)):
            variants[row.product_id].append((row.id, _variant(row)))
        found = []
        for row in rows:
            category = categories.get(row.category_id)
            own = variants[row.id]
            record = ProductRecord(
                handle=row.handle,
                title=row.title,
                currency=row.currency,
                variants=[one for _, one in own],
                description=row.description,
                vendor=row.vendor,
                category=category.slug if category else None,
                category_name=category.name if category else {},
                tags=row.tags,
                attributes=_named(row.attributes),
                status=row.status,
            )
            found.append((record, own))
        return found


def _variant(row: Record) -> VariantRecord:
    return VariantRecord(
        sku=row.sku,
        price=row.price,
        prices=row.prices or {},
        title=row.title,
        options=_named(row.options),
        weight_grams=row.weight_grams,
        tax_class=row.tax_class,
        image=row.image,
    )


def _named(pairs: Sequence[dict[str, Texts]]) -> list[NamedValue]:
    return [NamedValue(pair["name"], pair["value"]) for pair in pairs]


def completed(given: ProductRecord, stored: ProductRecord) -> ProductRecord:
    """What is given, with what it does not speak of taken from what is stored: other languages, images."""
    known = {one.sku: one for one in stored.variants}
    return replace(
        given,
        title=stored.title | given.title,
        description=stored.description | given.description if given.description else {},
        category_name=stored.category_name if given.category == stored.category else given.category_name,
        attributes=_completed_pairs(given.attributes, stored.attributes),
        variants=[_completed_variant(one, known.get(one.sku)) for one in given.variants],
    )


def _completed_variant(given: VariantRecord, stored: VariantRecord | None) -> VariantRecord:
    if stored is None:
        return given
    options = _completed_pairs(given.options, stored.options)
    title = stored.title | given.title if given.title else {}
    tax_class = given.tax_class or stored.tax_class
    image, prices = given.image or stored.image, stored.prices if given.prices is None else given.prices
    return replace(given, title=title, options=options, image=image, tax_class=tax_class, prices=prices)


def _completed_pairs(given: list[NamedValue], stored: list[NamedValue]) -> list[NamedValue]:
    """A pair that says what a stored one says, in the languages it speaks, is that one."""
    found = []
    for pair in given:
        same = (one for one in stored if _includes(one.name, pair.name) and _includes(one.value, pair.value))
        found.append(next(same, pair))
    return found


def _includes(stored: Texts, given: Texts) -> bool:
    return all(stored.get(language) == text for language, text in given.items())


def differs(given: ProductRecord, stored: ProductRecord) -> bool:
    """Whether writing a completed record would change anything but its hash; variants it does not name stay."""
    named = {one.sku for one in given.variants}
    kept = [one for one in stored.variants if one.sku in named]
    by_sku = replace(stored, variants=sorted(kept, key=lambda one: one.sku), media=None)
    return replace(given, variants=sorted(given.variants, key=lambda one: one.sku)).hash() != by_sku.hash()
