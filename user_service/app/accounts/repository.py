"""SQL of accounts and their roles."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import current_tenant
from user_service.app.accounts.models import User, UserRole
from user_service.app.roles.service import OWNER


def add(session: AsyncSession, user: User) -> None:
    session.add(user)


async def by_id(session: AsyncSession, user_id: str) -> User | None:
    return (await session.scalars(select(User).where(User.id == user_id))).one_or_none()


async def by_email(session: AsyncSession, email: str) -> User | None:
    return (await session.scalars(select(User).where(User.email == email))).one_or_none()


async def by_name(session: AsyncSession, first_key: str | None, last_key: str | None, most: int) -> Sequence[User]:
    """People of these (folded) names, oldest first."""
    statement = select(User).order_by(User.id).limit(most)
    if last_key is not None:
        statement = statement.where(User.last_name_key == last_key)
    if first_key is not None:
        statement = statement.where(User.first_name_key == first_key)
    return (await session.scalars(statement)).all()


async def page(session: AsyncSession, after: str | None, limit: int) -> Sequence[User]:
    statement = select(User).order_by(User.id).limit(limit)
    return (await session.scalars(statement if after is None else statement.where(User.id > after))).all()


async def change(session: AsyncSession, user_id: str, values: dict[str, Any]) -> None:
    await session.execute(update(User).where(User.id == user_id).values(**values))


async def roles_of(session: AsyncSession, user_ids: Sequence[str]) -> dict[str, list[str]]:
    """The staff roles of each of these people."""
    found: dict[str, list[str]] = {user_id: [] for user_id in user_ids}
    statement = select(UserRole.user_id, UserRole.role_id).where(UserRole.user_id.in_(user_ids))
    for user_id, role_id in await session.execute(statement.order_by(UserRole.role_id)):
        found[user_id].append(role_id)
    return found


async def owners(session: AsyncSession) -> set[str]:
    """Everybody who is an owner, their rows locked until the transaction ends."""
    statement = select(UserRole.user_id).where(UserRole.role_id == OWNER).order_by(UserRole.user_id)
    return set((await session.scalars(statement.with_for_update())).all())


async def has_role(session: AsyncSession, role: str) -> bool:
    """Whether anybody has this role."""
    statement = select(UserRole.user_id).where(UserRole.role_id == role).limit(1)
    return (await session.scalars(statement)).first() is not None


async def replace_roles(session: AsyncSession, user_id: str, roles: Sequence[str]) -> None:
    await session.execute(delete(UserRole).where(UserRole.user_id == user_id))
    rows = [{"tenant_id": current_tenant(), "user_id": user_id, "role_id": role} for role in roles]
    if rows:
        await session.execute(insert(cast(Table, UserRole.__table__)), rows)
