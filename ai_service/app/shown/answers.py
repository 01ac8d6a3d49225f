"""A whole turn put together from its events: for clients that do not stream, and for its history."""

from collections.abc import Iterable
from typing import Any


def answer_of(events: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """The events of a finished turn, put together."""
    text: list[str] = []
    calls: dict[str, dict[str, Any]] = {}
    answer: dict[str, Any] = {"confirmations": [], "citations": [], "suggestions": [], "usage": None, "error": None}
    for name, data in events:
        if name == "message.delta":
            text.append(data["text"])
        elif name == "tool.call":
            calls[data["call_id"]] = dict(data)
        elif name == "tool.result":
            calls.setdefault(data["call_id"], {}).update(data)
        elif name == "confirmation.required":
            answer["confirmations"].append(data)
        elif name == "citation":
            answer["citations"].append(data)
        elif name in ("usage", "error"):
            answer[name] = data
        elif name == "done":
            answer.update(data)
    return {**answer, "message": "".join(text).strip(), "tool_calls": list(calls.values())}
