"""An order's address over HTTP."""

from fastapi import APIRouter, Response

from common.security.dependencies import AnyCaller
from common.service import Problem, json_response
from order_service.app.addresses.schemas import OrderAddress
from order_service.app.dependencies import OrderAddresses
from order_service.app.orders.schemas import Order

router = APIRouter(prefix="/api/v1/orders", tags=["after-sales"])


@router.put(
    "/{order_id}/address",
    responses={
        200: {"model": Order},
        409: {"model": Problem, "description": "order_not_pending, change_in_progress, checkout_in_progress"},
    },
)
async def replace_address(
    order_id: str, wanted: OrderAddress, caller: AnyCaller, addresses: OrderAddresses
) -> Response:
    """Send a pending order somewhere else; the customer's own addresses stay as they are."""
    return json_response(await addresses.replace(caller, order_id, wanted))
