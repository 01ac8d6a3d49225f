"""SQL of guests."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, select, tuple_, update
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


async def older_than(session: AsyncSession, moment: datetime, after: str, most: int) -> list[tuple[str, str]]:
    """Of all shops (in the system scope): (tenant, id) of guests who came before this moment, by id."""
    statement = select(Guest.tenant_id, Guest.id).where(Guest.created_at < moment, Guest.id > after)
    return [(row[0], row[1]) for row in await session.execute(statement.order_by(Guest.id).limit(most))]


async def forget(session: AsyncSession, keys: list[tuple[str, str]]) -> None:
    """Of all shops (in the system scope)."""
    await session.execute(
        delete(Guest).where(tuple_(Guest.tenant_id, Guest.id).in_(keys)).execution_options(synchronize_session=False)
    )
