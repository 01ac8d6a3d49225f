"""Putting the chunks of a stream together: text, tool calls and what they cost."""

import json
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from common.api_clients.llm.types import (
    BadModelAnswer,
    ChatModel,
    ChatRequest,
    Finished,
    FinishReason,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    Usage,
)

LONGEST_ARGUMENTS = 64 * 1024
MOST_CALLS = 32


class ToolCallAssembler:
    """Joins the fragments of parallel calls; a call is whole only when the stream has finished."""

    def __init__(self) -> None:
        self._calls: dict[int, ToolCall] = {}

    def add(self, delta: ToolCallDelta) -> None:
        call = self._calls.get(delta.index)
        if call is None:
            if len(self._calls) == MOST_CALLS:
                raise BadModelAnswer(f"more than {MOST_CALLS} tool calls in one answer")
            call = self._calls[delta.index] = ToolCall("", "", "")
        # Some servers repeat id and name in every fragment: the first one counts.
        call.id = call.id or delta.id or ""
        call.name = call.name or delta.name or ""
        call.arguments += delta.arguments
        if len(call.arguments) > LONGEST_ARGUMENTS:
            raise BadModelAnswer("the arguments of a tool call are longer than 64 KB")

    def calls(self) -> list[ToolCall]:
        calls = [self._calls[index] for index in sorted(self._calls)]
        seen: set[str] = set()
        for position, call in enumerate(calls):
            if not call.name:
                raise BadModelAnswer("a tool call has no name")
            if not call.id or call.id in seen:
                call.id = f"call_{position}_{len(call.arguments)}"
            seen.add(call.id)
        return calls


@dataclass(slots=True)
class Answer:
    text: str = ""
    tool_calls: list[ToolCall] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    finish_reason: FinishReason = "stop"


async def complete(model: ChatModel, request: ChatRequest) -> Answer:
    """The whole answer at once, for callers that do not stream."""
    answer, calls, text = Answer(), ToolCallAssembler(), []
    async with aclosing(model.stream(request)) as chunks:
        async for chunk in chunks:
            if isinstance(chunk, TextDelta):
                text.append(chunk.text)
            elif isinstance(chunk, ToolCallDelta):
                calls.add(chunk)
            elif isinstance(chunk, Usage):
                answer.usage = chunk
            elif isinstance(chunk, Finished):
                answer.finish_reason = chunk.reason
    answer.text, answer.tool_calls = "".join(text), calls.calls()
    return answer


class ArgumentsRefused(ValueError):
    """Tool arguments that are not one plain JSON object; the message is written for the model."""


def parse_arguments(text: str) -> dict[str, Any]:
    """Duplicate keys are refused: two readers of `{"amount": 1, "amount": 100}` may see different amounts."""
    if len(text.encode(errors="replace")) > LONGEST_ARGUMENTS:
        raise ArgumentsRefused("the arguments are longer than 64 KB")
    try:
        value = json.loads(text or "{}", object_pairs_hook=_unique_keys, parse_constant=_no_constant)
    except RecursionError as error:
        raise ArgumentsRefused("the arguments are nested too deeply") from error
    except json.JSONDecodeError as error:
        raise ArgumentsRefused(f"the arguments are not valid JSON: {error.msg} at character {error.pos}") from error
    if not isinstance(value, dict):
        raise ArgumentsRefused("the arguments must be one JSON object")
    return value


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ArgumentsRefused(f"the key {key[:60]!r} is given twice")
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise ArgumentsRefused(f"{name} is not a number that JSON knows")
