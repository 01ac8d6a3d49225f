"""What the audit of tool calls says of how the tools do."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.tools.models import ToolCallRecord
from common.database import scoped
from common.database.percentiles import by_percentile, percentiles

_table: Any = ToolCallRecord.__table__
_c = _table.c
COLUMNS = {
    "agent_id": _c.agent_id,
    "conversation_id": _c.conversation_id,
    "customer_id": _c.subject_id,
    "tool": _c.tool,
}
FAILED = ("failed", "unknown")
_SUMS = (
    func.count().label("calls"),
    func.count(_c.turn_id.distinct()).label("turns"),
    func.count(_c.conversation_id.distinct()).label("conversations"),
    func.sum(case((_c.status.in_(FAILED), 1), else_=0)).label("errors"),
    func.sum(case((_c.status == "refused", 1), else_=0)).label("refused"),
    func.sum(_c.duration_ms).label("duration_ms"),
    func.count(_c.duration_ms).label("timed"),
    func.max(_c.duration_ms).label("slowest_ms"),
)


def _within(since: datetime, until: datetime, equal: dict[str, str]) -> Any:
    same = (COLUMNS[name] == value for name, value in equal.items())
    return and_(_c.created_at >= since, _c.created_at < until, *same)


async def by_tool(
    session: AsyncSession, since: datetime, until: datetime, equal: dict[str, str]
) -> tuple[Sequence[Any], dict[str, dict[str, int]]]:
    """A row of sums for each tool, as `key`; and p50_ms and p95_ms by tool. `equal`: COLUMNS and their values."""
    which = _within(since, until, equal)
    sums = select(_c.tool.label("key"), *_SUMS).where(which).group_by(_c.tool).order_by(_c.tool)
    values = select(_c.tool.label("key"), _c.duration_ms.label("value")).where(which, _c.duration_ms.is_not(None))
    found = (await session.execute(scoped(sums, ToolCallRecord))).all()
    slow = (await session.execute(percentiles(scoped(values, ToolCallRecord)))).all()
    return found, by_percentile(slow)


async def newest_first(
    session: AsyncSession,
    since: datetime,
    until: datetime,
    equal: dict[str, str],
    limit: int,
    before: tuple[datetime, str] | None,
) -> Sequence[Any]:
    statement = select(*_c).where(_within(since, until, equal)).order_by(_c.created_at.desc(), _c.id.desc())
    if before is not None:
        moment, call_id = before
        statement = statement.where(or_(_c.created_at < moment, and_(_c.created_at == moment, _c.id < call_id)))
    return (await session.execute(scoped(statement.limit(limit), ToolCallRecord))).all()
