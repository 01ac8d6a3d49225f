"""A promotion as arithmetic sees it: what it takes off, of what, and from which basket on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from common.languages import Texts
from order_service.app.pricing.lines import Item

PERCENT, AMOUNT, FREE_SHIPPING, BUY_X_GET_Y = "percent", "amount", "free_shipping", "buy_x_get_y"


@dataclass(frozen=True, slots=True)
class Rule:
    """`value` is in minor units (amount) or basis points: of the goods, the shipping, or each piece that is got.

    It counts for the named products and those of the named categories, or for all goods when none is named.
    `code` is None for what counts by itself. An order has one rule that is not `combinable`, or any that are.
    """

    promotion_id: str
    code: str | None
    name: Texts
    kind: str
    value: int
    currency: str
    minimum_subtotal: int = 0
    minimum_quantity: int = 0
    product_ids: tuple[str, ...] = ()
    category_ids: tuple[str, ...] = ()
    shipping_codes: tuple[str, ...] = ()
    buy_quantity: int = 0
    get_quantity: int = 0
    buy_product_ids: tuple[str, ...] = ()
    buy_category_ids: tuple[str, ...] = ()
    most_times: int | None = None
    combinable: bool = False
    priority: int = 0

    def places(self, items: Sequence[Item]) -> list[int]:
        """Which lines it counts for."""
        return _named(items, self.product_ids, self.category_ids)

    def bought_places(self, items: Sequence[Item]) -> list[int]:
        """Which lines are bought so that others are got; the same ones, when nothing else is named."""
        if self.buy_product_ids or self.buy_category_ids:
            return _named(items, self.buy_product_ids, self.buy_category_ids)
        return self.places(items)

    def frozen(self) -> dict[str, Any]:
        """As it is kept with an order; `thawed` has it back."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def thawed(kept: Mapping[str, Any]) -> Rule:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Rule(**values)


def _named(items: Sequence[Item], product_ids: Sequence[str], category_ids: Sequence[str]) -> list[int]:
    if not product_ids and not category_ids:
        return [place for place, item in enumerate(items) if item.quantity]
    return [
        place
        for place, item in enumerate(items)
        if item.quantity
        and (item.product_id in product_ids or any(category_id in category_ids for category_id in item.category_ids))
    ]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What a basket lacks for a rule: goods it counts for, their worth (minor units), or their number."""

    what: str
    needed: int = 0
    there: int = 0


GOODS, WORTH, NUMBER, CURRENCY = "goods", "worth", "number", "currency"


def shortfall(rule: Rule, items: Sequence[Item], currency: str) -> Shortfall | None:
    """Why a rule does not count for this basket, or None. Minimums look at the goods it is for, before discounts."""
    if currency != rule.currency and (rule.kind == AMOUNT or rule.minimum_subtotal):
        return Shortfall(CURRENCY)
    needed = rule.minimum_quantity
    if rule.kind == BUY_X_GET_Y and not times(rule, items):
        return Shortfall(GOODS)
    if not (needed or rule.minimum_subtotal or rule.product_ids or rule.category_ids):
        return None
    places = rule.places(items)
    if not places and (rule.product_ids or rule.category_ids):
        return Shortfall(GOODS)
    if rule.minimum_subtotal and (worth := sum(items[place].total for place in places)) < rule.minimum_subtotal:
        return Shortfall(WORTH, rule.minimum_subtotal, worth)
    if needed and (number := sum(items[place].quantity for place in places)) < needed:
        return Shortfall(NUMBER, needed, number)
    return None


def times(rule: Rule, items: Sequence[Item]) -> int:
    """Buy X, get Y: how often it fits. A piece counts as bought or as got, never as both.

    The pieces that are only bought, only got, or either must be enough for both (Hall's theorem for two kinds):
    times × buy ≤ bought, times × get ≤ gettable, times × (buy + get) ≤ all of them.
    """
    gettable, bought = rule.places(items), rule.bought_places(items)
    buy, get = rule.buy_quantity, rule.get_quantity
    found = min(
        _pieces(items, bought) // buy,
        _pieces(items, gettable) // get,
        _pieces(items, {*bought, *gettable}) // (buy + get),
    )
    return found if rule.most_times is None else min(found, rule.most_times)


def _pieces(items: Sequence[Item], places: Iterable[int]) -> int:
    return sum(items[place].quantity for place in places)
