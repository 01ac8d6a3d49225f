"""The SQL of the tools' rules and figures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.tools.models import ToolCallRecord, ToolRuleRow
from common.database import TENANT, scoped, upsert

AnyRow = Row[*tuple[Any, ...]]
_rules: Any = ToolRuleRow.__table__
_calls: Any = ToolCallRecord.__table__
_READ = select(*_rules.c).where(_rules.c.tenant_id == TENANT).order_by(_rules.c.tool)
_READ_LOCKED = _READ.with_for_update()
_KEYS = ("tenant_id", "tool")


async def rules(session: AsyncSession, *, locked: bool = False) -> Sequence[AnyRow]:
    return (await session.execute(_READ_LOCKED if locked else _READ)).all()


async def save_rule(session: AsyncSession, dialect: str, row: dict[str, Any]) -> None:
    await session.execute(upsert(_rules, dialect, row, _KEYS, [name for name in row if name not in _KEYS]))


async def figures(session: AsyncSession, since: datetime) -> Sequence[AnyRow]:
    """(tool, calls, errors, refused, p50_ms, p95_ms): percentiles are those of finished calls, the nearest rank of
    each, and null where none has finished."""
    columns = _calls.c
    finished = select(
        columns.tool,
        columns.status,
        columns.duration_ms,
        func.row_number().over(partition_by=columns.tool, order_by=_timed_first()).label("place"),
        func.count(columns.duration_ms).over(partition_by=columns.tool).label("timed"),
    ).where(columns.created_at >= since)
    ranked = scoped(finished, ToolCallRecord).subquery()
    statement = select(
        ranked.c.tool,
        func.count().label("calls"),
        _counted(ranked.c.status.in_(("failed", "unknown"))).label("errors"),
        _counted(ranked.c.status == "refused").label("refused"),
        _at(ranked, 50).label("p50_ms"),
        _at(ranked, 95).label("p95_ms"),
    ).group_by(ranked.c.tool)
    return (await session.execute(statement)).all()


def _timed_first() -> Any:
    """Calls without a duration come last on every database."""
    return (_calls.c.duration_ms.is_(None), _calls.c.duration_ms)


def _counted(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _at(ranked: Any, percent: int) -> Any:
    """The smallest duration that so many percent of the calls do not exceed."""
    within = ranked.c.place * 100 >= ranked.c.timed * percent
    return func.min(case((within, ranked.c.duration_ms)))
