"""POST /api/v1/agents/{agent_id}/run."""

from typing import Annotated, Any

from fastapi import APIRouter, Response

from ai_service.app.agents.routes import Named
from ai_service.app.chat.language import language_of
from ai_service.app.chat.routes import EVENT_STREAM, TurnResponse
from ai_service.app.dependencies import TheRoom
from ai_service.app.playground.schemas import AgentRun, RunAnswer
from ai_service.app.playground.service import answered
from common.api_clients.llm.types import Message
from common.languages import current_language
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import json_response

router = APIRouter(prefix="/api/v1/agents", tags=["agents"])
Reader = Annotated[Caller, permitted("agents:read")]
_EXAMPLE = 'id: 1-1\nevent: step\ndata: {"step":1,"model":"house","input_tokens":412,"output_tokens":31}\n\n'
_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "With `stream: false` one answer; else the events of a chat, and `step` after each model call.",
        "content": {EVENT_STREAM: {"schema": {"type": "object"}, "example": _EXAMPLE}},
    }
}


@router.post("/{agent_id}/run", response_model=RunAnswer, responses=_ANSWER)
async def run_agent(agent_id: Named, body: AgentRun, caller: Reader, room: TheRoom) -> Response:
    """Tries a draft or a version out: one turn under the caller's own rights, with a trace. Tools that write propose
    only. What it costs is counted and marked as a test; what was said is not kept."""
    said = [Message(earlier.role, earlier.content) for earlier in body.history]
    said.append(Message("user", body.message))
    language = body.language or language_of(body.message, current_language())
    run = await room.playground.run(caller, agent_id, body.version, said, language)
    if body.stream:
        return TurnResponse(run.stream.follow(), {"X-Run-Id": run.run_id})
    async for _ in run.stream.follow():
        pass
    return json_response(answered(run))
