"""Card payments in the browser over HTTP."""

from typing import Any

from fastapi import APIRouter, Response

from common.security.dependencies import AnyCaller
from common.service import Problem, json_response
from order_service.app.card_payments.schemas import CardPayment, CardPaymentCreate
from order_service.app.dependencies import CardPayments

router = APIRouter(prefix="/api/v1/checkouts/card-payments", tags=["checkout"])
_answers: dict[int | str, dict[str, Any]] = {
    200: {"model": CardPayment},
    404: {"model": Problem, "description": "no_card_payments, or no such cart"},
    409: {
        "model": Problem,
        "description": "price_changed, cart_changed, cart_empty, already_ordered, out_of_stock, "
        "shipping_not_available, coupon_not_valid, amount_not_payable, card_payment_refused",
    },
    422: {"model": Problem, "description": "address_required, shipping_method_required, or a field is wrong"},
    503: {"model": Problem, "description": "card_payments_away"},
}


@router.post("", responses=_answers)
async def prepare_card_payment(wanted: CardPaymentCreate, caller: AnyCaller, payments: CardPayments) -> Response:
    """What the browser confirms with the card provider's own form before it checks out.

    No money is held until it is confirmed. The same cart and total give the same payment; another total calls the one
    before off, and so does half an hour without a checkout.
    """
    return json_response(await payments.prepare(caller, wanted))
