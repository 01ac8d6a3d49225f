"""Splits a conversation into what came before this turn and what this turn has already called."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_service.app.house_model.page import PAGE_CALL, take_page
from ai_service.app.house_model.scene import PROPOSALS, Scene
from common.api_clients.llm.types import Message, ToolCall

DECISION = "confirm:"


@dataclass(slots=True)
class Record:
    """One call of this turn with its result."""

    name: str
    arguments: dict[str, Any]
    result: dict[str, Any]


@dataclass(slots=True)
class Transcript:
    scene: Scene
    text: str = ""
    records: list[Record] = field(default_factory=list)
    decision: dict[str, Any] | None = None
    decided: str = ""
    # What this turn proposed: it is pending for the decision that follows, and not for what the turn itself says.
    proposed: str = ""
    user_texts: list[str] = field(default_factory=list)
    reply_before: str = ""
    # Each message of the person with the reply that it followed.
    talk: list[tuple[str, str]] = field(default_factory=list)


def read_transcript(messages: Sequence[Message], tags: dict[str, str], scene: Scene) -> Transcript:
    """`tags` maps tool names to the tag the house model knows them by; `scene` takes in what happened before."""
    transcript = Transcript(scene)
    last_user = max((i for i, message in enumerate(messages) if message.role == "user"), default=-1)
    calls: dict[str, ToolCall] = {}
    for i, message in enumerate(messages):
        if message.role == "user":
            transcript.user_texts.append(message.content)
            transcript.talk.append((transcript.reply_before, message.content))
            scene.said = message.content
        elif message.role == "assistant":
            calls |= {call.id: call for call in message.tool_calls}
            if message.content and i < last_user:
                transcript.reply_before = message.content
        elif message.role == "tool":
            _take_result(transcript, message, calls.get(message.tool_call_id or ""), tags, i > last_user)
    transcript.text = transcript.user_texts[-1] if transcript.user_texts else ""
    transcript.scene.previous_text = transcript.user_texts[-2] if len(transcript.user_texts) > 1 else ""
    return transcript


def _take_result(
    transcript: Transcript, message: Message, call: ToolCall | None, tags: dict[str, str], now: bool
) -> None:
    name = call.name if call else message.name or ""
    arguments, result = _object(call.arguments if call else "{}"), _object(message.content)
    if (message.tool_call_id or name).startswith(DECISION) or name.startswith(DECISION):
        pending = transcript.scene.pending = transcript.proposed or transcript.scene.pending
        # The button may be that of an older proposal than the newest: the call names its tool.
        transcript.decided = PROPOSALS.get(tags.get(name, ""), pending)
        transcript.scene.decide(transcript.decided, result)
        transcript.decision = result if now else None
    elif (message.tool_call_id or "").startswith(PAGE_CALL):
        take_page(transcript.scene, result)
    elif now:
        transcript.records.append(Record(name, arguments, result))
        if _is_proposal(tags.get(name, ""), result):
            transcript.proposed = PROPOSALS[tags[name]]
    else:
        transcript.scene.observe(tags.get(name, ""), arguments, result)


def _is_proposal(tag: str, result: dict[str, Any]) -> bool:
    return tag in PROPOSALS and result.get("status") == "confirmation_required"


def _object(text: str) -> dict[str, Any]:
    """JSON text as an object; what is not one is an error the answer can name."""
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {"error": {"code": "unreadable", "detail": text[:200]}}
    return value if isinstance(value, dict) else {"items": value}
