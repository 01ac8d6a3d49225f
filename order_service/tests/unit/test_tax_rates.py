"""The most exactly named region wins, for every tax class by itself."""

from typing import Any

from order_service.app.pricing.taxes import Taxes
from order_service.app.tax_rates.service import Rate, rate, taxes_at


def of(rate_bp: int, country: str = "*", state: str = "*", zip_prefix: str = "*", **fields: Any) -> Rate:
    region = {"country": country, "state": state, "zip_prefix": zip_prefix}
    return rate(
        {"name": {"en": "tax"}, "rate_bp": rate_bp, "inclusive": True, "tax_class": "standard"} | region | fields
    )


ANYWHERE, FRANCE = of(1900), of(2000, "FR")
USA = of(0, "US", inclusive=False)
TEXAS = of(625, "US", "TX", inclusive=False)
AUSTIN = of(825, "US", "TX", "787", inclusive=False)
BOOKS = of(700, tax_class="reduced")
ALL = (ANYWHERE, FRANCE, USA, TEXAS, AUSTIN, BOOKS)


def found(place: dict[str, str], tax_class: str = "standard") -> tuple[int, bool]:
    taxes: Taxes = taxes_at(ALL, place)
    return taxes.of(tax_class).rate_bp, taxes.inclusive


def test_the_postal_code_wins_over_the_state_and_the_state_over_the_country() -> None:
    assert found({"country": "us", "state": " tx ", "zip": "787 01"}) == (825, False)
    assert found({"country": "US", "state": "TX", "zip": "75001"}) == (625, False)
    assert found({"country": "US", "state": "NY", "zip": "78701"}) == (0, False)


def test_a_country_of_its_own_wins_over_anywhere() -> None:
    assert found({"country": "FR", "state": ""}) == (2000, True)
    assert found({"country": "DE", "state": "BE"}) == (1900, True)


def test_of_an_unknown_place_only_what_is_owed_everywhere_is_known() -> None:
    assert found({}) == (1900, True)
    assert taxes_at((FRANCE,), {}).of("standard").rate_bp == 0


def test_a_tax_class_has_its_own_rates() -> None:
    assert found({"country": "FR"}, "reduced") == (700, True)
    assert found({"country": "FR"}, "books") == (2000, True)
    assert found({"country": "FR"}, "zero") == (0, True)


def test_whether_prices_contain_the_tax_is_said_by_the_standard_rate() -> None:
    assert taxes_at((USA, of(400, "US", tax_class="reduced")), {"country": "US"}).inclusive is False
