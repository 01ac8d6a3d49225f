"""Which shipping methods there are, and those a fresh shop begins with."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.languages import Texts
from order_service.app.shipping_methods import repository

FIRST_METHODS: tuple[dict[str, Any], ...] = (
    {"code": "standard", "name": {"en": "Standard delivery", "zh": "标准配送"}, "price": 490, "position": 1},
    {"code": "express", "name": {"en": "Express delivery", "zh": "特快配送"}, "price": 1290, "position": 2},
)


@dataclass(frozen=True, slots=True)
class ShippingOption:
    """A shipping method as prices and carts need it; `price` in minor units of `currency`."""

    code: str
    name: Texts
    price: int
    currency: str


async def options(session: AsyncSession) -> tuple[ShippingOption, ...]:
    """The active methods of this shop, in the shop's order."""
    return tuple(ShippingOption(**row) for row in await repository.active(session))


async def add_first_methods(session: AsyncSession, currency: str) -> None:
    await repository.add(session, [{**method, "currency": currency, "active": True} for method in FIRST_METHODS])
