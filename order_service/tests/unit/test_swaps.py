"""What an order becomes when pieces of it become other variants: every cent is somebody's."""

from typing import Any

import pytest

from order_service.app.after_sales.errors import NotSoManyPieces, OtherCurrency, OtherProduct, UnknownPiece
from order_service.app.after_sales.pieces import named, to_be_sent, with_customer
from order_service.app.after_sales.swaps import swap, swapped

Json = dict[str, Any]
SALE = {"promotion_id": "prm_1", "code": None, "name": {"en": "Sale"}}
FRESH = {"fulfilled": 0, "refunded": 0, "restocked": 0, "withdrawn": 0}


def line(name: str, price: int, quantity: int = 1, discount: int = 0, tax: int = 0, **fields: Any) -> Json:
    explained = [SALE | {"amount": discount}] if discount else []
    amounts = {"unit_price": price, "total": price * quantity, "discount": discount, "discounts": explained, "tax": tax}
    named = {"id": f"oln_{name}", "variant_id": name, "product_id": "prd_1", "position": 0, "quantity": quantity}
    return {**named, **amounts, "tax_rate_bp": 1900, **FRESH, **fields}


def order(lines: list[Json], shipping: int = 0, included: bool = True) -> Json:
    subtotal, discount, tax = (sum(each[part] for each in lines) for part in ("total", "discount", "tax"))
    paid = subtotal - discount
    tax_lines = [{"name": {"en": "VAT"}, "rate_bp": 1900, "base": paid - (tax if included else 0), "amount": tax}]
    explained = [SALE | {"amount": discount}] if discount else []
    owed = paid + shipping + (0 if included else tax)
    amounts = {"subtotal": subtotal, "discount": discount, "tax": tax, "shipping": shipping, "total": owed}
    return {**amounts, "tax_included": included, "tax_rate_bp": 1900, "discounts": explained, "tax_lines": tax_lines}


def to(name: str, price: int, **fields: Any) -> Json:
    quote = {"product_id": "prd_1", "variant_id": name, "sku": None, "title": {}, "variant_title": {}, "options": {}}
    return {**quote, "image": None, "unit_price": {"amount": price, "currency": "EUR"}, **fields}


def test_the_difference_is_that_of_the_prices_where_there_is_nothing_else() -> None:
    lines = [line("a", 4784, tax_rate_bp=0), line("b", 48_881, tax_rate_bp=0)]
    before = order(lines)
    after = swapped(before, lines, [swap(lines[1], to("c", 50_000), "EUR")], sent=False)
    assert (after.totals["total"] - before["total"], after.totals["subtotal"]) == (1119, 54_784)
    assert [(each["id"], each["variant_id"], each["total"]) for each in after.changed] == [("oln_b", "c", 50_000)]
    assert after.added == []


def test_a_discount_stays_unless_it_is_more_than_the_new_price() -> None:
    lines = [line("a", 10_000, discount=1500, tax=1357)]
    kept = swapped(order(lines), lines, [swap(lines[0], to("b", 12_000), "EUR")], sent=False)
    assert (kept.totals["discount"], kept.totals["total"], kept.totals["tax"]) == (1500, 10_500, 1676)
    assert kept.totals["discounts"] == [SALE | {"amount": 1500}]
    cut = swapped(order(lines), lines, [swap(lines[0], to("b", 1000), "EUR")], sent=False)
    assert (cut.totals["discount"], cut.totals["total"], cut.totals["tax"]) == (1000, 0, 0)
    assert cut.changed[0]["discounts"] == [SALE | {"amount": 1000}]
    assert cut.totals["tax_lines"] == [{"name": {"en": "VAT"}, "rate_bp": 1900, "base": 0, "amount": 0}]


def test_taxes_that_are_added_move_with_the_price_and_explain_themselves() -> None:
    lines = [line("a", 10_000, tax=1900), line("b", 333, tax=63)]
    before = order(lines, shipping=490, included=False)
    after = swapped(before, lines, [swap(lines[0], to("c", 9_000), "EUR")], sent=False)
    assert before["total"] - after.totals["total"] == 1190
    [tax] = after.totals["tax_lines"]
    assert (tax["base"], tax["amount"], after.totals["tax"]) == (9333, 1773, 1773)


def test_a_line_is_split_and_its_discount_shared_to_the_cent() -> None:
    lines = [line("a", 1000, 3, discount=100, tax=463, fulfilled=3)]
    swaps = [swap(lines[0], to("b", 1200), "EUR"), swap(lines[0], to("c", 800), "EUR")]
    after = swapped(order(lines), lines, swaps, sent=True)
    [kept], added = after.changed, after.added
    assert (kept["quantity"], kept["discount"], kept["fulfilled"]) == (1, 33, 1)
    assert [(each["variant_id"], each["discount"], each["fulfilled"], each["position"]) for each in added] == [
        ("b", 34, 1, 1),
        ("c", 33, 1, 2),
    ]
    assert after.totals["discount"] == 100
    assert after.totals["subtotal"] == 3000


def test_the_same_variant_at_the_same_price_moves_nothing() -> None:
    lines = [line("a", 999, 2, discount=7, tax=318)]
    before = order(lines, included=False)
    after = swapped(before, lines, [swap(lines[0], to("a", 999), "EUR")] * 2, sent=False)
    assert {name: after.totals[name] for name in ("subtotal", "discount", "tax", "total")} == {
        name: before[name] for name in ("subtotal", "discount", "tax", "total")
    }


def test_only_variants_of_the_same_product_in_the_same_currency() -> None:
    with pytest.raises(OtherProduct):
        swap(line("a", 1), to("b", 1, product_id="prd_2"), "EUR")
    with pytest.raises(OtherCurrency):
        swap(line("a", 1), to("b", 1), "USD")


def test_pieces_are_named_by_line_or_variant_as_often_as_there_are_any() -> None:
    lines = [line("a", 1, 2), line("a", 1, id="oln_second"), line("b", 1)]
    assert [each["id"] for each in named(["a", "a", "a", "oln_b"], lines, with_customer)] == [
        "oln_a",
        "oln_a",
        "oln_second",
        "oln_b",
    ]
    assert [each["id"] for each in named(["a", "oln_a", "oln_a"], lines, with_customer)] == [
        "oln_second",
        "oln_a",
        "oln_a",
    ]
    with pytest.raises(NotSoManyPieces):
        named(["a"] * 4, lines, with_customer)
    with pytest.raises(UnknownPiece):
        named(["c"], lines, with_customer)


def test_what_was_sent_or_given_back_cannot_be_changed_any_more() -> None:
    half = line("a", 1, 5, fulfilled=2, withdrawn=1, refunded=1)
    assert (to_be_sent(half), with_customer(half)) == (2, 4)
