"""What staff does to many products at once: one transaction, a result for every row, once for every key."""

from collections.abc import Callable, Coroutine, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, retrying
from common.errors import InvalidInput
from common.events import publish_many
from common.languages import Texts, localized
from product_service.app.base import Record
from product_service.app.categories.service import CategoryService
from product_service.app.freshness import CataloguePages
from product_service.app.products import currencies, repository
from product_service.app.products.bulk import summarised
from product_service.app.products.models import ACTIVE, ARCHIVED, DELETED
from product_service.app.products.schemas import ProductBulk
from product_service.app.products.soundness import MAX_PRICE
from product_service.app.search.index import SearchIndex

Json = dict[str, Any]
Act = Callable[[AsyncSession, Sequence[Record], ProductBulk], Coroutine[Any, Any, dict[str, str]]]
REFUSALS: dict[str, Texts] = {
    "not_found": {"en": "There is no such product.", "zh": "没有这个商品。"},
    "price_out_of_range": {"en": "The new price would be out of range.", "zh": "新价格超出允许范围。"},
}
UNCHANGED = "unchanged"


class BulkIncomplete(InvalidInput):
    code = "bulk_incomplete"
    title = "set_category needs a category (or null), change_price_percent a percent"


class BulkChanges:
    """Every action gives, for the rows it did not change, why: `unchanged` or the code of a refusal."""

    def __init__(
        self, database: Database, categories: CategoryService, index: SearchIndex, pages: CataloguePages
    ) -> None:
        self._database = database
        self._categories = categories
        self._index = index
        self._pages = pages
        self._actions: dict[str, Act] = {
            "archive": self._archive,
            "activate": self._activate,
            "delete": self._delete,
            "set_category": self._set_category,
            "change_price_percent": self._change_price,
        }

    async def apply(self, given: ProductBulk, actor_id: str, bulk_id: str) -> list[Json]:
        """Do it, unless `bulk_id` was done before: then what was done then."""
        if given.action == "change_price_percent" and given.percent is None:
            raise BulkIncomplete
        if given.action == "set_category" and "category" not in given.model_fields_set:
            raise BulkIncomplete
        try:
            results = await self._apply(given, actor_id, bulk_id)
        except IntegrityError:
            async with self._database.reading() as session:
                known = await repository.bulk_change(session, bulk_id)
            if known is None:  # it was not the id that was taken
                raise
            results = known
        return [_shown(one) for one in results]

    @retrying
    async def _apply(self, given: ProductBulk, actor_id: str, bulk_id: str) -> list[Json]:
        ids = list(dict.fromkeys(given.ids))
        async with self._database.unit_of_work() as session:
            await repository.begin_bulk(
                session, {"id": bulk_id, "action": given.action, "actor_id": actor_id, "results": []}
            )
            rows = await repository.locked(session, ids)
            kept = await self._actions[given.action](session, rows, given)
            kept |= dict.fromkeys(set(ids) - {row.id for row in rows}, "not_found")
            changed = [row for row in rows if row.id not in kept]
            if changed:
                await self._announce(session, changed, given.action, actor_id)
            results = [{"id": key, "result": kept.get(key, "changed")} for key in ids]
            await repository.end_bulk(session, bulk_id, results)
        return results

    async def _announce(self, session: AsyncSession, rows: Sequence[Record], action: str, actor_id: str) -> None:
        ids = [row.id for row in rows]
        if action == "delete":
            await self._index.remove_products(session, ids)
        else:
            await self._index.index_products(session, ids)
        news = "product.deleted" if action == "delete" else "product.updated"
        detail = {"action": action, "actor_id": actor_id}
        await publish_many(session, news, ((row.id, {"handle": row.handle, **detail}) for row in rows))
        self._pages.outdated(session)

    async def _archive(self, session: AsyncSession, rows: Sequence[Record], given: ProductBulk) -> dict[str, str]:
        return await self._set(session, rows, "status", ARCHIVED)

    async def _activate(self, session: AsyncSession, rows: Sequence[Record], given: ProductBulk) -> dict[str, str]:
        return await self._set(session, rows, "status", ACTIVE)

    async def _set_category(self, session: AsyncSession, rows: Sequence[Record], given: ProductBulk) -> dict[str, str]:
        category = None if given.category is None else await self._categories.known(session, given.category)
        return await self._set(session, rows, "category_id", category)

    async def _set(self, session: AsyncSession, rows: Sequence[Record], name: str, value: Any) -> dict[str, str]:
        kept = {row.id: UNCHANGED for row in rows if getattr(row, name) == value}
        if changing := [row.id for row in rows if row.id not in kept]:
            await repository.write_products(session, changing, {name: value, "record_hash": ""})
        return kept

    async def _delete(self, session: AsyncSession, rows: Sequence[Record], given: ProductBulk) -> dict[str, str]:
        for row in rows:
            await repository.delete_variants(session, row.id)
        if rows:
            await currencies.remove(session, [row.id for row in rows])
            gone = {"status": DELETED, "handle": None, "record_hash": ""}
            await repository.write_products(session, [row.id for row in rows], gone)
        return {}

    async def _change_price(self, session: AsyncSession, rows: Sequence[Record], given: ProductBulk) -> dict[str, str]:
        """In every currency; half a minor unit goes up. A product is changed as a whole or not at all."""
        factor = 1 + (given.percent or Decimal()) / 100
        own_currency = {row.id: row.currency for row in rows}
        prices: dict[str, list[tuple[Json, Json]]] = {product_id: [] for product_id in own_currency}
        for variant in await repository.variants_of(session, list(prices)):
            was = {"id": variant.id, "price": variant.price, "prices": variant.prices}
            prices[variant.product_id].append((was, _changed_by(factor, was)))
        kept: dict[str, str] = {}
        for product_id, pairs in prices.items():
            now = [after for _, after in pairs]
            if any(amount > MAX_PRICE for one in now for amount in (one["price"], *(one["prices"] or {}).values())):
                kept[product_id] = "price_out_of_range"
            elif all(before == after for before, after in pairs):
                kept[product_id] = UNCHANGED
            else:
                await repository.write_prices(session, now)
                await currencies.replace(
                    session, product_id, currencies.rows_of(product_id, own_currency[product_id], now)
                )
                await repository.write_product(session, product_id, {**summarised(now), "record_hash": ""})
        return kept


def _changed_by(factor: Decimal, variant: Json) -> Json:
    def times(amount: int) -> int:
        return int((amount * factor).quantize(Decimal(1), ROUND_HALF_UP))

    others = {currency: times(amount) for currency, amount in (variant["prices"] or {}).items()}
    return {**variant, "price": times(variant["price"]), "prices": others or None}


def _shown(result: Json) -> Json:
    code = result["result"]
    if code in ("changed", UNCHANGED):
        return {**result, "code": None, "detail": None}
    return {"id": result["id"], "result": "refused", "code": code, "detail": localized(REFUSALS[code])}
