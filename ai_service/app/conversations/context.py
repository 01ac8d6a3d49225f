"""The model's context of a conversation, kept warm in Valkey; the database can always rebuild it."""

from typing import Any

from ai_service.app.conversations import repository
from ai_service.app.conversations.messages import from_json, recent, to_json
from common.api_clients.llm.types import Message
from common.cache.valkey import Valkey, ValkeyAway
from common.database import Database, current_tenant

LONGEST = 200_000


class ContextStore:
    """A context carries the number of the turn it ends with, so that a stale one is never used."""

    def __init__(self, database: Database, valkey: Valkey, seconds: int, turns: int) -> None:
        self._database = database
        self._valkey = valkey
        self._seconds = seconds
        self._turns = turns

    async def load(self, conversation_id: str, before_turn: int) -> list[Message]:
        """What was said before the turn with this number."""
        if before_turn <= 1:
            return []
        warm = await self._warm(conversation_id, before_turn - 1)
        return warm if warm is not None else await self._rebuilt(conversation_id, before_turn)

    async def _warm(self, conversation_id: str, ends_with: int) -> list[Message] | None:
        try:
            kept: Any = await self._valkey.client.get(_key(conversation_id))
        except ValkeyAway:
            return None
        if kept is None:
            return None
        number, _, body = kept.partition(b":")
        return from_json(body) if int(number) == ends_with else None

    async def _rebuilt(self, conversation_id: str, before_turn: int) -> list[Message]:
        async with self._database.reading() as session:
            rows = await repository.latest_messages(session, conversation_id, self._turns + 1)
        messages: list[Message] = []
        for row in sorted(rows, key=lambda row: row.number):
            if row.number < before_turn:
                messages += from_json(row.messages)
        return recent(messages, self._turns, LONGEST)

    async def save(self, conversation_id: str, turn: int, messages: list[Message]) -> None:
        body = b"%d:%s" % (turn, to_json(recent(messages, self._turns, LONGEST)))
        try:
            await self._valkey.client.set(_key(conversation_id), body, ex=self._seconds)
        except ValkeyAway:
            return  # the database has it all

    async def forget(self, conversation_id: str) -> None:
        try:
            await self._valkey.client.delete(_key(conversation_id))
        except ValkeyAway:
            return


def _key(conversation_id: str) -> str:
    return f"ai:context:{current_tenant()}:{conversation_id}"
