"""Reads dialogues with their expected calls, plays them and says which turns went as expected.

! order pending          what the shop holds beforehand (also: order delivered m1-1:2 k1-1, cart m1-1:2, guest,
                         no_address, giftcard, refuses return_window_over)
> the second one, two of them
= add_to_cart variant_id=@2v quantity=2      every expected call in its order; @2 a product, @2v its variant
= return_items items=line-m1-1:2,line-k1-1:1     pieces by line; swaps=line-k1-1>k1-2:1 with what they become
= -                                          no call at all;   = read: no call that writes
~ basket                                     the answer contains this
* confirm                                    the person presses the button
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ai_service.app.house_model.model import HouseModel
from ai_service.app.house_model.turn import WRITES
from ai_service.tests.house_model.shop import SPECS, Shop
from ai_service.tests.house_model.talker import Reply, Talker

WRITERS = frozenset(name for name, (tag, _, _) in SPECS.items() if tag in WRITES)
CASES = Path(__file__).parent / "cases"


@dataclass
class Step:
    say: str
    calls: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    line: int = 0


@dataclass
class Dialogue:
    setup: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def read_dialogues(path: Path) -> Iterator[Dialogue]:
    dialogue = Dialogue()
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        mark, _, rest = line.strip().partition(" ")
        if not line.strip() and dialogue.steps:
            yield dialogue
            dialogue = Dialogue()
        elif mark == "!":
            dialogue.setup.append(rest)
        elif mark in (">", "*"):
            dialogue.steps.append(Step(rest if mark == ">" else "*", line=number))
        elif mark == "=":
            dialogue.steps[-1].calls.append(rest)
        elif mark == "~":
            dialogue.steps[-1].texts.append(rest)


def play_dialogue(model: HouseModel, dialogue: Dialogue, language: str) -> Iterator[tuple[Step, str, Reply]]:
    """Each step with what was wrong about it ("" when nothing was)."""
    talker = Talker(model, _shop(dialogue.setup, language))
    for step in dialogue.steps:
        shown = list(talker.shown)
        reply = talker.press_confirm() if step.say == "*" else talker.say(step.say)
        yield step, _fault(step, reply, shown, talker.shown), reply


def _shop(setup: list[str], language: str) -> Shop:
    shop = Shop(language, guest="guest" in setup, address="no_address" not in setup, giftcard="giftcard" in setup)
    for line in setup:
        word, _, rest = line.partition(" ")
        if word == "cart":
            _fill(shop, rest.split())
        elif word == "order":
            status, _, bought = rest.partition(" ")
            _fill(shop, bought.split() or ["k1-1"])
            shop.order(shop.lines, status or "pending", clear=True)
        elif word == "refuses":
            shop.refuses = rest
    return shop


def _fill(shop: Shop, entries: list[str]) -> None:
    for entry in entries:
        variant, _, quantity = entry.partition(":")
        shop.call("add_to_cart", {"variant_id": variant, "quantity": int(quantity or 1)})


def _fault(step: Step, reply: Reply, before: list[dict[str, object]], after: list[dict[str, object]]) -> str:
    for text in step.texts:
        if not any(option.lower() in reply.text.lower() for option in text.split("|")):
            return f"answer lacks {text!r}: {reply.text!r}"
    expected = [line for line in step.calls if line not in ("-", "read")]
    made = [f"{name} {arguments}" for name, arguments in reply.calls]
    if "-" in step.calls and reply.calls:
        return f"no call expected, made {made}"
    writes = [name for name, _ in reply.calls if name in WRITERS]
    if step.calls and writes != [name for line in expected if (name := line.split()[0]) in WRITERS]:
        return f"wrong writes: {made} | {reply.text!r}"
    left = list(reply.calls)
    for line in expected:
        while left and not _fits(line, *left[0], before, after):
            left.pop(0)
        if not left:
            return f"expected {line}, made {made} | {reply.text!r}"
        left.pop(0)
    return ""


def _fits(line: str, name: str, arguments: dict[str, object], *lists: list[dict[str, object]]) -> bool:
    wanted, *conditions = shlex.split(line)
    return name == wanted and all(_holds(condition, arguments, *lists) for condition in conditions)


def _holds(condition: str, arguments: dict[str, object], *lists: list[dict[str, object]]) -> bool:
    key, operator, value = re.split(r"(!|[=~])", condition, maxsplit=1)
    actual = arguments.get(key)
    if operator == "!":
        return key not in arguments
    if operator == "~":
        said = str(actual).lower().replace(" ", "")
        return all(any(form in said for form in word.split("/")) for word in value.lower().split(","))
    if value.startswith("@"):
        return any(_filled(value, shown) == actual for shown in lists)
    if isinstance(actual, list):
        return sorted(map(_entry, actual)) == sorted(value.split(","))
    if isinstance(actual, int | float) and not isinstance(actual, bool):
        return abs(float(value) - actual) < 0.02
    return str(actual).lower() == value.lower()


def _entry(entry: object) -> str:
    """A list's entry as a condition has it: an id, line:quantity of a return, line>variant:quantity of an exchange."""
    if not isinstance(entry, dict):
        return str(entry)
    to = f">{entry['to_variant_id']}" if "to_variant_id" in entry else ""
    return f"{entry['item']}{to}:{entry['quantity']}"


def _filled(value: str, shown: list[dict[str, object]]) -> object:
    """@2 is the second product shown, @2v its variant, @1,@3 a list of products."""
    ids: list[object] = []
    for part in value.split(","):
        place, variant = int(part.strip("@v")), part.endswith("v")
        if place > len(shown):
            return None
        ids.append(shown[place - 1]["variant_id" if variant else "product_id"])
    return ids if "," in value else ids[0]
