"""What of a clause only the talk so far can tell: the features that its intent is chosen by."""

from ai_service.app.house_model.addresses import looks_like_address
from ai_service.app.house_model.choosing import ENOUGH_WORDS, contains, match_words, nearest_title
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.coordination import compared_names
from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.turn import Turn


def state_of(turn: Turn, clause: Clause) -> set[str]:
    """The scene's state, and what of this clause only the scene can tell."""
    found = {
        "pair": bool(compared_names(clause)),
        "line_known": _line_known(clause, turn),
        "denied": bool(clause.dropped),
        "measured": any(token.role == "measure" for token in clause.tokens),
        "address_like": looks_like_address(turn.text),
        "other_words": bool(clause.words),
    }
    return turn.scene.state | _known_by_title(turn, clause) | {name for name, holds in found.items() if holds}


def _known_by_title(turn: Turn, clause: Clause) -> set[str]:
    titles = [normalise(f"{item.get('title', '')} {item.get('vendor', '')}") for item in turn.scene.items]
    vendors = {normalise(str(item.get("vendor") or "?")) for item in turn.scene.items}
    words = _title_words(clause)
    found = {
        "vendor_known": any(word in vendors for word in clause.words),
        "title_known": bool(words) and any(all(contains(title, word) for word in words) for title in titles),
        "title_nearly": len(words) > ENOUGH_WORDS and bool(nearest_title(clause, turn.scene.items, turn.lexicon)),
        "attr_only": _only_attributes(clause, words),
    }
    return {name for name, holds in found.items() if holds}


def _line_known(clause: Clause, turn: Turn) -> bool:
    """Whether the clause names something that is in the basket as it was last seen."""
    lines = (turn.scene.cart or {}).get("items") or []
    return bool(clause.words and match_words(clause, lines, turn.lexicon))


def _title_words(clause: Clause) -> list[str]:
    """The clause's words without its colours, which may be versions that no title names."""
    colours = {t.text for t in clause.tokens if any(m.startswith("colour:") for m in t.meanings)}
    return [word for word in clause.words if word not in colours]


def _only_attributes(clause: Clause, words: list[str]) -> bool:
    said = [token for token in clause.tokens if token.text in words]
    return bool(said) and all(any(m.startswith("attr:") for m in token.meanings) for token in said)
