"""Reads prices, measures and order numbers out of a clause."""

import re

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.tokens import Token

CURRENCIES = ("EUR", "USD", "GBP", "CNY")
APPROXIMATELY = 0.25
# "nothing above 180" is an upper bound.
OPPOSITE = {"min": "max", "max": "min"}
SHORTEST_ORDER_NUMBER = 3
OF_ORDERS = ("where", "order", "cancel", "mistake", "readdressing")
# Questions have these with other numbers, too: of an order only when right beside it.
DONE_TO_ORDERS = ("return", "exchange", "refund", "repaying")
PERIOD = re.compile(r"(?:day|week|month|year|hour)s?$|[天日周年月]|个月|星期|小时")
CARD_ENDS = ("ending", "ends", "ending in", "ends in", "尾号", "末四位")
# "Bump the lamps up to four" says how many.
FEW = 20
WIDE = 1.2
REACH = 4


def read_measures(tokens: list[Token]) -> None:
    """Marks "24 inch", "27-inch", "1tb": they describe the thing and are neither price nor quantity."""
    for i, token in enumerate(tokens):
        if token.kind != "number" or token.role:
            continue
        following = tokens[i + 1 : i + 3]
        if following and following[0].text == "-":
            following = following[1:]
        unit = following[0] if following else None
        close = unit is not None and unit.start - token.end <= (1 if len(unit.text) > 1 else 0)
        glued_inch = unit is not None and unit.text == "in" and unit.start == token.end
        if unit is not None and unit.text in ("one", "ones") and token.text[0].isdigit():
            # "The 24 one" is a size or a model, and no count.
            token.role = "measure"
        written_out = not token.text[0].isdigit() and not (unit and unit.means("unit:inch"))
        if unit and close and not written_out and (glued_inch or any(m.startswith("unit:") for m in unit.meanings)):
            token.role = unit.role = "measure"


def read_order_number(tokens: list[Token], clause: Clause) -> None:
    for i, token in enumerate(tokens):
        digits = token.text.lstrip("#")
        if token.kind == "id" and token.text.startswith("ord_"):
            clause.order_number, token.role = token.text, "order"
        elif token.kind == "code" and len(digits) >= SHORTEST_ORDER_NUMBER:
            clause.order_number, token.role = digits.upper(), "order"
        elif token.kind == "number" and not token.role and len(digits) >= SHORTEST_ORDER_NUMBER and digits.isdigit():
            beside = tokens[max(0, i - 3) : i] + [t for t in tokens[i + 1 : i + 3] if t.kind == "cjk"]
            if _counts_other_things(tokens, i):
                token.role = "card" if _ends_a_card(tokens, i) else ""
                continue
            spoken_of = (clause.means(*OF_ORDERS) and not clause.kinds) or _done_to(tokens, i)
            spoken_of = spoken_of and not _priced(tokens, i)
            if spoken_of or any(other.means("ordernumber") for other in beside):
                # What comes after "order 1001" may be a postcode.
                clause.order_number, token.role = clause.order_number or digits, "order"


def _counts_other_things(tokens: list[Token], i: int) -> bool:
    """ "A 100 day return policy", "365天内", "the card ending in 4242", "满200"."""
    following = [token for token in tokens[i + 1 : i + 3] if token.text != "-"]
    period = bool(following) and PERIOD.match(following[0].text) is not None
    least = i > 0 and tokens[i - 1].text.endswith("满")
    return period or least or _ends_a_card(tokens, i)


def _ends_a_card(tokens: list[Token], i: int) -> bool:
    right_after = i > 0 and tokens[i - 1].means("card", "giftcard")
    return right_after or any(token.text.endswith(CARD_ENDS) for token in tokens[max(0, i - 2) : i])


def _done_to(tokens: list[Token], i: int) -> bool:
    """ "Return 1001", 把1001退了, 1001要退货."""
    before, after = tokens[i - 1 : i] if i else [], [t for t in tokens[i + 1 : i + 2] if t.kind == "cjk"]
    return any(t.means(*DONE_TO_ORDERS) for t in before + after) or any(t.text == "把" for t in before)


def _priced(tokens: list[Token], i: int) -> bool:
    return bool(_currency_around(tokens, i)[0]) or any(
        t.means("max", "min", "approx") for t in tokens[max(0, i - 2) : i]
    )


def read_prices(tokens: list[Token], clause: Clause) -> None:
    taken = False
    for i, token in enumerate(tokens):
        if token.kind == "number" and not token.role and not taken:
            taken = _read_range(tokens, i, clause) or _read_bound(tokens, i, clause) or taken
        elif token.kind == "number" and not token.role:
            _read_bound(tokens, i, clause)


