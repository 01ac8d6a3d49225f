"""The caller's own conversations."""

from collections.abc import Sequence
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Response

from ai_service.app.conversations import schemas
from ai_service.app.conversations.history import shown_decisions, shown_turn
from ai_service.app.conversations.messages import PAGE_CALL, from_json
from ai_service.app.dependencies import Conversations, TheRoom
from common.api_clients.llm.types import Message
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.dependencies import AnyCaller
from common.service import json_response

router = APIRouter(prefix="/api/v1/conversations", tags=["conversations"])


@router.get("")
async def list_conversations(
    caller: AnyCaller,
    conversations: Conversations,
    limit: Annotated[PageLimit, Query()] = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Page[schemas.ConversationSummary]:
    """The latest first."""
    items, next_cursor = await conversations.page(caller, limit, cursor)
    summaries = [schemas.ConversationSummary(**item, running=item["running_turn_id"] is not None) for item in items]
    return Page(items=summaries, next_cursor=next_cursor)


@router.get("/{conversation_id}", response_model=schemas.Conversation)
async def get_conversation(conversation_id: schemas.RowId, caller: AnyCaller, room: TheRoom) -> Response:
    """What was said and shown, in order: enough to draw it again. Proposals come with what became of them."""
    conversations = room.conversations
    found = await conversations.find(caller, conversation_id)
    turns = await conversations.turns(conversation_id)
    decisions = shown_decisions(await room.confirmations.of_conversation(conversation_id), conversations.now())
    # As it was saved and without a second look: what an earlier version showed must not fail today's shapes.
    return json_response(
        {
            "id": found.id,
            "title": found.title,
            "agent_id": found.agent_id,
            "running": found.running_turn_id is not None,
            "turns": found.turns,
            "created_at": found.created_at,
            "updated_at": found.updated_at,
            "messages": [message.model_dump() for message in _shown(turns)],
            "turns_shown": [shown_turn(turn, decisions) for turn in turns],
        }
    )


@router.delete("/{conversation_id}", status_code=204)
async def delete_conversation(conversation_id: schemas.RowId, caller: AnyCaller, conversations: Conversations) -> None:
    await conversations.delete(caller, conversation_id)


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
