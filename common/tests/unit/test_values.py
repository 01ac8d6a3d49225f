"""Ids, money, languages, cursors and errors: exact values."""

import pytest

from common.errors import Conflict, InvalidInput, NotFound, Unavailable, error_from_problem, problem
from common.ids import new_id, uuid7_hex
from common.languages import accepted_language, localized, use_language
from common.money import format_money, round_half_up
from common.pagination import InvalidCursor, decode_cursor, encode_cursor


def test_ids_sort_by_the_time_they_were_made() -> None:
    ids = [new_id("ord") for _ in range(5000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 5000


def test_an_id_is_a_uuid_of_version_7() -> None:
    digits = uuid7_hex()
    assert len(digits) == 32
    assert digits[12] == "7"
    assert digits[16] in "89ab"


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -3), (4, 2, 2), (1, 3, 0), (2, 3, 1), (0, 7, 0), (199_99 * 1900, 11_900, 3193)],
)
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert round_half_up(numerator, denominator) == rounded


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        (129900, "EUR", "en", "€1,299.00"),
        (-5, "USD", "en", "-$0.05"),
        (500, "JPY", "en", "¥500"),
        (500, "CNY", "en", "CN¥5.00"),
        (500, "CNY", "zh", "¥5.00"),
        (1234, "KWD", "en", "1.234 KWD"),
    ],
)
def test_money_is_formatted_by_its_currency(amount: int, currency: str, language: str, text: str) -> None:
    assert format_money(amount, currency, language) == text


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,zh;q=0.9", "en"),
        ("fr, zh;q=0.5", "zh"),
        ("fr", "en"),
        ("zh;q=0", "en"),
        ("zh;q=nonsense", "en"),
        ("", "en"),
    ],
)
def test_the_best_known_language_is_chosen(header: str, language: str) -> None:
    assert accepted_language(header, "en") == language


def test_a_text_falls_back_to_a_language_it_has() -> None:
    with use_language("zh"):
        assert localized({"en": "Mouse", "zh": "鼠标"}) == "鼠标"
        assert localized({"en": "Mouse"}) == "Mouse"
        assert localized({"en": "Mouse", "zh": ""}) == "Mouse"
        assert localized({}) == ""


def test_a_cursor_gives_its_values_back() -> None:
    assert decode_cursor(encode_cursor("2026-01-01", "ord_1")) == ("2026-01-01", "ord_1")
    assert decode_cursor(encode_cursor(5, "x"), (int, str)) == (5, "x")


@pytest.mark.parametrize("text", ["", "%%%", "bm90IGpzb24", encode_cursor("one"), encode_cursor(1, 2), "A" * 5000, "é"])
def test_a_cursor_that_was_not_made_here_is_refused(text: str) -> None:
    with pytest.raises(InvalidCursor) as refusal:
        decode_cursor(text)
    assert refusal.value.status == 422
    assert refusal.value.code == "invalid_cursor"


def test_an_error_survives_the_way_through_a_problem_document() -> None:
    class OutOfStock(Conflict):
        code = "out_of_stock"

    sent = problem(OutOfStock("Only 2 left.", available=2), "trace-1")
    assert sent == {
        "type": "about:blank",
        "title": Conflict.title,
        "status": 409,
        "code": "out_of_stock",
        "trace_id": "trace-1",
        "detail": "Only 2 left.",
        "available": 2,
    }
    received = error_from_problem(409, sent)
    assert type(received) is Conflict
    assert (received.code, received.detail, received.extra) == ("out_of_stock", "Only 2 left.", {"available": 2})


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [(404, None, NotFound), (422, {"code": "x"}, InvalidInput), (500, "html", Unavailable), (599, [], Unavailable)],
)
def test_a_strange_answer_of_a_neighbour_still_becomes_an_error(status: int, body: object, kind: type) -> None:
    assert isinstance(error_from_problem(status, body), kind)
