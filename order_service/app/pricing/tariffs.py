"""The shop's shipping methods and tax rates, kept in memory for a moment, and set up when a shop is fresh."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, after_commit, current_tenant
from order_service.app.orders import numbers
from order_service.app.pricing.service import NO_TAX, Tax
from order_service.app.shipping_methods import service as shipping_methods
from order_service.app.shipping_methods.service import ShippingOption
from order_service.app.tax_rates import service as tax_rates
from order_service.app.tax_rates.service import Rate

KEPT_SECONDS = 2.0  # how long another process may not see a change made here
_changes: dict[str, int] = {}  # per tenant, counted up in the process that changes a tariff


def forget_after_commit(session: AsyncSession) -> None:
    """Have this process read the tariffs of this shop again once the change is committed."""
    tenant = current_tenant()
    after_commit(session, lambda: _changes.__setitem__(tenant, _changes.get(tenant, 0) + 1))


@dataclass(frozen=True, slots=True)
class Tariff:
    """What delivery and taxes cost in one shop at one moment."""

    shipping: tuple[ShippingOption, ...]
    rates: tuple[Rate, ...]

    def shipping_option(self, code: str | None, currency: str) -> ShippingOption | None:
        return next((o for o in self.shipping if o.code == code and o.currency == currency), None)

    def tax(self, address: Mapping[str, Any] | None) -> Tax:
        rate = tax_rates.applicable(self.rates, address)
        return Tax(rate.rate_bp, rate.inclusive) if rate else NO_TAX


class Tariffs:
    def __init__(self, database: Database, currency: str) -> None:
        self._database = database
        self._currency = currency
        self._kept: dict[str, tuple[Tariff, float, int]] = {}
        self._opened: set[str] = set()

    async def current(self) -> Tariff:
        """The tariff of this shop; a shop that was never asked for gets its first methods, rate and number."""
        tenant = current_tenant()
        kept = self._kept.get(tenant)
        change = _changes.get(tenant, 0)
        if kept is not None and kept[1] > time.monotonic() and kept[2] == change:
            return kept[0]
        if tenant not in self._opened:
            await self._open_shop()
            self._opened.add(tenant)
        async with self._database.reading() as session:
            tariff = Tariff(await shipping_methods.options(session), await tax_rates.rates(session))
        self._kept[tenant] = (tariff, time.monotonic() + KEPT_SECONDS, change)
        return tariff

    async def _open_shop(self) -> None:
        try:
            async with self._database.unit_of_work() as session:
                if await numbers.begin(session):
                    await shipping_methods.add_first_methods(session, self._currency)
                    await tax_rates.add_first_rate(session)
        except IntegrityError:  # another process opened it in the same moment
            return
