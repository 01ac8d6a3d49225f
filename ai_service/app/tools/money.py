"""Money between the shop's minor units and the major ones a model reads and writes."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from common.languages import current_language
from common.money import format_money, minor_digits


def shown(money: dict[str, Any]) -> dict[str, Any]:
    """{"amount", "currency", "text"}."""
    text = format_money(money["amount"], money["currency"], current_language())
    return {"amount": money["amount"], "currency": money["currency"], "text": text}


def shown_if_higher(money: dict[str, Any] | None, than: dict[str, Any]) -> dict[str, Any] | None:
    """The upper end of a price range, where there is a range."""
    return shown(money) if money is not None and money["amount"] > than["amount"] else None


def minor_units(price: float | None, currency: str) -> int | None:
    """`199.99` is 19999 in EUR; the float comes from JSON, so its shortest decimal is what was meant."""
    if price is None:
        return None
    return int((Decimal(repr(price)) * 10 ** minor_digits(currency)).to_integral_value(ROUND_HALF_UP))
