"""Stock as a list: every variant with its product and its level. Read away from the event loop: it has no one index."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Subquery, and_, case, cast, func, or_, select

from common.database import TENANT, Database
from common.languages import localized
from common.money import money
from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from product_service.app.base import Record
from product_service.app.categories.service import CategoryService
from product_service.app.inventory.service import InventoryService
from product_service.app.products.models import ACTIVE, DELETED
from product_service.app.products.repository import products, variants

Json = dict[str, Any]
_BIGGEST = 2**62


@dataclass(frozen=True, slots=True)
class StockFilter:
    """What a stock list is narrowed to; `low` and `out` look at what can still be promised."""

    text: str | None = None
    category: str | None = None
    low: bool = False
    out: bool = False
    threshold: int = 5


class StockLists:
    """Lists and counts of the variants of products that are not deleted."""

    def __init__(self, database: Database, categories: CategoryService, inventory: InventoryService) -> None:
        self._database = database
        self._categories = categories
        self._levels = inventory.of_variants()

    async def page(self, wanted: StockFilter, sort: str, cursor: str | None, limit: int) -> Json:
        """{"items": […], "next_cursor": …}, in this order and then by variant id."""
        column, kind, descending = self._order(sort)
        after = _decoded(cursor, sort, kind) if cursor else None
        conditions = await self._conditions(wanted)
        if conditions is None:
            return {"items": [], "next_cursor": None}
        statement = self._joined(conditions, column)
        if after is not None:
            value, key = after
            beyond = column < value if descending else column > value
            same = variants.c.id < key if descending else variants.c.id > key
            statement = statement.where(or_(beyond, and_(column == value, same)))
        order = (column.desc(), variants.c.id.desc()) if descending else (column, variants.c.id)
        rows = await self._read(statement.order_by(*order).limit(limit + 1))
        following = None
        if len(rows) > limit:
            last = rows[limit - 1]
            following = encode_cursor(sort, int(last.sorted_by) if kind is int else last.sorted_by, last.id)
        return {"items": [_shown(row, wanted.threshold) for row in rows[:limit]], "next_cursor": following}

    async def after(self, variant_id: str, limit: int) -> Sequence[Record]:
        """Rows behind a variant, by id, for an export."""
        statement = self._joined([variants.c.id > variant_id], variants.c.id)
        return await self._read(statement.order_by(variants.c.id).limit(limit))

    async def alerts(self, threshold: int) -> Json:
        """How many variants of public products are sold out, and how many more are low."""
        available = self._levels.c.available
        out = func.count(case((available <= 0, 1)))
        low = func.count(case((and_(available > 0, available <= threshold), 1)))
        counts = select(out.label("out"), low.label("low"))
        statement = self._from(counts).where(products.c.status == ACTIVE)
        [row] = await self._read(statement)
        return {"threshold": threshold, "out": row.out, "low": row.low}

    def _joined(self, conditions: Sequence[ColumnElement[bool]], sorted_by: ColumnElement[Any]) -> Select[Any]:
        level = self._levels.c
        columns = (
            variants.c.id,
            variants.c.product_id,
            variants.c.sku,
            variants.c.title,
            variants.c.price,
            variants.c.image,
            variants.c.version,
            products.c.title.label("product_title"),
            products.c.image.label("product_image"),
            products.c.vendor,
            products.c.status,
            products.c.currency,
            level.on_hand,
            level.reserved,
            level.available,
            level.updated_at,
            sorted_by.label("sorted_by"),
        )
        return self._from(select(*columns)).where(*conditions)

    def _from(self, statement: Select[*tuple[Any, ...]]) -> Select[Any]:
        owner = and_(products.c.tenant_id == TENANT, products.c.id == variants.c.product_id)
        levels: Subquery = self._levels
        joined: Select[Any] = (
            statement.select_from(variants)
            .join(products, owner)
            .join(levels, levels.c.variant_id == variants.c.id)
            .where(variants.c.tenant_id == TENANT, variants.c.status == ACTIVE, products.c.status != DELETED)
        )
        return joined

    async def _conditions(self, wanted: StockFilter) -> list[ColumnElement[bool]] | None:
        """None when nothing can fit: there is no such category."""
        conditions: list[ColumnElement[bool]] = []
        if wanted.category is not None:
            async with self._database.reading() as session:
                family = await self._categories.family(session, wanted.category)
            if not family:
                return None
            conditions.append(products.c.category_id.in_(family))
        if wanted.text:
            title = cast(products.c.title, String(4000))
            among = (title, products.c.vendor, variants.c.sku)
            conditions.append(or_(*(column.icontains(wanted.text, autoescape=True) for column in among)))
        if wanted.out:
            conditions.append(self._levels.c.available <= 0)
        elif wanted.low:
            conditions.append(self._levels.c.available <= wanted.threshold)
        return conditions

    def _order(self, sort: str) -> tuple[ColumnElement[Any], type, bool]:
        by: dict[str, tuple[ColumnElement[Any], type]] = {
            "title": (products.c.title_key, str),
            "sku": (variants.c.sku, str),
            "available": (self._levels.c.available, int),
            "on_hand": (self._levels.c.on_hand, int),
        }
        column, kind = by[sort.removeprefix("-")]
        return column, kind, sort.startswith("-")

    async def _read(self, statement: Select[Any]) -> Sequence[Record]:
        return await self._database.read_in_thread(lambda connection: connection.execute(statement).all())


def _shown(row: Record, threshold: int) -> Json:
    return {
        "variant_id": row.id,
        "product_id": row.product_id,
        "product_title": localized(row.product_title),
        "variant_title": localized(row.title),
        "sku": row.sku,
        "vendor": row.vendor,
        "status": row.status,
        "image": row.image or row.product_image,
        "price": money(row.price, row.currency),
        "version": row.version,
        "on_hand": row.on_hand,
        "reserved": row.reserved,
        "available": row.available,
        "level": "out" if row.available <= 0 else "low" if row.available <= threshold else "ok",
        "updated_at": row.updated_at,
    }


def _decoded(cursor: str, sort: str, kind: type) -> tuple[Any, str]:
    made_for, value, variant_id = decode_cursor(cursor, (str, kind, str))
    if made_for != sort or (kind is int and abs(value) > _BIGGEST):
        raise InvalidCursor("The cursor belongs to another order.")
    return value, variant_id
