"""One conversation with everything that is kept of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from ai_service.app.confirmations.service import ConfirmationService
from ai_service.app.conversations.history import shown_decisions, shown_turn, summary
from ai_service.app.conversations.messages import from_json
from ai_service.app.conversations.service import ConversationService
from ai_service.app.tools.audit import ToolAudit
from ai_service.app.usage.reports import UsageReports, summed_up
from common.api_clients.llm.types import Message

Json = dict[str, Any]
_CALL = ("id", "call_id", "confirmation_id", "tool", "changes", "status", "error_code", "duration_ms", "created_at")
_MODEL_CALL = (
    "id",
    "agent_version",
    "provider",
    "model",
    "input_tokens",
    "output_tokens",
    "cached_tokens",
    "reasoning_tokens",
    "cost",
    "currency",
    "first_token_ms",
    "duration_ms",
    "finished",
    "created_at",
)


@dataclass(frozen=True, slots=True)
class Oversight:
    conversations: ConversationService
    confirmations: ConfirmationService
    audit: ToolAudit
    reports: UsageReports

    async def record(self, conversation_id: str) -> Json:
        """ConversationNotFound for one of another shop, or that its owner deleted."""
        found = await self.conversations.find_any(conversation_id)
        now, proposals = self.conversations.now(), await self.confirmations.of_conversation(conversation_id)
        waiting = any(row.status == "pending" and row.expires_at > now for row in proposals)
        calls = _by_turn(await self.audit.of_conversation(conversation_id))
        model_calls = _by_turn(await self.reports.calls_of(conversation_id))
        decisions = shown_decisions(proposals, now)
        used = await self.reports.of_conversations([conversation_id])
        return {
            **summary(dict(found._mapping), now, waiting=waiting),
            "usage": used.get(conversation_id) or summed_up(),
            "turns_recorded": [
                {**shown_turn(turn, decisions), **_recorded(turn, calls, model_calls)}
                for turn in await self.conversations.turns(conversation_id)
            ],
        }


def _by_turn(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.turn_id, []).append(row)
    return found


def _recorded(turn: Any, calls: dict[str, list[Any]], model_calls: dict[str, list[Any]]) -> Json:
    messages = from_json(turn.messages)
    results = {message.tool_call_id: message.content for message in messages if message.role == "tool"}
    return {
        "agent_version": turn.agent_version,
        "messages": [_message(message) for message in messages],
        "calls": [_call(row, results) for row in calls.get(turn.id, ())],
        "model_calls": [_picked(row, _MODEL_CALL) for row in model_calls.get(turn.id, ())],
    }


def _message(message: Message) -> Json:
    calls = [{"id": call.id, "name": call.name, "arguments": call.arguments} for call in message.tool_calls]
    return {
        "role": message.role,
        "content": message.content,
        "tool_calls": calls,
        "tool_call_id": message.tool_call_id,
        "name": message.name,
    }


def _call(row: Any, results: dict[str | None, str]) -> Json:
    told = results.get(row.call_id) if row.call_id is not None else None
    return {**_picked(row, _CALL), "arguments": _json(row.arguments), "result": _json(told)}


def _picked(row: Any, names: Sequence[str]) -> Json:
    return {name: getattr(row, name) for name in names}


def _json(text: str | None) -> Any:
    try:
        return None if text is None else orjson.loads(text or "{}")
    except orjson.JSONDecodeError:
        return text
