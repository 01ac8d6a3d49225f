"""What the staff's models and tools were used for and what it cost: sums that the database makes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.tools import report as tools
from ai_service.app.usage import repository
from ai_service.app.usage.repository import AnyRow, GroupBy, Sums, Wanted
from common.database import Database
from common.errors import InvalidInput

Json = dict[str, Any]
LONGEST_RANGE = timedelta(days=400)
_SUMMED = (
    "calls",
    "turns",
    "conversations",
    "errors",
    "input_tokens",
    "output_tokens",
    "cached_tokens",
    "reasoning_tokens",
    "duration_ms",
    "first_token_ms",
    "spoke",
)
_SCOPES = {"agent": "agent_id", "model": "model", "customer": "subject_id", "conversation": "conversation_id"}
OF_MODELS = frozenset({"model", "provider"})  # what no tool call has


class RangeInvalid(InvalidInput):
    code = "invalid_range"
    title = "This range of days cannot be reported"


@dataclass(frozen=True, slots=True)
class Range:
    """Days in UTC, both of them included; `equal`: agent_id, model, provider, conversation_id, customer_id, tool."""

    first: date
    last: date
    equal: dict[str, str] = field(default_factory=dict)

    def moments(self) -> tuple[datetime, datetime]:
        """From the first day's beginning to the last day's end."""
        if self.last < self.first or self.last - self.first > LONGEST_RANGE:
            raise RangeInvalid(f"`to` must not come before `from`, nor more than {LONGEST_RANGE.days} days after it.")
        begin = datetime.combine(self.first, time(), UTC)
        return begin, datetime.combine(self.last, time(), UTC) + timedelta(days=1)

    def of_models(self) -> Wanted | None:
        """None where a tool is asked for: no model call has one."""
        return None if "tool" in self.equal else Wanted(*self.moments(), self.equal)

    def of_tools(self) -> tuple[datetime, datetime, dict[str, str]] | None:
        """None where a model or provider is asked for."""
        return None if OF_MODELS & self.equal.keys() else (*self.moments(), self.equal)


class UsageReports:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def total(self, days: Range) -> Json:
        wanted = Wanted(*days.moments(), days.equal)
        async with self._database.reading() as session:
            summed = by_key(await repository.total(session, wanted)).get("") or summed_up()
            slow = await repository.durations(session, self._database.dialect, None, wanted)
            called = (await self._by_tool(session, days)).values()
        tool_sums = {f"tool_{name}": sum(tool[name] for tool in called) for name in ("calls", "errors", "refused")}
        return {"from": days.first, "to": days.last, **summed, **slow.get("", {}), **tool_sums}

    async def grouped(self, by: GroupBy | Literal["tool"], days: Range) -> dict[str, Json]:
        """Usage by key, in the order of the keys; by day with the days on which there was none."""
        async with self._database.reading() as session:
            if by == "tool":
                return await self._by_tool(session, days)
            wanted = Wanted(*days.moments(), days.equal)
            found = by_key(await repository.grouped(session, self._database.dialect, by, wanted))
            slow = await repository.durations(session, self._database.dialect, by, wanted)
        found = {key: used | slow.get(key, {}) for key, used in found.items()}
        if by != "day":
            return found
        all_days = [str(days.first + timedelta(days=n)) for n in range((days.last - days.first).days + 1)]
        return {day: found.get(day) or summed_up() for day in all_days}

    async def by_conversation(self, days: Range, limit: int, after: str | None) -> dict[str, Json]:
        """A page of conversations in the order of their ids, those behind `after`."""
        wanted = Wanted(*days.moments(), days.equal)
        async with self._database.reading() as session:
            page = (limit, after)
            return by_key(await repository.grouped(session, self._database.dialect, "conversation", wanted, page))

    async def _by_tool(self, session: AsyncSession, days: Range) -> dict[str, Json]:
        which = days.of_tools()
        if which is None:
            return {}
        rows, slow = await tools.by_tool(session, *which)
        return {row.key: _tool_use(row) | slow.get(row.key, {}) for row in rows}

    async def of_conversations(self, conversation_ids: Sequence[str]) -> dict[str, Json]:
        """Usage by conversation; those that used no model are missing."""
        if not conversation_ids:
            return {}
        async with self._database.reading() as session:
            return by_key(await repository.of_conversations(session, conversation_ids))

    async def calls_of(self, conversation_id: str) -> Sequence[AnyRow]:
        """Every model call of a conversation, in their order."""
        async with self._database.reading() as session:
            return await repository.calls_of(session, conversation_id)

    async def spent_so_far(
        self, session: AsyncSession, scope: str, target_id: str, since: datetime | None, currency: str
    ) -> tuple[int, int]:
        """What a budget of this scope has used up: millionths of its currency, and tokens."""
        return await repository.spent(session, _SCOPES.get(scope), target_id, since, currency)


def by_key(sums: Sums) -> dict[str, Json]:
    rows, costs = sums
    paid: dict[str, list[Json]] = {}
    for cost in costs:
        paid.setdefault(str(cost.key), []).append({"micros": int(cost.micros), "currency": cost.currency})
    return {str(row.key): summed_up(row, paid[str(row.key)]) for row in rows}


def summed_up(row: AnyRow | None = None, costs: Sequence[Json] = ()) -> Json:
    """A row of sums as it is shown; without one, what no call makes."""
    sums = {name: int(getattr(row, name, 0) or 0) for name in _SUMMED}
    duration, first_token, spoke = (sums.pop(name) for name in ("duration_ms", "first_token_ms", "spoke"))
    return {
        **sums,
        "costs": list(costs),
        "average_ms": round(duration / sums["calls"]) if sums["calls"] else None,
        "slowest_ms": row.slowest_ms if row is not None else None,
        "first_token_ms": round(first_token / spoke) if spoke else None,
    }


def _tool_use(row: Any) -> Json:
    counts = {name: int(getattr(row, name)) for name in ("calls", "turns", "conversations", "errors", "refused")}
    average = round(int(row.duration_ms) / row.timed) if row.timed else None
    return {**counts, "average_ms": average, "slowest_ms": row.slowest_ms}
