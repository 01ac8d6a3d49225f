"""How a placed order is changed. The caller holds the order's lock and has asked whether it may be (see actions)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.orders import repository
from order_service.app.orders.models import Order
from order_service.app.orders.repository import guarded, move
from order_service.app.orders.states import PENDING_MODIFIED, PLACED

Json = dict[str, Any]
_orders: Any = Order.__table__
_placed = _orders.c.checkout_state == PLACED
_BEGIN = guarded(_placed & _orders.c.change_id.is_(None), "change_id")
_END = guarded(_orders.c.change_id == bindparam("new_ended"), "change_id")
_ADDRESS = guarded(_placed, "address", "search_text")
_TOTALS = guarded(_placed, "subtotal", "discount", "discounts", "tax", "tax_lines", "total")
_STATUS = guarded(_placed, "status")


async def begin(session: AsyncSession, order_id: str, change_id: str, at: datetime) -> bool:
    """From here on nothing else happens to the order, until this change ends."""
    return await move(session, _BEGIN, order_id, at, change_id=change_id)


async def end(session: AsyncSession, order_id: str, change_id: str, at: datetime) -> bool:
    return await move(session, _END, order_id, at, ended=change_id, change_id=None)


async def set_address(session: AsyncSession, order_id: str, address: Json, search_text: str, at: datetime) -> None:
    await move(session, _ADDRESS, order_id, at, address=address, search_text=search_text)


async def set_items(
    session: AsyncSession,
    order_id: str,
    changed: Sequence[Json],
    added: Sequence[Json],
    totals: Mapping[str, Any],
    at: datetime,
) -> None:
    """Lines as they become, new ones, and the totals that follow."""
    for line in changed:
        await repository.set_line(session, line)
    if added:
        await repository.add_lines(session, list(added))
    await move(session, _TOTALS, order_id, at, **totals)


async def note_modified(session: AsyncSession, order_id: str, at: datetime) -> None:
    await set_status(session, order_id, PENDING_MODIFIED, at)


async def set_status(session: AsyncSession, order_id: str, status: str, at: datetime) -> None:
    await move(session, _STATUS, order_id, at, status=status)
