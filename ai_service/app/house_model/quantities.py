"""Reads how many are wanted, and which counts are taken back."""

import re

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.tokens import Token

MOST_OF_ONE = 9_999
NO_AMOUNT = MOST_OF_ONE + 1
GIVEN_BACK = ("return", "exchange")
# 要一个 is a word of its own and still says how many.
_COUNTED_ONE = re.compile(r"[要来拿买加]一[个只台件把副条根款]$")
_TIMES = re.compile(r"x(\d{1,3})|(\d{1,3})x")


def read_quantity(tokens: list[Token], clause: Clause) -> None:
    for i, token in enumerate(tokens):
        if token.role:
            continue
        if _COUNTED_ONE.search(token.text) and not token.means("plus", "fewer") and clause.quantity is None:
            clause.quantity = 1
        elif times := _TIMES.fullmatch(token.text):
            _count(token, int(times.group(1) or times.group(2)), clause, tokens, i)
        elif token.kind == "number" and (amount := _amount(tokens, i)) is not None and _is_quantity(tokens, i):
            _count(token, amount, clause, tokens, i)


def _amount(tokens: list[Token], i: int) -> int | None:
    """How many a number says. What is counted and cannot be (-5, 1.5, a million) is NO_AMOUNT: it is asked about."""
    value = tokens[i].value or 0
    if _negative(tokens, i):
        return NO_AMOUNT
    if value == int(value) and value <= MOST_OF_ONE:
        return int(value)
    counted = i + 1 < len(tokens) and tokens[i + 1].means("classifier")
    return NO_AMOUNT if counted else None


def _negative(tokens: list[Token], i: int) -> bool:
    """ "-5" and "minus five", but neither "usb-5" nor "1 - 5"."""
    before = tokens[i - 1] if i else None
    if before is None or before.text in ("minus", "负"):
        return before is not None
    return before.text == "-" and before.end == tokens[i].start and (i < 2 or tokens[i - 2].end < before.start)


def _count(token: Token, value: int, clause: Clause, tokens: list[Token], i: int) -> None:
    token.role = "quantity"
    if i and tokens[i - 1].means("negate", "no", "unneeded") and tokens[i - 1].kind != "break":
        clause.meanings.add("recounted")
    else:
        clause.quantity = value
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.means("classifier") and not after.content:
        after.role = "quantity"


def _is_quantity(tokens: list[Token], i: int) -> bool:
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if tokens[i].text == "one":
        counted = after is not None and (after.text == "of" or after.text == "of them" or after.content)
        opened = (
            before is None
            or before.means("add", "take", "need", "only", "quantitymark", "to", "remove", "change", *GIVEN_BACK)
            or before.kind == "break"
        )
        return opened and (after is None or counted or after.means("classifier", "stop"))
    if after is not None and (after.means("classifier") or after.text in ("x", "*")):
        return True
    if before is not None and (before.means("quantitymark", "change", "to") or before.text in ("x", "*", "×")):
        return True
    if after is not None and after.content:
        return (tokens[i].value or 0) <= 12
    # A number beside an unknown word is part of a name: "iPhone 15".
    named = before is not None and before.kind in ("word", "code") and (not before.meanings or before.means("brand"))
    return not named
