"""The shopper's decisions: carried out, then spoken about in a turn of their own."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy.exc import SQLAlchemyError

from ai_service.app.chat.schemas import DECISION
from ai_service.app.chat.service import ChatService
from ai_service.app.confirmations.decision import Decision
from ai_service.app.confirmations.service import ConfirmationService
from ai_service.app.conversations.errors import TurnRunning
from ai_service.app.conversations.service import BegunTurn, ConversationService, NewTurn
from common.api_clients.llm.types import Message, ToolCall
from common.errors import ShopError
from common.observability.logs import get_logger
from common.security.caller import Caller

log = get_logger(__name__)
WAIT_FOR_FREE_SECONDS = 60.0
FINISH_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Decisions:
    chat: ChatService
    conversations: ConversationService
    confirmations: ConfirmationService
    _deciding: set[asyncio.Task[Decision]] = field(default_factory=set)
    _speaking: set[asyncio.Task[None]] = field(default_factory=set)

    async def decide(self, caller: Caller, conversation_id: str, confirmation_id: str, *, confirm: bool) -> Decision:
        """The shopper's decision is carried out, and a turn that speaks about it begins: also when the shopper's
        connection is gone by then, since half a purchase would be left behind."""
        work = self._decide(caller, conversation_id, confirmation_id, confirm=confirm)
        task = asyncio.create_task(work, name=f"decide {confirmation_id}")
        self._deciding.add(task)
        task.add_done_callback(self._decided)
        return await asyncio.shield(task)

    def _decided(self, task: asyncio.Task[Decision]) -> None:
        """Whoever waited has the error; when nobody does any more, asyncio need not complain about it."""
        self._deciding.discard(task)
        if not task.cancelled():
            task.exception()

    async def shut_down(self) -> None:
        """What was decided is carried out before the service goes; a repetition would find it done."""
        if self._deciding:
            await asyncio.wait(self._deciding, timeout=FINISH_SECONDS)

    async def _decide(self, caller: Caller, conversation_id: str, confirmation_id: str, *, confirm: bool) -> Decision:
        shop = self.chat.shop
        decision = await self.confirmations.decide(caller, shop, conversation_id, confirmation_id, confirm=confirm)
        if not decision.spoken:
            speak = self._speak(caller, conversation_id, decision)
            task = asyncio.create_task(speak, name=f"speak about {confirmation_id}")
            self._speaking.add(task)
            task.add_done_callback(self._speaking.discard)
        return decision

    async def _speak(self, caller: Caller, conversation_id: str, decision: Decision) -> None:
        try:
            await self.tell(caller, conversation_id, decision)
        except (ShopError, TimeoutError, SQLAlchemyError):
            log.exception("a decision was not spoken about", confirmation=decision.confirmation_id)

    async def tell(self, caller: Caller, conversation_id: str, decision: Decision, by: str = "") -> None:
        """Begins the turn about a decision once the conversation is free; a decision is spoken about once. `by` is for
        staff's, which follows that of the shopper: in a turn that the shopper did not begin nothing is changed."""
        message_id = f"{DECISION}{decision.confirmation_id}{by}"
        new = NewTurn(message_id, "", conversation_id, decision.agent_id, decision.language)
        async with asyncio.timeout(WAIT_FOR_FREE_SECONDS):
            turn = await self._begin_when_free(caller, new)
        if not turn.replayed:
            await self.chat.begin(caller, turn, _decided(decision, by), decision.language, writes_allowed=not by)
            await self.confirmations.spoken(decision.confirmation_id)

    async def _begin_when_free(self, caller: Caller, new: NewTurn) -> BegunTurn:
        while True:
            try:
                return await self.conversations.begin_turn(caller, new)
            except TurnRunning:
                await asyncio.sleep(0.05)


def _decided(decision: Decision, by: str) -> list[Message]:
    """What the model reads about a decision: a call and its result, in nobody's words."""
    call = ToolCall(f"confirm:{decision.confirmation_id}{by}", decision.tool, "{}")
    result: dict[str, Any] = {"status": decision.status}
    if decision.error is not None:
        result["error"] = {"code": decision.error.code, "detail": decision.error.detail, **decision.error.extra}
    elif decision.result:
        result["result"] = decision.result
    return [
        Message("assistant", tool_calls=[call]),
        Message("tool", orjson.dumps(result).decode(), tool_call_id=call.id, name=call.name),
    ]
