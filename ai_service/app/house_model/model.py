"""The built-in chat model: messages and tool schemas in, tool calls or text out, by rules alone."""

import json
import re
import tomllib
import zlib
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

from ai_service.app.house_model.conversation import converse, language_of
from ai_service.app.house_model.fitting import Fitting
from ai_service.app.house_model.intents import Intents, load_intents
from ai_service.app.house_model.lexicon import Lexicon
from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.outcome import tell_outcome
from ai_service.app.house_model.scene import AFTER_SALES, Scene
from ai_service.app.house_model.transcript import Transcript, read_transcript
from ai_service.app.house_model.turn import Answer, Call, Turn, play
from ai_service.app.house_model.understanding import understand
from ai_service.app.house_model.wording import Wording
from common.api_clients.llm.types import ChatRequest, Chunk, Finished, TextDelta, ToolCallDelta, Usage

LANGUAGES = ("en", "zh")
WORDS_PER_DELTA = 6


@dataclass(slots=True)
class HouseModel:
    """Deterministic and stateless: everything it knows about a conversation is in the request's messages."""

    lexicon: Lexicon
    wording: Wording
    intents: Intents
    places: dict[str, str] = field(default_factory=dict)
    fitting: Fitting = field(init=False)
    name: str = "house"
    provider: str = "house"

    def __post_init__(self) -> None:
        self.fitting = Fitting(self.lexicon)

    @classmethod
    def load(cls, directory: Path) -> "HouseModel":
        """Reads res/house_model; the only input or output there is."""
        places: dict[str, str] = {}
        for path in sorted(directory.glob("*/places.toml")):
            places |= tomllib.loads(path.read_text("utf-8"))
        intents = load_intents(directory / "intents.toml")
        return cls(Lexicon.load(directory), Wording.load(directory), intents, places)

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        step = self.step(request)
        if isinstance(step, Call):
            arguments = json.dumps(step.arguments, ensure_ascii=False)
            yield ToolCallDelta(0, id=_call_id(request, step), name=step.name, arguments=arguments)
        else:
            for piece in deltas(step):
                yield TextDelta(piece)
        yield _usage(request, step)
        yield Finished("tool_calls" if isinstance(step, Call) else "stop")

    def step(self, request: ChatRequest) -> Call | str:
        """The next tool call, or the answer."""
        tools = {tag: spec for spec in reversed(request.tools) for tag in spec.tags}
        tags = {spec.name: tag for tag, spec in tools.items()}
        transcript = read_transcript(request.messages, tags, Scene(fitting=self.fitting.shown))
        turn = self._turn(request, transcript)
        turn.tools = tools
        if transcript.decision is not None:
            return tell_outcome(turn, transcript.decision, transcript.decided)
        clauses = understand(turn.text, self.lexicon, _known_words(transcript))
        return play(converse(turn, clauses, self.intents), transcript.records)

    def _turn(self, request: ChatRequest, transcript: Transcript) -> Turn:
        scene = transcript.scene
        scene.asked = self.wording.asked(transcript.reply_before)
        default = request.language if request.language in LANGUAGES else "en"
        language = default
        for text in transcript.user_texts:
            language = language_of(text, language)
        turn = Turn(transcript.text, language, scene, self.lexicon, self.wording, self.fitting)
        turn.writes_allowed, turn.places = request.writes_allowed, self.places
        if scene.asked and scene.previous_text:
            turn.earlier = understand(scene.previous_text, self.lexicon)
        turn.thread = self._thread(transcript)
        return turn

    def _thread(self, transcript: Transcript) -> list[Answer]:
        """What was said since something was first wanted of a placed order, without what is said now."""
        answers: list[Answer] = []
        position = len(transcript.talk) - 1
        while position > 0 and self.wording.asked(transcript.talk[position][0]) in AFTER_SALES:
            position -= 1
            reply, text = transcript.talk[position]
            answers.insert(0, Answer(self.wording.asked(reply), understand(text, self.lexicon), text))
        return answers


def _known_words(transcript: Transcript) -> set[str]:
    """Words of the products already shown: names, never typing errors."""
    titles = " ".join(
        f"{item.get('title', '')} {item.get('vendor', '')}" for item in transcript.scene.products.values()
    )
    return set(re.findall(r"\w+", normalise(titles)))


def _call_id(request: ChatRequest, call: Call) -> str:
    """The same step of the same conversation has the same id; another step has another."""
    seed = f"{len(request.messages)}:{call.name}:{request.messages[-1].content}"
    return f"call_{zlib.crc32(seed.encode()):08x}{len(request.messages):03d}"


def deltas(text: str) -> list[str]:
    """The text in a few pieces, as a model would stream it."""
    pieces = re.findall(r"[^\S\n]*\n+|[^\s]{1,24}[^\S\n]*|[^\S\n]+", text)
    return ["".join(pieces[i : i + WORDS_PER_DELTA]) for i in range(0, len(pieces), WORDS_PER_DELTA)]


def _usage(request: ChatRequest, step: Call | str) -> Usage:
    """Counted in the usual rough way, four characters to a token; nothing is paid for them."""
    written = len(step) if isinstance(step, str) else len(json.dumps(step.arguments))
    return Usage(sum(len(message.content) for message in request.messages) // 4, max(1, written // 4))
