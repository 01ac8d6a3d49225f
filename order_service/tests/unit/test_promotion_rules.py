"""What promotions take off: the figures of docs/pricing.md, and what must hold for every basket."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from order_service.app.pricing.lines import Item
from order_service.app.pricing.rules import Rule, thawed
from order_service.app.pricing.service import Totals, price
from order_service.app.pricing.shipping import Delivery
from order_service.app.pricing.taxes import Taxes, TaxRate, flat

DELIVERY = Delivery("standard", 490)


def rule(kind: str = "percent", value: int = 1000, **fields: Any) -> Rule:
    known = {"promotion_id": "prm_1", "code": "CODE", "name": {"en": "Sale"}, "currency": "EUR"}
    return Rule(**{**known, "kind": kind, "value": value, **fields})


def got(buy: int, get: int, value: int = 10_000, **fields: Any) -> Rule:
    return rule("buy_x_get_y", value, buy_quantity=buy, get_quantity=get, **fields)


def priced(items: list[Item], *rules: Rule, delivery: Delivery = DELIVERY, currency: str = "EUR") -> Totals:
    return price(items, delivery, flat(0, True), rules, currency)


LAMP, DESK, BULB = Item(4900, 1, "lamp", ("lighting",)), Item(19900, 1, "desk"), Item(333, 3, "bulb", ("lighting",))


def test_a_percentage_is_rounded_once_and_shared_out_over_what_it_is_for() -> None:
    totals = priced([LAMP, DESK, BULB], rule(value=1500, category_ids=("lighting",)))
    assert totals.discount == 885  # 15 % of 58.99 = 8.8485
    assert totals.line_discounts == (735, 0, 150)
    assert [(one.rule.promotion_id, one.amount) for one in totals.discounts] == [("prm_1", 885)]


@pytest.mark.parametrize(
    ("offer", "items", "discount"),
    [
        (got(2, 1), [Item(1000, 3)], 1000),
        (got(2, 1), [Item(1000, 5)], 1000),
        (got(2, 1), [Item(1000, 6)], 2000),
        (got(2, 1, most_times=1), [Item(1000, 6)], 1000),
        (got(2, 1), [Item(1000, 1, "a"), Item(700, 1, "b"), Item(300, 1, "c")], 300),
        (got(1, 1, 5000), [Item(1000, 1, "a"), Item(701, 1, "b")], 351),
        (got(1, 1, product_ids=("bulb",), buy_product_ids=("lamp",)), [LAMP, BULB], 333),
        (got(1, 2, product_ids=("bulb",), buy_product_ids=("lamp",)), [LAMP, BULB], 666),
        (got(1, 1, product_ids=("bulb",), buy_product_ids=("lamp",)), [BULB], 0),
        (got(1, 1, product_ids=("bulb",), buy_category_ids=("lighting",)), [Item(333, 1, "bulb", ("lighting",))], 0),
        (got(1, 1, product_ids=("bulb",), buy_category_ids=("lighting",)), [Item(333, 2, "bulb", ("lighting",))], 333),
    ],
)
def test_buy_some_get_the_cheapest(offer: Rule, items: list[Item], discount: int) -> None:
    assert priced(items, offer).discount == discount


def test_free_shipping_is_taken_off_the_shipping() -> None:
    totals = priced([LAMP], rule("free_shipping", 10_000, shipping_codes=("standard",)))
    assert (totals.discount, totals.shipping_discount, totals.shipping, totals.total) == (0, 490, 0, 4900)
    express = priced([LAMP], rule("free_shipping", 10_000, shipping_codes=("standard",)), delivery=Delivery("x", 1290))
    assert (express.shipping, express.total) == (1290, 6190)


def test_minimums_look_at_the_goods_it_is_for_before_discounts() -> None:
    for_lamps = {"category_ids": ("lighting",)}
    assert priced([LAMP, DESK], rule(minimum_subtotal=5000, **for_lamps)).discount == 0
    assert priced([LAMP, DESK, BULB], rule(minimum_subtotal=5899, **for_lamps)).discount == 590
    assert priced([LAMP, DESK, BULB], rule(minimum_quantity=5, **for_lamps)).discount == 0
    assert priced([LAMP, DESK, BULB], rule(minimum_quantity=4, **for_lamps)).discount == 590
    assert priced([LAMP], rule("amount", 100, currency="USD")).discount == 0


def test_an_offer_that_stands_alone_gives_way_to_what_takes_more_off() -> None:
    alone, small = rule(promotion_id="prm_1", value=2000), rule(promotion_id="prm_2", value=1000, combinable=True)
    more = rule("amount", 600, promotion_id="prm_3", combinable=True)
    assert [one.rule for one in priced([LAMP], alone, small).discounts] == [alone]
    assert [one.rule for one in priced([LAMP], alone, small, more).discounts] == [small, more]
    assert priced([LAMP], alone, small, more).discount == 490 + 600
    first = rule(promotion_id="prm_4", value=100, priority=1)
    assert [one.rule for one in priced([LAMP], alone, small, more, first).discounts] == [first]


def test_those_that_combine_take_from_what_the_ones_before_left() -> None:
    ten, five_euros = rule(promotion_id="a", combinable=True), rule("amount", 500, promotion_id="b", combinable=True)
    totals = priced([Item(10000, 1)], five_euros, ten)
    assert [one.amount for one in totals.discounts] == [1000, 500]
    before = rule("amount", 500, promotion_id="b", combinable=True, priority=1)
    assert [one.amount for one in priced([Item(10000, 1)], ten, before).discounts] == [500, 950]


def test_a_rule_comes_back_from_json_as_it_was() -> None:
    whole = got(2, 1, product_ids=("a", "b"), combinable=True, most_times=3)
    kept = {name: list(value) if isinstance(value, tuple) else value for name, value in whole.frozen().items()}
    assert thawed(kept) == whole


items = st.lists(
    st.builds(
        Item,
        st.integers(0, 10**6),
        st.integers(0, 20),
        st.sampled_from(["p1", "p2", "p3"]),
        st.sampled_from([(), ("c1",), ("c2", "c1")]),
        st.sampled_from(["standard", "reduced", "zero"]),
        st.integers(0, 5000),
    ),
    max_size=6,
)
some = st.sampled_from([(), ("p1",), ("p1", "p2")])
shelves = st.sampled_from([(), ("c1",), ("c2",)])


@st.composite
def rules(draw: st.DrawFn) -> list[Rule]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(["percent", "amount", "free_shipping", "buy_x_get_y"]))
        value = draw(st.integers(1, 10**6 if kind == "amount" else 10_000))
        fields = {"product_ids": draw(some), "category_ids": draw(shelves), "combinable": draw(st.booleans())}
        fields |= {
            "buy_product_ids": draw(some),
            "buy_category_ids": draw(shelves),
            "priority": draw(st.integers(0, 2)),
        }
        fields |= {"minimum_subtotal": draw(st.sampled_from([0, 5000])), "most_times": draw(st.sampled_from([None, 1]))}
        pieces = {"buy_quantity": draw(st.integers(1, 3)), "get_quantity": draw(st.integers(1, 3))}
        found.append(rule(kind, value, promotion_id=f"prm_{number}", **fields, **pieces))
    return found


taxes = st.builds(
    lambda inclusive, high, low: Taxes(
        inclusive, {"standard": TaxRate(high, {"en": "a"}), "reduced": TaxRate(low, {"en": "b"}), "zero": TaxRate(0)}
    ),
    st.booleans(),
    st.integers(0, 3000),
    st.integers(0, 3000),
)


@settings(max_examples=300)
@given(items=items, rules=rules(), taxes=taxes, shipping=st.integers(0, 5000), data=st.data())
def test_every_basket_adds_up_and_never_falls_below_zero(
    items: list[Item], rules: list[Rule], taxes: Taxes, shipping: int, data: st.DataObject
) -> None:
    delivery = Delivery("standard", shipping, free_from=data.draw(st.sampled_from([None, 10_000])))
    totals = price(items, delivery, taxes, rules, "EUR")
    assert totals.discount + totals.shipping_discount == sum(one.amount for one in totals.discounts)
    for place, item in enumerate(items):
        cuts = [one.lines[place] for one in totals.discounts]
        assert sum(cuts) == totals.line_discounts[place]
        assert all(cut >= 0 for cut in cuts)
        assert 0 <= totals.line_discounts[place] <= item.total
    assert sum(totals.line_discounts) == totals.discount
    assert totals.shipping >= 0
    assert sum(totals.line_taxes) + totals.shipping_tax == totals.tax
    assert sum(line.amount for line in totals.tax_lines) == totals.tax
    paid = totals.goods + totals.shipping
    assert totals.total == (paid if taxes.inclusive else paid + totals.tax)
    untaxed = paid - sum(line.base + (line.amount if taxes.inclusive else 0) for line in totals.tax_lines)
    assert untaxed >= 0  # what has no rate with a name
    again = price(items, delivery, taxes, data.draw(st.permutations(rules)), "EUR")
    assert again == totals, "the order in which promotions are named is of no meaning"


@given(items=items, percent=st.integers(1, 10_000), amount=st.integers(1, 10**5), shipping=st.integers(0, 5000))
def test_shipping_and_goods_discounts_commute(items: list[Item], percent: int, amount: int, shipping: int) -> None:
    free = rule("free_shipping", 10_000, promotion_id="f", combinable=True)
    delivery = Delivery("standard", shipping)
    for other in (rule(value=percent, promotion_id="g"), rule("amount", amount, promotion_id="g")):
        totals = []
        for first, second in ((0, 1), (1, 0)):
            one = rule(free.kind, free.value, promotion_id="f", combinable=True, priority=first)
            two = rule(other.kind, other.value, promotion_id="g", combinable=True, priority=second)
            totals.append(priced(items, one, two, delivery=delivery).total)
        assert totals[0] == totals[1]


@given(net=st.integers(0, 10**8), rate=st.integers(0, 3000))
def test_a_price_with_its_tax_contains_just_that_tax(net: int, rate: int) -> None:
    exclusive = price([Item(net, 1)], taxes=flat(rate, False))
    inclusive = price([Item(exclusive.total, 1)], taxes=flat(rate, True))
    assert (inclusive.total, inclusive.tax) == (exclusive.total, exclusive.tax)
