"""The checkout over HTTP."""

from typing import Any

from fastapi import APIRouter, Response

from common.idempotency import IdempotencyKey
from common.security.dependencies import AnyCaller
from common.service import Problem, json_response
from order_service.app.checkout.schemas import CheckoutCreate
from order_service.app.dependencies import Checkout
from order_service.app.orders.schemas import Order

router = APIRouter(prefix="/api/v1/checkouts", tags=["checkout"])
_answers: dict[int | str, dict[str, Any]] = {
    201: {"model": Order, "description": "Placed and paid."},
    202: {"model": Order, "description": "The outcome is still open: read the order until it is not `placing`."},
    402: {"model": Problem, "description": "The payment was declined; nothing was charged."},
    409: {"model": Problem, "description": "price_changed, out_of_stock, cart_changed, already_ordered …"},
}


@router.post("", status_code=201, responses=_answers)
async def check_out(wanted: CheckoutCreate, key: IdempotencyKey, caller: AnyCaller, checkout: Checkout) -> Response:
    """Make an order of a cart. The same key and body give the same answer, however often they are sent."""
    status, order = await checkout(caller, key, wanted)
    return json_response(order, status)
