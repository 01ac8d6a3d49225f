"""Courtesies, who is speaking, and what the assistant can and cannot do."""

from collections.abc import Callable

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.turn import Turn


def saying(key: str) -> Callable[[Turn, Clause], str]:
    """A skill that says one sentence."""

    def skill(turn: Turn, clause: Clause) -> str:
        return turn.say(key)

    return skill


def unclear(turn: Turn, clause: Clause) -> str:
    """Asks back about what is on the table rather than guess."""
    if turn.scene.asked in ("reason", "address", "address_rest", "email", "payment"):
        return turn.say("did_not_understand_answer")
    if turn.scene.pending:
        return turn.say("press_confirm")
    return turn.say("did_not_understand_list" if turn.scene.items else "did_not_understand")
