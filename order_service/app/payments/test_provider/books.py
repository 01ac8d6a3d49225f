"""SQL of the test provider's books."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from order_service.app.payments.test_provider.models import TestCredit, TestPayment, TestRefund

_payments: Any = TestPayment.__table__
_refunds: Any = TestRefund.__table__
_credits: Any = TestCredit.__table__
_ADD_PAYMENT, _ADD_REFUND, _ADD_CREDIT = insert(_payments), insert(_refunds), insert(_credits)
_this = (_payments.c.tenant_id == TENANT, _payments.c.id == bindparam("payment"))
_PAYMENT = select(_payments).where(*_this)
_LOCKED_PAYMENT = _PAYMENT.with_for_update()
_MOVE = update(_payments).where(*_this).values(state=bindparam("after"))
_REFUND = select(_refunds).where(_refunds.c.tenant_id == TENANT, _refunds.c.id == bindparam("refund"))
_REFUNDED = select(func.coalesce(func.sum(_refunds.c.amount), 0)).where(
    _refunds.c.tenant_id == TENANT, _refunds.c.payment_id == bindparam("payment")
)
_CREDIT = select(_credits).where(_credits.c.tenant_id == TENANT, _credits.c.id == bindparam("credit"))


async def payment(session: AsyncSession, payment_id: str, *, lock: bool = False) -> Any:
    statement = _LOCKED_PAYMENT if lock else _PAYMENT
    return (await session.execute(statement, {"payment": payment_id})).first()


async def add_payment(
    session: AsyncSession, payment_id: str, amount: int, currency: str, token: str, state: str, ready_at: datetime
) -> None:
    row = {"id": payment_id, "amount": amount, "currency": currency, "token": token, "state": state}
    await session.execute(_ADD_PAYMENT, row | {"ready_at": ready_at})


async def move(session: AsyncSession, payment_id: str, after: str) -> None:
    """To another state; the caller holds the row's lock."""
    await session.execute(_MOVE, {"payment": payment_id, "after": after})


async def refund(session: AsyncSession, refund_id: str) -> Any:
    return (await session.execute(_REFUND, {"refund": refund_id})).first()


async def refunded(session: AsyncSession, payment_id: str) -> int:
    return int(await session.scalar(_REFUNDED, {"payment": payment_id}) or 0)


async def add_refund(session: AsyncSession, refund_id: str, payment_id: str, amount: int) -> None:
    await session.execute(_ADD_REFUND, {"id": refund_id, "payment_id": payment_id, "amount": amount})


async def credit(session: AsyncSession, credit_id: str) -> Any:
    return (await session.execute(_CREDIT, {"credit": credit_id})).first()


async def add_credit(session: AsyncSession, credit_id: str, amount: int, currency: str, token: str) -> None:
    row = {"id": credit_id, "amount": amount, "currency": currency, "token": token}
    await session.execute(_ADD_CREDIT, row)
