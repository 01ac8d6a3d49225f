"""Prints how many turns go as expected: python -m ai_service.tests.house_model.measure [cases …] [-v]."""

import sys
import time
from pathlib import Path

from ai_service.app.house_model.model import HouseModel
from ai_service.tests.house_model.cases import CASES, play_dialogue, read_dialogues

RESOURCES = Path(__file__).parents[2] / "res" / "house_model"


def measure(model: HouseModel, name: str) -> tuple[int, int, list[str]]:
    """Turns as expected, all turns, and what was wrong about the others."""
    right, faults = 0, []
    for dialogue in read_dialogues(CASES / f"{name}.txt"):
        for step, fault, _ in play_dialogue(model, dialogue, name.partition("_")[0]):
            right += not fault
            if fault:
                faults.append(f"{name}:{step.line} {step.say!r}: {fault}")
    return right, right + len(faults), faults


def main() -> None:
    model = HouseModel.load(RESOURCES)
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    for name in names or sorted(path.stem for path in CASES.glob("*.txt")):
        started = time.perf_counter()
        right, total, faults = measure(model, name)
        milliseconds = (time.perf_counter() - started) * 1000 / total
        sys.stdout.write(f"{name}: {right} of {total} turns ({right / total:.1%}), {milliseconds:.1f} ms a turn\n")
        if "-v" in sys.argv:
            sys.stdout.write("\n".join(faults) + "\n")


if __name__ == "__main__":
    main()
