"""SQL of sessions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from user_service.app.sessions.models import SignedInSession


def add(session: AsyncSession, row: SignedInSession) -> None:
    session.add(row)


async def by_id(session: AsyncSession, session_id: str) -> SignedInSession | None:
    statement = select(SignedInSession).where(SignedInSession.id == session_id)
    return (await session.scalars(statement.execution_options(populate_existing=True))).one_or_none()


async def rotate(
    session: AsyncSession, session_id: str, generation: int, *, now: datetime, expires_at: datetime
) -> bool:
    """Move on from this generation; False when somebody else did, or the session is over."""
    statement = (
        update(SignedInSession)
        .where(
            SignedInSession.id == session_id,
            SignedInSession.generation == generation,
            SignedInSession.revoked_at.is_(None),
            SignedInSession.expires_at > now,
        )
        .values(generation=generation + 1, rotated_at=now, expires_at=expires_at)
        .execution_options(synchronize_session=False)
    )
    return cast(CursorResult[Any], await session.execute(statement)).rowcount == 1


async def alive_ids(session: AsyncSession, subject_id: str, now: datetime) -> Sequence[str]:
    statement = select(SignedInSession.id).where(
        SignedInSession.subject_id == subject_id,
        SignedInSession.revoked_at.is_(None),
        SignedInSession.expires_at > now,
    )
    return (await session.scalars(statement)).all()


async def alive(session: AsyncSession, subject_id: str, now: datetime, most: int) -> Sequence[SignedInSession]:
    """The open sessions of a person, the last used first."""
    statement = select(SignedInSession).where(
        SignedInSession.subject_id == subject_id,
        SignedInSession.revoked_at.is_(None),
        SignedInSession.expires_at > now,
    )
    return (await session.scalars(statement.order_by(SignedInSession.rotated_at.desc()).limit(most))).all()


async def last_seen(session: AsyncSession, subject_ids: Sequence[str]) -> dict[str, datetime]:
    statement = (
        select(SignedInSession.subject_id, func.max(SignedInSession.rotated_at))
        .where(SignedInSession.subject_id.in_(subject_ids))
        .group_by(SignedInSession.subject_id)
    )
    rows = (await session.execute(statement)).all()
    return {row[0]: row[1] for row in rows}


async def subjects_with_sessions(session: AsyncSession, subjects: Sequence[tuple[str, str]]) -> set[str]:
    """Of all shops (in the system scope): who of these (tenant, id) has a session that is remembered, open or not."""
    these = tuple_(SignedInSession.tenant_id, SignedInSession.subject_id).in_(subjects)
    statement = select(SignedInSession.subject_id).where(these).distinct()
    return set((await session.scalars(statement)).all())


async def revoke(session: AsyncSession, session_ids: Sequence[str], reason: str, now: datetime) -> None:
    await session.execute(
        update(SignedInSession)
        .where(SignedInSession.id.in_(session_ids), SignedInSession.revoked_at.is_(None))
        .values(revoked_at=now, revoke_reason=reason)
        .execution_options(synchronize_session=False)
    )


async def revoked_since(session: AsyncSession, since: datetime) -> Sequence[str]:
    """Of all tenants (in the system scope): what tokens in circulation may no longer be used for writes."""
    return (await session.scalars(select(SignedInSession.id).where(SignedInSession.revoked_at >= since))).all()


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Of all tenants (in the system scope): drop what ended so long ago that no token of it is left."""
    await session.execute(delete(SignedInSession).where(SignedInSession.expires_at < moment))
