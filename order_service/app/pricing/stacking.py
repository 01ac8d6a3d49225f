"""Which of the rules that could count do: those that combine together, or a single one that stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from order_service.app.pricing.discounts import Discount, in_order, off_goods, off_shipping
from order_service.app.pricing.lines import Item
from order_service.app.pricing.rules import Rule
from order_service.app.pricing.shipping import Delivery


@dataclass(slots=True)
class Outcome:
    """What is taken off, the goods' worth after it, and what the delivery costs before and after (None: too much)."""

    goods: int
    shipping: int
    shipping_discount: int = 0
    discounts: list[Discount] = field(default_factory=list)


def best(
    rules: Sequence[Rule], items: Sequence[Item], currency: str, delivery: Delivery, worth: int, grams: int
) -> Outcome:
    """The highest priority wins; among equals whatever leaves the least to pay. Rules that take nothing off don't
    compete. The order in which they are given is of no meaning."""
    known = in_order(rules)
    together = [rule for rule in known if rule.combinable]
    sets = ([together] if together else []) + [[rule] for rule in known if not rule.combinable]
    outcomes = [_outcome(each, items, currency, delivery, worth, grams) for each in sets]
    return min((one for one in outcomes if one.discounts), key=_rank, default=without(delivery, worth, grams))


def without(delivery: Delivery, worth: int, grams: int) -> Outcome:
    """Nothing is taken off."""
    return Outcome(worth, delivery.cost(worth, grams) or 0)


def _outcome(
    rules: Sequence[Rule], items: Sequence[Item], currency: str, delivery: Delivery, worth: int, grams: int
) -> Outcome:
    discounts = off_goods(rules, items, currency)
    goods = worth - sum(discount.amount for discount in discounts)
    shipping = delivery.cost(goods, grams) or 0
    off = off_shipping(rules, items, currency, delivery.code, shipping)
    return Outcome(goods, shipping, sum(discount.shipping for discount in off), discounts + off)


def _rank(outcome: Outcome) -> tuple[int, int]:
    priority = max(discount.rule.priority for discount in outcome.discounts)
    return -priority, outcome.goods + outcome.shipping - outcome.shipping_discount
