"""The SQL of agents and their versions."""

from collections.abc import Collection, Sequence
from typing import Any, cast

from sqlalchemy import CursorResult, Row, func, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.agents.models import AgentRow, AgentVersionRow
from common.clock import utc_now
from common.database import TENANT, current_tenant, scoped

AnyRow = Row[*tuple[Any, ...]]
_agents: Any = AgentRow.__table__
_versions: Any = AgentVersionRow.__table__
_STATES = select(_agents.c.id, _agents.c.published, _agents.c.archived_at).where(_agents.c.tenant_id == TENANT)
_ALL = select(_agents).where(_agents.c.tenant_id == TENANT).order_by(_agents.c.id)
_INSERT, _INSERT_VERSION = insert(_agents), insert(_versions)


async def states(session: AsyncSession) -> Sequence[AnyRow]:
    """(id, published, archived_at) of every agent that has a row."""
    return (await session.execute(_STATES)).all()


async def all_agents(session: AsyncSession) -> Sequence[AnyRow]:
    return (await session.execute(_ALL)).all()


async def find(session: AsyncSession, agent_id: str) -> AnyRow | None:
    return (await session.execute(_ALL.where(_agents.c.id == agent_id))).first()


async def count(session: AsyncSession) -> int:
    return int((await session.execute(scoped(select(func.count()).select_from(_agents), AgentRow))).scalar() or 0)


async def add(session: AsyncSession, agent_id: str, **values: Any) -> None:
    """IntegrityError when somebody else was first."""
    now = utc_now()
    row = {"tenant_id": current_tenant(), "id": agent_id, "revision": 1, "latest": 0, "created_at": now}
    await session.execute(_INSERT, row | {"updated_at": now} | values)


async def change(session: AsyncSession, agent_id: str, revision: int, **values: Any) -> bool:
    """False when this is not the revision any more; else it is the next one."""
    same = (_agents.c.id == agent_id, _agents.c.revision == revision)
    statement = update(_agents).where(*same).values(revision=revision + 1, updated_at=utc_now(), **values)
    changed = await session.execute(scoped(statement, AgentRow))
    return cast(CursorResult[Any], changed).rowcount == 1


async def add_version(session: AsyncSession, **values: Any) -> None:
    await session.execute(_INSERT_VERSION, {"tenant_id": current_tenant(), "created_at": utc_now(), **values})


async def contents(session: AsyncSession, wanted: Collection[tuple[str, int]]) -> Sequence[AnyRow]:
    """(agent_id, number, content) of these versions."""
    named = tuple_(_versions.c.agent_id, _versions.c.number).in_(list(wanted))
    statement = select(_versions.c.agent_id, _versions.c.number, _versions.c.content).where(named)
    return (await session.execute(scoped(statement, AgentVersionRow))).all()


async def versions(session: AsyncSession, agent_id: str, limit: int, before: int | None) -> Sequence[AnyRow]:
    """Newest first."""
    statement = select(_versions).where(_versions.c.agent_id == agent_id)
    if before is not None:
        statement = statement.where(_versions.c.number < before)
    ordered = statement.order_by(_versions.c.number.desc()).limit(limit)
    return (await session.execute(scoped(ordered, AgentVersionRow))).all()


async def version(session: AsyncSession, agent_id: str, number: int) -> AnyRow | None:
    statement = select(_versions).where(_versions.c.agent_id == agent_id, _versions.c.number == number)
    return (await session.execute(scoped(statement, AgentVersionRow))).first()
