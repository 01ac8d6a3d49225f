"""Conversations for staff."""

from fastapi import APIRouter, Response

from ai_service.app.conversations.schemas import RowId
from ai_service.app.dependencies import TheRoom
from ai_service.app.oversight import schemas
from common.security.dependencies import permitted
from common.service import json_response

router = APIRouter(prefix="/api/v1/conversations", tags=["conversations"])


@router.get(
    "/{conversation_id}/record",
    response_model=schemas.ConversationRecord,
    dependencies=[permitted("conversations:read")],
)
async def get_conversation_record(conversation_id: RowId, room: TheRoom) -> Response:
    """Staff: anybody's conversation with every message, tool call, model call, cost and error, and what came of its
    proposals."""
    return json_response(await room.oversight.record(conversation_id))
