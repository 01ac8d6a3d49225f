"""Conversations: beginning and ending turns, one at a time, each message once; the caller's own history."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.agents.delivered import DEFAULT_AGENT, Agent
from ai_service.app.agents.directory import AgentDirectory
from ai_service.app.conversations import repository
from ai_service.app.conversations.context import ContextStore
from ai_service.app.conversations.errors import (
    ConversationNotFound,
    MessageIdReused,
    MessageTooLong,
    NothingRunning,
    TurnRunning,
)
from ai_service.app.conversations.messages import to_json
from ai_service.app.conversations.repository import AnyRow, Narrowed
from common.api_clients.llm.types import Message
from common.clock import Clock
from common.database import Database, current_tenant, retrying, system_scope
from common.errors import InvalidInput
from common.events import Event
from common.ids import new_id
from common.pagination import decode_cursor, encode_cursor
from common.security.caller import Caller

LEASE = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class NewTurn:
    """What a client asks for. Without a conversation a new one begins. `earlier` is a digest of what was said before,
    where the client says that too."""

    message_id: str
    text: str
    conversation_id: str | None
    agent_id: str | None
    language: str
    earlier: str | None = None

    @property
    def body_hash(self) -> str:
        return hashlib.sha256(
            orjson.dumps([self.text, self.agent_id, *([self.earlier] if self.earlier else [])])
        ).hexdigest()


@dataclass(frozen=True, slots=True)
class BegunTurn:
    """`replayed`: this message was taken before; nothing runs anew."""

    turn_id: str
    conversation_id: str
    number: int
    agent_id: str
    message_id: str
    status: str = "running"
    replayed: bool = False
    agent_version: int = 0


class ConversationService:
    def __init__(self, database: Database, context: ContextStore, agents: AgentDirectory, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._agents = agents
        self.context = context

    async def begin_turn(self, caller: Caller, new: NewTurn) -> BegunTurn:
        """A committed, running turn; or the one this message id began before. TurnRunning while another runs.

        The turn has the version of its agent that is published now, whatever is published while it runs.
        """
        agents = await self._agents.now()
        try:
            return await self._begin(caller, new, agents)
        except IntegrityError:
            # The same message twice at the same moment: the other one was first.
            return await self._begin(caller, new, agents)

    @retrying
    async def _begin(self, caller: Caller, new: NewTurn, agents: Mapping[str, Agent]) -> BegunTurn:
        async with self._database.unit_of_work() as session:
            known = await repository.turn_by_message(session, caller.subject_id, new.message_id)
            if known is not None:
                return _replay(known, new)
            if new.conversation_id is None:
                agent = _agent_for(caller, new, DEFAULT_AGENT, agents)
                return await self._first_turn(session, caller, new, agent)
            return await self._next_turn(session, caller, new, new.conversation_id, agents)

    async def _first_turn(self, session: AsyncSession, caller: Caller, new: NewTurn, agent: Agent) -> BegunTurn:
        turn = _begun(new, new_id("cnv"), 1, agent)
        now = self._clock.now()
        conversation = {
            "tenant_id": current_tenant(),
            "id": turn.conversation_id,
            "subject_id": caller.subject_id,
            "agent_id": turn.agent_id,
            "title": " ".join(agent.guard.masked(new.text).replace("\0", "").split())[:80],
            "language": new.language,
            "turns": 1,
            "running_turn_id": turn.turn_id,
            "running_until": now + LEASE,
            "created_at": now,
            "updated_at": now,
        }
        await repository.insert_conversation(session, conversation)
        await self._insert_turn(session, caller, new, turn, agent, now)
        return turn

    async def _next_turn(
        self,
        session: AsyncSession,
        caller: Caller,
        new: NewTurn,
        conversation_id: str,
        agents: Mapping[str, Agent],
    ) -> BegunTurn:
        found = await repository.own_conversation(session, caller.subject_id, conversation_id, locked=True)
        if found is None:
            raise ConversationNotFound
        now = self._clock.now()
        if found.running_turn_id is not None and found.running_until > now:
            raise TurnRunning(await repository.message_of(session, found.running_turn_id))
        agent = _agent_for(caller, new, found.agent_id, agents)
        turn = _begun(new, conversation_id, found.turns + 1, agent)
        await repository.take(session, conversation_id, turn.turn_id, turn.number, now + LEASE, now)
        await self._insert_turn(session, caller, new, turn, agent, now)
        return turn

    async def _insert_turn(
        self, session: AsyncSession, caller: Caller, new: NewTurn, turn: BegunTurn, agent: Agent, now: datetime
    ) -> None:
        row = {
            "tenant_id": current_tenant(),
            "id": turn.turn_id,
            "conversation_id": turn.conversation_id,
            "number": turn.number,
            "subject_id": caller.subject_id,
            "message_id": new.message_id,
            "body_hash": new.body_hash,
            "agent_id": turn.agent_id,
            "agent_version": turn.agent_version,
            "status": "running",
            "stop_requested": False,
            "messages": to_json([Message("user", agent.guard.masked(new.text))]) if new.text else b"[]",
            "events": b"[]",
            "created_at": now,
        }
        await repository.insert_turn(session, row)

    async def finish_turn(
        self, session: AsyncSession, turn: BegunTurn, status: str, messages: Sequence[Message], events: bytes
    ) -> bool:
        """In the caller's transaction: the conversation is free for the next turn once it commits."""
        now = self._clock.now()
        return await repository.finish(
            session, turn.conversation_id, turn.turn_id, status, to_json(messages), events, now
        )

    async def find(self, caller: Caller, conversation_id: str) -> AnyRow:
        """The caller's own conversation; anybody else's does not exist."""
        async with self._database.reading() as session:
            found = await repository.own_conversation(session, caller.subject_id, conversation_id)
        if found is None:
            raise ConversationNotFound
        return found

    def now(self) -> datetime:
        return self._clock.now()

    async def turns_from(self, conversation_id: str, first: int) -> Sequence[AnyRow]:
        async with self._database.reading() as session:
            return await repository.turns_from(session, conversation_id, first)

    async def find_any(self, conversation_id: str) -> AnyRow:
        """Anybody's conversation of this shop; who may look at it was asked before."""
        async with self._database.reading() as session:
            found = await repository.any_conversation(session, conversation_id)
        if found is None:
            raise ConversationNotFound
        return found

    async def page(self, narrowed: Narrowed, limit: int, cursor: str | None) -> tuple[list[dict[str, Any]], str | None]:
        """The latest activity first."""
        after = None
        if cursor:
            moment, last = decode_cursor(cursor)
            after = (_moment(moment), last)
        async with self._database.reading() as session:
            rows = await repository.page_of_conversations(session, narrowed, self._clock.now(), limit + 1, after)
        items = [dict(row._mapping) for row in rows[:limit]]
        more = len(rows) > limit
        return items, encode_cursor(items[-1]["updated_at"].isoformat(), items[-1]["id"]) if more else None

    async def turns(self, conversation_id: str) -> Sequence[AnyRow]:
        async with self._database.reading() as session:
            return await repository.turns_of(session, conversation_id)

    @retrying
    async def delete(self, caller: Caller, conversation_id: str) -> None:
        """Texts are gone for good; usage and audit rows, which hold none of them but arguments, stay."""
        async with self._database.unit_of_work() as session:
            found = await repository.own_conversation(session, caller.subject_id, conversation_id, locked=True)
            if found is None:
                raise ConversationNotFound
            if found.running_turn_id is not None and found.running_until > self._clock.now():
                raise TurnRunning
            await repository.delete_conversation(session, conversation_id)
        await self.context.forget(conversation_id)

    @retrying
    async def request_stop(self, caller: Caller, conversation_id: str) -> str:
        """The running turn's id; the process that runs it looks for the request."""
        async with self._database.unit_of_work() as session:
            found = await repository.own_conversation(session, caller.subject_id, conversation_id)
            if found is None:
                raise ConversationNotFound
            if found.running_turn_id is None:
                raise NothingRunning
            await repository.request_stop(session, found.running_turn_id)
        return str(found.running_turn_id)

    async def prolong(self, turn_ids: Sequence[str]) -> Sequence[str]:
        """Keeps the leases of this process's turns; answers with those that somebody asked to stop."""
        with system_scope():
            async with self._database.unit_of_work() as session:
                await repository.prolong(session, turn_ids, self._clock.now() + LEASE)
                return await repository.stops_requested(session, turn_ids)

    async def left_behind(self) -> Sequence[AnyRow]:
        """Turns whose process died."""
        with system_scope():
            async with self._database.reading() as session:
                return await repository.left_behind(session, self._clock.now())

    async def mark_order(self, session: AsyncSession, conversation_id: str) -> None:
        """In the transaction that keeps the confirmed purchase."""
        await repository.mark_order(session, conversation_id)

    async def merge_guest(self, session: AsyncSession, event: Event) -> None:
        """On `guest.merged`: what the guest talked about is the customer's from here on."""
        await repository.change_owner(session, event.data["guest_id"], event.data["user_id"])


def _agent_for(caller: Caller, new: NewTurn, usual: str, agents: Mapping[str, Agent]) -> Agent:
    """Who answers. What has become of an agent meanwhile ends no conversation: the shop's first one goes on with it."""
    agent = agents.get(new.agent_id or usual)
    if agent is None or not agent.offered_to(staff=caller.is_staff):
        agent = agents[DEFAULT_AGENT]
    longest = agent.guard.longest_input
    if longest is not None and len(new.text) > longest:
        raise MessageTooLong(longest)
    return agent


def _begun(new: NewTurn, conversation_id: str, number: int, agent: Agent) -> BegunTurn:
    version = agent.version or 0
    return BegunTurn(new_id("trn"), conversation_id, number, agent.id, new.message_id, agent_version=version)


def _replay(known: AnyRow, new: NewTurn) -> BegunTurn:
    other_place = new.conversation_id is not None and new.conversation_id != known.conversation_id
    if other_place or known.body_hash != new.body_hash:
        raise MessageIdReused
    return BegunTurn(
        known.id, known.conversation_id, known.number, known.agent_id, known.message_id, known.status, replayed=True
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("This cursor was not made here.", code="invalid_cursor") from error
