"""Credit notes share an amount out over tax rates, and never give back more tax than was invoiced."""

from typing import Any

from order_service.app.invoices.credits import credited
from order_service.tests.books import adds_up

Json = dict[str, Any]
ORDER: Json = {"tax_included": True, "shipping": 490, "tax": 1255, "tax_rate_bp": 1900}
INVOICED: list[Json] = [
    {"name": "VAT", "rate_bp": 1900, "base": 5899, "amount": 1121},
    {"name": "reduced", "rate_bp": 725, "base": 1850, "amount": 134},
]


def line(name: str, paid: int, rate_bp: int, refunded: int = 0, quantity: int = 1) -> Json:
    counted = {"quantity": quantity, "refunded": refunded, "total": paid, "discount": 0, "tax": 0}
    return {"id": name, "tax_rate_bp": rate_bp, **counted}


def document(kind: str, **contents: Any) -> Json:
    return {"kind": kind, "contents": contents}


def notes(*wanted: tuple[int, list[Json], bool]) -> list[Json]:
    """The credit notes over these amounts, one after the other, of an order over 90.04."""
    known = [document("invoice", total=9004, tax_lines=INVOICED)]
    for amount, lines, everything in wanted:
        named = [{"line_id": each["id"], "title": each["id"]} for each in lines]
        known.append(document("credit_note", **credited(ORDER, lines, known, named, amount, everything)))
    return [each["contents"] for each in known[1:]]


def rates(note: Json) -> dict[int, tuple[int, int]]:
    return {one["rate_bp"]: (one["base"], one["amount"]) for one in note["tax_lines"]}


LAMP, BOOK = line("lamp", 6655, 1900), line("book", 1859, 725)


def test_goods_have_their_own_rate() -> None:
    [note] = notes((1859, [LAMP, line("book", 1859, 725, refunded=1)], False))
    assert rates(note) == {725: (1733, 126)}
    assert note["pieces"] == {"book": 1}


def test_an_amount_is_of_all_rates_in_proportion() -> None:
    [note] = notes((3432, [LAMP, BOOK], False))
    assert rates(note) == {1900: (2249, 427), 725: (705, 51)}
    assert [one["what"] for one in note["lines"]] == ["rest"]


def test_what_a_rate_has_not_any_more_is_taken_from_the_others() -> None:
    """An amount first, of both rates; then the book, of whose rate not so much is left; then all the rest."""
    back = line("book", 1859, 725, refunded=1)
    first, second, third = notes((3432, [LAMP, BOOK], False), (1859, [LAMP, back], False), (3713, [LAMP, back], False))
    assert all(map(adds_up, (first, second, third)))
    for rate in INVOICED:
        found = [pair for note in (first, second, third) for bp, pair in rates(note).items() if bp == rate["rate_bp"]]
        assert [sum(column) for column in zip(*found, strict=True)] == [rate["base"], rate["amount"]]


def test_all_of_it_is_listed_with_the_shipping_and_taxed_as_it_was() -> None:
    [note] = notes((9004, [LAMP, BOOK], True))
    assert [(each.get("what"), each["amount"]) for each in note["lines"]] == [
        (None, 6655),
        (None, 1859),
        ("shipping", 490),
    ]
    assert note["tax_lines"] == INVOICED
