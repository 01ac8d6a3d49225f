"""What goes into a chat model and what comes out of it, whoever provides it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Role = Literal["system", "user", "assistant", "tool"]
FinishReason = Literal["stop", "tool_calls", "length", "content_filter"]


@dataclass(slots=True)
class ToolCall:
    """One call the model asks for; `arguments` is JSON text exactly as it came over the wire."""

    id: str
    name: str
    arguments: str


@dataclass(slots=True)
class Message:
    role: Role
    content: str = ""
    tool_calls: list[ToolCall] = field(default_factory=list)
    tool_call_id: str | None = None
    name: str | None = None
    images: list[str] = field(default_factory=list)  # addresses, https or data:, of what is shown with the text


@dataclass(slots=True)
class ToolSpec:
    """A tool as a model sees it. `tags` bind the house model's intents; they never leave the process."""

    name: str
    description: str
    parameters: dict[str, Any]
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class ChatRequest:
    """`model` is the one that is wished for, by its id or name: where it cannot answer, the `fallbacks` are asked in
    their order, then any other."""

    messages: list[Message]
    tools: list[ToolSpec] = field(default_factory=list)
    model: str | None = None
    fallbacks: tuple[str, ...] = ()
    temperature: float | None = None
    max_tokens: int | None = None
    tool_choice: str | None = None
    response_schema: dict[str, Any] | None = None
    language: str = "en"
    # False once a turn has failed over in its middle: the model that takes over proposes no write.
    writes_allowed: bool = True


@dataclass(slots=True)
class TextDelta:
    text: str


@dataclass(slots=True)
class ReasoningDelta:
    text: str


@dataclass(slots=True)
class ToolCallDelta:
    """A fragment of the call at `index`; id and name come once, `arguments` piece by piece."""

    index: int
    id: str | None = None
    name: str | None = None
    arguments: str = ""


@dataclass(slots=True)
class Usage:
    """Cached tokens are a part of the input and reasoning ones of the output, also where a provider counts them apart:
    else more would be taken off a price than was added."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    reasoning_tokens: int = 0

    def __post_init__(self) -> None:
        self.cached_tokens = min(self.cached_tokens, self.input_tokens)
        self.reasoning_tokens = min(self.reasoning_tokens, self.output_tokens)


@dataclass(slots=True)
class Finished:
    reason: FinishReason


Chunk = TextDelta | ReasoningDelta | ToolCallDelta | Usage | Finished


class ChatModel(Protocol):
    """Anything that answers a chat request with a stream that ends in `Finished`; closing it cancels the work.

    `name` is the model's, `provider` says who provides it: prices go by both.
    """

    name: str
    provider: str

    def stream(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]: ...


class ModelError(Exception):
    """A model did not answer.

    ModelError
    ├── ModelUnavailable   not reachable, overloaded or rate limited; another try or another model may help
    ├── ModelTimeout       a phase (connect, first token, between tokens, total) ran out of time
    ├── BrokenStream       the stream ended without a finish reason; what came before is not an answer
    ├── ModelRefused       the provider understood and said no (to this content, these parameters)
    │   └── ModelMisconfigured   it says no to everything: a bad key, an unknown model, no credit, no such address
    └── BadModelAnswer     not the wire's format: HTML, broken JSON, an answer that does not fit the schema
    """

    code = "model_error"
    retryable = False


class ModelUnavailable(ModelError):
    code = "model_unavailable"
    retryable = True

    def __init__(self, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class ModelTimeout(ModelError):
    code = "model_timeout"
    retryable = True


class BrokenStream(ModelError):
    code = "model_broken_stream"
    retryable = True


class ModelRefused(ModelError):
    code = "model_refused"


class ModelMisconfigured(ModelRefused):
    code = "model_misconfigured"


class BadModelAnswer(ModelError):
    code = "model_bad_answer"
    retryable = True
