"""Prices are exact to the last cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from order_service.app.pricing.service import NO_TAX, Item, Tax, allocate, price, tax_on

VAT = Tax(1900, True)
SALES_TAX = Tax(825, False)


def test_an_included_tax_does_not_change_the_total() -> None:
    totals = price([Item(4900, 2), Item(1999, 1)], 490, VAT)
    assert (totals.subtotal, totals.shipping, totals.total) == (11799, 490, 12289)
    assert totals.tax == 1962  # 12289 × 19/119 = 1962.11
    assert sum(totals.line_taxes) + totals.shipping_tax == 1962


def test_an_excluded_tax_is_added() -> None:
    totals = price([Item(333, 3)], 0, SALES_TAX)
    assert (totals.subtotal, totals.tax, totals.total) == (999, 82, 1081)  # 999 × 8.25 % = 82.4175


def test_halves_are_rounded_up() -> None:
    assert tax_on(50, Tax(100, False)) == 1
    assert tax_on(49, Tax(100, False)) == 0


def test_a_discount_lowers_the_tax_and_never_goes_below_zero() -> None:
    totals = price([Item(1000, 1)], 0, Tax(1000, False), discount=400)
    assert (totals.discount, totals.tax, totals.total) == (400, 60, 660)
    assert price([Item(1000, 1)], 0, Tax(1000, False), discount=5000).total == 0


def test_nothing_costs_nothing() -> None:
    totals = price([], 0, NO_TAX)
    assert (totals.total, totals.tax, totals.line_taxes) == (0, 0, ())


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
    totals = price([Item(*line) for line in lines], shipping, Tax(rate, inclusive))
    assert sum(totals.line_taxes) + totals.shipping_tax == totals.tax
    assert totals.total == totals.subtotal + shipping + (0 if inclusive else totals.tax)


@pytest.mark.parametrize(("quantity", "total"), [(1, 129), (999, 128871)])
def test_a_line_is_its_price_times_its_quantity(quantity: int, total: int) -> None:
    assert Item(129, quantity).total == total
