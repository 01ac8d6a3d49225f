"""What the staff's models were used for and what it cost: sums that the database makes."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from ai_service.app.usage import repository
from ai_service.app.usage.repository import AnyRow, GroupBy
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


class RangeInvalid(InvalidInput):
    code = "invalid_range"
    title = "This range of days cannot be reported"


class UsageReports:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def total(self, first: date, last: date) -> Json:
        since, until = moments(first, last)
        async with self._database.reading() as session:
            summed = summed_up(await repository.total(session, since, until))
            calls = summed["calls"]
            ranks = {"p50_ms": calls // 2, "p95_ms": calls * 95 // 100} if calls else {}
            slow = {name: await repository.duration_at(session, since, until, rank) for name, rank in ranks.items()}
        return {"from": first, "to": last, **summed, **slow}

    async def grouped(self, by: GroupBy, first: date, last: date) -> dict[str, Json]:
        """Usage by key, in the order of the keys; by day with the days on which there was none."""
        since, until = moments(first, last)
        async with self._database.reading() as session:
            found = by_key(await repository.grouped(session, self._database.dialect, by, since, until))
        if by != "day":
            return found
        days = [str(first + timedelta(days=n)) for n in range((last - first).days + 1)]
        return {day: found.get(day) or summed_up(()) for day in days}

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


def moments(first: date, last: date) -> tuple[datetime, datetime]:
    """The range from the first day's beginning to the last day's end, in UTC."""
    if last < first or last - first > LONGEST_RANGE:
        raise RangeInvalid(f"`to` must not come before `from`, nor more than {LONGEST_RANGE.days} days after it.")
    begin = datetime.combine(first, time(), UTC)
    return begin, datetime.combine(last, time(), UTC) + timedelta(days=1)


def by_key(rows: Iterable[AnyRow]) -> dict[str, Json]:
    found: dict[str, list[AnyRow]] = {}
    for row in rows:
        found.setdefault(str(row.key), []).append(row)
    return {key: summed_up(same) for key, same in found.items()}


def summed_up(rows: Iterable[AnyRow]) -> Json:
    """Rows that differ in their currency as one."""
    rows = list(rows)
    sums = {name: sum(int(getattr(row, name) or 0) for row in rows) for name in _SUMMED}
    duration, first_token, spoke = (sums.pop(name) for name in ("duration_ms", "first_token_ms", "spoke"))
    return {
        **sums,
        "costs": [{"micros": int(row.cost), "currency": row.currency} for row in rows],
        "average_ms": round(duration / sums["calls"]) if sums["calls"] else None,
        "slowest_ms": max((int(row.slowest_ms) for row in rows), default=None),
        "first_token_ms": round(first_token / spoke) if spoke else None,
    }
