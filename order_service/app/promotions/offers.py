"""A promotion as it stands right now: its rule, its limits, and why it may not count."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from common.errors import Conflict
from order_service.app.pricing.lines import Item
from order_service.app.pricing.rules import CURRENCY, GOODS, NUMBER, Rule, Shortfall, shortfall
from order_service.app.promotions.errors import (
    CouponExpired,
    CouponMinimumNotReached,
    CouponNotForTheseGoods,
    CouponNotForYou,
    CouponNotStarted,
    CouponOtherCurrency,
    CouponQuantityNotReached,
    CouponUsedUp,
    UnknownCoupon,
)

Problem = Conflict | UnknownCoupon
LISTS = (
    *("product_ids", "category_ids", "buy_product_ids", "buy_category_ids"),
    *("shipping_codes", "customer_groups"),
)
_FIGURES = (
    *("name", "kind", "value", "currency", "minimum_subtotal", "minimum_quantity"),
    *("buy_quantity", "get_quantity", "most_times", "combinable", "priority"),
)
_LIMITS = ("active", "starts_at", "ends_at", "max_uses", "max_uses_per_customer", "uses")


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule with its limits."""

    rule: Rule
    customer_groups: tuple[str, ...]
    active: bool
    starts_at: datetime | None
    ends_at: datetime | None
    max_uses: int | None
    max_uses_per_customer: int | None
    uses: int
    amounts: tuple[Mapping[str, Any], ...] = ()

    def in_currency(self, currency: str) -> "Offer":
        """With the amounts it has in this currency; as it is, which may be of no use there, where it has none."""
        for amounts in self.amounts:
            if amounts["currency"] == currency:
                return replace(self, rule=replace(self.rule, **amounts))
        return self

    def standing(self, groups: Collection[str], now: datetime) -> Problem | None:
        """Why it does not count for somebody of these groups, whatever they buy, or None; how often one customer
        used it is not looked at."""
        if not self.active:
            return UnknownCoupon()
        if self.starts_at is not None and now < self.starts_at:
            return CouponNotStarted()
        if self.ends_at is not None and now >= self.ends_at:
            return CouponExpired()
        if self.max_uses is not None and self.uses >= self.max_uses:
            return CouponUsedUp()
        if self.customer_groups and not set(self.customer_groups).intersection(groups):
            return CouponNotForYou()
        return None

    def problem(self, items: Sequence[Item], currency: str) -> Problem | None:
        """Why it does not count for these goods, or None."""
        lacking = shortfall(self.rule, items, currency)
        return _said(lacking, currency) if lacking is not None else None


def offer(row: Mapping[str, Any]) -> Offer:
    """From a row of promotions."""
    figures: dict[str, Any] = {name: row[name] for name in _FIGURES}
    figures |= {name: tuple(row[name] or ()) for name in LISTS if name != "customer_groups"}
    code = None if row["automatic"] else row["code"]
    limits = {name: row[name] for name in _LIMITS}
    rule, amounts = Rule(row["id"], code, **figures), tuple(map(_amounts, row["amounts"] or ()))
    return Offer(rule, tuple(row["customer_groups"] or ()), **limits, amounts=amounts)


def _amounts(given: Mapping[str, Any]) -> dict[str, Any]:
    """`value` None: the promotion takes off a share, which is the same in every currency."""
    return {name: value for name, value in given.items() if value is not None}


def _said(lacking: Shortfall, currency: str) -> Conflict:
    if lacking.what == CURRENCY:
        return CouponOtherCurrency()
    if lacking.what == GOODS:
        return CouponNotForTheseGoods()
    if lacking.what == NUMBER:
        return CouponQuantityNotReached(lacking.needed, lacking.there)
    return CouponMinimumNotReached(lacking.needed, lacking.there, currency)
