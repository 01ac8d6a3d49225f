"""From a message to clauses: each one a thing said or asked, with its values read out."""

import itertools
from collections.abc import Iterable

from ai_service.app.house_model.amounts import CURRENCIES, read_measures, read_order_number, read_prices
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.denial import forbid, set_purposes_aside
from ai_service.app.house_model.lexicon import Lexicon
from ai_service.app.house_model.normalise import has_cjk, normalise
from ai_service.app.house_model.pointing import read_pointing
from ai_service.app.house_model.quantities import read_quantity
from ai_service.app.house_model.tokens import Token, spell_out, tokenise

# A clause of its own has one of these; "black and white" has none and stays with what went before.
# fmt: off
ACTIONS = frozenset([
    "find", "need", "add", "take", "remove", "empty", "change", "buy", "checkout", "cancel",
    "compare", "where", "recommend", "greet", "thanks", "bye", "help", "identity", "person", "outside",
    "account", "settings", "return", "refund", "warranty", "privacy", "history", "price", "shipping", "smalltalk",
    "discount", "paying", "express",
    "keep", "except", "restore", "doubling", "tripling", "halving", "sorting", "arrival",
    "standard", "total", "view", "policy", "plus", "fewer",
])
# fmt: on
# "volt" may be a maker, "m" never.
SHORTEST_UNIT_NAME = 3
# Nobody says more at once, and reading is done on the event loop: what comes after is not read.
LONGEST_READ, MOST_PARTS = 2_000, 30
TOPICS = ("return", "refund", "warranty", "shipping", "paying", "privacy", "account", "history", "cancel")
COURTESIES = frozenset(["greet", "thanks", "bye", "smalltalk", "praise", "apology", "rude"])


def understand(text: str, lexicon: Lexicon, known: Iterable[str] = ()) -> list[Clause]:
    """The clauses of a message, in order; at least one, even for an empty message."""
    plain = spell_out(normalise(text[:LONGEST_READ]), lexicon)
    tokens = tokenise(plain, lexicon, known)
    read_measures(tokens)
    _settle_exceptions(tokens)
    clauses = []
    for part in _split(tokens)[:MOST_PARTS]:
        clause = Clause(part, text=plain[part[0].start : part[-1].end] if part else "")
        read_clause(clause, lexicon)
        clauses.append(clause)
    return clauses


def clause_of(tokens: list[Token], lexicon: Lexicon) -> Clause:
    """A part of a clause as one of its own, read afresh."""
    for token in tokens:
        token.role = token.role if token.role == "measure" else ""
    clause = Clause(tokens, text=" ".join(token.text for token in tokens))
    read_clause(clause, lexicon)
    return clause


def read_clause(clause: Clause, lexicon: Lexicon) -> None:
    tokens = clause.tokens
    _settle_double_meanings(tokens)
    forbidden = forbid(tokens)
    clause.meanings = {meaning for token in tokens for meaning in token.meanings if not token.role}
    for token in tokens:
        if token.kind == "email":
            clause.email, token.role = token.text, "email"
    read_order_number(tokens, clause)
    read_prices(tokens, clause)
    read_pointing(tokens, clause)
    read_quantity(tokens, clause)
    pair_quantities(clause)
    set_purposes_aside(tokens)
    found = clause.meanings & {"recounted", "corrected"} | ({"forbidden"} if forbidden else set())
    clause.meanings = {meaning for token in tokens for meaning in token.meanings if token.role in ("", "pointing")}
    clause.meanings |= found
    read_phrase(clause, lexicon)
    denied = {m for t in tokens for m in t.meanings if t.role == "denied"}
    clause.meanings -= denied - {m for t in tokens for m in t.meanings if t.role in ("", "pointing")}


def _settle_exceptions(tokens: list[Token]) -> None:
    """ "Remove all but the keyboard": this "but" joins nothing."""
    for before, token in itertools.pairwise(tokens):
        if token.text in ("but", "except", "save") and before.means("everything", "empty", "plural"):
            token.meanings = ("except", "negate")


def _settle_double_meanings(tokens: list[Token]) -> None:
    """ "My bag" is the basket, "a bag" a thing for sale; a Chinese 不 at the end asks and denies nothing."""
    baskets = sum(1 for token in tokens if token.means("cart"))
    for i, token in enumerate(tokens):
        if token.means("cart") and token.content:
            owned = baskets == 1 and i > 0 and tokens[i - 1].text in ("my", "the", "your", "in", "into", "to")
            token.meanings = ("cart",) if owned else tuple(m for m in token.meanings if m != "cart")
    for i, token in enumerate(tokens[:-1]):
        # "Cheaper than the first" compares; "cheaper than 20" is a limit.
        if (
            token.text.endswith(" than")
            and token.means("max", "min")
            and not any(t.kind == "number" or t.means(*CURRENCIES) for t in tokens[i + 1 : i + 3])
        ):
            token.meanings = ("than", "cheaper" if token.means("max") else "pricier")
    spoken = [token for token in tokens if token.kind != "break"]
    if len(spoken) > 1 and spoken[-1].text in ("不", "没", "没有", "否"):
        spoken[-1].meanings = ("stop", "tag")


