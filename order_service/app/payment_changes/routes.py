"""Payment changes over HTTP."""

from typing import Any

from fastapi import APIRouter, Response

from common.idempotency import IdempotencyKey
from common.security.dependencies import AnyCaller
from common.service import Problem, json_response
from order_service.app.dependencies import PaymentChanges
from order_service.app.orders.schemas import Order
from order_service.app.payment_changes.schemas import PaymentChangeCreate

router = APIRouter(prefix="/api/v1/orders", tags=["after-sales"])
_answers: dict[int | str, dict[str, Any]] = {
    201: {"model": Order, "description": "Paid in the other way; the first payment is on its way back."},
    202: {"model": Order, "description": "The outcome is still open: read the order until no change is `running`."},
    402: {"model": Problem, "description": "The payment was declined; nothing was changed."},
    404: {"model": Problem, "description": "unknown_payment_method, or no such order."},
    409: {
        "model": Problem,
        "description": "order_not_pending, change_in_progress, not_one_payment, same_payment_method, "
        "insufficient_balance …",
    },
}


@router.post("/{order_id}/payment-change", status_code=201, responses=_answers)
async def change_payment(
    order_id: str, wanted: PaymentChangeCreate, key: IdempotencyKey, caller: AnyCaller, changes: PaymentChanges
) -> Response:
    """Pay a pending order with another saved method: it pays the whole total, then the first payment goes back."""
    status, order = await changes.change(caller, key, order_id, wanted.payment_method_id)
    return json_response(order, status)
