"""Chooses what a clause is for: a transparent linear score over its meanings and the state of the talk."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.tokens import Token

THRESHOLD = 100
FILLERS = frozenset(["and", "ok", "okay", "hmm", "so", "but", "well", "also"])
CARRYING_NOTHING = frozenset(["stop", "please", "classifier"])
QUESTION_WORDS = frozenset(["is", "are", "does", "do", "did", "which", "what", "how", "has", "when", "where", "who"])


@dataclass(frozen=True, slots=True)
class Cue:
    """Adds `weight` when every needed feature is there and no forbidden one."""

    needed: frozenset[str]
    forbidden: frozenset[str]
    weight: int

    def holds(self, features: set[str]) -> bool:
        return self.needed <= features and not (self.forbidden & features)


@dataclass(frozen=True, slots=True)
class Intents:
    """The table: every intent's name, and the cues by one feature each needs ("" for those that need none)."""

    names: tuple[str, ...]
    by_need: dict[str, tuple[tuple[int, Cue], ...]]

    def scores(self, features: set[str]) -> list[int]:
        """Only cues that may hold are looked at; whole hundredths, so that no order of adding matters."""
        scores = [0] * len(self.names)
        for feature in (*features, ""):
            for position, cue in self.by_need.get(feature, ()):
                if cue.holds(features):
                    scores[position] += cue.weight
        return scores


def load_intents(path: Path) -> Intents:
    """A cue is written "add ref !phrase" = 2.0."""
    table = tomllib.loads(path.read_text("utf-8"))
    by_need: dict[str, list[tuple[int, Cue]]] = {}
    for position, cues in enumerate(table.values()):
        for key, weight in cues.items():
            cue = _cue(key, weight)
            by_need.setdefault(max(cue.needed, key=len, default=""), []).append((position, cue))
    return Intents(tuple(table), {need: tuple(cues) for need, cues in by_need.items()})


def _cue(key: str, weight: float) -> Cue:
    parts = key.split()
    forbidden = frozenset(part[1:] for part in parts if part.startswith("!"))
    return Cue(frozenset(part for part in parts if not part.startswith("!")), forbidden, round(weight * 100))


def _asks(clause: Clause) -> bool:
    """A question by its mark, its particle or its first word; "can you …" is a request."""
    opening = next((word for word in clause.text.split() if word not in FILLERS), "")
    return (
        clause.text.rstrip().endswith(("?", "吗", "呢", "么", "没"))
        or opening in QUESTION_WORDS
        or any(token.text in ("啥", "什么", "哪些") or "多少" in token.text for token in clause.tokens)
        or clause.means("which", "price", "tag")
    )


def _tells(token: Token) -> bool:
    """Neither punctuation nor one of the words that carry nothing."""
    return token.kind != "break" and not set(token.meanings or ("?",)) <= CARRYING_NOTHING


def features_of(clause: Clause, state: set[str]) -> set[str]:
    """Everything a cue can name: the meanings said, the values found, and the state of the conversation."""
    pointing = clause.pointing
    found = {
        "ref": bool(pointing) or bool(pointing.excluded),
        "ordinal": bool(pointing.ordinals or pointing.leading or pointing.trailing),
        "points": pointing.pronoun or pointing.plural,
        "several": pointing.several,
        "extreme": bool(pointing.extreme),
        "excluded": bool(pointing.excluded),
        "phrase": bool(clause.phrase),
        "named": any(m.startswith("kind:") for m in clause.meanings),
        "attr": any(m.startswith(("attr:", "colour:")) for m in clause.meanings),
        "colour": any(m.startswith("colour:") for m in clause.meanings),
        "brand": "brand" in clause.meanings,
        "aspect": any(m.startswith("aspect:") for m in clause.meanings),
        "money": clause.priced,
        "counted": clause.quantity is not None,
        "number": bool(clause.order_number),
        "email": bool(clause.email),
        "asking": _asks(clause),
        "definite": any(token.text in ("the", "my") for token in clause.tokens),
        "questioned": clause.text.partition(" ")[0] in QUESTION_WORDS,
        "short": len(clause.tokens) <= 3,
        "terse": sum(1 for token in clause.tokens if _tells(token)) <= 3,
        "long": len(clause.tokens) > 7,
    }
    return clause.meanings | {name for name, holds in found.items() if holds} | state


def rank(clause: Clause, state: set[str], intents: Intents) -> list[tuple[int, str]]:
    scored = zip(intents.scores(features_of(clause, state)), intents.names, strict=True)
    return sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])


def choose(clause: Clause, state: set[str], intents: Intents) -> str:
    """The best intent, or "unclear"; on equal scores the one written first in the table."""
    if clause.settled:
        return clause.settled
    ranked = rank(clause, state, intents)
    return ranked[0][1] if ranked and ranked[0][0] >= THRESHOLD else "unclear"
