"""Chat over HTTP: server-sent events, resumable; stopping; decisions about proposals."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Header, Response
from fastapi.responses import StreamingResponse

from ai_service.app.chat.errors import AttachmentsUnsupported
from ai_service.app.chat.events import place_of
from ai_service.app.chat.language import language_of
from ai_service.app.chat.schemas import (
    ChatAnswer,
    ChatMessage,
    ConfirmationDecision,
    ConfirmationOutcome,
    RowId,
    StoppedTurn,
)
from ai_service.app.conversations.service import NewTurn
from ai_service.app.dependencies import TheRoom
from ai_service.app.shown.answers import answer_of
from ai_service.app.shown.cards import card_of_effect
from ai_service.app.shown.events import ChatEvent
from common.languages import current_language
from common.security.dependencies import AnyCaller
from common.service import json_response

router = APIRouter(prefix="/api/v1", tags=["chat"])
EVENT_STREAM = "text/event-stream"
DRAWN = "0"
STREAM_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
_EVENT_NAMES = "message.delta, tool.call, tool.result, confirmation.required, citation, usage, error, done"
_EXAMPLE = {"example": 'id: 1-1\nevent: message.delta\ndata: {"text":"Hello"}\n\n'}
EVENTS: dict[int | str, dict[str, Any]] = {
    200: {
        "model": ChatEvent,
        "description": _EVENT_NAMES,
        # FastAPI would say "string" of what is no JSON; each event is an object.
        "content": {EVENT_STREAM: {"schema": {"type": "object"}, **_EXAMPLE}},
    }
}
ANSWER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": f"With `stream: false` one answer, else events: {_EVENT_NAMES}",
        "content": {EVENT_STREAM: {"schema": {"$ref": "#/components/schemas/ChatEvent"}, **_EXAMPLE}},
    }
}


class EventStream(StreamingResponse):
    media_type = EVENT_STREAM


class TurnResponse(Response):
    """A turn ends by itself soon, so nobody has to watch for the client's leaving; Starlette's StreamingResponse
    does, with two tasks per answer. What is sent to a client that has left goes nowhere."""

    def __init__(self, events: AsyncIterator[bytes], headers: dict[str, str]) -> None:
        super().__init__(headers=STREAM_HEADERS | headers, media_type=EVENT_STREAM)
        del self.headers["content-length"]
        self._events = events

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for piece in self._events:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


@router.post("/chat", response_model=ChatAnswer, responses=ANSWER)
async def chat(body: ChatMessage, caller: AnyCaller, room: TheRoom) -> Response:
    """Says something to an agent. Answers with events as they happen, or with `stream: false` when all is done.

    The turn goes on when the connection breaks: follow it at `/conversations/{id}/events`.
    """
    if body.attachments:
        raise AttachmentsUnsupported("Describe in words what you are looking for.")
    language = language_of(body.message, current_language())
    new = NewTurn(body.message_id, body.message, body.conversation_id, body.agent_id, language)
    turn = await room.chat.send(caller, new, body.context)
    headers = {"X-Conversation-Id": turn.conversation_id}
    if body.stream:
        return TurnResponse(room.followers.events_of(turn), headers)
    answer = answer_of(await room.followers.ended_events(turn))
    return json_response(answer, headers=headers)


@router.get("/conversations/{conversation_id}/events", response_class=EventStream, responses=EVENTS)
async def conversation_events(
    conversation_id: RowId,
    caller: AnyCaller,
    room: TheRoom,
    last_event_id: Annotated[str | None, Header(max_length=64)] = None,
) -> EventStream:
    """Events after `Last-Event-ID`, else of the last turn. Ends when no turn runs and no proposal waits.

    `Last-Event-ID: 0` is for a page that has just drawn the conversation: the running turn from its beginning, and
    nothing of the finished ones.
    """
    found = await room.conversations.find(caller, conversation_id)
    place = place_of(last_event_id)
    if last_event_id == DRAWN:
        place = (found.turns + (found.running_turn_id is None), 0)
    events = room.followers.follow(conversation_id, place)
    return EventStream(events, headers=STREAM_HEADERS)


@router.post("/conversations/{conversation_id}/stop", status_code=202)
async def stop_turn(conversation_id: RowId, caller: AnyCaller, room: TheRoom) -> StoppedTurn:
    """Cancels the running turn; what was said so far stays."""
    turn_id = await room.chat.stop(caller, conversation_id)
    return StoppedTurn(conversation_id=conversation_id, turn_id=turn_id)


@router.post("/conversations/{conversation_id}/confirmations/{confirmation_id}")
async def decide(
    conversation_id: RowId, confirmation_id: RowId, body: ConfirmationDecision, caller: AnyCaller, room: TheRoom
) -> ConfirmationOutcome:
    """Confirms or rejects a proposal, once; repeating it gives the same answer. A refusal of the shop (declined
    payment, changed price) is its problem document."""
    confirm = body.decision == "confirm"
    decision = await room.decisions.decide(caller, conversation_id, confirmation_id, confirm=confirm)
    if decision.error is not None:
        raise decision.error
    return ConfirmationOutcome(
        confirmation_id=confirmation_id,
        conversation_id=conversation_id,
        tool=decision.tool,
        decision=body.decision,
        status=decision.status,
        result=decision.result,
        card=card_of_effect(decision.result),
    )
