"""Tool calls that come from outside of a chat: the same registry, runner, audit and proposals."""

from contextvars import Context
from dataclasses import dataclass
from typing import Any

from ai_service.app.chat.decisions import Decisions
from ai_service.app.chat.service import ChatService, ProposalBook
from ai_service.app.confirmations.decision import Decision
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import refused_by_shop
from ai_service.app.tools.registry import Tool
from ai_service.app.tools.runner import ToolOutcome, ToolRunner, TurnIdentity
from common.api_clients.llm.types import ToolCall
from common.errors import ShopError
from common.ids import new_id
from common.security.caller import Caller

AGENT = "mcp"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Visit:
    """Who calls; without a token, anybody. `context` is the request's own: its tenant, language and trace."""

    caller: Caller | None
    tenant_id: str
    language: str
    context: Context

    @property
    def authority(self) -> Caller:
        return self.caller or Caller("anonymous", self.tenant_id, "", roles=("guest",))


@dataclass(frozen=True, slots=True)
class CalledTool:
    """`conversation_id` is where a proposal is decided: each call is a conversation of its own, without words."""

    conversation_id: str
    outcome: ToolOutcome


@dataclass(frozen=True, slots=True)
class McpTools:
    chat: ChatService
    decisions: Decisions

    async def listed(self, visit: Visit) -> list[Tool]:
        """All that this caller may call, or could after signing in."""
        specs = await self._runner(visit, "", list(self.chat.registry.tools)).specs()
        return [self.chat.registry.tools[spec.name] for spec in specs]

    def needs_sign_in(self, name: str) -> bool:
        tool = self.chat.registry.tools.get(name)
        return tool is not None and not tool.open

    async def call(self, visit: Visit, name: str, arguments: str) -> CalledTool:
        """`arguments` is JSON. The audit row is there before any effect, and settled when this returns."""
        names = [tool.name for tool in self.chat.registry.tools.values() if tool.open or visit.caller is not None]
        conversation_id = new_id("cnv")
        runner = self._runner(visit, conversation_id, names)
        try:
            outcome = await runner.run(ToolCall(new_id("call"), name, arguments))
        finally:
            async with self.chat.database.unit_of_work() as session:
                await self.chat.audit.settle(session, runner.outcomes)
        return CalledTool(conversation_id, outcome)

    async def decide(self, visit: Visit, conversation_id: str, confirmation_id: str, *, confirm: bool) -> Json:
        """What came of the person's decision; a refusal of the shop is a result with `error`."""
        try:
            decision = await self.decisions.decide(visit.authority, conversation_id, confirmation_id, confirm=confirm)
        except ShopError as error:
            return refused_by_shop(error)
        return _told(decision)

    def _runner(self, visit: Visit, conversation_id: str, names: list[str]) -> ToolRunner:
        turn = TurnIdentity(conversation_id, new_id("trn"), AGENT)
        row = {
            "conversation_id": turn.conversation_id,
            "turn_id": turn.turn_id,
            "subject_id": visit.authority.subject_id,
            "agent_id": AGENT,
            "language": visit.language,
            "spoken": True,  # nobody waits for words about the decision
        }
        return ToolRunner(
            self.chat.registry,
            names,
            ToolContext(self.chat.shop, visit.authority, visit.language),
            turn,
            self.chat.audit,
            ProposalBook(self.chat.confirmations, self.chat.texts.of(visit.language).title, row),
            self.chat.gate,
            self.chat.rules.tool_seconds,
        )


def _told(decision: Decision) -> Json:
    if decision.error is not None:
        return refused_by_shop(decision.error)
    return {"status": decision.status, "confirmation_id": decision.confirmation_id, **decision.result}
