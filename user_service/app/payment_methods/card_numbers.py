"""Finding a card number where none belongs."""

import re
from typing import Any

_DIGITS = re.compile(r"(?:\d[ -]?){12,18}\d")
_FORBIDDEN = frozenset({"number", "card_number", "cardnumber", "pan", "cvc", "cvv", "cvv2", "security_code"})


def holds_card_number(value: Any) -> bool:
    """Whether a name or a value, at any depth, looks like a card's number or its security code."""
    if isinstance(value, dict):
        return any(str(name).lower() in _FORBIDDEN or holds_card_number(inner) for name, inner in value.items())
    if isinstance(value, list):
        return any(holds_card_number(inner) for inner in value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return isinstance(value, str) and any(_luhn(found) for found in _DIGITS.findall(value))


def _luhn(text: str) -> bool:
    """ISO/IEC 7812-1 annex B: the check digit that every card number carries."""
    digits = [int(character) for character in reversed(text) if character.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]
    return len(digits) >= 13 and (sum(digits[::2]) + sum(doubled)) % 10 == 0
