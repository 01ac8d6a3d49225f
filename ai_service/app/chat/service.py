"""Chat: turns that run on their own, whoever listens, and are saved whole when they end."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from ai_service.app.agents.delivered import Agent
from ai_service.app.agents.directory import AgentDirectory
from ai_service.app.agents.instructions import Instructions
from ai_service.app.agents.limits import Spending
from ai_service.app.agents.texts import TextBook
from ai_service.app.chat.context import PageContext, page_messages
from ai_service.app.chat.errors import TooManyTurns
from ai_service.app.chat.events import TurnStream
from ai_service.app.chat.masking import MaskedAudit, masked_events
from ai_service.app.chat.schemas import DECISION
from ai_service.app.chat.turn import RunningTurn
from ai_service.app.confirmations.service import ConfirmationService
from ai_service.app.conversations.errors import MessageTooLong, TurnRunning
from ai_service.app.conversations.service import BegunTurn, ConversationService, NewTurn
from ai_service.app.tools.audit import ToolAudit
from ai_service.app.tools.context import Shop, ToolContext
from ai_service.app.tools.gate import ToolGate
from ai_service.app.tools.registry import Proposal, ToolRegistry
from ai_service.app.tools.runner import ToolRunner, TurnIdentity
from ai_service.app.usage.service import Metering, TurnMeter
from common.api_clients.llm.router import Models
from common.api_clients.llm.types import ChatRequest, Message
from common.database import Database
from common.languages import use_language
from common.observability.logs import get_logger
from common.security.caller import Caller

log = get_logger(__name__)
DRAIN_SECONDS = 5.0
WAIT_FOR_WORDS_SECONDS = 5.0


@dataclass(slots=True)
class ProposalBook:
    """Where the tools of one turn leave their proposals."""

    confirmations: ConfirmationService
    texts: Callable[[str], str]
    row: dict[str, Any]

    async def propose(self, tool: str, call_id: str, proposal: Proposal) -> dict[str, Any]:
        return await self.confirmations.propose(self.row, tool, proposal, self.texts(tool))


@dataclass(frozen=True, slots=True)
class Told:
    """What a client tells that keeps the conversation itself: what was said `before`, and `instructions` of its own,
    which follow the agent's. `tokens` lowers the longest answer and never raises it."""

    before: list[Message] = field(default_factory=list)
    instructions: str = ""
    tokens: int | None = None
    temperature: float | None = None


@dataclass(frozen=True, slots=True)
class ChatRules:
    model_temperature: float | None
    model_tokens: int
    message_length: int
    running_turns: int
    tool_seconds: float


