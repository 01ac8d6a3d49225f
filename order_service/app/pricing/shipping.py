"""What a way of delivery costs for goods of this worth and weight."""

from dataclasses import dataclass
from typing import Literal

WEIGHT, SUBTOTAL = "weight", "subtotal"
TierBy = Literal["weight", "subtotal"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """`tiers` are (up to so many grams or minor units, price), rising; None is without end. Without any it is `price`.

    From goods worth `free_from` on it costs nothing.
    """

    code: str = ""
    price: int = 0
    tier_by: str = WEIGHT
    tiers: tuple[tuple[int | None, int], ...] = ()
    free_from: int | None = None

    def cost(self, worth: int, grams: int) -> int | None:
        """In minor units; None where the goods fit into none of its tiers. `worth` is after discounts."""
        price: int | None = self.price
        if self.tiers:
            size = grams if self.tier_by == WEIGHT else worth
            price = next((price for up_to, price in self.tiers if up_to is None or size <= up_to), None)
        if price and self.free_from is not None and worth >= self.free_from:
            return 0
        return price


NO_DELIVERY = Delivery()
