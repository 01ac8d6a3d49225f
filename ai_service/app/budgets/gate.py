"""The gate before every model call: budgets in memory, a reservation where one is concerned, its settlement after."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.audit import service as audit
from ai_service.app.budgets import repository, uses
from ai_service.app.budgets.errors import BudgetExhausted
from ai_service.app.budgets.periods import ends, period_at, since
from common.clock import Clock
from common.database import Database, after_commit, current_tenant, retrying, system_scope
from common.events import publish
from common.observability.logs import get_logger

log = get_logger(__name__)
LEASE_SECONDS = 150.0  # longer than a call may take; what a dead process held is free after one to two of them
MOST_KNOWN = 10_000
NOTICES = {"warned_at": "budget.warned", "exhausted_at": "budget.exhausted"}


@dataclass(frozen=True, slots=True)
class Amount:
    micros: int
    tokens: int
    currency: str


@dataclass(frozen=True, slots=True)
class Spender:
    """Who makes a call: the ids that budgets may be for."""

    agent_id: str
    subject_id: str
    conversation_id: str


@dataclass(frozen=True, slots=True)
class Concern:
    """A budget that a call counts against."""

    key: str
    budget: Any
    target_id: str
    period: str


@dataclass(slots=True)
class Hold:
    """What was reserved; to be settled whatever becomes of the call."""

    concerns: list[Concern]
    amount: Amount
    lease: int

    def held(self) -> dict[str, Any]:
        amount = self.amount
        return {
            "at_lease": self.lease,
            "micros": amount.micros,
            "tokens": amount.tokens,
            "in_currency": amount.currency,
        }


# What was used before a budget was there: (scope, target, since, currency) to (micros, tokens), out of the ledger.
SpentSoFar = Callable[[AsyncSession, str, str, datetime | None, str], Awaitable[tuple[int, int]]]


@dataclass(slots=True)
class BudgetGate:
    database: Database
    clock: Clock
    zone: ZoneInfo
    spent_so_far: SpentSoFar
    _rows: Sequence[Any] = ()
    _budgets: dict[str, dict[tuple[str, str | None], list[Any]]] = field(default_factory=dict)
    _known: set[tuple[str, str]] = field(default_factory=set)  # tenant and key of uses that are there
    _told: set[tuple[str, str, str]] = field(default_factory=set)
    _settling: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def active(self) -> int:
        """How many budgets are gone by here."""
        return len(self._rows)

    async def load(self) -> None:
        with system_scope():
            async with self.database.reading() as session:
                rows = await repository.active_of_all_tenants(session)
        if rows == self._rows:
            return
        budgets: dict[str, dict[tuple[str, str | None], list[Any]]] = {}
        for row in rows:
            budgets.setdefault(row.tenant_id, {}).setdefault((row.scope, row.target_id), []).append(row)
        self._rows, self._budgets = rows, budgets
        self._known.clear()
        self._told.clear()

    def concerns(self, spender: Spender, model: str, moment: datetime) -> list[Concern]:
        """The budgets that such a call counts against; mostly none, and then nothing else is done."""
        budgets = self._budgets.get(current_tenant())
        if not budgets:
            return []
        targets = (
            ("tenant", ""),
            ("agent", spender.agent_id),
            ("model", model),
            ("customer", spender.subject_id),
            ("conversation", spender.conversation_id),
        )
        return [
            self.concern(budget, target, moment)
            for scope, target in targets
            for chosen in (target, None)
            for budget in budgets.get((scope, chosen), ())
        ]

    def concern(self, budget: Any, target_id: str, moment: datetime) -> Concern:
        period = period_at(budget.period, moment, self.zone)
        return Concern(f"{budget.id}:{period}:{target_id}", budget, target_id, period)

    async def hold(self, concerns: list[Concern], amount: Amount, moment: datetime) -> Hold:
        """BudgetExhausted when one of them has nothing left; then nothing is reserved anywhere."""
        await self.begin(concerns, moment)
        hold = Hold(concerns, amount, int(moment.timestamp() // LEASE_SECONDS))
        if await self._reserved(hold):
            return hold
        refused = await self._refused(hold, moment)
        if refused is None:  # a budget was removed meanwhile, or a moment later there was room
            await self.load()
            hold.concerns = [concern for concern in concerns if self._still_there(concern)]
            await self.begin(hold.concerns, moment)
            if await self._reserved(hold):
                return hold
            refused = await self._refused(hold, moment) or {}
        raise BudgetExhausted(refused)

    def _still_there(self, concern: Concern) -> bool:
        budgets = self._budgets.get(current_tenant(), {})
        return any(concern.budget.id == budget.id for same in budgets.values() for budget in same)

    async def begin(self, concerns: Sequence[Concern], moment: datetime) -> None:
        """Have a row for each; a fresh one begins with what the ledger says was used already."""
        tenant = current_tenant()
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
            self._told.clear()
        for concern in concerns:
            if (tenant, concern.key) not in self._known:
                await self._begin(concern, moment)
                self._known.add((tenant, concern.key))

    @retrying
    async def _begin(self, concern: Concern, moment: datetime) -> None:
        budget = concern.budget
        async with self.database.unit_of_work() as session:
            if await uses.state(session, [concern.key]):
                return
            began = since(budget.period, moment, self.zone)
            micros, tokens = await self.spent_so_far(session, budget.scope, concern.target_id, began, budget.currency)
            row = {"tenant_id": current_tenant(), "key": concern.key, "budget_id": budget.id, "period": concern.period}
            row |= {"target_id": concern.target_id, "currency": budget.currency}
            await uses.begin(session, self.database.dialect, {**row, "spent_micros": micros, "spent_tokens": tokens})

    @retrying
    async def _reserved(self, hold: Hold) -> bool:
        """One statement for all of them; rolled back where not all had room."""
        if not hold.concerns:
            return True
        async with self.database.unit_of_work() as session:
            if await uses.reserve(session, [concern.key for concern in hold.concerns], hold.held()):
                return True
            await session.rollback()
        return False

    async def settle(self, hold: Hold | None, concerns: list[Concern], amount: Amount, moment: datetime) -> None:
        """`amount` was used, by the model that answered; `concerns` are its budgets. Goes on to its end
        also when the caller is cancelled."""
        task = asyncio.create_task(self._settle(hold, concerns, amount, moment))
        self._settling.add(task)
        task.add_done_callback(self._settling.discard)
        await asyncio.shield(task)

    async def shut_down(self) -> None:
        if self._settling:
            await asyncio.wait(self._settling)

    async def _settle(self, hold: Hold | None, concerns: list[Concern], amount: Amount, moment: datetime) -> None:
        await self.begin(concerns, moment)
        await self._settle_in_one_transaction(hold or _nothing(amount.currency), concerns, amount)

    @retrying
    async def _settle_in_one_transaction(self, hold: Hold, concerns: list[Concern], amount: Amount) -> None:
        reserved, used = [each.key for each in hold.concerns], [each.key for each in concerns]
        async with self.database.unit_of_work() as session:
            if reserved == used and hold.amount.currency == amount.currency:
                await uses.settle(session, used, hold.held(), amount.micros, amount.tokens)
            else:  # another model took over
                await uses.settle(session, reserved, hold.held(), 0, 0)
                await uses.settle(session, used, _nothing(amount.currency).held(), amount.micros, amount.tokens)
            for each in concerns:
                if each.budget.soft_micros is not None or each.budget.soft_tokens is not None:
                    await self._tell_once(session, "warned_at", each.key)

    async def _refused(self, hold: Hold, moment: datetime) -> dict[str, Any] | None:
        """Which budget has nothing left, for staff, who are told once in each period."""
        keys = [concern.key for concern in hold.concerns]
        async with self.database.unit_of_work() as session:
            full = [row for row in await uses.state(session, keys) if _is_full(row)]
            for row in full:
                await self._tell_once(session, "exhausted_at", row.key)
        if not full:
            return None
        (concern,) = (each for each in hold.concerns if each.key == full[0].key)
        facts = _facts(full[0]) | {"ends_at": ends(concern.budget.period, moment, self.zone)}
        log.warning("a model call was not made: the budget is used up", **facts)
        return facts

    async def _tell_once(self, session: AsyncSession, kind: str, key: str) -> None:
        """An event and an audit row, the first time that this happened in this period."""
        if (current_tenant(), kind, key) in self._told:
            return
        if not await uses.first_told(session, kind, key, self.clock.now()):
            return
        told = (current_tenant(), kind, key)
        after_commit(session, lambda: self._told.add(told))
        (row,) = await uses.state(session, [key])
        await publish(session, NOTICES[kind], row.budget_id, _facts(row))
        await audit.record(session, NOTICES[kind], actor_id=None, subject_id=row.budget_id, **_facts(row))


def _nothing(currency: str) -> Hold:
    return Hold([], Amount(0, 0, currency), 0)


def _is_full(row: Any) -> bool:
    """Spent, or held by calls that run."""
    micros = row.spent_micros + row.held_micros + row.older_micros
    tokens = row.spent_tokens + row.held_tokens + row.older_tokens
    return (row.hard_micros is not None and micros >= row.hard_micros) or (
        row.hard_tokens is not None and tokens >= row.hard_tokens
    )


def _facts(row: Any) -> dict[str, Any]:
    named = ("scope", "target_id", "period", "currency", "spent_micros", "spent_tokens")
    limits = ("soft_micros", "hard_micros", "soft_tokens", "hard_tokens")
    return {"budget_id": row.budget_id, "name": row.name} | {name: getattr(row, name) for name in (*named, *limits)}
