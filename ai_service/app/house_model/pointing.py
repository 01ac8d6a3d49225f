"""Reads what a clause points at: ordinals, ranges, pronouns, superlatives, and how many are wanted."""

import re

from ai_service.app.house_model.clause import Clause, Pointing
from ai_service.app.house_model.tokens import Token

LAST_ORDINAL = 20
PAIRS = ("both", "both of them", "the two", "the pair", "两个都", "两款都", "二者", "两者", "这俩", "那俩")


def read_pointing(tokens: list[Token], clause: Clause) -> None:
    pointing = clause.pointing
    for i, token in enumerate(tokens):
        if token.role:
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        counted = following is not None and following.kind == "number" and not following.role
        if counted and following is not None and _read_range(tokens, token, following, pointing):
            token.role = following.role = "pointing"
        elif (ordinal := _ordinal(tokens, i)) is not None and not _means_before(tokens, i):
            corrects = _mark_ordinal(tokens, i, ordinal, pointing)
            clause.meanings |= {"corrected"} if corrects else set()
    if clause.means("compare", "which", "cheaper", "pricier", "than"):
        _read_listed_numbers(tokens, pointing)
    _read_pronouns(tokens, clause)
    _read_extreme(tokens, clause)


def _read_range(tokens: list[Token], token: Token, number: Token, pointing: Pointing) -> bool:
    """ "first two", "前两个", "last three", "these two"."""
    value = int(number.value or 0)
    if not 1 <= value <= LAST_ORDINAL:
        return False
    if token.means("leading", "ordinal:1"):
        before = tokens[max(0, tokens.index(token) - 3) : tokens.index(token)]
        if any(t.means("negate") for t in before):
            pointing.excluded += range(1, value + 1)
        else:
            pointing.leading = value
    elif token.means("trailing"):
        pointing.trailing = value
    elif token.means("plural") or (token.means("pronoun") and value > 1):
        pointing.count = value
    else:
        return False
    return True


def _ordinal(tokens: list[Token], i: int) -> int | None:
    token = tokens[i]
    if token.kind == "code" and token.text.startswith("#") and len(token.text) <= 3:
        return int(token.text[1:]) if token.text[1:].isdigit() else None
    for meaning in token.meanings:
        if meaning.startswith("ordinal:"):
            return int(meaning.removeprefix("ordinal:"))
    if token.means("lastitem", "former", "lastbutone", "middle"):
        return {"lastbutone": -2, "lastitem": -1, "middle": 0, "former": 1}[
            next(m for m in token.meanings if m in ("lastitem", "former", "lastbutone", "middle"))
        ]
    if token.kind == "ordinal":
        return int(re.sub(r"\D", "", token.text))
    if token.kind == "number" and 1 <= (token.value or 0) <= LAST_ORDINAL and token.value == int(token.value or 0):
        marked = i > 0 and tokens[i - 1].means("ordinalmark") and not tokens[i - 1].role
        hashed = i > 0 and tokens[i - 1].text == "#"
        after = i + 1 < len(tokens) and tokens[i + 1].means("ordinalafter")
        if marked or hashed or after:
            return int(token.value or 0)
    return None


def _means_before(tokens: list[Token], i: int) -> bool:
    """ "Add a cable first": at the end, after the thing, first means before anything else."""
    last = all(token.kind == "break" for token in tokens[i + 1 :])
    if tokens[i].text != "first" or not last or i == 0:
        return False
    before = tokens[i - 1]
    return before.content or before.means("pronoun") or before.text in ("there", "cart", "basket", "bag")


def _mark_ordinal(tokens: list[Token], i: int, ordinal: int, pointing: Pointing) -> bool:
    """Whether a "no" stands before it: "no, number 2" corrects what was done."""
    tokens[i].role = "pointing"
    denied = False
    for before in reversed(tokens[max(0, i - 4) : i]):
        if before.kind == "break" or before.role == "pointing":
            break
        if before.means("ordinalmark"):
            before.role = "pointing"
        denied = denied or before.means("negate")
    (pointing.excluded if denied else pointing.ordinals).append(ordinal)
    return not denied and any(token.means("no") for token in tokens[: max(0, i - 1)])


def _read_listed_numbers(tokens: list[Token], pointing: Pointing) -> None:
    """ "the difference between 1 and 3": bare small numbers are positions when things are compared."""
    bare = [t for t in tokens if t.kind == "number" and not t.role and 1 <= (t.value or 0) <= LAST_ORDINAL]
    bare = [t for t in bare if t.text != "one"]
    following = {id(t): tokens[i + 1] for i, t in enumerate(tokens[:-1])}
    if len(bare) >= 2 or (bare and pointing.ordinals):
        for token in bare:
            token.role = "pointing"
            pointing.ordinals.append(int(token.value or 0))
    elif len(bare) == 1 and (bare[0].value or 0) > 1:
        after = following.get(id(bare[0]))
        if after is None or not after.content:
            bare[0].role = "pointing"
            pointing.count = int(bare[0].value or 0)


def _holds_pronoun(token: Token) -> bool:
    """A phrase that swallowed its pronoun: "does it", 就这个."""
    if token.kind == "cjk":
        return len(token.text) > 2 and any(pronoun in token.text for pronoun in ("它", "这个", "那个", "这款", "那款"))
    return " " in token.text and bool({"it", "this", "that"} & set(token.text.split()))


def _read_pronouns(tokens: list[Token], clause: Clause) -> None:
    for i, token in enumerate(tokens):
        if token.role:
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        # "that mouse" and 那款鼠标 name the thing; "that one" and 那个 only point. 那 and 这 alone open a sentence.
        if token.means("plural"):
            clause.pointing.plural = True
            if token.text in PAIRS and not clause.pointing.count:
                clause.pointing.count = 2
        elif (
            _holds_pronoun(token)
            or (token.means("pronoun") and token.text not in ("那", "这", "该"))
            or (token.text in ("那", "这") and following is not None and following.means("classifier"))
            or (token.text == "这" and (following is None or following.means("which", "stock", "price", "compare")))
        ):
            clause.pointing.pronoun = True


def _read_extreme(tokens: list[Token], clause: Clause) -> None:
    for low, high, name in (("cheapest", "cheaper", "cheapest"), ("priciest", "pricier", "priciest")):
        if any(token.means(low) for token in tokens):
            clause.pointing.extreme = name
        for i, token in enumerate(tokens):
            if token.means(high) and _names_one(tokens, i):
                clause.pointing.extreme = name


def _names_one(tokens: list[Token], i: int) -> bool:
    """ "the cheaper one", "the cheaper of the two", 便宜的那个, 便宜那款 — but not "a cheaper one"."""
    rest = [t for t in tokens[i + 1 : i + 3] if t.text != "的"]
    if tokens[i].kind == "cjk":
        return bool(rest) and rest[0].means("pronoun") and rest[0].text not in ("这", "那")
    the = i > 0 and tokens[i - 1].text in ("the", "whichever is", "that")
    return the and (not rest or rest[0].text in ("one", "of", "mouse") or rest[0].content or rest[0].kind != "number")
