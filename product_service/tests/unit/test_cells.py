"""Single cells of a catalogue file."""

import pytest

from common.spreadsheets import price_text, shielded, unshielded
from product_service.app.imports.cells import BadCell, count_of, currency_of, markup_of, price_of, text_of


@pytest.mark.parametrize(("text", "currency", "amount"), [("49.95", "EUR", 4995), ("7", "EUR", 700), ("7", "JPY", 7)])
def test_a_price_becomes_minor_units_and_back(text: str, currency: str, amount: int) -> None:
    assert price_of(text, currency) == amount
    assert price_of(price_text(amount, currency), currency) == amount


@pytest.mark.parametrize("text", ["", "-1", "1,299", "1e3", "NaN", "1.999", "٣", "9" * 13, "0x1"])
def test_refuses_what_is_no_price(text: str) -> None:
    with pytest.raises(BadCell):
        price_of(text, "EUR")


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "1000001"])
def test_refuses_what_is_no_count(text: str) -> None:
    with pytest.raises(BadCell):
        count_of(text, 1_000_000)


def test_a_currency_has_three_letters() -> None:
    assert currency_of("", "EUR") == "EUR"
    assert currency_of("usd", "EUR") == "USD"
    with pytest.raises(BadCell):
        currency_of("EURO", "EUR")


@pytest.mark.parametrize("text", ["=SUM(A1)", "+49", "-5 °C", "@home", "'=x", "''=x", "\tx", "plain", "'tis"])
def test_a_formula_goes_out_shielded_and_comes_back(text: str) -> None:
    assert unshielded(shielded(text)) == text
    assert shielded(text)[0] not in "=+-@\t"


@pytest.mark.parametrize("text", ["a < b & c", "1 &amp; 2", "line\nline", "<b>"])
def test_plain_text_survives_html(text: str) -> None:
    assert text_of(markup_of(text)) == text


def test_html_becomes_text_without_scripts() -> None:
    markup = "<p>Warm &amp; bright</p><script>steal()</script><ul><li>One<li>Two</ul><img src=x onerror=y>"
    assert text_of(markup) == "Warm & bright\n\nOne\nTwo"
