"""Which shipping methods there are, whom they reach, and those a fresh shop begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from common.languages import Texts
from order_service.app.pricing.shipping import SUBTOTAL, Delivery
from order_service.app.shipping_methods import repository

FIRST_METHODS: tuple[dict[str, Any], ...] = (
    {"code": "standard", "name": {"en": "Standard delivery", "zh": "标准配送"}, "price": 490, "position": 1},
    {"code": "express", "name": {"en": "Express delivery", "zh": "特快配送"}, "price": 1290, "position": 2},
)


Reason = Literal["destination", "weight", "subtotal", "currency"]


@dataclass(frozen=True, slots=True)
class ShippingOption:
    """A shipping method in one currency, as prices and carts need it, in minor units; `days` from–to.

    `zones` are (country, states), folded; no zones are everywhere, no states the whole country.
    """

    code: str
    name: Texts
    currency: str
    delivery: Delivery
    zones: tuple[tuple[str, tuple[str, ...]], ...] = ()
    min_days: int | None = None
    max_days: int | None = None

    def misfit(self, place: Mapping[str, Any], currency: str, worth: int, grams: int) -> Reason | None:
        """Why goods of this worth (after discounts) and weight are not delivered there this way; {} is nowhere yet."""
        if currency != self.currency:
            return "currency"
        if not self._reaches(place):
            return "destination"
        if self.delivery.cost(worth, grams) is None:
            return "subtotal" if self.delivery.tier_by == SUBTOTAL else "weight"
        return None

    def _reaches(self, place: Mapping[str, Any]) -> bool:
        if not self.zones:
            return True
        country, state = _folded(place.get("country")), _folded(place.get("state"))
        return not country or any(country == known and (not states or state in states) for known, states in self.zones)


def options_of(row: Mapping[str, Any]) -> list[ShippingOption]:
    """From a row of shipping_methods: one for each currency it has a price in."""
    plain = {**row, "price": 0, "tiers": (), "free_from": None}
    return [_option(row), *(_option({**plain, **priced}) for priced in row["prices"] or ())]


def _option(row: Mapping[str, Any]) -> ShippingOption:
    zones = tuple((_folded(zone["country"]), tuple(map(_folded, zone["states"]))) for zone in row["zones"] or ())
    tiers = tuple((tier["up_to"], tier["price"]) for tier in row["tiers"] or ())
    delivery = Delivery(row["code"], row["price"], row["tier_by"], tiers, row["free_from"])
    return ShippingOption(row["code"], row["name"], row["currency"], delivery, zones, row["min_days"], row["max_days"])


def _folded(text: str | None) -> str:
    return (text or "").strip().casefold()


async def options(session: AsyncSession) -> tuple[ShippingOption, ...]:
    """The active methods of this shop, in the shop's order."""
    return tuple(each for row in await repository.active(session) for each in options_of(row))


async def add_first_methods(session: AsyncSession, currency: str) -> None:
    await repository.add(session, [{**method, "currency": currency, "active": True} for method in FIRST_METHODS])
