"""Holding, selling and giving back stock for orders. Every operation may be repeated: its id makes it happen once."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying, system_scope, use_tenant
from common.errors import Conflict, NotFound
from product_service.app.base import Record
from product_service.app.inventory.service import InventoryService, OutOfStock
from product_service.app.products.reader import ProductReader
from product_service.app.reservations import repository
from product_service.app.reservations.models import COMMITTED, EXPIRED, HELD, RELEASED
from product_service.app.reservations.schemas import LONGEST_HOLD, Line, ReservationCreate, RestockCreate

Json = dict[str, Any]
SWEEP = 100  # holds that one look ends
_LONGEST = timedelta(seconds=LONGEST_HOLD, hours=1)  # the hour is for clocks that are behind: see leases.py


class ReservationConflict(Conflict):
    code = "reservation_conflict"
    title = "The id stands for another reservation"


class ReservationReleased(Conflict):
    code = "reservation_released"
    title = "This reservation was released"


class ReservationExpired(Conflict):
    code = "reservation_expired"
    title = "This reservation has expired"


class ReservationCommitted(Conflict):
    code = "reservation_committed"
    title = "These goods are sold; they come back by a restock"


class RestockConflict(Conflict):
    code = "restock_conflict"
    title = "The id stands for another restock"


class ReservationService:
    """Reservations leave `held` once: to committed, released or expired."""

    def __init__(self, database: Database, inventory: InventoryService, products: ProductReader, clock: Clock) -> None:
        self._database = database
        self._inventory = inventory
        self._products = products
        self._clock = clock

    async def hold(self, wanted: ReservationCreate) -> tuple[Json, bool]:
        """Promise all lines at today's prices; OutOfStock holds nothing. (reservation, whether it is new)"""
        quantities = _quantities(wanted.lines)
        try:
            return await self._hold(wanted, quantities), True
        except IntegrityError:  # the id is known: the same question gets the same answer
            return await self._held_before(wanted.id, quantities), False

    @retrying
    async def _hold(self, wanted: ReservationCreate, quantities: dict[str, int]) -> Json:
        expires_at = self._clock.now() + timedelta(seconds=wanted.expires_in)
        async with self._database.unit_of_work() as session:
            quotes = await self._products.prices(session, list(quantities))
            lines = [{**quotes[key], "quantity": n} for key, n in quantities.items() if key in quotes]
            row = {"id": wanted.id, "status": HELD, "lines": lines, "expires_at": expires_at, "reference": None}
            await repository.add(session, row)
            if len(quotes) < len(quantities):
                raise OutOfStock({key: (n, 0) for key, n in quantities.items() if key not in quotes})
            available = await self._inventory.hold(session, quantities)
        return row | {"lines": [{**line, "available": available[line["variant_id"]]} for line in lines]}

    async def _held_before(self, reservation_id: str, quantities: dict[str, int]) -> Json:
        """Asked of the writer, who also knows what is just being committed."""
        async with self._database.unit_of_work() as session:
            found = await self._find(session, reservation_id)
            if found.status == RELEASED:
                raise ReservationReleased
            if _stored_quantities(found.lines) != quantities:
                raise ReservationConflict
            if self._status(found) == EXPIRED:
                raise ReservationExpired
            levels = await self._inventory.levels(session, list(quantities))
        lines = [{**line, "available": max(0, levels[line["variant_id"]].available)} for line in found.lines]
        return {**self._answer(found), "lines": lines}

    async def reservation(self, reservation_id: str) -> Json:
        async with self._database.reading() as session:
            return self._answer(await self._find(session, reservation_id))

    async def _find(self, session: AsyncSession, reservation_id: str) -> Record:
        row = await repository.find(session, reservation_id)
        if row is None:
            raise NotFound("There is no such reservation.")
        return row

    def _answer(self, row: Record, **changed: Any) -> Json:
        return {**row._asdict(), "status": self._status(row), **changed}

    def _status(self, row: Record) -> str:
        """What counts: a hold whose time is over is expired, also before the sweep comes by."""
        return EXPIRED if row.status == HELD and row.expires_at <= self._clock.now() else str(row.status)

    @retrying
    async def commit(self, reservation_id: str, reference: str) -> Json:
        """The held goods are sold to `reference`. Repeating it gives the same answer."""
        async with self._database.unit_of_work() as session:
            row = await self._find(session, reservation_id)
            if row.status == HELD and await repository.commit(
                session, reservation_id, COMMITTED, reference, self._clock.now()
            ):
                await self._inventory.sell(session, _stored_quantities(row.lines), reference)
                return self._answer(row, status=COMMITTED, reference=reference)
            row = await self._find(session, reservation_id)  # a rival may have been quicker
            if row.status == COMMITTED and row.reference == reference:
                return self._answer(row)
            raise {COMMITTED: ReservationConflict, RELEASED: ReservationReleased}.get(row.status, ReservationExpired)

    async def release(self, reservation_id: str) -> Json:
        """Give a hold back. An unknown id is refused from now on, should its hold arrive late."""
        try:
            return await self._release(reservation_id)
        except IntegrityError:  # its hold arrived in this very moment
            return await self._release(reservation_id)

    @retrying
    async def _release(self, reservation_id: str) -> Json:
        async with self._database.unit_of_work() as session:
            row = await repository.find(session, reservation_id)
            if row is None:
                tombstone = {"id": reservation_id, "status": RELEASED, "lines": [], "expires_at": self._clock.now()}
                await repository.add(session, tombstone)
                return {**tombstone, "reference": None}
            if row.status == HELD:
                await self._end(session, row, RELEASED)
                row = await self._find(session, reservation_id)  # unless a rival was quicker
            if row.status == COMMITTED:
                raise ReservationCommitted
            return self._answer(row)

    async def _end(self, session: AsyncSession, row: Record, status: str) -> None:
        if await repository.end(session, row.id, status):
            await self._inventory.free(session, _stored_quantities(row.lines))

    async def expire_due(self) -> int:
        """End the holds whose time is over, of all tenants; gives how many."""
        now = self._clock.now()
        with system_scope():
            async with self._database.reading() as session:
                due = await repository.due(session, now, _LONGEST, SWEEP)
        for tenant_id, reservation_id in due:
            with use_tenant(tenant_id):
                await self._expire(reservation_id)
        return len(due)

    @retrying
    async def _expire(self, reservation_id: str) -> None:
        async with self._database.unit_of_work() as session:
            row = await repository.find(session, reservation_id)
            if row is not None and row.status == HELD:
                await self._end(session, row, EXPIRED)

    async def restock(self, given: RestockCreate) -> tuple[Json, bool]:
        """Sold goods come back, once per id. (restock, whether it is new)"""
        quantities = _quantities(given.lines)
        lines = [{"variant_id": key, "quantity": n} for key, n in quantities.items()]
        row = {"id": given.id, "reference": given.reference, "reason": given.reason, "lines": lines}
        try:
            return await self._restock({**row, "created_at": self._clock.now()}, quantities), True
        except IntegrityError:  # the id is known
            async with self._database.unit_of_work() as session:
                found = await repository.restock(session, given.id)
            known = {name: value for name, value in found._asdict().items() if name != "tenant_id"} if found else {}
            if any(known.get(name) != row[name] for name in ("reference", "lines")):
                raise RestockConflict from None
            return known, False

    @retrying
    async def _restock(self, row: Json, quantities: dict[str, int]) -> Json:
        async with self._database.unit_of_work() as session:
            await repository.add_restock(session, row)
            await self._inventory.put_back(session, quantities, row["reference"], row["reason"])
        return row


def _quantities(lines: Sequence[Line]) -> dict[str, int]:
    """{variant_id: quantity}; lines of one variant are one."""
    quantities: dict[str, int] = {}
    for line in lines:
        quantities[line.variant_id] = quantities.get(line.variant_id, 0) + line.quantity
    return dict(sorted(quantities.items()))


def _stored_quantities(lines: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    return {line["variant_id"]: line["quantity"] for line in lines}
