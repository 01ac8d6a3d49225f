"""One turn of a draft or a version, under the staff member's own rights, with a trace of every step."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from ai_service.app.agents.delivered import Agent
from ai_service.app.agents.limits import Spending
from ai_service.app.agents.service import AgentDesk
from ai_service.app.chat.errors import TooManyTurns
from ai_service.app.chat.events import TurnStream
from ai_service.app.chat.service import ChatService, Told
from ai_service.app.chat.turn import RunningTurn
from ai_service.app.conversations.service import BegunTurn
from ai_service.app.playground.tools import TryingTools
from ai_service.app.playground.tracing import Trace, TracedMeter, TracedModel
from ai_service.app.shown.answers import answer_of
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.runner import TurnIdentity
from ai_service.app.tools.service import UnkeptProposals
from common.api_clients.llm.types import Message
from common.ids import new_id
from common.languages import use_language
from common.observability.logs import get_logger
from common.security.caller import Caller

log = get_logger(__name__)
RUNS_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Run:
    run_id: str
    agent: Agent
    stream: TurnStream


@dataclass(frozen=True, slots=True)
class Playground:
    chat: ChatService
    desk: AgentDesk
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self, caller: Caller, agent_id: str, which: str, said: list[Message], language: str) -> Run:
        """Begins a run and lets it end by itself; `said` ends with the message that is answered."""
        agent = await self.desk.content(agent_id, which)
        if len(self._running) >= RUNS_AT_ONCE:
            raise TooManyTurns
        run = Run(new_id("run"), agent, TurnStream(1))
        turn = self._prepared(caller, run, language)
        task = asyncio.create_task(self._run(turn, said), name=run.run_id)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return run

    def _prepared(self, caller: Caller, run: Run, language: str) -> RunningTurn:
        chat, agent, own = self.chat, run.agent, run.agent.content
        texts = chat.texts.of(language)
        identity = {"conversation_id": run.run_id, "turn_id": run.run_id, "agent_id": agent.id}
        marked = {"subject_id": caller.subject_id, "agent_version": agent.version, "test": True}
        tools = TryingTools(
            chat.registry,
            [name for name in own.tools if name in chat.registry.tools],
            ToolContext(chat.shop, caller, language),
            TurnIdentity(**identity),
            chat.audit,
            UnkeptProposals(texts.title),
            chat.gate,
            chat.rules.tool_seconds,
        )
        request = chat.request_of(agent, language, Told())
        spending = Spending(agent.limits(chat.directory.limits))
        trace = Trace(run.stream.emit)
        meter = TracedMeter(chat.metering, spending, identity | marked)
        meter.trace = trace
        turn = BegunTurn(run.run_id, run.run_id, 1, agent.id, run.run_id)
        model = TracedModel(chat.models.for_turn(request), trace)
        return RunningTurn(turn, agent, model, request, 0, tools, spending, meter, texts, run.stream)

    async def _run(self, running: RunningTurn, said: list[Message]) -> None:
        with use_language(running.request.language):
            try:
                status = await self._converse(running, said)
                await self._save(running)
                for name, data in running.closing(status):
                    running.stream.emit(name, data)
            except SQLAlchemyError:
                log.exception("a run could not be saved", run=running.turn.turn_id)
                running.stream.emit("done", running.closing("failed")[1][1])
            finally:
                running.stream.end()

    async def _converse(self, running: RunningTurn, said: list[Message]) -> str:
        try:
            running.request.tools = await running.tools.specs()
            caller, language = running.tools.context.caller, running.request.language
            told = await self.chat.instructions.of(running.agent, caller, language)
            running.request.messages += [Message("system", told), *said[:-1]]
            running.opening = len(running.request.messages)
            running.request.messages.append(said[-1])
            return await running.converse()
        except Exception:  # the last line before the event loop: the staff is told, we get the traceback
            log.exception("a run failed", run=running.turn.turn_id)
            return running.fail("internal_error")

    async def _save(self, running: RunningTurn) -> None:
        """What it used counts like any other use, marked as a test; what was said is not kept."""
        async with self.chat.database.unit_of_work() as session:
            await running.meter.save(session)
            await self.chat.audit.settle(session, running.tools.outcomes)

    async def shut_down(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)


def answered(run: Run) -> dict[str, Any]:
    """A run that has ended, as one answer."""
    events = run.stream.events
    answer = answer_of(events)
    told = {name: answer[name] for name in ("status", "message", "tool_calls", "usage", "error")}
    steps = [data for name, data in events if name == "step"]
    return {"run_id": run.run_id, "agent_id": run.agent.id, "version": run.agent.version, "steps": steps, **told}
