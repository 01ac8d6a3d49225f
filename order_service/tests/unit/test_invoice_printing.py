"""What stands on an invoice: every amount, in the customer's language, the same bytes each time."""

from datetime import UTC, datetime
from typing import Any

import pytest

from order_service.app.invoices.printing.document import draw, laid_out
from order_service.app.invoices.printing.fonts import runs, width, wrapped
from order_service.app.invoices.printing.words import words

Json = dict[str, Any]
LAMP: Json = {"line_id": "oln_1", "title": "Desk lamp", "variant": "Oak", "sku": "DL-1", "quantity": 2}
LAMP |= {"unit_price": 4900, "discount": 980, "amount": 8820, "rate_bp": 1900}


def invoice(*lines: Json, language: str = "en", currency: str = "EUR", **contents: Any) -> Json:
    said = {
        "lines": list(lines),
        "tax_included": True,
        "subtotal": 9800,
        "discounts": [{"name": "Autumn", "amount": 980}],
        "shipping": {"name": "Standard", "amount": 490},
        "tax_lines": [{"name": "VAT", "rate_bp": 1900, "base": 7824, "amount": 1486}],
        "total": 9310,
        "seller": {"name": "Corner Ltd", "lines": ["1 High St"], "tax_id": "GB123", "email": None},
        "buyer": {"lines": ["Ada Lovelace", "London"], "email": "ada@mail.example"},
        "order": {"number": "1042", "placed_at": "2026-11-21T23:30:00+00:00"},
        "reason": {"what": "order"},
        "corrects": None,
        "payments": [{"method": "gift_card", "amount": 9310, "at": "2026-11-21T23:30:00+00:00"}],
        "zone": "Europe/Berlin",
    }
    issued = {"kind": "invoice", "number": "INV-00042", "issued_at": datetime(2026, 11, 21, 23, 31, tzinfo=UTC)}
    return {**issued, "language": language, "currency": currency, "contents": said | contents}


def texts(row: Json) -> list[str]:
    return [text for sheet in laid_out(row).texts() for text in sheet]


def test_everything_is_said() -> None:
    said = texts(invoice(LAMP))
    assert {"Corner Ltd", "Tax ID: GB123", "Invoice", "INV-00042", "2026-11-22", "1042", "Ada Lovelace"} <= set(said)
    assert {"Desk lamp (Oak)", "DL-1", "2", "€49.00", "19 %", "€98.00"} <= set(said)
    assert said[said.index("Autumn") + 1] == "-€9.80"
    assert said[said.index("Shipping: Standard") + 1] == "€4.90"
    assert said[said.index("VAT 19 %") :][:4] == ["VAT 19 %", "€78.24", "€14.86", "€93.10"]
    assert said[-1] == "Paid by gift card on 2026-11-22: €93.10"


def test_tax_that_is_added_stands_above_the_total() -> None:
    said = texts(invoice(LAMP, tax_included=False, total=10796))
    assert said[said.index("Shipping: Standard") :][2:6] == ["VAT 19 %", "€14.86", "Total", "€107.96"]


def test_amounts_have_the_digits_of_their_currency() -> None:
    assert "¥4,900" in texts(invoice(LAMP, currency="JPY"))
    assert "9.310 KWD" in texts(invoice(LAMP, currency="KWD"))


def test_chinese_is_written_in_letters_that_know_it() -> None:
    row = invoice(LAMP | {"title": "台灯"}, language="zh", currency="CNY")
    assert {"发票", "台灯 (Oak)", "¥93.10", "总计"} <= set(texts(row))
    assert list(runs("台灯 Lamp")) == [("STSong-Light", "台灯"), ("Helvetica", " Lamp")]
    assert b"/STSong-Light" in draw(row)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("Émile €5 – “x”", "Émile €5 – “x”"), ("Łukasz Żółć", "Lukasz Zólc"), ("a\tb\x00", "a b "), ("ok 😀", "ok ?")],
)
def test_no_letter_is_left_blank(text: str, drawn: str) -> None:
    assert list(runs(text)) == [("Helvetica", drawn)]


@pytest.mark.parametrize(
    "text", ["Desk lamp with a long name that has to wrap", "台灯，可调光，橡木底座，适合书房", "W" * 60]
)
def test_lines_fit_and_nothing_is_lost(text: str) -> None:
    lines = wrapped(text, 80, 9)
    assert max(width(line, 9) for line in lines) <= 80
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_long_order_goes_on_with_its_columns_named_again() -> None:
    sheets = laid_out(invoice(*[LAMP] * 60)).texts()
    assert len(sheets) == 3
    assert all("Description" in sheet for sheet in sheets)
    assert sum(sheet.count("Desk lamp (Oak)") for sheet in sheets) == 60


def test_the_same_row_is_the_same_bytes() -> None:
    row = invoice(*[LAMP] * 3)
    assert draw(row) == draw(row)
    assert draw(row) != draw({**row, "number": "INV-00043"})


def test_both_languages_say_the_same_things() -> None:
    assert words("en").keys() == words("zh").keys()
