"""Which tax applies where, and the rate a fresh shop begins with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.languages import Texts
from order_service.app.tax_rates import repository
from order_service.app.tax_rates.models import ANYWHERE

FIRST_RATE: dict[str, Any] = {"name": {"en": "VAT", "zh": "增值税"}, "rate_bp": 1900, "inclusive": True}


@dataclass(frozen=True, slots=True)
class Rate:
    """A tax rate of a region, in basis points."""

    name: Texts
    country: str
    state: str
    rate_bp: int
    inclusive: bool


async def rates(session: AsyncSession) -> tuple[Rate, ...]:
    return tuple(Rate(**row) for row in await repository.all_rates(session))


async def add_first_rate(session: AsyncSession) -> None:
    await repository.add(session, [{**FIRST_RATE, "country": ANYWHERE, "state": ANYWHERE}])


def applicable(rates: Sequence[Rate], address: Mapping[str, Any] | None) -> Rate | None:
    """The rate of the most exactly named region, or None. Without an address only `*` is known."""
    country = _folded(address, "country")
    state = _folded(address, "state")
    matching = [
        rate
        for rate in rates
        if rate.country.casefold() in (ANYWHERE, country) and rate.state.casefold() in (ANYWHERE, state)
    ]
    return max(matching, key=lambda rate: (rate.state != ANYWHERE, rate.country != ANYWHERE), default=None)


def _folded(address: Mapping[str, Any] | None, part: str) -> str:
    return str(address[part]).strip().casefold() if address else ""
