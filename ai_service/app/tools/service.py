"""The tools as staff see and rule them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from ai_service.app.audit import service as audit
from ai_service.app.tools import repository, schemas
from ai_service.app.tools.audit import ToolAudit
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import RuleImpossible, RuleWeaker, ToolActsAtOnce, ToolNotFound
from ai_service.app.tools.gate import ToolGate
from ai_service.app.tools.registry import RANKS, Proposal, Tool, ToolRegistry
from ai_service.app.tools.rules import LARGEST_RESULT, Rules, ToolRule
from ai_service.app.tools.runner import ToolRunner, TurnIdentity
from common.api_clients.llm.types import ToolCall
from common.clock import Clock
from common.database import Database, after_commit, current_tenant, retrying
from common.errors import wrong_at
from common.ids import new_id

CONSOLE = "console"  # in place of the conversation and the agent of a call that staff tried
_COLUMNS = ("enabled", "approval", "staff_above", "currency", "seconds", "calls_per_minute", "largest_result")


@dataclass(frozen=True, slots=True)
class UnkeptProposals:
    """Proposals of a trial are shown and forgotten: there is nothing to confirm. `title` says what of, by tool."""

    title: Callable[[str], str]

    async def propose(self, tool: str, call_id: str, proposal: Proposal) -> dict[str, Any]:
        return {"confirmation_id": None, "expires_at": None, "title": self.title(tool)}


@dataclass(frozen=True, slots=True)
class ToolDesk:
    database: Database
    registry: ToolRegistry
    gate: ToolGate
    audit: ToolAudit
    clock: Clock
    seconds: float

    def find(self, name: str) -> Tool:
        tool = self.registry.tools.get(name)
        if tool is None:
            raise ToolNotFound
        return tool

    async def rules(self) -> Rules:
        return await self.gate.rules.fresh()

    def shown(self, rule: ToolRule) -> schemas.ToolRule:
        values = {name: getattr(rule, name) for name in _COLUMNS}
        return schemas.ToolRule(**values | {"seconds": min(rule.seconds or self.seconds, self.seconds)})

    async def figures(self, hours: int) -> tuple[datetime, dict[str, schemas.ToolFigures]]:
        """By tool, of those that were called at all."""
        since = self.clock.now() - timedelta(hours=hours)
        async with self.database.reading() as session:
            rows = await repository.figures(session, since)
        return since, {
            row.tool: schemas.ToolFigures(
                since=since,
                calls=row.calls,
                errors=int(row.errors),
                refused=int(row.refused),
                p50_ms=row.p50_ms,
                p95_ms=row.p95_ms,
            )
            for row in rows
        }

    @retrying
    async def change(self, name: str, wanted: schemas.ToolChange, actor_id: str) -> None:
        """RuleWeaker or RuleImpossible, naming the field; what counts then is read by every process within a second,
        and by every write at once."""
        tool, given = self.find(name), wanted.model_dump(exclude_unset=True)
        async with self.database.unit_of_work() as session:
            before = (await self.gate.rules.within(session, locked=True)).rows.get(name)
            row = {column: getattr(before, column, None) for column in _COLUMNS} | given
            row["enabled"] = row["enabled"] is not False
            _check(tool, row, self.seconds)
            now = self.clock.now()
            made = before.created_at if before is not None else now
            stamps = {"changed_by": actor_id, "created_at": made, "updated_at": now}
            keys = {"tenant_id": current_tenant(), "tool": name}
            await repository.save_rule(session, self.database.dialect, {**keys, **row, **stamps})
            await audit.record(session, "tool.rule_changed", actor_id=actor_id, subject_id=name, **given)
            tenant = current_tenant()
            after_commit(session, lambda: self.gate.rules.forget(tenant))

    async def try_out(
        self, name: str, context: ToolContext, arguments: dict[str, Any], title: Callable[[str], str]
    ) -> schemas.ToolTrialResult:
        """A real call in the name of whoever tries it, with its audit row; what would change something only
        proposes."""
        tool = self.find(name)
        if tool.changes and tool.approval == "none":
            raise ToolActsAtOnce
        turn = TurnIdentity(CONSOLE, new_id("trn"), CONSOLE)
        unkept = UnkeptProposals(title)
        runner = ToolRunner(self.registry, [name], context, turn, self.audit, unkept, self.gate, self.seconds)
        call = ToolCall(new_id("call"), name, orjson.dumps(arguments).decode())
        outcome = await runner.run(call)
        async with self.database.unit_of_work() as session:
            await self.audit.settle(session, runner.outcomes)
        [ended] = runner.outcomes
        return schemas.ToolTrialResult(ok=outcome.ok, result=outcome.data, duration_ms=ended.duration_ms)


def _check(tool: Tool, row: dict[str, Any], seconds: float) -> None:
    approval = row["approval"] or tool.approval
    if RANKS.index(approval) < RANKS.index(tool.approval):
        raise RuleWeaker(errors=wrong_at("approval", RuleWeaker.title))
    if approval != "none" and tool.approval == "none":
        raise RuleImpossible(
            "It acts at once and proposes nothing that could be confirmed. It can be switched off.",
            errors=wrong_at("approval", RuleImpossible.title),
        )
    if row["seconds"] is not None and row["seconds"] > seconds:
        raise RuleWeaker(errors=wrong_at("seconds", RuleWeaker.title))
    if row["largest_result"] is not None and row["largest_result"] > LARGEST_RESULT:
        raise RuleWeaker(errors=wrong_at("largest_result", RuleWeaker.title))
    _check_amount(tool, row, approval)


def _check_amount(tool: Tool, row: dict[str, Any], approval: str) -> None:
    if row["staff_above"] is None:
        if row["currency"] is not None:
            raise RuleImpossible("A currency needs an amount.", errors=wrong_at("currency", RuleImpossible.title))
        return
    if tool.money is None:
        raise RuleImpossible("It moves no money.", errors=wrong_at("staff_above", RuleImpossible.title))
    if row["currency"] is None:
        raise RuleImpossible("An amount needs a currency.", errors=wrong_at("currency", RuleImpossible.title))
    if approval != "staff":
        raise RuleImpossible(
            "Only staff's approval goes by an amount.", errors=wrong_at("approval", RuleImpossible.title)
        )
