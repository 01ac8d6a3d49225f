"""The caller's own conversations; the list of everybody's for staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import orjson
from fastapi import APIRouter, Depends, Query, Response

from ai_service.app.conversations import schemas
from ai_service.app.conversations.history import shown_decisions, shown_turn, summary
from ai_service.app.conversations.messages import PAGE_CALL, from_json
from ai_service.app.conversations.repository import Narrowed
from ai_service.app.dependencies import TheRoom
from ai_service.app.usage.schemas import Usage
from common.api_clients.llm.types import Message
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.dependencies import AnyCaller
from common.service import json_response

NO_USAGE = (None, Usage())


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list may be narrowed by; `customer` counts only where everybody's are listed."""

    scope: Literal["own", "all"] = "own"
    customer: Annotated[schemas.RowId | None, Query(description="A customer's or guest's id.")] = None
    agent: Annotated[str | None, Query(max_length=64)] = None
    state: schemas.ConversationState | None = None
    q: Annotated[str | None, Query(max_length=200, description="Words of the title, which is how it began.")] = None
    since: Annotated[datetime | None, Query(alias="from", description="Active since then.")] = None
    until: Annotated[datetime | None, Query(alias="to", description="Active before then.")] = None
    had_error: bool | None = None
    had_order: bool | None = None

    def narrowed(self, owner_id: str | None, waiting: Sequence[str]) -> Narrowed:
        return Narrowed(
            subject_id=owner_id or self.customer,
            agent_id=self.agent,
            state=self.state,
            text=self.q.strip().replace("\0", "") if self.q else None,
            since=_in_utc(self.since),
            until=_in_utc(self.until),
            had_error=self.had_error,
            had_order=self.had_order,
            waiting=waiting,
        )


def _in_utc(moment: datetime | None) -> datetime | None:
    """Without a time zone, UTC is meant."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


router = APIRouter(prefix="/api/v1/conversations", tags=["conversations"])


@router.get("")
async def list_conversations(
    caller: AnyCaller,
    room: TheRoom,
    filters: Annotated[Filters, Depends()],
    limit: Annotated[PageLimit, Query()] = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Page[schemas.ListedConversation]:
    """The caller's own, the latest first; with `scope=all` everybody's, for staff who may read conversations."""
    everybodys = filters.scope == "all"
    if everybodys:
        caller.require("conversations:read")
    waiting = await room.confirmations.open_conversations()
    narrowed = filters.narrowed(None if everybodys else caller.subject_id, waiting)
    rows, next_cursor = await room.conversations.page(narrowed, limit, cursor)
    used = await room.reports.of_conversations([row["id"] for row in rows]) if everybodys else {}
    now, open_ones = room.conversations.now(), set(waiting)
    items = [
        schemas.ListedConversation(
            **summary(row, now, waiting=row["id"] in open_ones), usage=used.get(row["id"], NO_USAGE[everybodys])
        )
        for row in rows
    ]
    return Page(items=items, next_cursor=next_cursor)


@router.get("/{conversation_id}", response_model=schemas.Conversation)
async def get_conversation(conversation_id: schemas.RowId, caller: AnyCaller, room: TheRoom) -> Response:
    """What was said and shown, in order: enough to draw it again. Proposals come with what became of them."""
    conversations = room.conversations
    found = await conversations.find(caller, conversation_id)
    turns = await conversations.turns(conversation_id)
    now, proposals = conversations.now(), await room.confirmations.of_conversation(conversation_id)
    decisions = shown_decisions(proposals, now)
    waiting = any(decision["status"] == "pending" for decision in decisions.values())
    # As it was saved and without a second look: what an earlier version showed must not fail today's shapes.
    return json_response(
        {
            **summary(dict(found._mapping), now, waiting=waiting),
            "messages": [message.model_dump() for message in _shown(turns)],
            "turns_shown": [shown_turn(turn, decisions) for turn in turns],
        }
    )


@router.delete("/{conversation_id}", status_code=204)
async def delete_conversation(conversation_id: schemas.RowId, caller: AnyCaller, room: TheRoom) -> None:
    """The caller's own: its words are gone for good, and its open proposals can no longer be confirmed."""
    await room.conversations.delete(caller, conversation_id)
    await room.confirmations.forget(conversation_id)


def _shown(turns: Sequence[Any]) -> list[schemas.ShownMessage]:
    return [
        schemas.ShownMessage(
            role="user" if message.role == "user" else "assistant",
            content=message.content,
            tool_calls=_calls(message),
            message_id=turn.message_id,
            created_at=turn.created_at,
        )
        for turn in turns
        for message in from_json(turn.messages)
        if message.role in ("user", "assistant") and not _tells_the_page(message)
    ]


def _tells_the_page(message: Message) -> bool:
    return bool(message.tool_calls) and message.tool_calls[0].id.startswith(PAGE_CALL)


def _calls(message: Message) -> list[schemas.ShownToolCall]:
    calls = []
    for call in message.tool_calls:
        try:
            arguments = orjson.loads(call.arguments or "{}")
        except orjson.JSONDecodeError:
            arguments = {}
        calls.append(schemas.ShownToolCall(name=call.name, arguments=arguments if isinstance(arguments, dict) else {}))
    return calls
