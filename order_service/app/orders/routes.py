"""Orders over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.dependencies import AnyCaller
from common.service import json_response
from order_service.app.dependencies import Orders
from order_service.app.orders.schemas import Order, OrderFilters

router = APIRouter(prefix="/api/v1/orders", tags=["orders"])


class _Listing(OrderFilters):
    limit: PageLimit = DEFAULT_LIMIT
    cursor: str | None = None


@router.get("", responses={200: {"model": Page[Order]}})
async def list_orders(caller: AnyCaller, orders: Orders, listing: Annotated[_Listing, Query()]) -> Response:
    """The caller's orders, newest first; with `orders:read` everybody's."""
    asked: dict[str, Any] = listing.model_dump(exclude_none=True, exclude={"limit", "cursor"})
    for name, column in (("created_from", "since"), ("created_to", "until")):
        if name in asked:
            asked[column] = asked.pop(name)
    return json_response(await orders.page(caller, asked, listing.limit, listing.cursor))


@router.get("/{order_id}", responses={200: {"model": Order}})
async def read_order(order_id: str, caller: AnyCaller, orders: Orders) -> Response:
    return json_response(await orders.view(caller, order_id))
