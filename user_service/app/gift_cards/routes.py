"""/internal/v1/gift-cards and /internal/v1/gift-card-payments: what order_service asks of gift cards."""

from fastapi import APIRouter

from common.security.dependencies import ServiceCaller
from common.service import Problem
from user_service.app.dependencies import GiftCardPaymentsOf
from user_service.app.gift_cards.schemas import GiftCardCredit, GiftCardHold, GiftCardPayment, GiftCardRefund
from user_service.app.shapes import Key

cards = APIRouter(prefix="/internal/v1/gift-cards/{gift_card_id}", tags=["internal"])
payments = APIRouter(prefix="/internal/v1/gift-card-payments/{payment_id}", tags=["internal"])


@cards.put(
    "/holds/{payment_id}",
    summary="Promise money to a payment",
    responses={
        402: {"model": Problem, "description": "gift_card_balance_too_low, _expired, _deactivated, _other_currency"},
        409: {"model": Problem, "description": "payment_id_reused: the id came with another amount"},
    },
)
async def hold(
    gift_card_id: Key, payment_id: Key, given: GiftCardHold, service: ServiceCaller, payments: GiftCardPaymentsOf
) -> GiftCardPayment:
    return await payments.hold(gift_card_id, payment_id, given.order_id, given.amount)


@cards.put("/adoptions/{payment_id}", summary="Learn of a payment from before the shop moved in")
async def adopt(
    gift_card_id: Key, payment_id: Key, given: GiftCardHold, service: ServiceCaller, payments: GiftCardPaymentsOf
) -> GiftCardPayment:
    return await payments.adopt(gift_card_id, payment_id, given.order_id, given.amount)


@cards.put(
    "/credits/{credit_id}",
    status_code=204,
    summary="Give money to a card that did not pay",
    responses={409: {"model": Problem, "description": "gift_card_takes_no_money, payment_id_reused"}},
)
async def credit(
    gift_card_id: Key, credit_id: Key, given: GiftCardCredit, service: ServiceCaller, payments: GiftCardPaymentsOf
) -> None:
    await payments.credit(gift_card_id, credit_id, given.order_id, given.amount)


@payments.get("", summary="What became of a payment")
async def find(payment_id: Key, service: ServiceCaller, payments: GiftCardPaymentsOf) -> GiftCardPayment:
    return await payments.find(payment_id)


@payments.put("/capture", summary="Take what was promised")
async def capture(payment_id: Key, service: ServiceCaller, payments: GiftCardPaymentsOf) -> GiftCardPayment:
    return await payments.capture(payment_id)


@payments.put("/void", summary="Let go of what was promised; an unknown payment is void for ever")
async def void(payment_id: Key, service: ServiceCaller, payments: GiftCardPaymentsOf) -> GiftCardPayment:
    return await payments.void(payment_id)


@payments.put(
    "/refunds/{refund_id}",
    summary="Give money back to the card that paid",
    responses={409: {"model": Problem, "description": "refund_exceeds_payment, payment_id_reused"}},
)
async def refund(
    payment_id: Key, refund_id: Key, given: GiftCardRefund, service: ServiceCaller, payments: GiftCardPaymentsOf
) -> GiftCardPayment:
    return await payments.refund(payment_id, refund_id, given.amount)
