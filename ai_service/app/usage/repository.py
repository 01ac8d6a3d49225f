"""The SQL of usage: sums over model calls, made by the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.usage.models import ModelCallRecord
from common.database import scoped

AnyRow = Row[*tuple[Any, ...]]
GroupBy = Literal["day", "agent", "model"]
_table: Any = ModelCallRecord.__table__
_c = _table.c
_SUMS = (
    func.count().label("calls"),
    func.count(_c.turn_id.distinct()).label("turns"),
    func.count(_c.conversation_id.distinct()).label("conversations"),
    func.sum(case((_c.finished.is_(False), 1), else_=0)).label("errors"),
    func.sum(_c.input_tokens).label("input_tokens"),
    func.sum(_c.output_tokens).label("output_tokens"),
    func.sum(_c.cached_tokens).label("cached_tokens"),
    func.sum(_c.reasoning_tokens).label("reasoning_tokens"),
    func.sum(_c.cost).label("cost"),
    func.sum(_c.duration_ms).label("duration_ms"),
    func.max(_c.duration_ms).label("slowest_ms"),
    func.sum(_c.first_token_ms).label("first_token_ms"),
    func.count(_c.first_token_ms).label("spoke"),
)


def _within(since: datetime, until: datetime) -> Any:
    return and_(_c.created_at >= since, _c.created_at < until)


async def grouped(
    session: AsyncSession, dialect: str, by: GroupBy, since: datetime, until: datetime
) -> Sequence[AnyRow]:
    """A row of sums for each key and currency."""
    key = {"day": _day(dialect), "agent": _c.agent_id, "model": _c.model}[by]
    return await _sums(session, key, _within(since, until))


async def total(session: AsyncSession, since: datetime, until: datetime) -> Sequence[AnyRow]:
    """A row of sums for each currency."""
    return await _sums(session, None, _within(since, until))


async def of_conversations(session: AsyncSession, conversation_ids: Sequence[str]) -> Sequence[AnyRow]:
    """A row of sums for each conversation and currency."""
    return await _sums(session, _c.conversation_id, _c.conversation_id.in_(conversation_ids))


async def _sums(session: AsyncSession, key: Any, which: Any) -> Sequence[AnyRow]:
    keys = [] if key is None else [key.label("key")]
    statement = select(*keys, _c.currency, *_SUMS).where(which).group_by(*keys, _c.currency).order_by(*keys)
    return (await session.execute(scoped(statement, ModelCallRecord))).all()


def _day(dialect: str) -> Any:
    """The day in UTC; PostgreSQL would take the connection's own time zone."""
    return func.date(func.timezone("UTC", _c.created_at) if dialect == "postgresql" else _c.created_at)


async def duration_at(session: AsyncSession, since: datetime, until: datetime, rank: int) -> int | None:
    """The duration of the call with this rank, counted from the quickest."""
    statement = select(_c.duration_ms).where(_within(since, until)).order_by(_c.duration_ms).offset(rank).limit(1)
    found: int | None = (await session.execute(scoped(statement, ModelCallRecord))).scalar()
    return found


async def calls_of(session: AsyncSession, conversation_id: str) -> Sequence[AnyRow]:
    statement = select(*_c).where(_c.conversation_id == conversation_id).order_by(_c.id)
    return (await session.execute(scoped(statement, ModelCallRecord))).all()