def _split(tokens: list[Token]) -> list[list[Token]]:
    """Cuts at punctuation and connectors where both sides say something of their own."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        parts[-1].append(token)
        if token.kind == "break" or token.means("connector"):
            parts.append([])
    merged: list[list[Token]] = []
    for part in (part for part in parts if part):
        if merged and not (_acts(part) and _acts(merged[-1])) and not _changes_topic(merged[-1], part):
            merged[-1] = merged[-1] + part
        else:
            merged.append(part)
    return merged or [[]]


def _acts(part: list[Token]) -> bool:
    return any(meaning in ACTIONS for token in part if not token.role for meaning in token.meanings)


def _changes_topic(first: list[Token], second: list[Token]) -> bool:
    """ "A laptop bag. And how long is the return window?": a thing, then something else altogether."""
    names = any(m.startswith("kind:") for token in first for m in token.meanings)
    other = any(token.means(*TOPICS) for token in second) and not any(token.means(*TOPICS) for token in first)
    return names and other and not any(m.startswith("kind:") for token in second for m in token.meanings)


def pair_quantities(clause: Clause) -> None:
    """ "two of the first and one of the third": each quantity goes with the ordinal beside it."""
    amounts: list[int] = []
    ordinals = list(clause.pointing.ordinals)
    for token in clause.tokens:
        if token.role == "quantity" and token.kind == "number":
            amounts.append(int(token.value or 1))
    if len(amounts) == len(ordinals) and len(amounts) > 1:
        clause.quantities = list(zip(ordinals, amounts, strict=True))


def read_phrase(clause: Clause, lexicon: Lexicon) -> None:
    """What is left names the thing wanted: known kinds and attributes, measures, and words nobody knows."""
    kept = [token for i, token in enumerate(clause.tokens) if _names(clause.tokens, i, lexicon)]
    denied = {id(token) for i, token in enumerate(clause.tokens) if token in kept and _denied(clause.tokens, i)}
    clause.dropped = [token.text for token in kept if id(token) in denied]
    for token in kept:
        token.role = "denied" if id(token) in denied else token.role
    kept = [token for token in kept if id(token) not in denied]
    clause.words = [_written(token, lexicon) for token in kept]
    clause.phrase = ""
    for before, token, word in zip([None, *kept], kept, clause.words, strict=False):
        glued = (
            before is not None and before.role == token.role == "measure" and not token.means("unit:inch", "unit:cm")
        )
        clause.phrase += word if glued and token.kind != "number" else f" {word}"
    clause.phrase = clause.phrase.strip()


def _written(token: Token, lexicon: Lexicon) -> str:
    """A token as the query has it: units in their full name, since 24" and 24寸 are written in many ways."""
    unit = next((lexicon.names[meaning] for meaning in token.meanings if meaning.startswith("unit:")), None)
    if token.role == "measure" and token.kind == "number" and not token.text[0].isdigit():
        return f"{token.value:g}"
    if token.role != "measure" or token.kind == "number" or unit is None:
        return token.text
    return unit["zh" if has_cjk(token.text) else "en"]


def _names(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    token = tokens[i]
    if token.role == "measure" or (token.content and not token.role):
        return True
    if token.role or token.kind in ("break", "symbol", "email", "id"):
        return False
    if token.kind in ("number", "code"):
        return token.kind == "code" or (token.text != "one" and _beside_a_name(tokens, i))
    if token.meanings:
        return all(meaning.startswith("unit:") for meaning in token.meanings) and len(token.text) > SHORTEST_UNIT_NAME
    if has_cjk(token.text):
        return len(token.text) > 1 or _beside_a_name(tokens, i)
    return len(token.text) > 1 and not lexicon.is_everyday(token.text)


def _beside_a_name(tokens: list[Token], i: int) -> bool:
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return any(
        t is not None and not t.role and (t.content or not t.meanings) and t.kind in ("word", "cjk", "code")
        for t in (before, after)
    )


def _denied(tokens: list[Token], i: int) -> bool:
    """ "not black", "without cable", 不要黑色: the word right before denies this one."""
    j = i - 1
    while j >= 0 and tokens[j].text in ("the", "a", "any", "in", "的", "要"):
        j -= 1
    return j >= 0 and tokens[j].means("negate") and not tokens[j].role
