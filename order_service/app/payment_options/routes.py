"""Payment options over HTTP, for everybody."""

from fastapi import APIRouter, Response

from common.service import json_response
from order_service.app.dependencies import PaymentOptionsOffered
from order_service.app.payment_options.schemas import PaymentOptions

router = APIRouter(prefix="/api/v1/payment-options", tags=["checkout"])


@router.get("", responses={200: {"model": PaymentOptions}})
async def list_payment_options(options: PaymentOptionsOffered) -> Response:
    """How an order can be paid right now, beside the methods saved in the caller's account."""
    return json_response(options.all())
