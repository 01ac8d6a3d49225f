"""The shop's shipping methods, tax rates and automatic promotions, kept in memory for a moment; set up when fresh."""

import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, after_commit, current_tenant
from common.errors import Conflict
from order_service.app.audit.records import ACTOR
from order_service.app.orders import numbers
from order_service.app.pricing.taxes import Taxes
from order_service.app.promotions import redeeming
from order_service.app.promotions.offers import Offer
from order_service.app.shipping_methods import service as shipping_methods
from order_service.app.shipping_methods.service import ShippingOption
from order_service.app.tax_rates import service as tax_rates
from order_service.app.tax_rates.service import Rate

Place = Mapping[str, Any]
KEPT_SECONDS = 2.0  # how long another process may not see a change made here


class AlreadyThere(Conflict):
    code = "already_exists"
    title = "There is one like this already"


@dataclass(frozen=True, slots=True)
class Tariff:
    """What delivery and taxes cost in one shop at one moment, and what is taken off without a code."""

    shipping: tuple[ShippingOption, ...]
    rates: tuple[Rate, ...]
    automatic: tuple[Offer, ...]
    home: Place
    _taxes: dict[tuple[Any, ...], Taxes] = field(default_factory=dict)  # by place; as short-lived as the tariff

    def shipping_option(self, code: str | None, currency: str) -> ShippingOption | None:
        return next((o for o in self.shipping if o.code == code and o.currency == currency), None)

    def place(self, address: Place | None) -> Place:
        """Where goods go: before that is known, to the shop's own country."""
        return address or self.home

    def taxes(self, address: Place | None) -> Taxes:
        place = self.place(address)
        key = place.get("country"), place.get("state"), place.get("zip")
        found = self._taxes.get(key)
        if found is None:
            found = self._taxes[key] = tax_rates.taxes_at(self.rates, place)
        return found


class Tariffs:
    """`home_country` is where the shop is; "" leaves the place unknown until there is an address."""

    def __init__(self, database: Database, clock: Clock, currency: str, home_country: str) -> None:
        self._database = database
        self._clock = clock
        self._currency = currency
        self._home: Place = {"country": home_country} if home_country else {}
        self._kept: dict[str, tuple[Tariff, float]] = {}
        self._opened: set[str] = set()
        self._changes = 0

    async def current(self) -> Tariff:
        """The tariff of this shop; a shop that was never asked for gets its first methods, rate and number."""
        tenant = current_tenant()
        kept = self._kept.get(tenant)
        if kept is not None and kept[1] > time.monotonic():
            return kept[0]
        if tenant not in self._opened:
            await self._open_shop()
            self._opened.add(tenant)
        until = time.monotonic() + KEPT_SECONDS
        changes = self._changes
        async with self._database.reading() as session:
            tariff = Tariff(
                await shipping_methods.options(session),
                await tax_rates.rates(session),
                await redeeming.automatic(session, self._clock.now()),
                self._home,
            )
        if changes == self._changes:  # else what was read may be older than a change made meanwhile
            self._kept[tenant] = (tariff, until)
        return tariff

    def forget(self) -> None:
        """A tariff was changed in this process."""
        self._changes += 1
        self._kept.clear()

    async def _open_shop(self) -> None:
        try:
            async with self._database.unit_of_work() as session:
                if await numbers.begin(session):
                    await shipping_methods.add_first_methods(session, self._currency)
                    await tax_rates.add_first_rate(session)
        except IntegrityError:  # another process opened it in the same moment
            return


class TariffRecords:
    """The database as the routers of tariffs see it: what they write counts at once, and refusals have a name.

    Its sessions say for whom they work. A shop that nobody bought in yet has its first tariffs before they are read.
    """

    def __init__(self, database: Database, tariffs: Tariffs, actor_id: str | None = None) -> None:
        self._database = database
        self._tariffs = tariffs
        self._actor_id = actor_id

    def on_behalf_of(self, actor_id: str) -> "TariffRecords":
        return TariffRecords(self._database, self._tariffs, actor_id)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        await self._tariffs.current()
        async with self._database.reading() as session:
            yield session

    @asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[AsyncSession]:
        try:
            async with self._database.unit_of_work() as session:
                session.info[ACTOR] = self._actor_id
                yield session
                after_commit(session, self._tariffs.forget)
        except IntegrityError as error:
            raise AlreadyThere from error
