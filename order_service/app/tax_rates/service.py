"""Which taxes apply where, and the rate a fresh shop begins with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.pricing.taxes import NO_TAXES, Taxes, TaxRate
from order_service.app.tax_rates import repository
from order_service.app.tax_rates.models import ANYWHERE, STANDARD

ZERO = "zero"  # the tax class on which nothing is due, unless a rate says otherwise
_NOTHING = TaxRate(0)
FIRST_RATE: dict[str, Any] = {"name": {"en": "VAT", "zh": "增值税"}, "rate_bp": 1900, "inclusive": True}


@dataclass(frozen=True, slots=True)
class Rate:
    """A tax rate of a region and a tax class; the region's parts are folded, to be compared."""

    tax: TaxRate
    inclusive: bool
    tax_class: str
    country: str
    state: str
    zip_prefix: str

    def covers(self, country: str, state: str, zip_code: str) -> bool:
        return (
            self.country in (ANYWHERE, country)
            and self.state in (ANYWHERE, state)
            and (self.zip_prefix == ANYWHERE or zip_code.startswith(self.zip_prefix))
        )

    @property
    def exactness(self) -> tuple[int, bool, bool]:
        """The more exactly its region is named, the greater."""
        digits = len(self.zip_prefix) if self.zip_prefix != ANYWHERE else 0
        return digits, self.state != ANYWHERE, self.country != ANYWHERE


def rate(row: Mapping[str, Any]) -> Rate:
    """From a row of tax_rates."""
    region = (_folded(row[part]) for part in ("country", "state", "zip_prefix"))
    return Rate(TaxRate(row["rate_bp"], row["name"]), row["inclusive"], row["tax_class"], *region)


async def rates(session: AsyncSession) -> tuple[Rate, ...]:
    return tuple(map(rate, await repository.all_rates(session)))


async def add_first_rate(session: AsyncSession) -> None:
    region = {"country": ANYWHERE, "state": ANYWHERE, "zip_prefix": ANYWHERE}
    await repository.add(session, [{**FIRST_RATE, **region, "tax_class": STANDARD}])


def taxes_at(rates: Sequence[Rate], place: Mapping[str, Any]) -> Taxes:
    """What is owed there: for every class the rate of the most exactly named region. Of a place that is not known
    yet ({}), only what is owed everywhere is known."""
    country, state, zip_code = (_folded(place.get(part) or "") for part in ("country", "state", "zip"))
    nearest: dict[str, Rate] = {}
    for one in rates:
        if one.covers(country, state, zip_code):
            known = nearest.get(one.tax_class)
            if known is None or one.exactness > known.exactness:
                nearest[one.tax_class] = one
    if not nearest:
        return NO_TAXES
    decisive = nearest.get(STANDARD) or next(iter(nearest.values()))
    found = {tax_class: one.tax for tax_class, one in nearest.items()}
    return Taxes(decisive.inclusive, {STANDARD: _NOTHING, ZERO: _NOTHING, **found})


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
