"""Taxes by class: each rate is rounded once, on all it is due on, and shared out to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.languages import Texts
from common.money import round_half_up
from order_service.app.pricing.lines import STANDARD, Item
from order_service.app.pricing.shares import BASIS_POINTS, allocate


@dataclass(frozen=True, slots=True, eq=False)
class TaxRate:
    """In basis points. Two rates are two tax lines, though they be equally high; without a name there is no line."""

    rate_bp: int
    name: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taxes:
    """What is owed at one place, by tax class; a class without a rate of its own has the standard one.

    `inclusive` says that prices contain it already: one word for the whole basket.
    """

    inclusive: bool
    rates: Mapping[str, TaxRate]

    def of(self, tax_class: str) -> TaxRate:
        return self.rates.get(tax_class) or self.rates[STANDARD]

    def frozen(self) -> dict[str, Any]:
        """As it is kept with an order; `thawed` has it back."""
        rates = {name: {"rate_bp": rate.rate_bp, "name": rate.name} for name, rate in self.rates.items()}
        return {"inclusive": self.inclusive, "rates": rates}


def thawed(kept: Mapping[str, Any]) -> Taxes:
    return Taxes(kept["inclusive"], {name: TaxRate(**rate) for name, rate in kept["rates"].items()})


def flat(rate_bp: int, inclusive: bool, name: Texts | None = None) -> Taxes:
    """One rate for everything."""
    return Taxes(inclusive, {STANDARD: TaxRate(rate_bp, name or {})})


NO_TAXES = flat(0, True)


@dataclass(frozen=True, slots=True)
class TaxLine:
    """So much tax is due on a net `base`."""

    name: Texts
    rate_bp: int
    base: int
    amount: int


@dataclass(slots=True)
class Due:
    """The tax of a basket, of its lines and its shipping; they add up."""

    total: int
    lines: list[int]
    shipping: int
    explained: list[TaxLine]


def due_on(items: Sequence[Item], worth: Sequence[int], shipping: int, taxes: Taxes) -> Due:
    """The tax on lines of this worth (after discounts) and on shipping, which has the goods' rates in the proportion
    of their worth; the standard one where they are worth nothing."""
    groups: dict[TaxRate, list[int]] = {}
    for place, item in enumerate(items):
        groups.setdefault(taxes.of(item.tax_class), []).append(place)
    if not any(worth):
        groups.setdefault(taxes.of(STANDARD), [])
    shares = _shipping_shares(groups, worth, shipping, taxes)
    due = Due(0, [0] * len(items), 0, [])
    for (rate, places), share in zip(groups.items(), shares, strict=True):
        weights = [*(worth[place] for place in places), share]
        gross = sum(weights)
        amount = tax_on(gross, rate.rate_bp, taxes.inclusive)
        *of_lines, of_shipping = allocate(amount, weights)
        for place, tax in zip(places, of_lines, strict=True):
            due.lines[place] = tax
        due.shipping += of_shipping
        due.total += amount
        if rate.name and gross:
            net = gross - amount if taxes.inclusive else gross
            due.explained.append(TaxLine(rate.name, rate.rate_bp, net, amount))
    due.explained.sort(key=lambda line: -line.rate_bp)
    return due


def _shipping_shares(
    groups: Mapping[TaxRate, list[int]], worth: Sequence[int], shipping: int, taxes: Taxes
) -> list[int]:
    if len(groups) == 1:
        return [shipping]
    weights = [sum([worth[place] for place in places]) for places in groups.values()]
    if any(weights):
        return allocate(shipping, weights)
    standard = taxes.of(STANDARD)
    return [shipping if rate is standard else 0 for rate in groups]


def tax_on(amount: int, rate_bp: int, inclusive: bool) -> int:
    """The tax contained in an inclusive amount, or to be added to an exclusive one; halves are rounded up."""
    return round_half_up(amount * rate_bp, BASIS_POINTS + (rate_bp if inclusive else 0))
