"""A coupon in hand: whether it counts, and what it takes off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from common.errors import Conflict
from common.languages import Texts
from common.money import round_half_up
from order_service.app.promotions.errors import (
    CouponExpired,
    CouponMinimumNotReached,
    CouponNotStarted,
    CouponOtherCurrency,
    CouponUsedUp,
    UnknownCoupon,
)

PERCENT, AMOUNT = "percent", "amount"
BASIS_POINTS = 10_000


@dataclass(frozen=True, slots=True)
class Coupon:
    """A promotion as an order needs it. `value` in basis points or minor units, see `kind`."""

    promotion_id: str
    code: str
    name: Texts
    kind: str
    value: int
    currency: str
    minimum_subtotal: int

    def discount(self, subtotal: int) -> int:
        """What is taken off goods of this worth, in minor units; never more than they are worth."""
        if self.kind == PERCENT:
            return round_half_up(subtotal * self.value, BASIS_POINTS)
        return min(self.value, subtotal)

    def frozen(self) -> dict[str, Any]:
        """As it is kept with an order; `Coupon(**frozen)` has it back."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Offer:
    """A coupon with its limits, as it stands right now."""

    coupon: Coupon
    active: bool
    starts_at: datetime | None
    ends_at: datetime | None
    max_uses: int | None
    max_uses_per_customer: int | None
    uses: int

    def problem(self, subtotal: int, currency: str, now: datetime) -> Conflict | UnknownCoupon | None:
        """Why it does not count for goods of this worth, or None; the limit per customer is not looked at."""
        if not self.active:
            return UnknownCoupon()
        if self.starts_at is not None and now < self.starts_at:
            return CouponNotStarted()
        if self.ends_at is not None and now >= self.ends_at:
            return CouponExpired()
        if self.max_uses is not None and self.uses >= self.max_uses:
            return CouponUsedUp()
        if currency != self.coupon.currency and (self.coupon.kind == AMOUNT or self.coupon.minimum_subtotal):
            return CouponOtherCurrency()
        if subtotal < self.coupon.minimum_subtotal:
            return CouponMinimumNotReached(self.coupon.minimum_subtotal, subtotal, currency)
        return None


def offer(row: Mapping[str, Any]) -> Offer:
    """From a row of promotions."""
    coupon = Coupon(row["id"], *(row[name] for name in Coupon.__slots__[1:]))
    return Offer(coupon, **{name: row[name] for name in Offer.__slots__[1:]})
