"""Listening to turns: live, from what was saved, and across the turns of one conversation."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import orjson

from ai_service.app.chat.events import KEEP_ALIVE, stored_bytes
from ai_service.app.chat.service import ChatService
from ai_service.app.confirmations.service import ConfirmationService
from ai_service.app.conversations.service import BegunTurn, ConversationService

FOLLOW_POLL_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Followers:
    chat: ChatService
    conversations: ConversationService
    confirmations: ConfirmationService

    async def events_of(self, turn: BegunTurn, after: int = 0) -> AsyncIterator[bytes]:
        """One turn's events, live or from what was saved, until its end."""
        while True:
            stream = self.chat.stream_of(turn.turn_id)
            if stream is not None:
                async for piece in stream.follow(after):
                    yield piece
                return
            rows = await self.conversations.turns_from(turn.conversation_id, turn.number)
            if rows and rows[0].status != "running":
                yield stored_bytes(turn.number, rows[0].events, after)
                return
            yield KEEP_ALIVE
            await asyncio.sleep(FOLLOW_POLL_SECONDS)

    async def told(self, turn: BegunTurn) -> AsyncIterator[tuple[str, dict[str, Any]] | None]:
        """One turn's events as they happen, until its end; None when nothing came for a while."""
        stream = self.chat.stream_of(turn.turn_id)
        if stream is None:
            for ended in await self.ended_events(turn):
                yield ended
            return
        position = 0
        while await stream.grows(position):
            waiting = stream.events[position:]
            position += len(waiting)
            for event in waiting or (None,):
                yield event

    async def ended_events(self, turn: BegunTurn) -> list[tuple[str, dict[str, Any]]]:
        """All events of a turn, once it has ended."""
        stream = self.chat.stream_of(turn.turn_id)
        if stream is not None:
            async for _ in stream.follow():
                pass
            return stream.events
        async for _ in self.events_of(turn):
            pass
        (row, *_) = await self.conversations.turns_from(turn.conversation_id, turn.number)
        return [(name, data) for name, data in orjson.loads(row.events)]

    async def follow(self, conversation_id: str, after: tuple[int, int] | None) -> AsyncIterator[bytes]:
        """Events of a conversation after a place, or of its last turn; stays while a turn runs or a proposal waits,
        since the rest of that answer will come here."""
        number, position = after or (0, 0)
        while True:
            rows = await self.conversations.turns_from(conversation_id, number)
            for row in rows if after is not None or not rows else rows[-1:]:
                turn = BegunTurn(row.id, conversation_id, row.number, "", "", row.status)
                async for piece in self.events_of(turn, position if row.number == number else 0):
                    yield piece
                number, position = row.number + 1, 0
            after = (number, position)
            if not rows or rows[-1].number < number:
                if not await self._more_to_come(conversation_id, number):
                    return
                yield KEEP_ALIVE
                await asyncio.sleep(FOLLOW_POLL_SECONDS)

    async def _more_to_come(self, conversation_id: str, number: int) -> bool:
        if await self.conversations.turns_from(conversation_id, number):
            return True
        return await self.confirmations.something_is_open(conversation_id)
