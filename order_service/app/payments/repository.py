"""SQL of payments, refunds and the ledger."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from common.database import TENANT
from order_service.app.payments.models import LedgerEntry, Payment, Refund
from order_service.app.payments.states import CAPTURED

_payments: Any = Payment.__table__
_refunds: Any = Refund.__table__
_ledger: Any = LedgerEntry.__table__
_ADD_PAYMENT, _ADD_REFUND, _ADD_TO_LEDGER = insert(_payments), insert(_refunds), insert(_ledger)
_of_orders: Any = bindparam("orders", expanding=True)
_PAYMENTS = (
    select(_payments)
    .where(_payments.c.tenant_id == TENANT, _payments.c.order_id.in_(_of_orders))
    .order_by(_payments.c.order_id, _payments.c.position)
)
_REFUNDS = select(_refunds).where(_refunds.c.tenant_id == TENANT, _refunds.c.order_id.in_(_of_orders))
_promised = (
    select(func.sum(_refunds.c.amount))
    .where(_refunds.c.tenant_id == TENANT, _refunds.c.order_id == _payments.c.order_id)
    .scalar_subquery()
)
_LEFT = (
    select(_payments.c.order_id, (func.sum(_payments.c.amount) - func.coalesce(_promised, 0)).label("amount"))
    .where(_payments.c.tenant_id == TENANT, _payments.c.order_id.in_(_of_orders), _payments.c.status == CAPTURED)
    .group_by(_payments.c.order_id)
)
_LEDGER = (
    select(_ledger)
    .where(_ledger.c.tenant_id == TENANT, _ledger.c.order_id.in_(_of_orders))
    .order_by(_ledger.c.order_id, _ledger.c.created_at, _ledger.c.id)
)
_SET_PAYMENT = (
    update(_payments)
    .where(_payments.c.tenant_id == TENANT, _payments.c.id == bindparam("row_id"))
    .values(status=bindparam("new_status"), updated_at=bindparam("new_at", type_=_payments.c.updated_at.type))
)
_SET_REFUND = (
    update(_refunds)
    .where(
        _refunds.c.tenant_id == TENANT,
        _refunds.c.id == bindparam("row_id"),
        _refunds.c.status != bindparam("new_status"),
    )
    .values(status=bindparam("new_status"), updated_at=bindparam("new_at", type_=_refunds.c.updated_at.type))
)
_REDIRECT_REFUND = (
    update(_refunds)
    .where(_refunds.c.tenant_id == TENANT, _refunds.c.id == bindparam("row_id"))
    .values(
        payment_id=bindparam("new_payment"),
        amount=bindparam("new_amount"),
        updated_at=bindparam("new_at", type_=_refunds.c.updated_at.type),
    )
)


async def add_payment(session: AsyncSession, payment: dict[str, Any]) -> None:
    await session.execute(_ADD_PAYMENT, payment)


async def set_payment_status(session: AsyncSession, payment_id: str, status: str) -> None:
    await session.execute(_SET_PAYMENT, {"row_id": payment_id, "new_status": status, "new_at": utc_now()})


async def add_refund(session: AsyncSession, refund: dict[str, Any]) -> None:
    await session.execute(_ADD_REFUND, refund)


async def redirect_refund(session: AsyncSession, refund_id: str, payment_id: str, amount: int) -> None:
    """A credit becomes a part of a payment."""
    values = {"row_id": refund_id, "new_payment": payment_id, "new_amount": amount, "new_at": utc_now()}
    await session.execute(_REDIRECT_REFUND, values)


async def set_refund_status(session: AsyncSession, refund_id: str, status: str) -> bool:
    """False when it has this status already."""
    values = {"row_id": refund_id, "new_status": status, "new_at": utc_now()}
    result: Any = await session.execute(_SET_REFUND, values)
    return bool(result.rowcount == 1)


async def add_to_ledger(session: AsyncSession, entry: dict[str, Any]) -> None:
    await session.execute(_ADD_TO_LEDGER, entry)


async def payments_of(session: AsyncSession, order_id: str) -> list[dict[str, Any]]:
    return [dict(row) for row in (await session.execute(_PAYMENTS, {"orders": [order_id]})).mappings()]


async def refunds_of(session: AsyncSession, order_id: str) -> list[dict[str, Any]]:
    return [dict(row) for row in (await session.execute(_REFUNDS, {"orders": [order_id]})).mappings()]


async def left_of(session: AsyncSession, order_ids: Sequence[str]) -> dict[str, int]:
    """What no refund was promised of, by order: all captured payments less all refunds, done or not."""
    found = dict.fromkeys(order_ids, 0)
    for row in await session.execute(_LEFT, {"orders": list(order_ids)}):
        found[row.order_id] = int(row.amount)
    return found


async def ledgers_of(session: AsyncSession, order_ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """The ledgers of several orders at once, by order."""
    found: dict[str, list[dict[str, Any]]] = {order_id: [] for order_id in order_ids}
    for row in (await session.execute(_LEDGER, {"orders": list(order_ids)})).mappings():
        found[row["order_id"]].append(dict(row))
    return found
