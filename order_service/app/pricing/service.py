"""What a basket costs: the one entry that carts, previews and checkouts share; exact to the last cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import add, sub

from order_service.app.pricing.discounts import Discount
from order_service.app.pricing.lines import STANDARD, Item
from order_service.app.pricing.rules import Rule
from order_service.app.pricing.shipping import NO_DELIVERY, Delivery
from order_service.app.pricing.stacking import best, without
from order_service.app.pricing.taxes import NO_TAXES, Taxes, TaxLine, due_on


@dataclass(slots=True)
class Totals:
    """`total = subtotal − discount + shipping`, plus `tax` unless it is included.

    `discount` is off the goods; `shipping` is what is paid for it, after `shipping_discount`. `discounts` add up to
    both, the line discounts to `discount`, the line taxes with the tax on shipping to `tax`, and so do `tax_lines`.
    """

    subtotal: int
    discount: int
    shipping: int
    shipping_discount: int
    tax: int
    rate_bp: int
    tax_included: bool
    total: int
    grams: int
    line_discounts: tuple[int, ...]
    line_taxes: tuple[int, ...]
    shipping_tax: int
    discounts: tuple[Discount, ...]
    tax_lines: tuple[TaxLine, ...]

    @property
    def goods(self) -> int:
        """What is paid for the goods."""
        return self.subtotal - self.discount


def price(
    items: Sequence[Item],
    delivery: Delivery = NO_DELIVERY,
    taxes: Taxes = NO_TAXES,
    rules: Sequence[Rule] = (),
    currency: str = "",
) -> Totals:
    """Price a basket: rules take off the goods, what is left decides the shipping, and taxes come last."""
    worth = [item.unit_price * item.quantity for item in items]
    grams = sum([item.grams * item.quantity for item in items])
    subtotal = sum(worth)
    outcome = best(rules, items, currency, delivery, subtotal, grams) if rules else without(delivery, subtotal, grams)
    line_discounts = [0] * len(items)
    for discount in outcome.discounts:
        line_discounts = list(map(add, line_discounts, discount.lines))
    shipping = outcome.shipping - outcome.shipping_discount
    due = due_on(items, list(map(sub, worth, line_discounts)) if outcome.discounts else worth, shipping, taxes)
    payable = outcome.goods + shipping
    return Totals(
        subtotal=subtotal,
        discount=subtotal - outcome.goods,
        shipping=shipping,
        shipping_discount=outcome.shipping_discount,
        tax=due.total,
        rate_bp=taxes.of(STANDARD).rate_bp,
        tax_included=taxes.inclusive,
        total=payable if taxes.inclusive else payable + due.total,
        grams=grams,
        line_discounts=tuple(line_discounts),
        line_taxes=tuple(due.lines),
        shipping_tax=due.shipping,
        discounts=tuple(outcome.discounts),
        tax_lines=tuple(due.explained),
    )
