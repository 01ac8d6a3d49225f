"""Prices as staff writes them."""

from typing import Annotated

from pydantic import AfterValidator, Field

from common.money import Money
from product_service.app.products.soundness import MAX_PRICE


def _sellable(price: Money) -> Money:
    if not 0 <= price.amount <= MAX_PRICE:
        raise ValueError(f"the amount must lie between 0 and {MAX_PRICE}")
    return price


def _once_each(prices: list[Money]) -> list[Money]:
    if len({price.currency for price in prices}) < len(prices):
        raise ValueError("every currency stands once")
    return prices


Price = Annotated[Money, AfterValidator(_sellable)]
Prices = Annotated[
    list[Price],
    Field(max_length=40, description="In other currencies: in one that is not named it is not for sale."),
    AfterValidator(_once_each),
]
