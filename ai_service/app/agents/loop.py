"""The agent loop: ask the model, run the tools it calls, ask again, until it only speaks."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from ai_service.app.agents.limits import Spending
from ai_service.app.tools.runner import ToolOutcome
from common.api_clients.llm.answers import Answer, ToolCallAssembler
from common.api_clients.llm.types import (
    BadModelAnswer,
    ChatModel,
    ChatRequest,
    Chunk,
    Finished,
    FinishReason,
    Message,
    ModelError,
    ReasoningDelta,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    Usage,
)


@dataclass(slots=True)
class TextPiece:
    text: str


@dataclass(slots=True)
class CallStarted:
    call: ToolCall


@dataclass(slots=True)
class CallEnded:
    outcome: ToolOutcome


@dataclass(slots=True)
class Spoken:
    """The last event: the answer is whole, or as long as it may be."""

    reason: FinishReason


LoopEvent = TextPiece | CallStarted | CallEnded | Spoken


class Tools(Protocol):
    def changes(self, name: str) -> bool: ...

    async def run(self, call: ToolCall, *, writes_allowed: bool = True) -> ToolOutcome: ...


class Meter(Protocol):
    """Asked before every model call, which is not made when this raises; told of it afterwards, also of one that broke
    off: it may still have to be paid for. `said` is how many bytes the model gave by then, None where it failed before
    it gave anything."""

    async def begin(self, model: ChatModel, request: ChatRequest) -> None: ...

    async def record(
        self,
        model: ChatModel,
        usage: Usage,
        said: int | None,
        first_token_ms: int | None,
        duration_ms: int,
        finished: bool,
    ) -> None: ...


async def run_agent(
    model: ChatModel, request: ChatRequest, tools: Tools, spending: Spending, meter: Meter
) -> AsyncGenerator[LoopEvent, None]:
    """Events of one turn; `request.messages` grows by what was said and done.

    Raises ModelError when no model answers and LimitReachedError before anything beyond the limits is done; the meter's
    own error when it allows no further call.
    """
    while True:
        spending.step()
        answer = Answer()
        async with aclosing(_ask(model, request, answer, meter)) as events:
            async for event in events:
                yield event
        _tell_apart(answer.tool_calls, request.messages)
        request.messages.append(Message("assistant", answer.text, answer.tool_calls))
        if not answer.tool_calls:
            yield Spoken(answer.finish_reason)
            return
        spending.calls(len(answer.tool_calls))
        for call in answer.tool_calls:
            yield CallStarted(call)
        async with aclosing(_run(answer.tool_calls, tools, request.writes_allowed)) as outcomes:
            async for outcome in outcomes:
                called = outcome.call
                request.messages.append(Message("tool", outcome.content, tool_call_id=called.id, name=called.name))
                yield CallEnded(outcome)


def _tell_apart(calls: Sequence[ToolCall], messages: Sequence[Message]) -> None:
    """Some models begin counting anew at every step; a result must name its call and no other."""
    known = {call.id for message in messages for call in message.tool_calls}
    for call in calls:
        if call.id in known:
            call.id = f"{call.id[:24]}_{len(messages)}"


async def _ask(model: ChatModel, request: ChatRequest, answer: Answer, meter: Meter) -> AsyncGenerator[TextPiece, None]:
    """Fills in `answer`, giving its text as it comes."""
    calls, text = ToolCallAssembler(), []
    await meter.begin(model, request)
    started, first, finished = perf_counter(), None, False
    said, failed = 0, False
    try:
        async with aclosing(model.stream(request)) as chunks:
            async for chunk in chunks:
                first = first or perf_counter()
                said += _size(chunk)
                if isinstance(chunk, TextDelta):
                    text.append(chunk.text)
                    yield TextPiece(chunk.text)
                elif isinstance(chunk, ToolCallDelta):
                    calls.add(chunk)
                elif isinstance(chunk, Usage):
                    answer.usage = chunk
                elif isinstance(chunk, Finished):
                    answer.finish_reason, finished = chunk.reason, True
    except ModelError:
        failed = first is None
        raise
    finally:
        waited = None if first is None else round((first - started) * 1000)
        took = round((perf_counter() - started) * 1000)
        await meter.record(model, answer.usage, None if failed else said, waited, took, finished)
    answer.text, answer.tool_calls = "".join(text), calls.calls()
    if not answer.text and not answer.tool_calls:
        raise BadModelAnswer(f"the model said nothing ({answer.finish_reason})")


def _size(chunk: Chunk) -> int:
    if isinstance(chunk, (TextDelta, ReasoningDelta)):
        return len(chunk.text.encode())
    return len(chunk.arguments.encode()) if isinstance(chunk, ToolCallDelta) else 0


async def _run(calls: Sequence[ToolCall], tools: Tools, writes_allowed: bool) -> AsyncGenerator[ToolOutcome, None]:
    """Calls that only read run together; as soon as one changes something, all run in the order asked."""
    if len(calls) > 1 and not any(tools.changes(call.name) for call in calls):
        for outcome in await asyncio.gather(*(tools.run(call, writes_allowed=writes_allowed) for call in calls)):
            yield outcome
        return
    for call in calls:
        yield await tools.run(call, writes_allowed=writes_allowed)
