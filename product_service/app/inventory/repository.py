"""All SQL on stock levels and their ledger.

Statements are built once. Levels change only by the guarded updates below: each names in its WHERE what must hold,
and the caller looks at the row count. Variants are always touched in sorted order, so that rivals cannot deadlock.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Subquery,
    Update,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from product_service.app.inventory.models import DEFAULT_LOCATION, LedgerEntry, StockLevel

levels: Any = StockLevel.__table__
ledger: Any = LedgerEntry.__table__
MAX_ON_HAND = 1_000_000_000

_here = and_(levels.c.tenant_id == TENANT, levels.c.location_id == DEFAULT_LOCATION)
_level_columns = (levels.c.variant_id, levels.c.product_id, levels.c.on_hand, levels.c.reserved)
_n: Any = bindparam("n")


class Level(NamedTuple):
    """One row of stock_levels."""

    variant_id: str
    product_id: str
    on_hand: int
    reserved: int

    @property
    def available(self) -> int:
        return self.on_hand - self.reserved


def _guarded(condition: ColumnElement[bool], **values: Any) -> Update:
    return update(levels).where(_here, levels.c.variant_id == bindparam("variant"), condition).values(**values)


HOLD = _guarded(levels.c.on_hand - levels.c.reserved >= _n, reserved=levels.c.reserved + _n)
FREE = _guarded(levels.c.reserved >= _n, reserved=levels.c.reserved - _n)
SELL = _guarded(levels.c.reserved >= _n, on_hand=levels.c.on_hand - _n, reserved=levels.c.reserved - _n)
SHIFT = _guarded(
    and_(levels.c.on_hand + _n >= levels.c.reserved, levels.c.on_hand + _n <= MAX_ON_HAND),
    on_hand=levels.c.on_hand + _n,
)

_ADD_LEVELS, _RECORD = insert(levels), insert(ledger)
_BY_VARIANT = select(*_level_columns).where(_here, levels.c.variant_id.in_(bindparam("variants", expanding=True)))
_BY_PRODUCT = select(*_level_columns).where(_here, levels.c.product_id.in_(bindparam("products", expanding=True)))


async def change(session: AsyncSession, statement: Update, variant_id: str, quantity: int) -> bool:
    """Run one guarded update; False when its guard did not hold or there is no such row."""
    result = await session.execute(statement, {"variant": variant_id, "n": quantity})
    return cast(CursorResult[Any], result).rowcount == 1


async def levels_of(session: AsyncSession, variant_ids: Sequence[str]) -> dict[str, Level]:
    rows = await session.execute(_BY_VARIANT, {"variants": variant_ids})
    return {row[0]: Level(*row) for row in rows}


async def levels_of_products(session: AsyncSession, product_ids: Sequence[str]) -> list[Level]:
    return [Level(*row) for row in await session.execute(_BY_PRODUCT, {"products": product_ids})]


def has_stock(product_id: ColumnElement[str]) -> ColumnElement[bool]:
    """SQL condition: something of this product can be sold now."""
    return exists().where(
        levels.c.tenant_id == TENANT, levels.c.product_id == product_id, levels.c.on_hand > levels.c.reserved
    )


def available_of(product_id: ColumnElement[str]) -> ColumnElement[int]:
    """SQL expression: how many pieces of a product, all variants together, can still be promised."""
    available = func.coalesce(func.sum(levels.c.on_hand - levels.c.reserved), 0)
    return select(available).where(_here, levels.c.product_id == product_id).scalar_subquery()


def of_variants() -> Subquery:
    """The levels of the shop as something to join: variant_id, on_hand, reserved, available, updated_at."""
    available = (levels.c.on_hand - levels.c.reserved).label("available")
    columns = (levels.c.variant_id, levels.c.on_hand, levels.c.reserved, available, levels.c.updated_at)
    return select(*columns).where(_here).subquery("levels")


async def add_levels(session: AsyncSession, rows: Iterable[dict[str, Any]]) -> None:
    await session.execute(_ADD_LEVELS, list(rows))


async def record(session: AsyncSession, entries: Iterable[dict[str, Any]]) -> None:
    """Append to the ledger; every change of `on_hand` is recorded in its own transaction."""
    await session.execute(_RECORD, list(entries))


async def ledger_page(
    session: AsyncSession, variant_id: str, limit: int, before: tuple[datetime, str] | None
) -> Sequence[Any]:
    """Entries of a variant, newest first."""
    statement = select(ledger).where(ledger.c.tenant_id == TENANT, ledger.c.variant_id == variant_id)
    if before is not None:
        moment, entry_id = before
        older = or_(ledger.c.created_at < moment, and_(ledger.c.created_at == moment, ledger.c.id < entry_id))
        statement = statement.where(older)
    statement = statement.order_by(ledger.c.created_at.desc(), ledger.c.id.desc()).limit(limit)
    return (await session.execute(statement)).all()


async def entry(session: AsyncSession, entry_id: str) -> Any:
    return (await session.execute(select(ledger).where(ledger.c.tenant_id == TENANT, ledger.c.id == entry_id))).first()
