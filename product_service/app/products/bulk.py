"""Writing many products at once, by natural key: what an import, a seed and `create_product` have in common.

New records go in as a few executemany statements; known ones are compared by hash and only written when they differ.
A variant that a record does not name stays: a file adds and changes, it never deletes.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.events import publish, publish_many
from common.ids import new_id
from common.languages import localized
from product_service.app.categories.service import CategoryName, CategoryService
from product_service.app.inventory.service import InventoryService, NewStock
from product_service.app.media.service import MediaService
from product_service.app.media.store import StoredFile
from product_service.app.products import currencies, repository
from product_service.app.products.models import ACTIVE
from product_service.app.products.records import STANDARD, NamedValue, ProductRecord, UpsertCounts, VariantRecord
from product_service.app.products.soundness import sound, taken_elsewhere
from product_service.app.products.stored import StoredProducts, completed, differs
from product_service.app.search.documents import ProductDocument
from product_service.app.search.index import SearchIndex

Row = dict[str, Any]
Json = dict[str, Any]


class BulkWriter:
    """Writes records with variants, stock, images, categories and search documents in the caller's transaction."""

    def __init__(
        self,
        categories: CategoryService,
        inventory: InventoryService,
        media: MediaService,
        index: SearchIndex,
        stored: StoredProducts,
        clock: Clock,
        language: str,
    ) -> None:
        self._categories = categories
        self._stored = stored
        self._inventory = inventory
        self._media = media
        self._index = index
        self._clock = clock
        self._language = language

    async def upsert(self, session: AsyncSession, records: Sequence[ProductRecord]) -> UpsertCounts:
        """Create what is new, write what differs, leave the rest; what cannot be taken is in `refused`."""
        counts = UpsertCounts()
        taken = sound(records, counts)
        if not taken:
            return counts
        known = await repository.known_records(session, [record.handle for record in taken])
        skus = await repository.known_skus(session, [one.sku for record in taken for one in record.variants])
        new: list[tuple[ProductRecord, str]] = []
        changed: list[tuple[ProductRecord, str, str]] = []
        for record in taken:
            row = known.get(record.handle)
            if taken_elsewhere(record, row.id if row else None, skus, counts):
                continue
            counts.known_variants.update({one.sku: skus[one.sku].id for one in record.variants if one.sku in skus})
            record_hash = record.hash()
            if row is None:
                new.append((record, record_hash))
            elif row.record_hash == record_hash:
                counts.unchanged += 1
            else:
                changed.append((record, record_hash, row.id))
        changed = await self._differing(session, changed, counts)
        await self.create(session, new)
        await self._change(session, changed, counts.known_variants)
        counts.created, counts.updated = len(new), len(changed)
        return counts

    async def _differing(
        self, session: AsyncSession, records: Sequence[tuple[ProductRecord, str, str]], counts: UpsertCounts
    ) -> list[tuple[ProductRecord, str, str]]:
        """Of known records whose hash is another one, those that say something new, completed by what is stored.

        The hash of a product that was edited, or came by another way, is unknown; its export must change nothing.
        """
        if not records:
            return []
        stored = await self._stored.records(session, [product_id for *_, product_id in records])
        differing: list[tuple[ProductRecord, str, str]] = []
        for record, record_hash, product_id in records:
            whole = completed(record, stored[product_id])
            if record.media is None and not differs(whole, stored[product_id]):
                counts.unchanged += 1
            else:
                differing.append((whole, record_hash, product_id))
        return differing

    async def create(self, session: AsyncSession, records: Sequence[tuple[ProductRecord, str]]) -> list[str]:
        """Insert records whose handles and SKUs are free, each with the hash to keep; gives the product ids."""
        if not records:
            return []
        categories = await self._ensure_categories(session, [record for record, _ in records])
        now = self._clock.now()
        products: list[Row] = []
        variants: list[Row] = []
        stock: list[NewStock] = []
        documents: list[ProductDocument] = []
        prices: list[Row] = []
        for record, record_hash in records:
            category = categories.get(record.category or "")
            product_id = record.id or new_id("prd")
            own = [_variant_row(product_id, place, one, now) for place, one in enumerate(record.variants)]
            product = {"id": product_id, **self._product_row(record, category, now), "created_at": now}
            products.append({**product, **summarised(own), "image": _first_image(record), "record_hash": record_hash})
            variants += own
            prices += currencies.rows_of(product_id, record.currency, own)
            stock += [
                NewStock(row["id"], product_id, one.quantity) for row, one in zip(own, record.variants, strict=True)
            ]
            if record.status == ACTIVE:
                documents.append(_document(products[-1], category, own))
        await repository.add_products(session, products)
        await repository.add_variants(session, variants)
        await currencies.add(session, prices)
        await self._inventory.set_initial(session, stock)
        ids = [row["id"] for row in products]
        images = {key: _images(record) for key, (record, _) in zip(ids, records, strict=True) if record.media}
        await self._media.replace(session, images, new=True)
        await self._index.write(session, documents, new=True)
        happened = ((row["id"], {"handle": row["handle"], "status": row["status"]}) for row in products)
        await publish_many(session, "product.created", happened)
        return ids

    async def _change(
        self, session: AsyncSession, records: Sequence[tuple[ProductRecord, str, str]], known: dict[str, str]
    ) -> None:
        if not records:
            return
        categories = await self._ensure_categories(session, [record for record, *_ in records])
        now = self._clock.now()
        for record, record_hash, product_id in records:
            await self._write_variants(session, product_id, record.variants, known, now)
            values = self._product_row(record, categories.get(record.category or ""), now)
            if record.media is not None:
                await self._media.replace(session, {product_id: _images(record)})
                values["image"] = _first_image(record)
            rows = [row._asdict() for row in await repository.variants_of(session, [product_id])]
            values |= summarised(rows)
            await currencies.replace(session, product_id, currencies.rows_of(product_id, record.currency, rows))
            await repository.write_product(session, product_id, {**values, "record_hash": record_hash})
            await publish(session, "product.updated", product_id, {"handle": record.handle, "status": record.status})
        await self._index.index_products(session, [product_id for *_, product_id in records])

    async def _write_variants(
        self,
        session: AsyncSession,
        product_id: str,
        records: Sequence[VariantRecord],
        known: dict[str, str],
        now: datetime,
    ) -> None:
        fresh: list[Row] = []
        stock: list[NewStock] = []
        for place, record in enumerate(records):
            row = _variant_row(product_id, place, record, now)
            if record.sku in known:
                written = {name: value for name, value in row.items() if name not in ("id", "created_at")}
                await repository.write_variant(session, known[record.sku], written)
            else:
                fresh.append(row)
                stock.append(NewStock(row["id"], product_id, record.quantity))
        if fresh:
            await repository.add_variants(session, fresh)
            await self._inventory.set_initial(session, stock)

    async def _ensure_categories(
        self, session: AsyncSession, records: Sequence[ProductRecord]
    ) -> dict[str, CategoryName]:
        wanted = {
            record.category: record.category_name or {"en": record.category} for record in records if record.category
        }
        return await self._categories.ensure(session, wanted)

    def _product_row(self, record: ProductRecord, category: CategoryName | None, now: datetime) -> Row:
        return {
            "handle": record.handle,
            "status": record.status,
            "title": record.title,
            "title_key": localized(record.title, self._language).casefold()[:120],
            "description": record.description,
            "vendor": record.vendor,
            "category_id": category.id if category else None,
            "tags": list(record.tags),
            "attributes": pairs(record.attributes),
            "currency": record.currency,
            "updated_at": now,
        }


