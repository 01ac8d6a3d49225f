"""What rules take off the goods, line by line; each takes from what the ones before it left, so never below zero."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import sub

from common.money import round_half_up
from order_service.app.pricing.lines import Item
from order_service.app.pricing.rules import AMOUNT, BUY_X_GET_Y, FREE_SHIPPING, PERCENT, Rule, shortfall, times
from order_service.app.pricing.shares import BASIS_POINTS, allocate

_KINDS = (BUY_X_GET_Y, PERCENT, AMOUNT, FREE_SHIPPING)


@dataclass(slots=True)
class Discount:
    """What one rule takes off: of every line, and of the shipping."""

    rule: Rule
    lines: list[int]
    shipping: int = 0

    @property
    def amount(self) -> int:
        return sum(self.lines) + self.shipping


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """The one order in which rules take off, however they came: by priority, kind, and age."""
    return sorted(rules, key=lambda rule: (-rule.priority, _KINDS.index(rule.kind), rule.promotion_id))


def off_goods(rules: Sequence[Rule], items: Sequence[Item], currency: str) -> list[Discount]:
    """What each of these rules takes off the goods, in this order; those that take nothing are left out."""
    left = [item.total for item in items]
    found = []
    for rule in rules:
        if rule.kind == FREE_SHIPPING or shortfall(rule, items, currency) is not None:
            continue
        cut = _got(rule, items, left) if rule.kind == BUY_X_GET_Y else _shared(rule, rule.places(items), left)
        if any(cut):
            left = list(map(sub, left, cut))
            found.append(Discount(rule, cut))
    return found


def off_shipping(rules: Sequence[Rule], items: Sequence[Item], currency: str, code: str, cost: int) -> list[Discount]:
    """What each of these rules takes off what this shipping method costs."""
    found = []
    for rule in rules:
        named = not rule.shipping_codes or code in rule.shipping_codes
        if rule.kind != FREE_SHIPPING or not named or shortfall(rule, items, currency) is not None:
            continue
        cut = min(cost, round_half_up(cost * rule.value, BASIS_POINTS))
        if cut:
            cost -= cut
            found.append(Discount(rule, [0] * len(items), cut))
    return found


def _shared(rule: Rule, places: Sequence[int], left: Sequence[int]) -> list[int]:
    """A percentage or an amount, rounded once and shared out over the lines it is for."""
    weights = [left[place] for place in places]
    whole = sum(weights)
    amount = round_half_up(whole * rule.value, BASIS_POINTS) if rule.kind == PERCENT else min(rule.value, whole)
    cut = [0] * len(left)
    for place, share in zip(places, allocate(amount, weights), strict=True):
        cut[place] = share
    return cut


def _got(rule: Rule, items: Sequence[Item], left: Sequence[int]) -> list[int]:
    """Buy X, get Y: the cheapest pieces that may be got, but for those that are needed as bought."""
    bought, fits = set(rule.bought_places(items)), times(rule, items)
    wanted = fits * rule.get_quantity
    spare = sum(items[place].quantity for place in bought) - fits * rule.buy_quantity
    cut = [0] * len(items)
    for place in sorted(rule.places(items), key=lambda place: (items[place].unit_price, place)):
        taken = min(wanted, items[place].quantity)
        if place in bought:
            taken = min(taken, spare)
            spare -= taken
        wanted -= taken
        cut[place] = min(round_half_up(items[place].unit_price * taken * rule.value, BASIS_POINTS), left[place])
    return cut
