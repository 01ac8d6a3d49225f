"""What the shop does with its stock. Methods that take a session belong into the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Subquery, Update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, retrying
from common.errors import Conflict, NotFound
from common.events import publish
from common.ids import new_id
from product_service.app.freshness import CataloguePages
from product_service.app.inventory import repository
from product_service.app.inventory.models import ADJUSTMENT, DEFAULT_LOCATION, INITIAL, RESTOCK, SALE
from product_service.app.inventory.repository import FREE, HOLD, SELL, SHIFT, Level

Availability = Literal["in_stock", "few_left", "out_of_stock"]
FEW = 5


class OutOfStock(Conflict):
    """Not enough to promise; `lines` says of what, how many were wanted and how many there are."""

    code = "out_of_stock"
    title = "There is not enough in stock"

    def __init__(self, short: Mapping[str, tuple[int, int]]) -> None:
        lines = [
            {"variant_id": variant_id, "requested": requested, "available": max(0, available)}
            for variant_id, (requested, available) in short.items()
        ]
        super().__init__(lines=lines)


class UnknownVariant(Conflict):
    code = "unknown_variant"
    title = "There is no such variant"


class StockRefusesAdjustment(Conflict):
    """The shelf would hold less than is promised, or more than can be counted."""

    code = "stock_refuses_adjustment"
    title = "The stock does not allow this adjustment"


class StockLost(RuntimeError):
    """A promise has no stock behind it: the books are wrong, nothing may be written on top of that."""


class NewStock(NamedTuple):
    """What a variant starts with."""

    variant_id: str
    product_id: str
    quantity: int


class Counted(NamedTuple):
    """What a count changed, {variant_id: delta}, and the variants it could not: unknown, or more is promised."""

    deltas: dict[str, int]
    refused: list[str]


def availability(available: int) -> Availability:
    """The coarse label that pages carry; checkout decides."""
    if available <= 0:
        return "out_of_stock"
    return "few_left" if available <= FEW else "in_stock"


class InventoryService:
    """Levels and their ledger: on hand = initial + adjustments - sold + restocked, always."""

    def __init__(self, database: Database, pages: CataloguePages) -> None:
        self._database = database
        self._pages = pages

    # reading

    async def levels(self, session: AsyncSession, variant_ids: Sequence[str]) -> dict[str, Level]:
        return await repository.levels_of(session, variant_ids)

    async def levels_of_products(self, session: AsyncSession, product_ids: Sequence[str]) -> list[Level]:
        return await repository.levels_of_products(session, product_ids)

    def has_stock(self, product_id: ColumnElement[str]) -> ColumnElement[bool]:
        """SQL condition for a filter: something of this product can be sold now."""
        return repository.has_stock(product_id)

    def available_of(self, product_id: ColumnElement[str]) -> ColumnElement[int]:
        """SQL expression to sort by: what can still be sold of this product."""
        return repository.available_of(product_id)

    def of_variants(self) -> Subquery:
        """All levels of the shop, for lists that join them."""
        return repository.of_variants()

    async def stock(self, variant_id: str) -> Level:
        async with self._database.reading() as session:
            return await self._level(session, variant_id)

    async def ledger(self, variant_id: str, limit: int, before: Any = None) -> Sequence[Any]:
        """The newest `limit` entries of a variant; NotFound for a variant without stock."""
        async with self._database.reading() as session:
            await self._level(session, variant_id)
            return await repository.ledger_page(session, variant_id, limit, before)

    async def _level(self, session: AsyncSession, variant_id: str) -> Level:
        found = await repository.levels_of(session, [variant_id])
        if variant_id not in found:
            raise NotFound("There is no such variant.")
        return found[variant_id]

    # promises

    async def hold(self, session: AsyncSession, lines: Mapping[str, int]) -> dict[str, int]:
        """Promise all lines, or OutOfStock and the caller rolls back. Gives what is still available of each."""
        short = [key for key in sorted(lines) if not await repository.change(session, HOLD, key, lines[key])]
        if short:
            found = await repository.levels_of(session, short)
            raise OutOfStock({key: (lines[key], found[key].available if key in found else 0) for key in short})
        return await self._announce(session, {key: -n for key, n in lines.items()})

    async def free(self, session: AsyncSession, lines: Mapping[str, int]) -> None:
        """Take a promise back."""
        await self._surely(session, FREE, lines)

    async def sell(self, session: AsyncSession, lines: Mapping[str, int], reference: str) -> None:
        """Promised goods leave the shelf. What is available does not change, so no page does."""
        await self._surely(session, SELL, lines, announce=False)
        await repository.record(session, _entries(SALE, {key: -n for key, n in lines.items()}, reference=reference))

    async def put_back(self, session: AsyncSession, lines: Mapping[str, int], reference: str, note: str) -> None:
        """Sold goods come back to the shelf, also those of a variant that was deleted meanwhile."""
        found = await repository.levels_of(session, sorted(lines))
        if unknown := sorted(set(lines) - set(found)):
            raise UnknownVariant(variant_ids=unknown)
        await self._surely(session, SHIFT, lines)
        await repository.record(session, _entries(RESTOCK, lines, reference=reference, note=note))

    async def _surely(
        self, session: AsyncSession, statement: Update, lines: Mapping[str, int], *, announce: bool = True
    ) -> None:
        for variant_id in sorted(lines):
            if not await repository.change(session, statement, variant_id, lines[variant_id]):
                raise StockLost(variant_id)
        if announce:
            await self._announce(session, lines)

    async def _announce(
        self, session: AsyncSession, changes: Mapping[str, int], *, always: bool = False
    ) -> dict[str, int]:
        """Tell of variants whose label changed (a sale of one of hundreds is nobody's news), and renew the pages."""
        found = await repository.levels_of(session, sorted(changes))
        for variant_id, level in found.items():
            relabelled = availability(level.available) != availability(level.available - changes[variant_id])
            if relabelled:
                self._pages.outdated(session)
            if relabelled or always:
                data = {"variant_id": variant_id, "product_id": level.product_id, "available": level.available}
                await publish(session, "stock.changed", variant_id, data)
        return {variant_id: level.available for variant_id, level in found.items()}

    # counting

    async def set_initial(self, session: AsyncSession, stock: Iterable[NewStock]) -> None:
        """Levels of new variants, with the ledger entry that explains them."""
        rows = list(stock)
        if not rows:
            return
        await repository.add_levels(
            session, ({"variant_id": row[0], "product_id": row[1], "on_hand": row[2]} for row in rows)
        )
        entries = _entries(INITIAL, {row.variant_id: row.quantity for row in rows if row.quantity})
        if entries:
            await repository.record(session, entries)

    async def set_many(
        self, session: AsyncSession, counted: Mapping[str, int], note: str, actor_id: str | None = None
    ) -> Counted:
        """Bring what lies on the shelf to the counted numbers, as adjustments, in the caller's transaction."""
        found = await repository.levels_of(session, sorted(counted))
        refused = [key for key, n in counted.items() if key not in found or n < found[key].reserved]
        deltas = {
            key: counted[key] - level.on_hand
            for key, level in found.items()
            if key not in refused and counted[key] != level.on_hand
        }
        await self.adjust_many(session, deltas, note, actor_id)
        return Counted(deltas, refused)

    async def adjust_many(
        self, session: AsyncSession, deltas: Mapping[str, int], note: str, actor_id: str | None = None
    ) -> None:
        """Several corrections in the caller's transaction; StockRefusesAdjustment undoes them all."""
        for variant_id in sorted(deltas):
            if not await repository.change(session, SHIFT, variant_id, deltas[variant_id]):
                raise StockRefusesAdjustment(variant_id=variant_id)
        if deltas:
            await repository.record(session, _entries(ADJUSTMENT, deltas, note=note, actor_id=actor_id))
            await self._announce(session, deltas, always=True)

    @retrying
    async def adjust(self, variant_id: str, delta: int, note: str, actor_id: str, entry_id: str) -> tuple[Any, Level]:
        """One correction under its own id: with the same id it happens once. Gives the ledger entry and the level."""
        try:
            async with self._database.unit_of_work() as session:
                level = await self._level(session, variant_id)
                [entry] = _entries(ADJUSTMENT, {variant_id: delta}, note=note, actor_id=actor_id)
                await repository.record(session, [{**entry, "id": entry_id}])
                if not await repository.change(session, SHIFT, variant_id, delta):
                    raise StockRefusesAdjustment(on_hand=level.on_hand, reserved=level.reserved)
                await self._announce(session, {variant_id: delta}, always=True)
                return await repository.entry(session, entry_id), await self._level(session, variant_id)
        except IntegrityError:  # the id is taken: an earlier attempt got through, its answer was lost
            async with self._database.unit_of_work() as session:
                return await repository.entry(session, entry_id), await self._level(session, variant_id)


def _entries(kind: str, quantities: Mapping[str, int], **columns: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": new_id("led"),
            "variant_id": key,
            "location_id": DEFAULT_LOCATION,
            "kind": kind,
            "quantity": n,
            **columns,
        }
        for key, n in quantities.items()
    ]
