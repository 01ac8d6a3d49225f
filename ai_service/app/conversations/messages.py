"""Messages as JSON: what a turn added to a conversation, and the context a model is given."""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from common.api_clients.llm.types import Message, ToolCall

PAGE_CALL = "page:"  # begins the id of the call that tells a model where the shopper is; see chat/context.py


def to_json(messages: Iterable[Message]) -> bytes:
    return orjson.dumps([_row(message) for message in messages])


def _row(message: Message) -> dict[str, Any]:
    row: dict[str, Any] = {"role": message.role, "content": message.content}
    if message.tool_calls:
        row["tool_calls"] = [[call.id, call.name, call.arguments] for call in message.tool_calls]
    if message.tool_call_id is not None:
        row["tool_call_id"], row["name"] = message.tool_call_id, message.name
    return row


def from_json(body: bytes) -> list[Message]:
    return [
        Message(
            row["role"],
            row["content"],
            [ToolCall(*call) for call in row.get("tool_calls", ())],
            row.get("tool_call_id"),
            row.get("name"),
        )
        for row in orjson.loads(body)
    ]


def recent(messages: Sequence[Message], turns: int, characters: int) -> list[Message]:
    """The last `turns` turns that fit into so many characters, whole turns only: a tool result without its call is
    refused by providers. The newest turn is always kept."""
    starts = [at for at, message in enumerate(messages) if message.role == "user"] or [0]
    sizes = [len(message.content) + sum(len(call.arguments) for call in message.tool_calls) for message in messages]
    first = starts[-1]
    for start in reversed(starts[-turns:]):
        if sum(sizes[start:]) > characters:
            break
        first = start
    return list(messages[first:])
