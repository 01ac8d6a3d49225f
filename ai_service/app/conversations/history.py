"""A conversation's turns as they were shown, put together from what was saved of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import orjson

from ai_service.app.conversations.messages import from_json
from ai_service.app.conversations.repository import AnyRow
from ai_service.app.shown.answers import answer_of
from ai_service.app.shown.cards import card_of_effect

Json = dict[str, Any]
_CALL = ("call_id", "name", "arguments", "label", "description", "ok", "summary", "card")
_BLANK: Json = {"label": "", "description": "", "arguments": {}, "ok": None, "summary": None, "card": None}


def summary(row: Mapping[str, Any], now: datetime, *, waiting: bool) -> Json:
    """A conversation as lists show it."""
    running = row["running_until"] is not None and row["running_until"] > now
    return {
        "id": row["id"],
        "customer_id": row["subject_id"],
        "title": row["title"],
        "agent_id": row["agent_id"],
        "language": row["language"],
        "running": row["running_turn_id"] is not None,
        "state": "running" if running else "waiting" if waiting else "idle",
        "turns": row["turns"],
        "had_error": bool(row["had_error"]),
        "had_order": bool(row["had_order"]),
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
    }


def shown_turn(turn: AnyRow, decisions: Mapping[str, Json]) -> Json:
    """One turn; `decisions` are the conversation's confirmations by id, with what became of them."""
    events = orjson.loads(turn.events)
    answer = answer_of(events)
    said = [message.content for message in from_json(turn.messages) if message.role == "user"]
    return {
        "turn_id": turn.id,
        "number": turn.number,
        "message_id": turn.message_id,
        "agent_id": turn.agent_id,
        "status": turn.status,
        "question": said[0] if said else None,
        "message": answer["message"],
        "tool_calls": [_call(call) for call in answer["tool_calls"]],
        "confirmations": [_with_decision(proposed, decisions) for proposed in answer["confirmations"]],
        "citations": answer["citations"],
        "suggestions": answer["suggestions"],
        "usage": answer["usage"],
        "error": answer["error"],
        "last_event_id": f"{turn.number}-{len(events)}",
        "created_at": turn.created_at,
        "finished_at": turn.finished_at,
    }


def _call(call: Json) -> Json:
    return {name: call.get(name, _BLANK.get(name)) for name in _CALL}


def _with_decision(proposed: Json, decisions: Mapping[str, Json]) -> Json:
    """A proposal of which nothing is kept any more can no longer be confirmed."""
    undecided = {"status": "expired", "decided_at": None, "card": None, "error": None}
    decision = decisions.get(proposed["confirmation_id"], undecided)
    return {"text": proposed["title"], **proposed, **{name: decision[name] for name in undecided}}


def shown_decisions(rows: Iterable[AnyRow], now: datetime) -> dict[str, Json]:
    """What became of each proposal, by its id."""
    return {row.id: _decision(row, now) for row in rows}


def _status(row: AnyRow, now: datetime) -> str:
    if row.status == "approved":  # and about to be carried out
        return "awaiting_staff"
    return "expired" if row.status == "pending" and row.expires_at <= now else str(row.status)


def _decision(row: AnyRow, now: datetime) -> Json:
    result = orjson.loads(row.result) if row.result else {}
    refused = row.error_status is not None
    return {
        "status": _status(row, now),
        "decided_at": row.decided_at,
        "card": None if refused else card_of_effect(result),
        "error": {"code": result.get("code"), "detail": result.get("detail")} if refused else None,
    }
