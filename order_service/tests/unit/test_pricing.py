"""Prices are exact to the last cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from order_service.app.pricing.lines import Item
from order_service.app.pricing.rules import Rule
from order_service.app.pricing.service import price
from order_service.app.pricing.shares import allocate
from order_service.app.pricing.shipping import Delivery
from order_service.app.pricing.taxes import NO_TAXES, Taxes, TaxRate, flat, tax_on

VAT = flat(1900, True, {"en": "VAT"})
SALES_TAX = flat(825, False)
STANDARD = Delivery("standard", 490)
GERMANY = {"standard": TaxRate(1900, {"en": "VAT"}), "reduced": TaxRate(700, {"en": "VAT"}), "zero": TaxRate(0)}


def off(value: int, kind: str = "amount") -> Rule:
    return Rule("prm_1", "OFF", {"en": "Off"}, kind, value, "EUR")


def test_an_included_tax_does_not_change_the_total() -> None:
    totals = price([Item(4900, 2), Item(1999, 1)], STANDARD, VAT)
    assert (totals.subtotal, totals.shipping, totals.total) == (11799, 490, 12289)
    assert totals.tax == 1962  # 12289 × 19/119 = 1962.11
    assert sum(totals.line_taxes) + totals.shipping_tax == 1962


def test_an_excluded_tax_is_added() -> None:
    totals = price([Item(333, 3)], taxes=SALES_TAX)
    assert (totals.subtotal, totals.tax, totals.total) == (999, 82, 1081)  # 999 × 8.25 % = 82.4175


def test_halves_are_rounded_up() -> None:
    assert tax_on(50, 100, False) == 1
    assert tax_on(49, 100, False) == 0


def test_a_discount_lowers_the_tax_and_never_goes_below_zero() -> None:
    totals = price([Item(1000, 1)], taxes=flat(1000, False), rules=[off(400)], currency="EUR")
    assert (totals.discount, totals.tax, totals.total) == (400, 60, 660)
    assert price([Item(1000, 1)], taxes=flat(1000, False), rules=[off(5000)], currency="EUR").total == 0


def test_nothing_costs_nothing() -> None:
    totals = price([])
    assert (totals.total, totals.tax, totals.line_taxes, totals.tax_lines) == (0, 0, (), ())


def test_every_tax_class_has_a_line_of_its_own_and_shipping_goes_with_the_goods() -> None:
    items = [Item(10000, 1), Item(5000, 1, tax_class="reduced"), Item(700, 1, tax_class="zero")]
    totals = price(items, STANDARD, Taxes(True, GERMANY))
    # shipping 490 by the goods' worth: 312.10, 156.05, 21.85
    lines = [(line.rate_bp, line.base, line.amount) for line in totals.tax_lines]
    assert lines == [(1900, 8666, 1646), (700, 4819, 337)]  # 10312 × 19/119 = 1646.45, 5156 × 7/107 = 337.31
    assert (totals.tax, sum(totals.line_taxes) + totals.shipping_tax) == (1983, 1983)
    assert totals.line_taxes[2] == 0
    assert price([Item(0, 1, tax_class="reduced")], STANDARD, Taxes(True, GERMANY)).tax == tax_on(490, 1900, True)


def test_a_class_without_a_rate_has_the_standard_one() -> None:
    assert price([Item(1190, 1, tax_class="books")], taxes=VAT).tax == 190


def test_a_remainder_goes_to_the_largest_fraction_first() -> None:
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(10, [999, 1]) == [10, 0]
    assert allocate(5, [0, 0]) == [0, 0]


@given(amount=st.integers(0, 10**9), weights=st.lists(st.integers(0, 10**9), min_size=1, max_size=20))
def test_shares_add_up_and_keep_their_proportion(amount: int, weights: list[int]) -> None:
    shares = allocate(amount, weights)
    whole = sum(weights)
    assert sum(shares) == (amount if whole else 0)
    for share, weight in zip(shares, weights, strict=True):
        assert not whole or abs(share * whole - amount * weight) < whole


@given(
    lines=st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 999)), min_size=1, max_size=10),
    shipping=st.integers(0, 10**5),
    rate=st.integers(0, 10_000),
    inclusive=st.booleans(),
)
def test_the_parts_add_up_to_the_total(lines: list[tuple[int, int]], shipping: int, rate: int, inclusive: bool) -> None:
    totals = price([Item(*line) for line in lines], Delivery("any", shipping), flat(rate, inclusive))
    assert sum(totals.line_taxes) + totals.shipping_tax == totals.tax
    assert totals.total == totals.subtotal + shipping + (0 if inclusive else totals.tax)


@pytest.mark.parametrize(("quantity", "total"), [(1, 129), (999, 128871)])
def test_a_line_is_its_price_times_its_quantity(quantity: int, total: int) -> None:
    assert Item(129, quantity).total == total


@pytest.mark.parametrize(
    ("delivery", "worth", "grams", "cost"),
    [
        (Delivery("flat", 490), 10**6, 10**6, 490),
        (Delivery("by weight", tiers=((1000, 490), (5000, 990))), 0, 1000, 490),
        (Delivery("by weight", tiers=((1000, 490), (5000, 990))), 0, 1001, 990),
        (Delivery("by weight", tiers=((1000, 490), (5000, 990))), 0, 5001, None),
        (Delivery("by weight", tiers=((1000, 490), (None, 990))), 0, 10**6, 990),
        (Delivery("by worth", tier_by="subtotal", tiers=((2999, 690), (None, 290))), 3000, 0, 290),
        (Delivery("free", 490, free_from=5000), 4999, 0, 490),
        (Delivery("free", 490, free_from=5000), 5000, 0, 0),
        (Delivery("free, but too heavy", tiers=((1000, 490),), free_from=5000), 5000, 1001, None),
    ],
)
def test_delivery_costs_by_weight_or_worth(delivery: Delivery, worth: int, grams: int, cost: int | None) -> None:
    assert delivery.cost(worth, grams) == cost


def test_shipping_goes_by_what_is_paid_for_the_goods() -> None:
    free = Delivery("standard", 490, free_from=5000)
    assert price([Item(5000, 1)], free).shipping == 0
    totals = price([Item(5000, 1)], free, NO_TAXES, [off(1)], "EUR")
    assert (totals.goods, totals.shipping, totals.total) == (4999, 490, 5489)
