"""SQL of saved payment methods."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from user_service.app.payment_methods.models import PaymentMethod


def add(session: AsyncSession, method: PaymentMethod) -> None:
    session.add(method)


async def of_user(session: AsyncSession, user_id: str, method_id: str) -> PaymentMethod | None:
    statement = select(PaymentMethod).where(PaymentMethod.user_id == user_id, PaymentMethod.id == method_id)
    return (await session.scalars(statement)).one_or_none()


async def page(session: AsyncSession, user_id: str, after: str | None, limit: int) -> Sequence[PaymentMethod]:
    statement = select(PaymentMethod).where(PaymentMethod.user_id == user_id).order_by(PaymentMethod.id).limit(limit)
    return (await session.scalars(statement if after is None else statement.where(PaymentMethod.id > after))).all()


async def count_of(session: AsyncSession, user_id: str) -> int:
    statement = select(func.count(PaymentMethod.id)).where(PaymentMethod.user_id == user_id)
    return (await session.execute(statement)).scalar_one()


async def make_default(session: AsyncSession, user_id: str, method_id: str) -> None:
    await session.execute(
        update(PaymentMethod)
        .where(PaymentMethod.user_id == user_id)
        .values(is_default=PaymentMethod.id == method_id)
        .execution_options(synchronize_session=False)
    )


async def remove(session: AsyncSession, user_id: str, method_id: str) -> None:
    await session.execute(delete(PaymentMethod).where(PaymentMethod.user_id == user_id, PaymentMethod.id == method_id))
