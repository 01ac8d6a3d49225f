"""Orders over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from common.pagination import DEFAULT_LIMIT, PageLimit
from common.security.dependencies import AnyCaller
from common.service import json_response
from order_service.app.dependencies import Orders
from order_service.app.orders.schemas import Order, OrderFilters, OrderPage, OrderSort

router = APIRouter(prefix="/api/v1/orders", tags=["orders"])


class _Listing(OrderFilters):
    limit: PageLimit = DEFAULT_LIMIT
    cursor: str | None = None
    sort: OrderSort = "newest"
    count: bool = Field(False, description="Also say how many there are (up to 10000).")


@router.get("", responses={200: {"model": OrderPage}})
async def list_orders(caller: AnyCaller, orders: Orders, listing: Annotated[_Listing, Query()]) -> Response:
    """The caller's orders; with `orders:read` everybody's."""
    asked: dict[str, Any] = listing.model_dump(exclude_none=True, exclude={"limit", "cursor", "sort", "count"})
    page = await orders.page(caller, asked, listing.limit, listing.cursor, listing.sort, listing.count)
    return json_response(page)


@router.get("/{order_id}", responses={200: {"model": Order}})
async def read_order(order_id: str, caller: AnyCaller, orders: Orders) -> Response:
    return json_response(await orders.view(caller, order_id))
