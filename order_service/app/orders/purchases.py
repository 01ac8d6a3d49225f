"""SQL over what was bought: together, and often."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from order_service.app.orders.models import Order, OrderLine
from order_service.app.orders.states import PLACED

_orders: Any = Order.__table__
_lines: Any = OrderLine.__table__
_others = _lines.alias("others")
_LATEST = 2_000  # of a product's sales, or of all lines: taste is what people buy now, and the cost stays bounded

_recent = (
    select(_lines.c.order_id)
    .where(_lines.c.tenant_id == TENANT, _lines.c.product_id == bindparam("product"))
    .order_by(_lines.c.id.desc())
    .limit(_LATEST)
    .subquery("recent")
)
_amount = func.count(_others.c.order_id.distinct()).label("amount")
_TOGETHER = (
    select(_others.c.product_id, _amount)
    .select_from(_recent)
    .join(_others, _others.c.order_id == _recent.c.order_id)
    .join(_orders, (_orders.c.tenant_id == TENANT) & (_orders.c.id == _others.c.order_id))
    .where(
        _others.c.tenant_id == TENANT,
        _others.c.product_id != bindparam("product"),
        _orders.c.checkout_state == PLACED,
    )
    .group_by(_others.c.product_id)
    .order_by(_amount.desc(), _others.c.product_id)
    .limit(bindparam("at_most"))
)
_latest = (
    select(_orders.c.id)
    .where(_orders.c.tenant_id == TENANT, _orders.c.checkout_state == PLACED)
    .order_by(_orders.c.created_at.desc(), _orders.c.id.desc())
    .limit(_LATEST)
    .subquery("latest")
)
_sold = func.count(_lines.c.order_id.distinct()).label("amount")
_POPULAR = (
    select(_lines.c.product_id, _sold)
    .select_from(_latest)
    .join(_lines, (_lines.c.tenant_id == TENANT) & (_lines.c.order_id == _latest.c.id))
    .group_by(_lines.c.product_id)
    .order_by(_sold.desc(), _lines.c.product_id)
    .limit(bindparam("at_most"))
)


async def together(session: AsyncSession, product_id: str, limit: int) -> Sequence[Any]:
    return (await session.execute(_TOGETHER, {"product": product_id, "at_most": limit})).all()


async def popular(session: AsyncSession, limit: int) -> Sequence[Any]:
    return (await session.execute(_POPULAR, {"at_most": limit})).all()
