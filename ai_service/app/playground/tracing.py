"""What a run's trace is made of: each step with what was sent and what it used."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from ai_service.app.usage.service import TurnMeter
from common.api_clients.llm.types import ChatModel, ChatRequest, Chunk, Message, Usage

Json = dict[str, Any]
Emit = Callable[[str, Json], None]


@dataclass(slots=True)
class Trace:
    """The running step; `shown` is how many messages of the request were in the trace already."""

    emit: Emit
    step: int = 0
    shown: int = 0
    sent: Json | None = None

    def begin(self, request: ChatRequest) -> None:
        self.step += 1
        self.sent = {
            "step": self.step,
            "messages": [_message(message) for message in request.messages[self.shown :]],
            "tools": [tool.name for tool in request.tools],
            "temperature": request.temperature,
            "max_tokens": request.max_tokens,
        }
        self.shown = len(request.messages)

    def end(self, used: Json) -> None:
        if self.sent is not None:
            self.emit("step", self.sent | used)
            self.sent = None


class TracedModel:
    """Lets the trace see every request."""

    def __init__(self, model: ChatModel, trace: Trace) -> None:
        self.name, self.provider = model.name, model.provider
        self._model = model
        self._trace = trace

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        self._trace.begin(request)
        try:
            async with aclosing(self._model.stream(request)) as chunks:
                async for chunk in chunks:
                    yield chunk
        finally:
            self.name, self.provider = self._model.name, self._model.provider  # another one may have taken over


class TracedMeter(TurnMeter):
    """Lets the trace see what every call used."""

    __slots__ = ("trace",)
    trace: Trace

    async def record(
        self,
        model: ChatModel,
        usage: Usage,
        said: int | None,
        first_token_ms: int | None,
        duration_ms: int,
        finished: bool,
    ) -> None:
        await super().record(model, usage, said, first_token_ms, duration_ms, finished)
        names = ("model", "input_tokens", "output_tokens", "cached_tokens", "cost", "currency", "first_token_ms")
        row = self.rows[-1]
        self.trace.end({name: row[name] for name in (*names, "duration_ms", "finished")})


def _message(message: Message) -> Json:
    calls = [{"id": call.id, "name": call.name, "arguments": call.arguments} for call in message.tool_calls]
    return {
        "role": message.role,
        "content": message.content,
        "tool_calls": calls,
        "tool_call_id": message.tool_call_id,
    }
