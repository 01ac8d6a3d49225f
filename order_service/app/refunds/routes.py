"""Refunds over HTTP, for the staff."""

from typing import Annotated

from fastapi import APIRouter, Response

from common.idempotency import IdempotencyKey
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response
from order_service.app.dependencies import Refunds
from order_service.app.orders import actions
from order_service.app.orders.schemas import Order
from order_service.app.refunds.schemas import RefundCreate

router = APIRouter(prefix="/api/v1/orders", tags=["after-sales"])


@router.post(
    "/{order_id}/refunds",
    status_code=201,
    responses={
        201: {"model": Order},
        409: {
            "model": Problem,
            "description": "nothing_to_refund, refund_exceeds_payment (with `left`), too_many_pieces, cancel_instead, "
            "checkout_in_progress",
        },
    },
)
async def refund_order(
    order_id: str,
    wanted: RefundCreate,
    key: IdempotencyKey,
    caller: Annotated[Caller, permitted(actions.REFUNDS.permission)],
    refunds: Refunds,
) -> Response:
    """Give money back, the way it was paid; `payment_status` is `refund_pending` until the provider has answered."""
    status, order = await refunds.refund(caller, key, order_id, wanted)
    return json_response(order, status)