def _currency_around(tokens: list[Token], i: int) -> tuple[str, int, int]:
    """The currency beside number `i`, and the first and last index of the amount."""
    left = tokens[i - 1] if i else None
    right = tokens[i + 1] if i + 1 < len(tokens) else None
    for code in CURRENCIES:
        if left is not None and left.means(code) and not left.role and len(left.text) == 1:
            return code, i - 1, i
        if right is not None and right.means(code) and not right.role:
            # 两块 may be two pieces: what small Chinese counts of 块 mean is left to the quantity.
            if right.text == "块" and (tokens[i].value or 0) < 10:
                continue
            return code, i, i + 1
    return "", i, i


def _read_range(tokens: list[Token], i: int, clause: Clause) -> bool:
    code, first, last = _currency_around(tokens, i)
    if last + 2 >= len(tokens) or not tokens[last + 1].means("to"):
        return False
    second = last + 2
    if tokens[second].kind != "number" and second + 1 < len(tokens):
        second += 1
    if tokens[second].kind != "number" or tokens[second].role:
        return False
    other, _, end = _currency_around(tokens, second)
    low, high = tokens[i].value or 0, tokens[second].value or 0
    announced = any(t.means("between") for t in tokens[max(0, first - 2) : first])
    closed = end + 1 < len(tokens) and tokens[end + 1].means("tobetween")
    compared = clause.means("compare", "which") and not (code or other)
    # "Monitors 100 to 200": too much for counts and too far apart for sizes.
    said_of_things = bool(clause.kinds) and low >= FEW and high >= low * WIDE and not clause.means("change")
    if not (code or other or announced or closed or said_of_things) or low >= high or compared:
        return False
    clause.min_price, clause.max_price, clause.currency = low, high, other or code
    _mark(tokens, first, end + (1 if closed else 0))
    return True


def _read_bound(tokens: list[Token], i: int, clause: Clause) -> bool:
    code, first, last = _currency_around(tokens, i)
    value = tokens[i].value or 0
    bound, start = _bound_before(tokens, first)
    end = last
    if last + 1 < len(tokens) and not tokens[last + 1].role:
        after = tokens[last + 1]
        bounded = next((b for b in ("maxafter", "minafter", "approxafter") if after.means(b)), "")
        if bounded and (code or not bound) and after.kind != "number":
            bound, end = bound or bounded.removesuffix("after"), last + 1
            bound = OPPOSITE.get(bound, bound) if _unwanted(tokens[end + 1 : end + 3]) else bound
    counted = last + 1 < len(tokens) and tokens[last + 1].means("classifier") and not code
    raised = bound == "max" and not code and clause.means("change", "add") and value <= FEW
    if not (code or bound) or counted or raised:
        return False
    _set_bound(clause, bound or "max", value)
    clause.currency = code or clause.currency
    _mark(tokens, start if bound else first, end)
    return True


def _unwanted(tokens: list[Token]) -> bool:
    """50以上的不看: what is above is not wanted."""
    return any(token.text in ("不要", "不看", "不考虑", "不行", "别", "免谈", "不") for token in tokens)


def _bound_before(tokens: list[Token], first: int) -> tuple[str, int]:
    for j in range(first - 1, max(-1, first - 4), -1):
        token = tokens[j]
        if token.text == "than" and (compared := _compared_with(tokens[:j])):
            return compared, j
        bound = next((b for b in ("max", "min", "approx") if token.means(b) and not token.role), "")
        if bound:
            denied = bound in OPPOSITE and _denied_before(tokens, j)
            return (OPPOSITE[bound], j) if denied else (bound, j)
        if not token.means("stop") or token.kind in ("number", "break"):
            return "", first
    return "", first


def _denied_before(tokens: list[Token], j: int) -> bool:
    """ "Nothing above", "don't want to spend more than"."""
    for token in reversed(tokens[max(0, j - REACH) : j]):
        if token.means("negate", "no", "unneeded"):
            return True
        if token.kind == "break" or token.content:
            return False
    return False


def _compared_with(tokens: list[Token]) -> str:
    """ "More expensive monitors than 200"."""
    for token in reversed(tokens):
        if token.means("cheaper", "pricier"):
            return "max" if token.means("cheaper") else "min"
    return ""


def _set_bound(clause: Clause, bound: str, value: float) -> None:
    if bound == "min":
        clause.min_price = value
    elif bound == "approx":
        clause.min_price, clause.max_price = value * (1 - APPROXIMATELY), value * (1 + APPROXIMATELY)
    else:
        clause.max_price = value


def _mark(tokens: list[Token], first: int, last: int) -> None:
    for token in tokens[first : last + 1]:
        token.role = "price"
