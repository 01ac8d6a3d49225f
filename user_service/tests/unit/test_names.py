"""Names in parts, and texts as they are compared."""

import pytest

from user_service.app.accounts.names import person_name
from user_service.app.shapes import folded, folded_zip


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("Mei Lin", None, None), ("Mei Lin", "Mei", "Lin")),
        (("Ana María de la Cruz", None, None), ("Ana María de la Cruz", "Ana María de la", "Cruz")),
        (("王小芳", None, None), ("王小芳", "小芳", "王")),
        (("Cher", None, None), ("Cher", "Cher", "")),
        ((None, "Mei", "Lin"), ("Mei Lin", "Mei", "Lin")),
        ((None, "小芳", "王"), ("王小芳", "小芳", "王")),
        (("Dr. Lin", "Mei", "Lin"), ("Dr. Lin", "Mei", "Lin")),
        ((None, None, None), ("", "", "")),
    ],
)
def test_fills_in_the_parts_of_a_name(given: tuple[str | None, ...], expected: tuple[str, ...]) -> None:
    assert tuple(person_name(*given)) == expected


def test_compares_names_and_zips_whatever_their_case_and_spacing() -> None:
    assert folded("  MÜLLER  Straße ") == folded("müller strasse")
    assert folded_zip("sw1a 1aa") == folded_zip("SW1A-1AA") == "SW1A1AA"
