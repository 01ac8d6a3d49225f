"""What the staff does with budgets."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.audit import service as audit
from ai_service.app.budgets import repository, uses
from ai_service.app.budgets.errors import BudgetMakesNoSense, BudgetNotFound
from ai_service.app.budgets.gate import BudgetGate
from ai_service.app.budgets.periods import ends, period_at
from ai_service.app.budgets.schemas import BudgetCreate, BudgetUpdate
from common.clock import Clock
from common.database import Database, current_tenant, retrying
from common.ids import new_id
from common.pagination import decode_cursor, encode_cursor

Json = dict[str, Any]
LIMITS = ("soft_micros", "hard_micros", "soft_tokens", "hard_tokens")
MOST_SHOWN = 20
_STATES = ("ok", "warned", "exhausted")


class BudgetService:
    """`changed` is awaited after every change, so that the gate goes by it."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        currency: str,
        gate: BudgetGate,
        changed: Callable[[], Awaitable[None]],
    ) -> None:
        self._database = database
        self._clock = clock
        self._currency = currency
        self._gate = gate
        self._changed = changed

    async def create(self, wanted: BudgetCreate, *, actor_id: str) -> Json:
        """Counts at once; what was used since the period began counts too."""
        now = self._clock.now()
        row = wanted.model_dump() | {"id": new_id("bud"), "currency": wanted.currency or self._currency}
        row |= {"tenant_id": current_tenant(), "created_at": now, "updated_at": now}
        _refuse_nonsense(row)
        async with self._database.unit_of_work() as session:
            await repository.add(session, row)
            told = {name: row[name] for name in ("name", "scope", "target_id", "period", "currency", *LIMITS)}
            await audit.record(session, "budget.created", actor_id=actor_id, subject_id=row["id"], **told)
        await self._changed()
        await self._begin(row["id"])
        return await self.view(row["id"])

    async def _begin(self, budget_id: str) -> None:
        """What was used already is shown from the start, where it is known for whom it counts."""
        async with self._database.reading() as session:
            budget = await _found(session, budget_id)
        if budget.scope == "tenant" or budget.target_id is not None:
            now = self._clock.now()
            await self._gate.begin([self._gate.concern(budget, budget.target_id or "", now)], now)

    async def view(self, budget_id: str) -> Json:
        async with self._database.reading() as session:
            return await self._shown(session, await _found(session, budget_id))

    async def page(self, limit: int, cursor: str | None) -> Json:
        """Newest first."""
        before = decode_cursor(cursor, (str,))[0] if cursor is not None else None
        async with self._database.reading() as session:
            rows = await repository.page(session, limit + 1, before)
            items = [await self._shown(session, row) for row in rows[:limit]]
        return {"items": items, "next_cursor": encode_cursor(items[-1]["id"]) if len(rows) > limit else None}

    async def change(self, budget_id: str, changes: BudgetUpdate, *, actor_id: str) -> Json:
        named = changes.model_dump(exclude_unset=True)
        if named:
            await self._change(budget_id, named, actor_id)
            await self._changed()
            if named.get("active"):
                await self._begin(budget_id)
        return await self.view(budget_id)

    @retrying
    async def _change(self, budget_id: str, named: Json, actor_id: str) -> None:
        async with self._database.unit_of_work() as session:
            row = (await _found(session, budget_id, lock=True))._asdict()
            _refuse_nonsense(row | named)
            await repository.change(session, budget_id, named | {"updated_at": self._clock.now()})
            if not named.keys().isdisjoint(LIMITS):
                await uses.forget_notices(session, budget_id)
            if named.get("active") and not row["active"]:  # nothing counted meanwhile: the ledger knows
                period = period_at(row["period"], self._clock.now(), self._gate.zone)
                await uses.forget(session, budget_id, period)
            told = {"name": row["name"], "before": {name: row[name] for name in named}, "now": named}
            await audit.record(session, "budget.changed", actor_id=actor_id, subject_id=budget_id, **told)

    async def remove(self, budget_id: str, *, actor_id: str) -> None:
        await self._remove(budget_id, actor_id)
        await self._changed()

    @retrying
    async def _remove(self, budget_id: str, actor_id: str) -> None:
        async with self._database.unit_of_work() as session:
            row = await _found(session, budget_id, lock=True)
            await repository.remove(session, budget_id)
            await audit.record(session, "budget.removed", actor_id=actor_id, subject_id=budget_id, name=row.name)

    async def _shown(self, session: AsyncSession, row: Any) -> Json:
        now, zone = self._clock.now(), self._gate.zone
        period = period_at(row.period, now, zone)
        used = [_use(row, use) for use in await uses.most_used(session, row.id, period, MOST_SHOWN)]
        worst = max((_STATES.index(use["state"]) for use in used), default=0)
        return {name: value for name, value in row._asdict().items() if name != "tenant_id"} | {
            "state": _STATES[worst] if row.active else "off",
            "current_period": period,
            "ends_at": ends(row.period, now, zone),
            "uses": used,
        }


async def _found(session: AsyncSession, budget_id: str, *, lock: bool = False) -> Any:
    row = await repository.find(session, budget_id, lock=lock)
    if row is None:
        raise BudgetNotFound
    return row


def _refuse_nonsense(row: Json) -> None:
    if row["scope"] == "tenant" and row["target_id"] is not None:
        raise BudgetMakesNoSense("A budget of the whole shop has no `target_id`.", "target_id")
    if all(row[name] is None for name in LIMITS):
        raise BudgetMakesNoSense("Say at least one limit.", "hard_micros")
    for unit in ("micros", "tokens"):
        soft, hard = row[f"soft_{unit}"], row[f"hard_{unit}"]
        if soft is not None and hard is not None and soft > hard:
            raise BudgetMakesNoSense("The soft limit is above the hard one.", f"soft_{unit}")


def _use(budget: Any, use: Any) -> Json:
    passed = {kind: _passed(budget, use, kind) for kind in ("soft", "hard")}
    return {
        "target_id": use.target_id or None,
        "spent_micros": use.spent_micros,
        "spent_tokens": use.spent_tokens,
        "held_micros": use.held_micros + use.older_micros,
        "held_tokens": use.held_tokens + use.older_tokens,
        "state": "exhausted" if passed["hard"] else "warned" if passed["soft"] else "ok",
        "warned_at": use.warned_at,
        "exhausted_at": use.exhausted_at,
    }


def _passed(budget: Any, use: Any, kind: str) -> bool:
    limits = {unit: getattr(budget, f"{kind}_{unit}") for unit in ("micros", "tokens")}
    return any(limit is not None and getattr(use, f"spent_{unit}") >= limit for unit, limit in limits.items())
