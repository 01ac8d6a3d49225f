"""SQL of import jobs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Table, Update, and_, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import current_tenant, leases
from product_service.app.imports.catalogue_file import MAX_KEPT, Rejection
from product_service.app.imports.models import QUEUED, RUNNING, ImportJob, RejectedRow

JOBS = cast(Table, ImportJob.__table__)


async def due(session: AsyncSession, now: datetime) -> ImportJob | None:
    """The oldest job of any shop that waits or whose worker went silent; for the system scope."""
    waiting = or_(
        ImportJob.status == QUEUED,
        and_(ImportJob.status == RUNNING, or_(ImportJob.lease_until.is_(None), leases.run_out(ImportJob.lease_until))),
    )
    statement = select(ImportJob).where(waiting).order_by(ImportJob.created_at, ImportJob.id).limit(1)
    return (await session.scalars(statement, leases.at(now))).first()


async def claim(session: AsyncSession, job: ImportJob, now: datetime, until: datetime) -> bool:
    """Take a job if nobody else did; `attempts` is the fence: it counts up with every taker."""
    statement = (
        update(JOBS)
        .where(JOBS.c.tenant_id == job.tenant_id, JOBS.c.id == job.id, JOBS.c.attempts == job.attempts)
        .values(status=RUNNING, attempts=job.attempts + 1, lease_until=until, heartbeat_at=now, updated_at=now)
    )
    return await _changed(session, statement)


async def write(session: AsyncSession, job_id: str, attempt: int, values: dict[str, Any]) -> bool:
    """Change a job one still holds; False when another worker has taken it over."""
    statement = update(JOBS).where(
        JOBS.c.tenant_id == current_tenant(), JOBS.c.id == job_id, JOBS.c.attempts == attempt
    )
    return await _changed(session, statement.values(**values))


async def _changed(session: AsyncSession, statement: Update) -> bool:
    result = cast(CursorResult[Any], await session.execute(statement))
    return bool(result.rowcount)


async def forget_leases(session: AsyncSession) -> None:
    """For a database that one process owns: at its start no other worker can be alive."""
    await session.execute(update(JOBS).where(JOBS.c.status == RUNNING).values(lease_until=None))


async def keep_rejections(session: AsyncSession, job_id: str, already: int, rejections: Sequence[Rejection]) -> None:
    """The first thousand of a job."""
    kept = rejections[: max(0, MAX_KEPT - already)]
    if kept:
        rows = [
            {
                "tenant_id": current_tenant(),
                "job_id": job_id,
                "position": already + place,
                "line": one.line,
                "column": one.column[:120],
                "reason": one.reason[:300],
                "value": one.value[:200],
            }
            for place, one in enumerate(kept)
        ]
        await session.execute(insert(RejectedRow), rows)


async def paths_in_use(session: AsyncSession, since: datetime) -> set[str]:
    """The files of jobs of all shops that are not finished, or were only since then; for the system scope."""
    unfinished = or_(JOBS.c.finished_at.is_(None), JOBS.c.finished_at >= since)
    return set((await session.execute(select(JOBS.c.path).where(unfinished))).scalars())


async def job(session: AsyncSession, job_id: str) -> ImportJob | None:
    return (await session.scalars(select(ImportJob).where(ImportJob.id == job_id))).first()


async def jobs(session: AsyncSession, before: str | None, limit: int) -> Sequence[ImportJob]:
    """Latest first: ids sort by time."""
    statement = select(ImportJob).order_by(ImportJob.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(ImportJob.id < before)
    return (await session.scalars(statement)).all()


async def rejections(session: AsyncSession, job_id: str, after: int, limit: int) -> Sequence[RejectedRow]:
    statement = (
        select(RejectedRow)
        .where(RejectedRow.job_id == job_id, RejectedRow.position > after)
        .order_by(RejectedRow.position)
        .limit(limit)
    )
    return (await session.scalars(statement)).all()
