"""What a call has to pass before it is made, whatever the model says: the shop's rules and kill switches."""

from dataclasses import dataclass, field

from ai_service.app.switches.errors import SwitchesUnreadable, WritesStopped
from ai_service.app.switches.service import SwitchBoard
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.registry import Tool
from ai_service.app.tools.rule_book import RuleBook
from ai_service.app.tools.rules import Rules, ToolRule
from common.database import current_tenant
from common.security.limits import Limiter, Rule
from common.sentences import in_readers_language


@dataclass(frozen=True, slots=True)
class ToolGate:
    rules: RuleBook
    switches: SwitchBoard
    limiter: Limiter
    _limits: dict[tuple[str, int], Rule] = field(default_factory=dict)

    async def known(self) -> Rules:
        """To leave out what is switched off; `admit` is what counts."""
        return await self.rules.current()

    async def admit(self, tool: Tool, context: ToolContext, agent_id: str) -> ToolRule:
        """The rule this call goes by; ToolRefusalError, in the shopper's language, when it may not be made."""
        if tool.changes:
            await self._require_writes(agent_id, tool)
        rule = (await (self.rules.fresh() if tool.changes else self.rules.current())).of(tool)
        if not rule.enabled:
            raise ToolRefusalError("tool_off", context.say("tool_off"))
        if rule.calls_per_minute is not None:
            await self._count(tool, rule.calls_per_minute, context)
        return rule

    async def _require_writes(self, agent_id: str, tool: Tool) -> None:
        try:
            await self.switches.require_writes(agent_id, tool.name)
        except (WritesStopped, SwitchesUnreadable) as error:
            raise ToolRefusalError(error.code, in_readers_language(error.title)) from error

    async def _count(self, tool: Tool, most: int, context: ToolContext) -> None:
        rule = self._limits.setdefault((tool.name, most), Rule(f"tool.{tool.name}", most, 60))
        allowed, seconds = await self.limiter.check_shared(rule, f"{current_tenant()}:{context.caller.subject_id}")
        if not allowed:
            raise ToolRefusalError("tool_rate_limited", context.say("tool_rate_limited"), retry_after=seconds)
