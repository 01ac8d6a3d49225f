"""Several wishes in one clause: "two webcams and a lamp", "the nimbus keyboard with the falcon one"."""

from collections.abc import Iterator

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.intents import Intents, choose
from ai_service.app.house_model.tokens import Token
from ai_service.app.house_model.turn import Turn
from ai_service.app.house_model.understanding import clause_of

# What is to be done with the one is to be done with the other, wherever the sentence has its verb.
SHARED = frozenset(["add", "take", "need", "find", "buy", "cart", "remove", "cheapest", "priciest", "stock", "please"])
# Searches want two kinds of things ("keyboards and mice"); deeds may name two of one kind.
SEARCHES = ("find", "refine")
DEEDS = {"cart_add": "add", "buy": "buy", "cart_remove": "remove", "cart_update": "change"}
MOST_THINGS = 5
JOINING = frozenset(["with", "to", "or", "vs", "versus", "还是", "比", "跟", "和", "与"])


def things_apart(turn: Turn, clause: Clause, state: set[str], intents: Intents) -> list[Clause]:
    """ "A desk lamp under 50 and a usb hub": each wish with its own kind of thing as a clause of its own."""
    intent = choose(clause, state, intents)
    if (intent not in SEARCHES and intent not in DEEDS) or clause.pointing.ordinals:
        return [clause]
    parts = list(_parts(clause.tokens, intent in SEARCHES))
    if not 2 <= len(parts) <= MOST_THINGS:
        return [clause]
    said = clause.meanings & SHARED
    said |= {DEEDS[intent]} if intent in DEEDS else set()
    forbidden = clause.meanings & {"forbidden"}
    pieces = [clause_of(part, turn.lexicon) for part in parts]
    for piece in pieces:
        piece.settled = intent if intent in DEEDS else ""
        piece.meanings |= forbidden | (said if intent in SEARCHES else said - {"cheapest", "priciest"})
    return pieces


def _parts(tokens: list[Token], kinds_differ: bool) -> Iterator[list[Token]]:
    """Cuts before each connector that stands between two names."""
    part: list[Token] = []
    for i, token in enumerate(tokens):
        rest = tokens[i + 1 :]
        plus = token.text == "加" and bool(rest) and rest[0].kind == "number"
        cut = (token.means("connector") or token.kind == "break" or plus) and not token.role
        if cut and _names_other(part, _until_next_cut(rest), kinds_differ):
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _until_next_cut(tokens: list[Token]) -> list[Token]:
    for i, token in enumerate(tokens):
        if i and (token.means("connector") or token.kind == "break"):
            return tokens[:i]
    return tokens


def _names_other(first: list[Token], second: list[Token], kinds_differ: bool) -> bool:
    if kinds_differ:
        return bool(kinds_of(first) and kinds_of(second) - kinds_of(first))
    return bool(_named(first) and _named(second) and (kinds_of(first) or kinds_of(second)))


def kinds_of(tokens: list[Token]) -> set[str]:
    return {meaning for token in tokens for meaning in token.meanings if meaning.startswith("kind:") and not token.role}


def _named(tokens: list[Token]) -> bool:
    """A kind of thing, a maker, or a word nobody knows: "the nimbus"."""
    words = [token for token in tokens if token.kind in ("word", "cjk") and not token.role]
    return bool(kinds_of(words)) or any(t.means("brand") or (not t.meanings and len(t.text) > 1) for t in words)


def compared_names(clause: Clause) -> list[list[Token]]:
    """The two sides of a comparison by name; empty when there are none."""
    for divides in (_joins, _sets_against):
        for i, token in enumerate(clause.tokens):
            if token.role or not divides(token):
                continue
            first, second = _from_last_cut(clause.tokens[:i]), _to_next_cut(clause.tokens[i + 1 :])
            if _said_of(first, clause) and _said_of(second, clause):
                return [first, second]
    return []


def _joins(token: Token) -> bool:
    return token.means("connector", "than") or token.text in JOINING


def _sets_against(token: Token) -> bool:
    return token.means("compare")


def _from_last_cut(tokens: list[Token]) -> list[Token]:
    """What stands right before the joint: after the question it answers, if that leaves a name."""
    cuts = [i for i, token in enumerate(tokens) if token.kind == "break" or token.means("compare", "which")]
    after = tokens[cuts[-1] + 1 :] if cuts else tokens
    return after if _named(after) else tokens


def _to_next_cut(tokens: list[Token]) -> list[Token]:
    for i, token in enumerate(tokens):
        if (token.kind == "break" or token.means("compare", "which")) and _named(tokens[:i]):
            return tokens[:i]
    return tokens


def _said_of(tokens: list[Token], clause: Clause) -> bool:
    described = any(token.means("one") for token in tokens) and any(token.content for token in tokens)
    said = (_named(tokens) or described) and any(token.text in clause.words for token in tokens)
    return said or any(token.means("pronoun") for token in tokens)
