"""Stripe, over HTTP to a double of it: every answer that gets lost ends in one charge, one refund, or none."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from common.database import use_tenant
from common.ids import new_id
from order_service.app.dependencies import PaymentProviderMissing
from order_service.app.payments.providers.port import (
    OutcomeUnknown,
    PaymentRequest,
    PaymentState,
    ProviderPayment,
    RefundRequest,
)
from order_service.app.payments.stripe.api import StripeApi
from order_service.app.payments.stripe.provider import StripeProvider
from order_service.tests.shop import Shop, open_shop
from order_service.tests.stripe_double import (
    DECLINES,
    SECRET_KEY,
    WANTS_AUTHENTICATION,
    WEBHOOK_SECRET,
    StripeDouble,
    running_stripe,
)
from tests.support.issuer import Issuer

Json = dict[str, Any]
WORKS = "pm_card_visa"


@pytest.fixture
async def stripe() -> AsyncIterator[StripeDouble]:
    async with running_stripe() as double:
        yield double


@pytest.fixture
async def shop(make_settings: Callable[..., Any], issuer: Issuer, stripe: StripeDouble) -> AsyncIterator[Shop]:
    overrides = {
        "payment_providers": ["stripe"],
        "stripe_secret_key": SECRET_KEY,
        "stripe_webhook_secret": WEBHOOK_SECRET,
        "stripe_api_base": stripe.base,
        "stripe_timeout": 1.0,
        "unknown_outcome_wait": 3.0,
    }
    async with open_shop(make_settings, issuer, **overrides) as shop:
        yield shop


async def bought(shop: Shop, token: str = WORKS, price: int = 4900) -> Any:
    variant = await shop.variant(price)
    cart = await shop.shopper().cart((variant, 1))
    return await shop.shopper().check_out(cart, payment={"provider": "stripe", "token": token})


async def tell(shop: Shop, body: bytes, signature: str) -> Any:
    headers = {"Stripe-Signature": signature, "Content-Type": "application/json"}
    return await shop.client.post("/api/v1/payments/webhooks/stripe", content=body, headers=headers)


async def refund(shop: Shop, order_id: str, amount: int) -> Any:
    body = {"amount": {"amount": amount, "currency": "EUR"}, "reason": "scratched"}
    headers = {**shop.staff, "Idempotency-Key": new_id("key")}
    return await shop.client.post(f"/api/v1/orders/{order_id}/refunds", json=body, headers=headers)


@pytest.mark.parametrize("lost", [[], ["create"], ["capture"], ["create", "capture"], ["retrieve"]])
async def test_charges_once_whichever_answer_is_lost(shop: Shop, stripe: StripeDouble, lost: list[str]) -> None:
    stripe.lose = list(lost)
    order = (await bought(shop)).json()
    assert (order["checkout_state"], order["payment_status"]) == ("placed", "paid")
    intent = stripe.the_intent()
    assert (intent["status"], intent["amount"], intent["currency"]) == ("succeeded", order["total"]["amount"], "eur")
    assert intent["metadata"]["order_id"] == order["id"]
    assert [(entry["type"], entry["provider"]) for entry in order["ledger"]] == [("payment", "stripe")]


@pytest.mark.parametrize(
    ("token", "words"),
    [
        (DECLINES, "Your card was declined."),
        (WANTS_AUTHENTICATION, "The bank asks for a confirmation that this shop cannot pass on; try another card."),
        ("pm_unknown", "The payment provider did not take the payment."),
    ],
)
async def test_a_card_that_does_not_pay_leaves_nothing(
    shop: Shop, stripe: StripeDouble, token: str, words: str
) -> None:
    answer = await bought(shop, token)
    assert (answer.status_code, answer.json()["code"], answer.json()["detail"]) == (402, "payment_declined", words)
    assert {intent["status"] for intent in stripe.intents.values()} <= {"canceled"}
    assert await shop.events("order.placed") == []


async def test_an_amount_that_stripe_cannot_count_is_declined_unsent(shop: Shop, stripe: StripeDouble) -> None:
    async with httpx.AsyncClient() as http:
        api = StripeApi(http, stripe.base, SECRET_KEY, 30)
        provider = StripeProvider(api, shop.room.database, shop.clock)
        with use_tenant("default"):
            request = PaymentRequest("pay_1", "ord_1", 4995, "KWD", WORKS)
            for answer in (await provider.authorise(request), await provider.find("pay_1")):
                words = "Cards cannot be charged this amount in this currency."
                assert answer == ProviderPayment("pay_1", PaymentState.DECLINED, words)
            with pytest.raises(OutcomeUnknown):
                await provider.refund(RefundRequest("ref_1", "pay_1", 4995, "KWD"))
            assert stripe.requests == []
            await provider.authorise(PaymentRequest("pay_2", "ord_2", 4900, "MGA", WORKS))
    assert (stripe.the_intent()["amount"], stripe.the_intent()["currency"]) == (49, "mga")


async def test_gives_back_once_also_when_the_answer_is_lost(shop: Shop, stripe: StripeDouble) -> None:
    order = (await bought(shop)).json()
    stripe.lose = ["refund"]
    answer = await refund(shop, order["id"], 1000)
    assert (answer.status_code, answer.json()["payment_status"]) == (201, "refund_pending")
    await shop.recover()
    found = await shop.order(order["id"])
    assert (found["payment_status"], found["refunded"]["amount"]) == ("partially_refunded", 1000)
    assert [each["amount"] for each in stripe.refunds.values()] == [1000]


async def test_a_refund_is_not_repeated_when_its_key_is_long_forgotten(shop: Shop, stripe: StripeDouble) -> None:
    order = (await bought(shop)).json()
    stripe.lose = ["refund"]
    await refund(shop, order["id"], 1000)
    stripe._replies.clear()
    await shop.recover(3 * 24 * 3600)
    assert (await shop.order(order["id"]))["refunded"]["amount"] == 1000
    assert [each["amount"] for each in stripe.refunds.values()] == [1000]


async def test_a_payment_nobody_heard_of_again_is_searched_for(shop: Shop, stripe: StripeDouble) -> None:
    stripe.lose = ["create"] * 20
    answer = await bought(shop)
    assert (answer.status_code, answer.json()["checkout_state"]) == (202, "placing")
    stripe.lose = []
    stripe._replies.clear()
    await shop.recover(2 * 24 * 3600)
    order = await shop.order(answer.json()["id"])
    intent = stripe.the_intent()
    assert (order["checkout_state"], intent["status"]) in [("placed", "succeeded"), ("refused", "canceled")]


async def test_a_refund_made_at_stripe_is_in_the_books_once(shop: Shop, stripe: StripeDouble) -> None:
    order = (await bought(shop)).json()
    made = stripe.give_back_at_the_desk(stripe.the_intent(), 700)
    notices = [stripe.notice("charge.refunded", {"id": "ch_1", "payment_intent": made["payment_intent"]})]
    notices.append(stripe.notice("refund.created", made))
    for body, signature in [*notices, *notices]:
        assert (await tell(shop, body, signature)).json() == {"received": True}
    found = await shop.order(order["id"])
    assert (found["payment_status"], found["refunded"]["amount"]) == ("partially_refunded", 700)
    assert [entry["amount"]["amount"] for entry in found["ledger"] if entry["type"] == "refund"] == [700]
    assert (await refund(shop, order["id"], found["total"]["amount"] - 699)).json()["code"] == "refund_exceeds_payment"
    assert (await refund(shop, order["id"], found["total"]["amount"] - 700)).json()["payment_status"] == "refunded"


async def test_a_notice_ends_a_payment_review_at_once(shop: Shop, stripe: StripeDouble) -> None:
    stripe.lose = ["capture"] + ["retrieve"] * 30
    answer = await bought(shop)
    assert (answer.status_code, answer.json()["checkout_state"]) == (202, "placing")
    await shop.recover(180)
    assert (await shop.order(answer.json()["id"]))["checkout_state"] == "payment_review"
    stripe.lose = []
    await shop.recover(0)
    assert (await shop.order(answer.json()["id"]))["checkout_state"] == "payment_review"  # a minute has not passed
    body, signature = stripe.notice("payment_intent.succeeded", stripe.the_intent(), shop.clock.now().timestamp())
    assert (await tell(shop, body, signature)).status_code == 200
    await shop.recover(1)
    assert (await shop.order(answer.json()["id"]))["checkout_state"] == "placed"


async def test_refuses_notices_that_are_not_stripes(shop: Shop, stripe: StripeDouble) -> None:
    await bought(shop)
    body, signature = stripe.notice("payment_intent.succeeded", stripe.the_intent())
    stale = stripe.notice("charge.refunded", {"id": "ch_1"}, (shop.clock.now() - timedelta(minutes=6)).timestamp())
    refused = [(body, ""), (body + b" ", signature), (body, signature[:-1] + "x"), stale]
    assert [(await tell(shop, *each)).json()["code"] for each in refused] == ["bad_signature"] * 4
    assert (await tell(shop, *stripe.notice("payment_intent.succeeded", {"id": "pi_of_others"}))).status_code == 200


async def test_a_dispute_is_in_the_audit(shop: Shop, stripe: StripeDouble) -> None:
    order = (await bought(shop)).json()
    dispute = {"id": "dp_1", "payment_intent": stripe.the_intent()["id"], "amount": 4900, "reason": "fraudulent"}
    await tell(shop, *stripe.notice("charge.dispute.created", dispute))
    [row] = [row for row in await shop.rows("audit_events") if row["action"].startswith("payment.dispute")]
    assert (row["action"], row["subject_id"]) == ("payment.dispute_created", order["id"])


async def test_says_what_is_missing(make_settings: Callable[..., Any], issuer: Issuer) -> None:
    with pytest.raises(PaymentProviderMissing, match="STRIPE_SECRET_KEY"):
        async with open_shop(make_settings, issuer, payment_providers=["stripe"]):
            pass
