"""Turns whose process died are ended, so that their conversations go on."""

import orjson

from ai_service.app.agents.texts import TextBook
from ai_service.app.chat.service import ChatService
from ai_service.app.conversations.messages import from_json
from ai_service.app.conversations.service import BegunTurn, ConversationService
from common.database import Database, use_tenant

INTERRUPTED = "turn_interrupted"


async def end_left_behind(
    database: Database, conversations: ConversationService, chat: ChatService, texts: TextBook
) -> None:
    """What the shopper wrote is kept; the answer is an error that says to ask again."""
    for row in await conversations.left_behind():
        if chat.runs(row.running_turn_id):
            continue
        turn = BegunTurn(row.running_turn_id, row.id, row.number, "", row.message_id)
        error = {"code": INTERRUPTED, "detail": texts.of(row.language).error(INTERRUPTED), "retryable": True}
        ids = {"message_id": turn.message_id, "conversation_id": turn.conversation_id, "turn_id": turn.turn_id}
        events = orjson.dumps([("error", error), ("done", ids | {"status": "failed"})])
        with use_tenant(row.tenant_id):
            async with database.unit_of_work() as session:
                await conversations.finish_turn(session, turn, "failed", from_json(row.messages), events)
