"""Chooses what a clause is for: a transparent linear score over its meanings and the state of the talk."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ai_service.app.house_model.clause import Clause

THRESHOLD = 1.0
FILLERS = frozenset(["and", "ok", "okay", "hmm", "so", "but", "well", "also"])
QUESTION_WORDS = frozenset(["is", "are", "does", "do", "did", "which", "what", "how", "has", "when", "where", "who"])


@dataclass(frozen=True, slots=True)
class Cue:
    """Adds `weight` when every needed feature is there and no forbidden one."""

    needed: frozenset[str]
    forbidden: frozenset[str]
    weight: float

    def holds(self, features: set[str]) -> bool:
        return self.needed <= features and not (self.forbidden & features)


@dataclass(frozen=True, slots=True)
class Intent:
    name: str
    cues: tuple[Cue, ...]

    def score(self, features: set[str]) -> float:
        return sum(cue.weight for cue in self.cues if cue.holds(features))


def load_intents(path: Path) -> tuple[Intent, ...]:
    """A cue is written "add ref !phrase" = 2.0."""
    table = tomllib.loads(path.read_text("utf-8"))
    return tuple(Intent(name, tuple(_cue(key, weight) for key, weight in cues.items())) for name, cues in table.items())


def _cue(key: str, weight: float) -> Cue:
    parts = key.split()
    forbidden = frozenset(part[1:] for part in parts if part.startswith("!"))
    return Cue(frozenset(part for part in parts if not part.startswith("!")), forbidden, float(weight))


def _asks(clause: Clause) -> bool:
    """A question by its mark, its particle or its first word; "can you …" is a request."""
    opening = next((word for word in clause.text.split() if word not in FILLERS), "")
    return (
        clause.text.rstrip().endswith(("?", "吗", "呢", "么", "没"))
        or opening in QUESTION_WORDS
        or clause.means("which", "price", "tag")
    )


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
        "short": len(clause.tokens) <= 3,
        "long": len(clause.tokens) > 7,
    }
    return clause.meanings | {name for name, holds in found.items() if holds} | state


def rank(clause: Clause, state: set[str], intents: tuple[Intent, ...]) -> list[tuple[float, str]]:
    features = features_of(clause, state)
    scored = [(intent.score(features), intent.name) for intent in intents]
    return sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])


def choose(clause: Clause, state: set[str], intents: tuple[Intent, ...]) -> str:
    """The best intent, or "unclear"; on equal scores the one written first in the table."""
    ranked = rank(clause, state, intents)
    return ranked[0][1] if ranked and ranked[0][0] >= THRESHOLD else "unclear"
