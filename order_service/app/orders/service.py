"""Reading orders: their customer's own, or all of them for the staff."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.orders import fulfilments, listing, repository
from order_service.app.orders.actions import Facts
from order_service.app.orders.errors import NoSuchOrder
from order_service.app.orders.listing import NEWEST
from order_service.app.orders.rendering import facts, render
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
            return await rendered(session, caller, order)

    async def page(
        self, caller: Caller, filters: Json, limit: int, cursor: str | None, sort: str = NEWEST, counted: bool = False
    ) -> Json:
        """One page, and how many there are where that was asked (at most listing.MOST_COUNTED).

        Shoppers see their own, and their refused attempts only when they ask for them.
        """
        wanted = narrowed(caller, filters)
        page, size = listing.ids(wanted, sort, limit + 1, cursor), listing.count(wanted) if counted else None

        def read(connection: Connection) -> tuple[list[str], int | None]:
            number = connection.scalar(size) if size is not None else None
            return [row[0] for row in connection.execute(page)], number

        ids, number = await self._database.read_in_thread(read)  # the staff may ask for what no index knows
        async with self._database.reading() as session:
            orders = await repository.in_order(session, ids[:limit])
            items = await rendered_all(session, caller, orders)
        more = len(ids) > limit and orders
        return {
            "items": items,
            "next_cursor": listing.cursor_after(orders[-1], sort) if more else None,
            "count": number,
        }


def narrowed(caller: Caller, filters: Json) -> Json:
    """What this caller may ask for: shoppers see their own orders whatever they ask."""
    if caller.may(READ_ALL):
        return filters
    own = {name: value for name, value in filters.items() if name not in ("email", "q")}
    own["customer_id"] = caller.subject_id
    if "status" not in own and "checkout_state" not in own:
        own["not_status"] = REFUSED
    return own


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


async def in_order(session: AsyncSession, order_ids: Sequence[str]) -> list[Json]:
    """These orders, in this order."""
    return await repository.in_order(session, order_ids)


async def touched_since(session: AsyncSession, moment: datetime) -> list[Json]:
    """All orders that something happened to since then; for what is rare, since no index has them."""
    return await repository.touched_since(session, moment)


async def lines_of(session: AsyncSession, order_id: str) -> list[Json]:
    return (await repository.lines_of(session, [order_id]))[order_id]


async def found(session: AsyncSession, order_id: str) -> Json:
    """The order itself, or NoSuchOrder."""
    order = await repository.find(session, order_id)
    if order is None:
        raise NoSuchOrder
    return order


async def rendered(session: AsyncSession, caller: Caller, order: Json) -> Json:
    return (await rendered_all(session, caller, [order]))[0]


async def rendered_all(session: AsyncSession, caller: Caller, orders: Sequence[Json]) -> list[Json]:
    """With everything that belongs to them and what this caller can do, in a few statements for all."""
    ids = [order["id"] for order in orders]
    if not ids:
        return []
    lines = await repository.lines_of(session, ids)
    ledgers = await payments.ledgers_of(session, ids)
    parcels = await fulfilments.of_orders(session, ids)
    requests = await refund_requests.of_orders(session, ids)
    left = await payments.left_of(session, ids)
    asked = [
        await rows.of_orders(session, ids) for rows in (after_sales.changes, after_sales.returns, after_sales.exchanges)
    ]
    parts = (lines, ledgers, parcels, requests, *asked)
    return [render(caller, order, *(part[order["id"]] for part in parts), left=left[order["id"]]) for order in orders]


async def facts_of(session: AsyncSession, order_id: str) -> Facts:
    """What the rules of actions look at beside the order's row."""
    ledger = (await payments.ledgers_of(session, [order_id]))[order_id]
    left = (await payments.left_of(session, [order_id]))[order_id]
    returned = (await after_sales.returns.of_orders(session, [order_id]))[order_id]
    exchanged = (await after_sales.exchanges.of_orders(session, [order_id]))[order_id]
    return facts(ledger, [*returned, *exchanged], left)