@dataclass(slots=True)
class ChatService:
    database: Database
    conversations: ConversationService
    confirmations: ConfirmationService
    directory: AgentDirectory
    instructions: Instructions
    texts: TextBook
    models: Models
    registry: ToolRegistry
    audit: ToolAudit
    gate: ToolGate
    metering: Metering
    shop: Shop
    rules: ChatRules
    _running: dict[str, RunningTurn] = field(default_factory=dict)

    async def send(
        self, caller: Caller, new: NewTurn, page: PageContext | None = None, told: Told | None = None
    ) -> BegunTurn:
        """Begins a turn and lets it run; a message that was taken before begins nothing."""
        if len(new.text) > self.rules.message_length:
            raise MessageTooLong(self.rules.message_length)
        if new.agent_id is not None:
            await self.directory.find(new.agent_id, staff=caller.is_staff)
        if len(self._running) >= self.rules.running_turns:
            raise TooManyTurns
        turn = await self._begun(caller, new)
        if not turn.replayed:
            where = page_messages(page, turn.number) if page else []
            opening, currency = [Message("user", new.text), *where], page.currency if page else None
            await self.begin(caller, turn, opening, new.language, currency, told)
        return turn

    async def _begun(self, caller: Caller, new: NewTurn) -> BegunTurn:
        """Who has just pressed a button may write before the few words about it are said: that waits for them."""
        ends = monotonic() + WAIT_FOR_WORDS_SECONDS
        while True:
            try:
                return await self.conversations.begin_turn(caller, new)
            except TurnRunning as running:
                about_a_decision = (running.running_message_id or "").startswith(DECISION)
                if not about_a_decision or monotonic() > ends:
                    raise
            await asyncio.sleep(0.05)

    async def begin(
        self,
        caller: Caller,
        turn: BegunTurn,
        opening: list[Message],
        language: str,
        currency: str | None = None,
        told: Told | None = None,
        *,
        writes_allowed: bool = True,
    ) -> None:
        """Lets a begun turn run; `opening` is what the model answers."""
        agent, told = await self.directory.at(turn.agent_id, turn.agent_version), told or Told()
        running = self._prepared(caller, turn, agent, language, currency, told)
        running.request.writes_allowed = writes_allowed
        self._running[turn.turn_id] = running
        running.task = asyncio.create_task(self._run(running, opening, told), name=f"turn {turn.turn_id}")

    def _prepared(
        self, caller: Caller, turn: BegunTurn, agent: Agent, language: str, currency: str | None, told: Told
    ) -> RunningTurn:
        texts = self.texts.of(language)
        identity = {
            "conversation_id": turn.conversation_id,
            "turn_id": turn.turn_id,
            "subject_id": caller.subject_id,
            "agent_id": agent.id,
        }
        tools = ToolRunner(
            self.registry,
            [name for name in agent.content.tools if name in self.registry.tools],
            ToolContext(self.shop, caller, language, currency),
            TurnIdentity(turn.conversation_id, turn.turn_id, agent.id),
            MaskedAudit(self.audit, agent.guard) if agent.guard.masks else self.audit,
            ProposalBook(self.confirmations, texts.title, identity | {"language": language}),
            self.gate,
            self.rules.tool_seconds,
        )
        request = self.request_of(agent, language, told)
        spending = Spending(agent.limits(self.directory.limits))
        meter = TurnMeter(self.metering, spending, identity | {"agent_version": turn.agent_version, "test": False})
        stream, model = TurnStream(turn.number), self.models.for_turn(request)
        return RunningTurn(turn, agent, model, request, 0, tools, spending, meter, texts, stream)

    def request_of(self, agent: Agent, language: str, told: Told) -> ChatRequest:
        """What the agent's model is asked, before anything is said and without the tools it may call."""
        own, rules = agent.content, self.rules
        most, usual = own.max_tokens or rules.model_tokens, own.temperature
        usual = rules.model_temperature if usual is None else usual
        return ChatRequest(
            [],
            model=own.model.name if own.model is not None else None,
            fallbacks=tuple(own.model.fallbacks) if own.model is not None else (),
            temperature=usual if told.temperature is None else told.temperature,
            max_tokens=most if told.tokens is None else min(most, told.tokens),
            language=language,
        )

    async def _run(self, running: RunningTurn, opening: list[Message], told: Told) -> None:
        """To its end, whatever happens: a turn that is not ended would block its conversation."""
        turn = running.turn
        with use_language(running.request.language):
            try:
                status = await self._converse(running, opening, told)
                running.saving = True
                await self._save(running, status)
            except SQLAlchemyError:
                log.exception("a turn could not be saved", turn=turn.turn_id)
                running.stream.emit("done", running.closing("failed")[1][1])
            finally:
                running.stream.end()
                self._running.pop(turn.turn_id, None)

    async def _converse(self, running: RunningTurn, opening: list[Message], told: Told) -> str:
        turn = running.turn
        try:
            running.request.tools = await running.tools.specs()
            context = await self.conversations.context.load(turn.conversation_id, turn.number)
            caller, language = running.tools.context.caller, running.request.language
            instructions = await self.instructions.of(running.agent, caller, language, told.instructions)
            running.request.messages += [Message("system", instructions), *told.before, *context]
            running.opening = len(running.request.messages)
            running.request.messages += opening
            return await running.converse()
        except SQLAlchemyError:
            log.exception("a turn lost its database", turn=turn.turn_id)
            return running.fail("storage_unavailable")
        except Exception:  # the last line before the event loop: the shopper is told, we get the traceback
            log.exception("a turn failed", turn=turn.turn_id)
            return running.fail("internal_error")

    async def _save(self, running: RunningTurn, status: str) -> None:
        """One transaction: messages, events, usage and the outcomes of the tool calls; then the last events."""
        turn, closing, messages = running.turn, running.closing(status), running.messages()
        guard = running.agent.guard
        async with self.database.unit_of_work() as session:
            events = masked_events(guard, running.stream.to_json(closing))
            await self.conversations.finish_turn(session, turn, status, guard.masked_messages(messages), events)
            await running.meter.save(session)
            await self.audit.settle(session, running.tools.outcomes)
        context = running.request.messages[1 : running.opening] + messages
        await self.conversations.context.save(turn.conversation_id, turn.number, context)
        for name, data in closing:
            running.stream.emit(name, data)

    def runs(self, turn_id: str) -> bool:
        return turn_id in self._running

    def stream_of(self, turn_id: str) -> TurnStream | None:
        """The events of a turn that runs in this process."""
        running = self._running.get(turn_id)
        return running.stream if running else None

    async def stop(self, caller: Caller, conversation_id: str) -> str:
        """Cancels the running turn, here at once, in another process within seconds."""
        turn_id = await self.conversations.request_stop(caller, conversation_id)
        self.stop_here(turn_id)
        return turn_id

    def stop_here(self, turn_id: str) -> None:
        """Cancels a turn that runs in this process; what its tools did stays done."""
        running = self._running.get(turn_id)
        if running is not None and running.task is not None and not running.saving:
            running.stopped = True
            running.task.cancel()

    async def keep_leases(self) -> None:
        """Every few seconds: this process's turns stay its own, and stop when another process was asked to."""
        if self._running:
            for turn_id in await self.conversations.prolong(list(self._running)):
                self.stop_here(turn_id)

    async def shut_down(self) -> None:
        """Turns may end by themselves for a moment; those that do not are told that they were interrupted."""
        tasks = [turn.task for turn in self._running.values() if turn.task is not None]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=DRAIN_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