def pairs(values: Sequence[NamedValue]) -> list[Json]:
    return [{"name": one.name, "value": one.value} for one in values]


def summarised(variants: Sequence[Any]) -> Row:
    """What a product's row repeats of its variants."""
    if not variants:
        return {"price": 0, "max_price": 0, "variant_id": None, "variants_count": 0}
    cheapest = min(variants, key=lambda row: row["price"])
    return {
        "price": cheapest["price"],
        "max_price": max(row["price"] for row in variants),
        "variant_id": cheapest["id"],
        "variants_count": len(variants),
    }


def _variant_row(product_id: str, position: int, record: VariantRecord, now: datetime) -> Row:
    return {
        "id": record.id or new_id("var"),
        "product_id": product_id,
        "sku": record.sku,
        "status": ACTIVE,
        "position": position,
        "title": record.title,
        "options": pairs(record.options),
        "price": record.price,
        "prices": record.prices or None,
        "weight_grams": record.weight_grams,
        "tax_class": record.tax_class or STANDARD,
        "image": record.image,
        "created_at": now,
        "updated_at": now,
    }


def _document(product: Row, category: CategoryName | None, variants: Sequence[Row]) -> ProductDocument:
    return ProductDocument(
        product_id=product["id"],
        title=product["title"],
        price=product["price"],
        created_at=product["created_at"],
        description=product["description"],
        vendor=product["vendor"],
        category=category.slug if category else None,
        category_name=category.name if category else {},
        tags=product["tags"],
        attributes=product["attributes"],
        options=[pair for row in variants for pair in row["options"]],
        skus=[row["sku"] for row in variants],
    )


def _images(record: ProductRecord) -> list[tuple[StoredFile, dict[str, str]]]:
    return [(StoredFile(one.url, one.content_type, one.size), one.alt) for one in record.media or ()]


def _first_image(record: ProductRecord) -> str | None:
    return record.media[0].url if record.media else None
