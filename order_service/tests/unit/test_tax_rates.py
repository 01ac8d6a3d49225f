"""The most exactly named region wins."""

from order_service.app.tax_rates.service import Rate, applicable

ANYWHERE = Rate({"en": "VAT"}, "*", "*", 1900, True)
FRANCE = Rate({"en": "TVA"}, "FR", "*", 2000, True)
USA = Rate({"en": "none"}, "US", "*", 0, False)
TEXAS = Rate({"en": "sales tax"}, "US", "TX", 825, False)
ALL = (ANYWHERE, FRANCE, USA, TEXAS)


def test_the_state_wins_over_the_country() -> None:
    assert applicable(ALL, {"country": "us", "state": " tx "}) is TEXAS
    assert applicable(ALL, {"country": "US", "state": "NY"}) is USA


def test_a_country_of_its_own_wins_over_anywhere() -> None:
    assert applicable(ALL, {"country": "FR", "state": ""}) is FRANCE
    assert applicable(ALL, {"country": "DE", "state": "BE"}) is ANYWHERE


def test_without_an_address_only_anywhere_is_known() -> None:
    assert applicable(ALL, None) is ANYWHERE
    assert applicable((FRANCE,), None) is None
