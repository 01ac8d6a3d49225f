"""Reading orders: their customer's own, or all of them for the staff."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from common.security.caller import Caller
from order_service.app.orders import fulfilments, repository
from order_service.app.orders.errors import NoSuchOrder
from order_service.app.orders.rendering import render
from order_service.app.orders.states import REFUSED
from order_service.app.payments import refund_requests
from order_service.app.payments import service as payments

READ_ALL = "orders:read"
Json = dict[str, Any]


class OrderService:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def view(self, caller: Caller, order_id: str) -> Json:
        """One order; somebody else's is NoSuchOrder like a missing one."""
        async with self._database.reading() as session:
            order = await visible(session, caller, order_id)
            return await rendered(session, order)

    async def page(self, caller: Caller, filters: dict[str, Any], limit: int, cursor: str | None) -> Json:
        """Newest first. Shoppers do not see their refused attempts unless they ask for them."""
        if not caller.may(READ_ALL):
            filters = {name: value for name, value in filters.items() if name != "email"}
            filters["customer_id"] = caller.subject_id
            if "status" not in filters and "checkout_state" not in filters:
                filters["not_status"] = REFUSED
        async with self._database.reading() as session:
            orders = await repository.page(session, filters, limit + 1, _moment(cursor))
            shown = await rendered_all(session, orders[:limit])
        last = orders[limit - 1] if len(orders) > limit else None
        return {
            "items": shown,
            "next_cursor": encode_cursor(last["created_at"].isoformat(), last["id"]) if last else None,
        }


def search_text(name: str | None, email: str | None) -> str:
    """What the staff finds an order by, beside its number."""
    return f"{name or ''} {email or ''}".strip().lower()[:560]


async def visible(session: AsyncSession, caller: Caller, order_id: str, permission: str = READ_ALL) -> Json:
    """The order, if it is the caller's or the caller may see all."""
    order = await repository.find(session, order_id)
    if order is None or (order["customer_id"] != caller.subject_id and not caller.may(permission)):
        raise NoSuchOrder
    return order


async def find(session: AsyncSession, order_id: str) -> Json | None:
    """The order itself, for work that is already authorised."""
    return await repository.find(session, order_id)


async def lines_of(session: AsyncSession, order_id: str) -> list[Json]:
    return (await repository.lines_of(session, [order_id]))[order_id]


async def found(session: AsyncSession, order_id: str) -> Json:
    """The order itself, or NoSuchOrder."""
    order = await repository.find(session, order_id)
    if order is None:
        raise NoSuchOrder
    return order


async def rendered(session: AsyncSession, order: Json) -> Json:
    return (await rendered_all(session, [order]))[0]


async def rendered_all(session: AsyncSession, orders: Sequence[Json]) -> list[Json]:
    """With everything that belongs to them, in a few statements for all."""
    ids = [order["id"] for order in orders]
    if not ids:
        return []
    lines = await repository.lines_of(session, ids)
    ledgers = await payments.ledgers_of(session, ids)
    parcels = await fulfilments.of_orders(session, ids)
    requests = await refund_requests.of_orders(session, ids)
    return [render(order, *(part[order["id"]] for part in (lines, ledgers, parcels, requests))) for order in orders]


def _moment(cursor: str | None) -> tuple[datetime, str] | None:
    if cursor is None:
        return None
    text, order_id = decode_cursor(cursor)
    try:
        return datetime.fromisoformat(text).astimezone(UTC), order_id
    except ValueError as error:
        raise InvalidCursor from error
