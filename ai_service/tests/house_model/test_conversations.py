"""Whole conversations over the stand-in shop: every turn of the known ones, a share of those kept aside."""

import pytest

from ai_service.app.house_model.model import HouseModel
from ai_service.tests.house_model.cases import CASES, Dialogue, play_dialogue, read_dialogues
from ai_service.tests.house_model.measure import measure

KNOWN = tuple(sorted(path.stem for path in CASES.glob("*.txt") if "heldout" not in path.stem))
KEPT_ASIDE = tuple(sorted(path.stem for path in CASES.glob("*_heldout*.txt")))
# Written before they were tried. On their first try these went as expected: 24 of 26 turns (en) and 19 of 25 (zh);
# of set 2 then 42 and 50 of 71, and 53 and 61 once the rules had been worked on with other sentences; of set 3
# 42 and 41 of 69, and 53 and 51 of 69 at the last look before any of its failures were read. What is right now is
# more, since those failures were mended: a fresh sentence is understood about three times in four. Set 4, half of it
# returns and exchanges, was written by who then taught the model these: 25 and 25 of 44 before, 39 and 43 on its first
# try after; of twenty sentences on these made up later still, thirteen.
HELD_OUT_FLOOR = 0.85


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
