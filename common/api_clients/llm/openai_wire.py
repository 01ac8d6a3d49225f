"""Between our types and the chat-completions wire that OpenAI, DeepSeek, Qwen, Ollama and vLLM speak; no I/O here."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import orjson

from common.api_clients.llm.types import (
    BadModelAnswer,
    BrokenStream,
    ChatRequest,
    Chunk,
    Finished,
    FinishReason,
    Message,
    ModelUnavailable,
    ReasoningDelta,
    TextDelta,
    ToolCallDelta,
    ToolSpec,
    Usage,
)

FINISH_REASONS: dict[str, FinishReason] = {
    "stop": "stop",
    "tool_calls": "tool_calls",
    "function_call": "tool_calls",
    "length": "length",
    "max_tokens": "length",
    "content_filter": "content_filter",
}
PORTABLE_CALL_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


def chat_body(request: ChatRequest, model: str) -> bytes:
    body: dict[str, Any] = {
        "model": model,
        "messages": [_message(message) for message in request.messages],
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
        if request.tool_choice:
            body["tool_choice"] = _tool_choice(request.tool_choice)
    if request.temperature is not None:
        body["temperature"] = request.temperature
    if request.max_tokens is not None:
        body["max_tokens"] = request.max_tokens
    if request.response_schema is not None:
        schema = {"name": "answer", "schema": request.response_schema, "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    return orjson.dumps(body)


def _message(message: Message) -> dict[str, Any]:
    wire: dict[str, Any] = {"role": message.role, "content": _content(message)}
    if message.tool_calls:
        wire["content"] = message.content or None
        wire["tool_calls"] = [
            {
                "id": _portable(call.id),
                "type": "function",
                "function": {"name": call.name, "arguments": call.arguments},
            }
            for call in message.tool_calls
        ]
    if message.tool_call_id is not None:
        wire["tool_call_id"] = _portable(message.tool_call_id)
    return wire


def _content(message: Message) -> str | list[dict[str, Any]]:
    if not message.images:
        return message.content
    images = [{"type": "image_url", "image_url": {"url": address}} for address in message.images]
    return [{"type": "text", "text": message.content}, *images]


def _portable(call_id: str) -> str:
    """Providers refuse call ids over 40 characters or with punctuation; a call and its result keep the same one."""
    if PORTABLE_CALL_ID.fullmatch(call_id):
        return call_id
    return "call_" + hashlib.sha256(call_id.encode()).hexdigest()[:24]


def _tool(tool: ToolSpec) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "function": function}


def _tool_choice(choice: str) -> Any:
    if choice in ("auto", "none", "required"):
        return choice
    return {"type": "function", "function": {"name": choice}}


class ChunkReader:
    """Turns the data of one answer's events into chunks, and remembers whether the answer was finished."""

    def __init__(self) -> None:
        self.finish_reason: FinishReason | None = None
        self._calls = 0
        self._index_of: dict[str, int] = {}
        self._last_index = 0

    def read(self, data: bytes) -> Iterator[Chunk]:
        chunk = _object(data)
        if chunk.get("error"):
            raise _stream_error(chunk["error"])
        usage = chunk.get("usage")
        choices = chunk.get("choices")
        if not isinstance(choices, list) and not usage:
            raise BadModelAnswer("a chunk has neither choices nor usage")
        for choice in choices or ():
            yield from self._choice(choice)
        if isinstance(usage, dict):
            yield _usage(usage)

    def _choice(self, choice: Any) -> Iterator[Chunk]:
        if not isinstance(choice, dict) or choice.get("index", 0) != 0:
            return
        delta = choice.get("delta") or choice.get("message") or {}
        if not isinstance(delta, dict):
            raise BadModelAnswer("the delta of a chunk is not an object")
        reasoning = delta.get("reasoning_content") or delta.get("reasoning")
        if isinstance(reasoning, str) and reasoning:
            yield ReasoningDelta(reasoning)
        text = delta.get("content")
        if isinstance(text, str) and text:
            yield TextDelta(text)
        for call in delta.get("tool_calls") or ():
            yield self._tool_call(call)
        reason = choice.get("finish_reason")
        if reason:
            self.finish_reason = FINISH_REASONS.get(str(reason), "stop")

    def _tool_call(self, call: Any) -> ToolCallDelta:
        if not isinstance(call, dict):
            raise BadModelAnswer("a tool call is not an object")
        function = call.get("function") or {}
        arguments = function.get("arguments") or ""
        if not isinstance(arguments, str):
            # Some servers send the arguments as an object instead of its text.
            arguments = orjson.dumps(arguments).decode()
        call_id = call.get("id") or None
        self._calls += 1
        return ToolCallDelta(self._index(call, call_id), call_id, function.get("name") or None, arguments)

    def _index(self, call: dict[str, Any], call_id: str | None) -> int:
        """Some servers leave the index out: then a new id begins a new call, and no id goes on with the last one."""
        index = call.get("index")
        if not isinstance(index, int):
            index = self._index_of.get(call_id, len(self._index_of)) if call_id else self._last_index
        if call_id:
            self._index_of.setdefault(call_id, index)
        self._last_index = index
        return index

    def finished(self) -> Finished:
        """The last chunk; an answer without a finish reason was cut, however whole it looks."""
        if self.finish_reason is None:
            raise BrokenStream("the stream ended without a finish reason")
        if self._calls and self.finish_reason == "stop":
            return Finished("tool_calls")
        return Finished(self.finish_reason)


def _object(data: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise BadModelAnswer(f"a chunk is not JSON: {data[:80]!r}") from error
    if not isinstance(value, dict):
        raise BadModelAnswer("a chunk is not an object")
    return value


def _usage(usage: dict[str, Any]) -> Usage:
    prompt, completion = usage.get("prompt_tokens_details") or {}, usage.get("completion_tokens_details") or {}
    return Usage(
        input_tokens=_count(usage.get("prompt_tokens")),
        output_tokens=_count(usage.get("completion_tokens")),
        cached_tokens=_count(prompt.get("cached_tokens")),
        reasoning_tokens=_count(completion.get("reasoning_tokens")),
    )


def _count(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _stream_error(error: Any) -> ModelUnavailable:
    message = error.get("message") if isinstance(error, dict) else error
    return ModelUnavailable(f"the provider reported an error: {str(message)[:200]}")
