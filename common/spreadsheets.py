"""Cells of CSV files that people open in spreadsheets: no formulas, plain decimals."""

import re
from decimal import Decimal

from common.money import minor_digits

FORMULA = re.compile(r"'*[=+\-@\t\r]")


def shielded(text: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe in front; `unshielded` takes it away."""
    return f"'{text}" if FORMULA.match(text) else text


def unshielded(text: str) -> str:
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def price_text(amount: int, currency: str) -> str:
    """Minor units as `49.95`."""
    return str(Decimal(amount).scaleb(-minor_digits(currency)))
