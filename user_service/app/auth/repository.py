"""SQL of guests."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from user_service.app.auth.models import Guest


def add(session: AsyncSession, guest: Guest) -> None:
    session.add(guest)


async def by_id(session: AsyncSession, guest_id: str) -> Guest | None:
    return (await session.scalars(select(Guest).where(Guest.id == guest_id))).one_or_none()


async def merge(session: AsyncSession, guest_id: str, user_id: str, now: datetime) -> bool:
    """False when the guest was merged before: a cart follows one person only."""
    statement = (
        update(Guest)
        .where(Guest.id == guest_id, Guest.merged_into.is_(None))
        .values(merged_into=user_id, merged_at=now)
        .execution_options(synchronize_session=False)
    )
    return cast(CursorResult[Any], await session.execute(statement)).rowcount == 1
