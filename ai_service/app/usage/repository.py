"""The SQL of usage: sums over model calls, made by the database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.usage.models import ModelCallRecord
from common.database import scoped
from common.database.percentiles import ALL, by_percentile, percentiles

AnyRow = Row[*tuple[Any, ...]]
GroupBy = Literal["day", "agent", "model", "provider", "conversation"]
_table: Any = ModelCallRecord.__table__
_c = _table.c
COLUMNS = {"agent_id": _c.agent_id, "model": _c.model, "provider": _c.provider} | {
    "conversation_id": _c.conversation_id,
    "customer_id": _c.subject_id,
}
_SUMS = (
    func.count().label("calls"),
    func.count(_c.turn_id.distinct()).label("turns"),
    func.count(_c.conversation_id.distinct()).label("conversations"),
    func.sum(case((_c.finished.is_(False), 1), else_=0)).label("errors"),
    func.sum(_c.input_tokens).label("input_tokens"),
    func.sum(_c.output_tokens).label("output_tokens"),
    func.sum(_c.cached_tokens).label("cached_tokens"),
    func.sum(_c.reasoning_tokens).label("reasoning_tokens"),
    func.sum(_c.duration_ms).label("duration_ms"),
    func.max(_c.duration_ms).label("slowest_ms"),
    func.sum(_c.first_token_ms).label("first_token_ms"),
    func.count(_c.first_token_ms).label("spoke"),
)


Sums = tuple[Sequence[AnyRow], Sequence[AnyRow]]  # by key: the sums, and the cost in each currency


@dataclass(frozen=True, slots=True)
class Wanted:
    """Calls that began from `since` on and before `until`; `equal`: COLUMNS and what they are to be."""

    since: datetime
    until: datetime
    equal: dict[str, str] = field(default_factory=dict)

    def condition(self) -> Any:
        same = (COLUMNS[name] == value for name, value in self.equal.items())
        return and_(_c.created_at >= self.since, _c.created_at < self.until, *same)


async def grouped(
    session: AsyncSession, dialect: str, by: GroupBy, wanted: Wanted, page: tuple[int, str | None] | None = None
) -> Sums:
    """`page`: so many keys at most, those behind the one that is named."""
    key, which = _keys(dialect)[by], wanted.condition()
    if page is not None:
        which = and_(which, key.in_(await _page_of_keys(session, key, which, page)))
    return await _sums(session, key, which)


async def _page_of_keys(session: AsyncSession, key: Any, which: Any, page: tuple[int, str | None]) -> list[str]:
    limit, after = page
    statement = select(key).where(which).distinct().order_by(key).limit(limit)
    statement = statement if after is None else statement.where(key > after)
    return list((await session.execute(scoped(statement, ModelCallRecord))).scalars())


async def total(session: AsyncSession, wanted: Wanted) -> Sums:
    """All calls together have the key ""."""
    return await _sums(session, ALL, wanted.condition())


async def of_conversations(session: AsyncSession, conversation_ids: Sequence[str]) -> Sums:
    return await _sums(session, _c.conversation_id, _c.conversation_id.in_(conversation_ids))


async def _sums(session: AsyncSession, key: Any, which: Any) -> Sums:
    """Two statements: a turn whose calls were paid in two currencies is one turn."""
    keyed = select(key.label("key")).where(which).group_by("key").order_by("key")
    costs = keyed.add_columns(_c.currency, func.sum(_c.cost).label("micros")).group_by(_c.currency)
    found = await session.execute(scoped(keyed.add_columns(*_SUMS), ModelCallRecord))
    return found.all(), (await session.execute(scoped(costs.order_by(_c.currency), ModelCallRecord))).all()


def _keys(dialect: str) -> dict[GroupBy, Any]:
    return {
        "day": _day(dialect),
        "agent": _c.agent_id,
        "model": _c.model,
        "provider": _c.provider,
        "conversation": _c.conversation_id,
    }


def _day(dialect: str) -> Any:
    """The day in UTC; PostgreSQL would take the connection's own time zone."""
    return func.date(func.timezone("UTC", _c.created_at) if dialect == "postgresql" else _c.created_at)


async def durations(
    session: AsyncSession, dialect: str, by: GroupBy | None, wanted: Wanted
) -> dict[str, dict[str, int]]:
    """p50_ms and p95_ms for each key; all calls together have the key ""."""
    key = ALL if by is None else _keys(dialect)[by]
    values = select(key.label("key"), _c.duration_ms.label("value")).where(wanted.condition())
    return by_percentile((await session.execute(percentiles(scoped(values, ModelCallRecord)))).all())


async def calls_of(session: AsyncSession, conversation_id: str) -> Sequence[AnyRow]:
    statement = select(*_c).where(_c.conversation_id == conversation_id).order_by(_c.id)
    return (await session.execute(scoped(statement, ModelCallRecord))).all()


async def newest_first(
    session: AsyncSession, wanted: Wanted, limit: int, before: tuple[datetime, str] | None
) -> Sequence[AnyRow]:
    statement = select(*_c).where(wanted.condition()).order_by(_c.created_at.desc(), _c.id.desc()).limit(limit)
    if before is not None:
        moment, call_id = before
        statement = statement.where(or_(_c.created_at < moment, and_(_c.created_at == moment, _c.id < call_id)))
    return (await session.execute(scoped(statement, ModelCallRecord))).all()


async def spent(
    session: AsyncSession, column: str | None, target_id: str, since: datetime | None, currency: str
) -> tuple[int, int]:
    """Millionths of the currency, and tokens of all calls; of everybody where no column is named."""
    micros = func.sum(case((_c.currency == currency, _c.cost), else_=0))
    statement = select(micros, func.sum(_c.input_tokens + _c.output_tokens))
    if column is not None:
        statement = statement.where(_c[column] == target_id)
    if since is not None:
        statement = statement.where(_c.created_at >= since)
    found = (await session.execute(scoped(statement, ModelCallRecord))).one()
    return int(found[0] or 0), int(found[1] or 0)
