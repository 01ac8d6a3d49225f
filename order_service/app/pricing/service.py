"""What a basket costs: pure functions over integers of minor units, exact to the last cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import sub

from common.money import round_half_up

BASIS_POINTS = 10_000


@dataclass(frozen=True, slots=True)
class Item:
    """One line as far as its price goes."""

    unit_price: int
    quantity: int

    @property
    def total(self) -> int:
        return self.unit_price * self.quantity


@dataclass(frozen=True, slots=True)
class Tax:
    """The rate that applies, in basis points; `inclusive` when prices already contain it."""

    rate_bp: int
    inclusive: bool


NO_TAX = Tax(0, True)


@dataclass(frozen=True, slots=True)
class Totals:
    """`total = subtotal − discount + shipping`, plus `tax` unless it is included. The line taxes and the tax on
    shipping add up to `tax`, the line discounts to `discount`."""

    subtotal: int
    discount: int
    shipping: int
    tax: int
    rate_bp: int
    tax_included: bool
    total: int
    line_discounts: tuple[int, ...]
    line_taxes: tuple[int, ...]
    shipping_tax: int


def price(items: Sequence[Item], shipping: int, tax: Tax, discount: int = 0) -> Totals:
    """Price a basket. The tax is rounded once, on the whole, and then shared out, so that nothing drifts; so is the
    discount, which is taken off before tax.
    """
    worth = [item.total for item in items]
    subtotal = sum(worth)
    discount = min(discount, subtotal)
    line_discounts = allocate(discount, worth) if discount else [0] * len(worth)
    taxed = subtotal - discount + shipping
    due = tax_on(taxed, tax)
    *line_taxes, shipping_tax = allocate(due, [*map(sub, worth, line_discounts), shipping])
    return Totals(
        subtotal=subtotal,
        discount=discount,
        shipping=shipping,
        tax=due,
        rate_bp=tax.rate_bp,
        tax_included=tax.inclusive,
        total=taxed if tax.inclusive else taxed + due,
        line_discounts=tuple(line_discounts),
        line_taxes=tuple(line_taxes),
        shipping_tax=shipping_tax,
    )


def tax_on(amount: int, tax: Tax) -> int:
    """The tax contained in an inclusive amount, or to be added to an exclusive one; halves are rounded up."""
    return round_half_up(amount * tax.rate_bp, BASIS_POINTS + (tax.rate_bp if tax.inclusive else 0))


def allocate(amount: int, weights: Sequence[int]) -> list[int]:
    """Share a non-negative amount out by weight, to the last cent (largest remainder, earlier shares first)."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    shares = [amount * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-(amount * weights[place] % whole), place))
    for place in by_remainder[: amount - sum(shares)]:
        shares[place] += 1
    return shares
