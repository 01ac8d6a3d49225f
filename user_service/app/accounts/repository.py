"""SQL of accounts and their roles."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, Table, delete, exists, func, insert, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import current_tenant
from user_service.app.accounts.models import User, UserRole
from user_service.app.roles.service import OWNER


def add(session: AsyncSession, user: User) -> None:
    session.add(user)


async def by_id(session: AsyncSession, user_id: str) -> User | None:
    return (await session.scalars(select(User).where(User.id == user_id))).one_or_none()


async def by_ids(session: AsyncSession, user_ids: Sequence[str]) -> Sequence[User]:
    return (await session.scalars(select(User).where(User.id.in_(user_ids)).order_by(User.id))).all()


async def by_email(session: AsyncSession, email: str) -> User | None:
    return (await session.scalars(select(User).where(User.email == email))).one_or_none()


async def by_name(session: AsyncSession, first_key: str | None, last_key: str | None, most: int) -> Sequence[User]:
    """People of these (folded) names, oldest first."""
    oldest = func.coalesce(User.id, "")  # wrapped: in the order of ids SQLite would walk through everybody to find them
    statement = select(User).order_by(oldest).limit(most)
    if last_key is not None:
        statement = statement.where(User.last_name_key == last_key)
    if first_key is not None:
        statement = statement.where(User.first_name_key == first_key)
    return (await session.scalars(statement)).all()


async def locked(session: AsyncSession, user_id: str) -> User | None:
    """The account as it is now, ours until the transaction ends."""
    statement = select(User).where(User.id == user_id).with_for_update()
    return (await session.scalars(statement.execution_options(populate_existing=True))).one_or_none()


async def page(session: AsyncSession, after: str | None, limit: int) -> Sequence[User]:
    statement = select(User).order_by(User.id).limit(limit)
    return (await session.scalars(statement if after is None else statement.where(User.id > after))).all()


async def found(
    session: AsyncSession,
    *,
    words: Sequence[str],
    role: str | None,
    status: str | None,
    order: str,
    after: tuple[str, ...] | None,
    limit: int,
) -> Sequence[User]:
    """A page of the people who have all these words in their email or name."""
    statement = _filtered(select(User), words, role, status)
    columns = order_columns(order)
    if order == "newest":
        statement = statement.order_by(User.id.desc())
        statement = statement if after is None else statement.where(User.id < after[0])
    else:
        statement = statement.order_by(*columns)
        statement = statement if after is None else statement.where(tuple_(*columns) > tuple_(*after))
    return (await session.scalars(statement.limit(limit))).all()


def order_columns(order: str) -> list[Any]:
    """What a list in this order is sorted by, and its cursors hold."""
    if order == "name":
        return [User.last_name_key, User.first_name_key, User.id]
    return [User.email, User.id] if order == "email" else [User.id]


def _filtered(statement: "Select[User]", words: Sequence[str], role: str | None, status: str | None) -> "Select[User]":
    for word in words:
        places = (User.email, User.first_name_key, User.last_name_key, User.name)
        statement = statement.where(or_(*(place.contains(word, autoescape=True) for place in places)))
    if role is not None:
        statement = statement.where(_has(role))
    if status == "deactivated":
        return statement.where(User.deactivated_at.is_not(None))
    if status is not None:
        chosen = User.password_hash.is_(None) if status == "invited" else User.password_hash.is_not(None)
        statement = statement.where(User.deactivated_at.is_(None), chosen)
    return statement


def _has(role: str) -> ColumnElement[bool]:
    """Whether a person has this role; `staff` is any, `customer` none."""
    if role == "customer":
        return ~exists().where(UserRole.tenant_id == User.tenant_id, UserRole.user_id == User.id)
    with_one = select(UserRole.user_id)  # begun with the few who have one, not asked of everybody
    return User.id.in_(with_one if role == "staff" else with_one.where(UserRole.role_id == role))


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
    """Everybody who is an owner and can sign in, their rows locked until the transaction ends."""
    statement = (
        select(UserRole.user_id)
        .join(User, (User.tenant_id == UserRole.tenant_id) & (User.id == UserRole.user_id))
        .where(UserRole.role_id == OWNER, User.deactivated_at.is_(None), User.password_hash.is_not(None))
        .order_by(UserRole.user_id)
    )
    return set((await session.scalars(statement.with_for_update())).all())


async def owners_by_email(session: AsyncSession, email: str | None) -> Sequence[User]:
    """The owners, or the one with this email; the longest here first."""
    statement = select(User).where(_has(OWNER)).order_by(User.id)
    return (await session.scalars(statement if email is None else statement.where(User.email == email))).all()


async def has_role(session: AsyncSession, role: str) -> bool:
    """Whether anybody has this role."""
    statement = select(UserRole.user_id).where(UserRole.role_id == role).limit(1)
    return (await session.scalars(statement)).first() is not None


async def replace_roles(session: AsyncSession, user_id: str, roles: Sequence[str]) -> None:
    await session.execute(delete(UserRole).where(UserRole.user_id == user_id))
    rows = [{"tenant_id": current_tenant(), "user_id": user_id, "role_id": role} for role in roles]
    if rows:
        await session.execute(insert(cast(Table, UserRole.__table__)), rows)
