"""Cancellation over HTTP."""

from fastapi import APIRouter, Response

from common.idempotency import IdempotencyKey
from common.security.dependencies import AnyCaller
from common.service import Problem, json_response
from order_service.app.cancellations.schemas import CancellationCreate
from order_service.app.dependencies import Cancellations
from order_service.app.orders.schemas import Order

router = APIRouter(prefix="/api/v1/orders", tags=["after-sales"])


@router.post(
    "/{order_id}/cancellation",
    status_code=201,
    responses={
        201: {"model": Order},
        409: {"model": Problem, "description": "order_not_pending …"},
    },
)
async def cancel_order(
    order_id: str, wanted: CancellationCreate, key: IdempotencyKey, caller: AnyCaller, cancellations: Cancellations
) -> Response:
    """Cancel a pending order: what was paid goes back the way it came, the goods go back on the shelf."""
    status, order = await cancellations.cancel(caller, key, order_id, wanted.reason)
    return json_response(order, status)
