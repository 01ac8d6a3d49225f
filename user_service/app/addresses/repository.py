"""SQL of addresses beyond what fastcrud does."""

from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from user_service.app.addresses.models import Address
from user_service.app.shapes import folded_zip


def add(session: AsyncSession, address: Address) -> None:
    session.add(address)


async def by_id(session: AsyncSession, user_id: str, address_id: str) -> Address | None:
    statement = select(Address).where(Address.user_id == user_id, Address.id == address_id)
    return (await session.scalars(statement)).one_or_none()


async def page(session: AsyncSession, user_id: str, after: str | None, limit: int) -> Sequence[Address]:
    statement = select(Address).where(Address.user_id == user_id).order_by(Address.id).limit(limit)
    return (await session.scalars(statement if after is None else statement.where(Address.id > after))).all()


async def count_of(session: AsyncSession, user_id: str) -> int:
    statement = select(func.count(Address.id)).where(Address.user_id == user_id)
    return (await session.execute(statement)).scalar_one()


async def default_of(session: AsyncSession, user_id: str) -> Address | None:
    """The default address, else the oldest."""
    statement = select(Address).where(Address.user_id == user_id).order_by(Address.is_default.desc(), Address.id)
    return (await session.scalars(statement.limit(1))).one_or_none()


async def unset_other_defaults(session: AsyncSession, user_id: str, address_id: str) -> None:
    await session.execute(
        update(Address)
        .where(Address.user_id == user_id, Address.id != address_id, Address.is_default.is_(True))
        .values(is_default=False)
        .execution_options(synchronize_session=False)
    )


async def set_zip_key(session: AsyncSession, address_id: str, zip_code: str) -> None:
    await session.execute(
        update(Address)
        .where(Address.id == address_id)
        .values(zip_key=folded_zip(zip_code))
        .execution_options(synchronize_session=False)
    )


async def living_at(session: AsyncSession, user_ids: Sequence[str], zip_key: str) -> set[str]:
    statement = select(Address.user_id).where(Address.user_id.in_(user_ids), Address.zip_key == zip_key)
    return set((await session.scalars(statement)).all())
