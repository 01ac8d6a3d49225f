"""One turn as a plain generator that yields calls: on every step it is played again over the recorded results."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.fitting import Fitting
from ai_service.app.house_model.lexicon import Lexicon
from ai_service.app.house_model.scene import PROPOSALS, Scene
from ai_service.app.house_model.transcript import Record
from ai_service.app.house_model.wording import Wording
from common.api_clients.llm.types import ToolSpec

WRITES = frozenset(("cart.add", "cart.update", "cart.remove", *PROPOSALS))


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: dict[str, Any]


Found = TypeVar("Found")
# Work yields calls, is sent their results and comes to something; Steps come to the text of the answer.
Work = Generator[Call, dict[str, Any], Found]
Steps = Work[str]


class CannotDo(Exception):
    """The step cannot be taken as it stands; `wording` is the key of the sentence that says so or asks back."""

    def __init__(self, wording: str, **values: object) -> None:
        super().__init__(wording)
        self.wording = wording
        self.values = values


class ToolFailed(Exception):
    """A tool answered with an error."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one of our questions; `asked` is "" for what began the talk."""

    asked: str
    clauses: list[Clause]
    text: str = ""


@dataclass(slots=True)
class Turn:
    text: str
    language: str
    scene: Scene
    lexicon: Lexicon
    wording: Wording
    fitting: Fitting
    tools: dict[str, ToolSpec] = field(default_factory=dict)
    writes_allowed: bool = True
    places: dict[str, str] = field(default_factory=dict)
    clauses: list[Clause] = field(default_factory=list)
    earlier: list[Clause] = field(default_factory=list)
    # What led to the question that is answered now, when it is about a placed order; oldest first.
    thread: list[Answer] = field(default_factory=list)

    def say(self, key: str, **values: object) -> str:
        return self.wording.say(self.language, key, **values)

    def can(self, tag: str) -> bool:
        return tag in self.tools

    def use(self, tag: str, **arguments: Any) -> Work[dict[str, Any]]:
        """Calls the tool with this tag and takes its result into the scene."""
        spec = self.tools.get(tag)
        if spec is None:
            raise CannotDo("no_tool", task=self.say(f"task_{tag.replace('.', '_')}"))
        if tag in WRITES and not self.writes_allowed:
            raise CannotDo("no_writes_now")
        filled = fit(spec, {key: value for key, value in arguments.items() if value is not None})
        result = yield Call(spec.name, filled)
        self.scene.observe(tag, filled, result)
        if isinstance(error := result.get("error"), dict):
            raise ToolFailed(str(error.get("code", "")), str(error.get("detail", "")))
        return result


def fit(spec: ToolSpec, arguments: dict[str, Any]) -> dict[str, Any]:
    """Only what the tool's schema knows; raises when it requires something we do not have."""
    known = spec.parameters.get("properties", {})
    missing = [name for name in spec.parameters.get("required", ()) if name not in arguments]
    if missing:
        raise CannotDo("cannot_fill", tool=spec.name, fields=", ".join(missing))
    return {name: value for name, value in arguments.items() if name in known}


def play(steps: Steps, records: list[Record]) -> Call | str:
    """Runs the turn over the results it already has: the next call to make, or the finished text."""
    left = list(records)
    try:
        call = next(steps)
        while True:
            record = next((r for r in left if r.name == call.name and r.arguments == call.arguments), None)
            if record is None:
                return call
            left.remove(record)
            call = steps.send(record.result)
    except StopIteration as finished:
        return str(finished.value)
