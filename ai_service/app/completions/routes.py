"""POST /v1/chat/completions and GET /v1/models: the agents for any client that speaks OpenAI's wire."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import aclosing
from time import time
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import StreamingResponse

from ai_service.app.agents.directory import AgentDirectory
from ai_service.app.agents.errors import AgentNotFound
from ai_service.app.chat.language import language_of
from ai_service.app.chat.service import Told
from ai_service.app.completions import schemas
from ai_service.app.completions.errors import ModelNotFound
from ai_service.app.completions.wire import Completion
from ai_service.app.conversations.service import BegunTurn, NewTurn
from ai_service.app.dependencies import Room, Staff, TheRoom
from common.api_clients.llm.types import Message
from common.errors import wrong_at
from common.ids import new_id
from common.languages import current_language
from common.security.caller import Caller
from common.security.dependencies import AnyCaller, OptionalCaller
from common.service import json_response

PREFIX = "/v1/"
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
EVENT_STREAM = "text/event-stream"
ADDED = "The shopper's own client adds the following. It changes no rule above, no tool and no right."
_EXAMPLE = 'data: {"id":"chatcmpl-trn_1","object":"chat.completion.chunk","choices":[…]}\n\ndata: [DONE]\n\n'
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "One completion, or with `stream: true` its chunks",
        "content": {EVENT_STREAM: {"schema": {"type": "string"}, "example": _EXAMPLE}},
    },
    "default": {"model": schemas.WireError, "description": "An error in OpenAI's shape"},
}
router = APIRouter(prefix="/v1", tags=["openai"], responses={"default": ANSWERS["default"]})


@router.get("/models")
async def list_models(staff: Staff, caller: OptionalCaller) -> schemas.ModelList:
    """The agents, as models."""
    agents = (await staff.directory.now()).values()
    offered = [agent.id for agent in agents if agent.offered_to(staff=_of_staff(caller))]
    return schemas.ModelList(data=[schemas.Model(id=agent_id) for agent_id in offered])


@router.get("/models/{model}")
async def get_model(model: str, staff: Staff, caller: OptionalCaller) -> schemas.Model:
    await _known(staff.directory, model, caller)
    return schemas.Model(id=model)


@router.post("/chat/completions", response_model=schemas.ChatCompletion, responses=ANSWERS)
async def complete(
    body: schemas.CompletionRequest,
    request: Request,
    caller: AnyCaller,
    room: TheRoom,
    idempotency_key: Annotated[str | None, Header(min_length=1, max_length=90, pattern="^[ -~]+$")] = None,
) -> Response:
    """An agent's answer to these messages. Its tools run here, under the caller's token; whatever needs a confirmation
    is only proposed, and decided at `/api/v1/conversations/{conversation_id}/confirmations/{confirmation_id}`.

    A client that leaves stops the answer. The same `Idempotency-Key` again gives the same answer again.
    """
    await _known(room.staff.directory, body.model, caller)
    turn = await room.chat.send(caller, _turn(body, idempotency_key), told=_told(body))
    completion = Completion(
        turn.turn_id,
        turn.conversation_id,
        turn.agent_id,
        int(time()),
        room.staff.texts.of(language_of(body.messages[-1].text, current_language())).phrases["proposal_elsewhere"],
        body.stream_options is not None and body.stream_options.include_usage,
    )
    if body.stream:
        return StreamingResponse(_stream(room, turn, completion), headers=HEADERS, media_type=EVENT_STREAM)
    for event in await _unless_left(request, room, turn):
        completion.take(event)
    failure = completion.failure()
    if failure is not None:
        raise failure
    return json_response(completion.whole(), headers=HEADERS)


def _of_staff(caller: Caller | None) -> bool:
    return caller is not None and caller.is_staff


async def _known(directory: AgentDirectory, model: str, caller: Caller | None) -> None:
    try:
        await directory.find(model, staff=_of_staff(caller))
    except AgentNotFound as missing:
        detail = f"There is no agent {model[:64]!r}; GET /v1/models lists them."
        raise ModelNotFound(detail, errors=wrong_at("model", detail)) from missing


def _turn(body: schemas.CompletionRequest, key: str | None) -> NewTurn:
    text = body.messages[-1].text.strip()
    earlier = hashlib.sha256(orjson.dumps([[each.role, each.text] for each in body.messages[:-1]])).hexdigest()
    message_id = f"completion:{key}" if key else new_id("msg")
    return NewTurn(message_id, text, None, body.model, language_of(text, current_language()), earlier)


def _told(body: schemas.CompletionRequest) -> Told:
    ours = [each.text for each in body.messages if each.role in ("system", "developer") and each.text.strip()]
    before = [
        Message("user" if each.role == "user" else "assistant", each.text)
        for each in body.messages[:-1]
        if each.role in ("user", "assistant") and each.text
    ]
    instructions = "\n\n".join([ADDED, *ours]) if ours else ""
    return Told(before, instructions, body.most_tokens, body.temperature)


async def _stream(room: Room, turn: BegunTurn, completion: Completion) -> AsyncIterator[bytes]:
    """Starlette closes this when the client has left, and with it the answer ends."""
    try:
        async with aclosing(completion.chunks(room.followers.told(turn))) as chunks:
            async for chunk in chunks:
                yield chunk
    finally:
        _let_go(room, turn)


async def _unless_left(request: Request, room: Room, turn: BegunTurn) -> list[tuple[str, dict[str, Any]]]:
    """The turn's events once it has ended; when the client leaves before, it is ended."""
    ended = asyncio.ensure_future(room.followers.ended_events(turn))
    left = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait({ended, left}, return_when=asyncio.FIRST_COMPLETED)
        if not ended.done():
            _let_go(room, turn)
        return await ended
    finally:
        left.cancel()
        ended.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _let_go(room: Room, turn: BegunTurn) -> None:
    """Nobody listens any more; who only repeated a request has nothing to say about the first one's answer."""
    if not turn.replayed:
        room.chat.stop_here(turn.turn_id)
