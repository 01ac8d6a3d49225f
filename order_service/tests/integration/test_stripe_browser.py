"""Cards that are confirmed in the browser: one payment for a cart, used by one order, and else let go of."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from common.database import use_tenant
from order_service.app.guests.service import guest_merged
from order_service.app.payments.stripe.intents import Intents
from order_service.tests.shop import Shop, Shopper, open_shop
from order_service.tests.stripe_double import (
    DECLINES,
    NOT_AUTHENTICATED,
    PUBLISHABLE_KEY,
    SECRET_KEY,
    WANTS_AUTHENTICATION,
    StripeDouble,
    running_stripe,
)
from tests.support.issuer import Issuer

Json = dict[str, Any]
PATIENCE = 1800
NOT_FOR_THIS = "This card payment was not made for this order, or it was used or called off; enter the card again."


@pytest.fixture
async def stripe() -> AsyncIterator[StripeDouble]:
    async with running_stripe() as double:
        yield double


def settings_of(stripe: StripeDouble) -> Json:
    return {
        "payment_providers": ["stripe", "test"],
        "stripe_secret_key": SECRET_KEY,
        "stripe_publishable_key": PUBLISHABLE_KEY,
        "stripe_api_base": stripe.base,
        "stripe_timeout": 2.0,
        "unknown_outcome_wait": 3.0,
    }


@pytest.fixture
async def shop(make_settings: Callable[..., Any], issuer: Issuer, stripe: StripeDouble) -> AsyncIterator[Shop]:
    async with open_shop(make_settings, issuer, **settings_of(stripe)) as shop:
        yield shop


async def prepare(shopper: Shopper, cart: Json, **changes: Any) -> Any:
    body = {"cart_id": cart["id"], "cart_version": cart["version"], "expected_total": cart["totals"]["total"]}
    return await shopper.call("POST", "/api/v1/checkouts/card-payments", body | changes)


async def prepared(shopper: Shopper, cart: Json) -> Json:
    answer = await prepare(shopper, cart)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def pay(shopper: Shopper, cart: Json, token: str, **changes: Any) -> Any:
    return await shopper.check_out(cart, payment={"provider": "stripe", "token": token}, **changes)


async def confirmed(shop: Shop, stripe: StripeDouble, shopper: Shopper | None = None) -> tuple[Json, str]:
    """A cart of Ada's, or somebody's, and the card payment that was confirmed for it."""
    shopper = shopper or shop.shopper()
    cart = await shopper.cart((await shop.variant(), 1))
    token = (await prepared(shopper, cart))["token"]
    assert stripe.confirm(token)[0] == 200
    return cart, token


async def cancel_unused(shop: Shop, seconds: float = 0) -> int:
    shop.clock.advance(seconds)
    assert shop.room.browser_payments is not None
    return await shop.room.browser_payments.cancel_unused()


def refused(answer: Any) -> tuple[int, str, str]:
    return answer.status_code, answer.json()["code"], answer.json()["detail"]


async def test_what_was_confirmed_in_the_browser_pays_one_order(shop: Shop, stripe: StripeDouble) -> None:
    ada = shop.shopper()
    cart = await ada.cart((await shop.variant(), 1))
    payment, total = await prepared(ada, cart), cart["totals"]["total"]
    intent = stripe.the_intent()
    assert payment == {
        "provider": "stripe",
        "token": intent["id"],
        "client_secret": intent["client_secret"],
        "publishable_key": PUBLISHABLE_KEY,
        "confirmed": False,
        "amount": total,
    }
    assert (intent["amount"], intent["currency"], intent["capture_method"]) == (total["amount"], "eur", "manual")
    assert (intent["metadata"]["cart_id"], intent["metadata"]["owner_id"]) == (cart["id"], "usr_ada")

    stripe.confirm(payment["token"])
    assert (await prepared(ada, cart)) == payment | {"confirmed": True}
    order = (await pay(ada, cart, payment["token"])).json()
    assert (order["checkout_state"], order["payment_status"], order["total"]) == ("placed", "paid", total)
    assert (intent["status"], intent["amount_received"]) == ("succeeded", total["amount"])
    assert await cancel_unused(shop, 2 * PATIENCE) == 0
    answer = await prepare(ada, cart)
    assert (answer.json()["code"], answer.json()["order_id"]) == ("already_ordered", order["id"])
    given = await shop.client.post(
        f"/api/v1/orders/{order['id']}/refunds",
        json={"amount": total, "reason": "broken"},
        headers={**shop.staff, "Idempotency-Key": "key_refund"},
    )
    assert given.json()["payment_status"] == "refunded"
    assert [each["amount"] for each in stripe.refunds.values()] == [total["amount"]]


async def test_asked_for_twice_or_at_once_it_is_the_same_payment(shop: Shop, stripe: StripeDouble) -> None:
    ada = shop.shopper()
    cart = await ada.cart((await shop.variant(), 1))
    stripe.slow = ["create"]
    answers = await asyncio.gather(*(prepared(ada, cart) for _ in range(5)))
    answers.append(await prepared(ada, cart))
    assert {answer["token"] for answer in answers} == {stripe.the_intent()["id"]}


@pytest.mark.parametrize("lost", ["create", "retrieve"])
async def test_an_answer_that_gets_lost_is_asked_for_again(shop: Shop, stripe: StripeDouble, lost: str) -> None:
    ada = shop.shopper()
    cart = await ada.cart((await shop.variant(), 1))
    if lost == "retrieve":
        await prepared(ada, cart)
    stripe.lose = [lost]
    answer = await prepare(ada, cart)
    assert (answer.status_code, answer.json()["code"]) == (503, "card_payments_away")
    token = (await prepared(ada, cart))["token"]
    assert token == stripe.the_intent()["id"]
    stripe.confirm(token)
    assert (await pay(ada, cart, token)).status_code == 201


@pytest.mark.parametrize("lost", ["retrieve", "capture"])
async def test_charges_once_whichever_answer_of_the_checkout_is_lost(
    shop: Shop, stripe: StripeDouble, lost: str
) -> None:
    cart, token = await confirmed(shop, stripe)
    stripe.lose = [lost]
    order = (await pay(shop.shopper(), cart, token)).json()
    assert (order["checkout_state"], stripe.the_intent()["status"]) == ("placed", "succeeded")
    assert [entry["amount"] for entry in order["ledger"]] == [order["total"]]


@pytest.mark.parametrize("step", ["begun", "held", "authorised", "committed", "captured"])
async def test_a_checkout_that_died_half_way_ends_paid_once(shop: Shop, stripe: StripeDouble, step: str) -> None:
    cart, token = await confirmed(shop, stripe)
    shop.checkpoints.deadly = step
    assert (await pay(shop.shopper(), cart, token, key="key_died")).status_code == 500
    shop.checkpoints.deadly = None
    await shop.recover()
    order = (await pay(shop.shopper(), cart, token, key="key_died")).json()
    assert (order["checkout_state"], stripe.the_intent()["status"]) == ("placed", "succeeded")
    assert len(await shop.orders()) == 1
    assert await cancel_unused(shop, 2 * PATIENCE) == 0


async def test_one_payment_is_one_order_however_many_try_at_once(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    answers = await asyncio.gather(*(pay(shop.shopper(), cart, token) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"already_ordered"}
    assert len(await shop.orders()) == 1
    assert stripe.requests.count("capture") == 1


async def test_what_paid_one_order_pays_no_other(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    assert (await pay(shop.shopper(), cart, token)).status_code == 201
    second = await shop.shopper().cart((await shop.variant(), 1))
    assert second["totals"]["total"] == cart["totals"]["total"]
    assert refused(await pay(shop.shopper(), second, token)) == (402, "payment_declined", NOT_FOR_THIS)
    assert [intent["status"] for intent in stripe.intents.values()] == ["succeeded"]
    assert [payment["status"] for payment in await shop.rows("payments")] == ["captured", "declined"]


async def test_what_others_confirmed_pays_nothing_and_stays_theirs(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    bob = shop.shopper("usr_bob")
    his = await bob.cart((await shop.variant(), 1))
    assert refused(await pay(bob, his, token)) == (402, "payment_declined", NOT_FOR_THIS)
    assert (await prepare(bob, cart)).status_code == 404
    assert stripe.the_intent()["status"] == "requires_capture"
    assert (await pay(shop.shopper(), cart, token)).status_code == 201


async def test_a_payment_that_this_shop_did_not_prepare_is_refused(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    foreign = {**stripe.intents[token], "id": "pi_foreign", "metadata": {}}
    stripe.intents["pi_foreign"] = foreign
    for strange in ("pi_foreign", "pi_unknown"):
        assert refused(await pay(shop.shopper(), cart, strange)) == (402, "payment_declined", NOT_FOR_THIS)
    assert foreign["status"] == "requires_capture"  # whoever made it may still have a use for it


@pytest.mark.parametrize("changed", [{"amount": 1}, {"currency": "usd"}, {"metadata": {"cart_id": "crt_other"}}])
async def test_a_payment_that_is_another_one_at_stripe_is_cancelled(
    shop: Shop, stripe: StripeDouble, changed: Json
) -> None:
    cart, token = await confirmed(shop, stripe)
    stripe.intents[token] |= changed
    assert refused(await pay(shop.shopper(), cart, token)) == (402, "payment_declined", NOT_FOR_THIS)
    assert stripe.the_intent()["status"] == "canceled"


@pytest.mark.parametrize(
    ("method", "passed", "words"),
    [
        (None, None, "The card was not confirmed; nothing was charged."),
        (WANTS_AUTHENTICATION, None, "The card was not confirmed; nothing was charged."),
        (WANTS_AUTHENTICATION, False, NOT_AUTHENTICATED),
        (DECLINES, None, "Your card was declined."),
    ],
)
async def test_a_card_that_was_not_confirmed_is_declined_and_a_new_one_may_pay(
    shop: Shop, stripe: StripeDouble, method: str | None, passed: bool | None, words: str
) -> None:
    ada, variant = shop.shopper(), await shop.variant()
    cart = await ada.cart((variant, 1))
    token = (await prepared(ada, cart))["token"]
    if method is not None:
        stripe.confirm(token, method)
    if passed is not None:
        stripe.authenticate(token, passed=passed)
    assert refused(await pay(ada, cart, token)) == (402, "payment_declined", words)
    assert stripe.the_intent()["status"] == "canceled"
    assert await shop.stock(variant) == (10, 0)

    second = (await prepared(ada, cart))["token"]
    assert second != token
    stripe.confirm(second, WANTS_AUTHENTICATION)
    stripe.authenticate(second, passed=True)
    assert (await pay(ada, cart, second)).status_code == 201


async def test_a_payment_that_was_cancelled_at_stripe_is_replaced(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    stripe.intents[token]["status"] = "canceled"
    assert (await pay(shop.shopper(), cart, token)).json()["code"] == "payment_voided"
    again = await prepared(shop.shopper(), cart)
    assert (again["token"] != token, again["confirmed"]) == (True, False)


async def test_another_total_calls_off_what_was_confirmed_for_the_old_one(shop: Shop, stripe: StripeDouble) -> None:
    ada, variant = shop.shopper(), await shop.variant(4900)
    cart = await ada.cart((variant, 1))
    token = (await prepared(ada, cart))["token"]
    stripe.confirm(token)
    await shop.reprice(variant, 5900)
    shop.clock.advance(10)
    answer = await pay(ada, cart, token)
    assert (answer.status_code, answer.json()["code"]) == (409, "price_changed")
    now = (await ada.call("GET", f"/api/v1/carts/{cart['id']}")).json()
    assert now["totals"] == answer.json()["totals"]
    assert (await prepare(ada, cart)).json()["code"] == "price_changed"
    assert refused(await pay(ada, now, token)) == (402, "payment_declined", NOT_FOR_THIS)
    assert stripe.intents[token]["status"] == "requires_capture"

    second = await prepared(ada, now)
    assert (stripe.intents[token]["status"], second["confirmed"]) == ("canceled", False)
    stripe.confirm(second["token"])
    order = (await pay(ada, now, second["token"])).json()
    assert (order["checkout_state"], order["total"]) == ("placed", now["totals"]["total"])


async def test_a_refusal_before_the_payment_keeps_what_was_confirmed(shop: Shop, stripe: StripeDouble) -> None:
    ada, variant = shop.shopper(), await shop.variant(quantity=2)
    cart = await ada.cart((variant, 2))
    token = (await prepared(ada, cart))["token"]
    stripe.confirm(token)
    bobs = (await shop.shopper("usr_bob").check_out(await shop.shopper("usr_bob").cart((variant, 1)))).json()
    assert (await pay(ada, cart, token)).json()["code"] == "out_of_stock"
    await shop.shopper("usr_bob").cancel(bobs["id"])
    assert (await prepared(ada, cart))["token"] == token
    assert (await pay(ada, cart, token)).status_code == 201


async def test_under_another_accounts_keys_what_was_prepared_is_replaced_and_forgotten(
    shop: Shop, stripe: StripeDouble
) -> None:
    cart, token = await confirmed(shop, stripe)
    stripe.intents.clear()
    again = await prepared(shop.shopper(), cart)
    assert (again["token"] != token, again["confirmed"]) == (True, False)
    stripe.intents.clear()
    assert await cancel_unused(shop, PATIENCE + 60) == 1
    assert await cancel_unused(shop, 61) == 0


async def test_under_another_accounts_keys_what_was_confirmed_is_refused(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    stripe.intents.clear()
    assert refused(await pay(shop.shopper(), cart, token)) == (402, "payment_declined", NOT_FOR_THIS)
    stripe.confirm((await prepared(shop.shopper(), cart))["token"])


async def test_a_refund_that_these_keys_cannot_give_stays_owed(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    order = (await pay(shop.shopper(), cart, token)).json()
    intents = dict(stripe.intents)
    stripe.intents.clear()
    path, body = f"/api/v1/orders/{order['id']}/refunds", {"amount": order["total"], "reason": "broken"}
    key = {**shop.staff, "Idempotency-Key": "key_refund"}
    assert (await shop.client.post(path, json=body, headers=key)).status_code == 201
    assert stripe.refunds == {}
    stripe.intents.update(intents)
    await shop.recover()
    assert [each["amount"] for each in stripe.refunds.values()] == [order["total"]["amount"]]


async def test_a_key_that_was_revoked_is_said_and_holds_nothing_up(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    stripe.revoked = True
    answer = await prepare(shop.shopper(), cart)
    assert (answer.status_code, answer.json()["code"]) == (409, "card_payment_refused")
    stripe.revoked = False
    assert (await prepared(shop.shopper(), cart))["token"] == token
    assert (await pay(shop.shopper(), cart, token)).status_code == 201


async def test_what_is_asked_for_again_in_the_moment_it_is_due_is_kept(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    shop.clock.advance(PATIENCE + 60)
    intents = Intents(shop.room.database)
    [(tenant, row_id)] = await intents.due(shop.clock.now())
    with use_tenant(tenant):
        was = (await intents.find(row_id)).due_at
        assert (await prepared(shop.shopper(), cart))["token"] == token
        assert not await intents.close_due(row_id, was, shop.clock.now())
    assert await cancel_unused(shop) == 0
    assert (await pay(shop.shopper(), cart, token)).status_code == 201


@pytest.mark.parametrize("answer", ["given", "lost", "broken"])
async def test_what_is_never_checked_out_is_let_go_of(shop: Shop, stripe: StripeDouble, answer: str) -> None:
    cart, token = await confirmed(shop, stripe)
    await cancel_unused(shop, PATIENCE - 60)
    assert stripe.the_intent()["status"] == "requires_capture"
    stripe.lose, stripe.breaks = ["cancel"] * (answer == "lost"), ["cancel"] * (answer == "broken")
    assert await cancel_unused(shop, 120) == 1
    assert refused(await pay(shop.shopper(), cart, token)) == (402, "payment_declined", NOT_FOR_THIS)
    await cancel_unused(shop, 61)
    assert stripe.the_intent()["status"] == "canceled"
    assert await cancel_unused(shop, 61) == 0
    assert (await prepared(shop.shopper(), cart))["token"] != token


async def test_an_order_and_the_end_of_patience_at_once_leave_one_outcome(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe)
    shop.clock.advance(PATIENCE + 60)
    answer, _ = await asyncio.gather(pay(shop.shopper(), cart, token), cancel_unused(shop))
    outcome = (answer.status_code, stripe.the_intent()["status"])
    assert outcome in [(201, "succeeded"), (402, "canceled")]


async def test_a_guest_who_signs_in_keeps_what_was_confirmed(shop: Shop, stripe: StripeDouble) -> None:
    cart, token = await confirmed(shop, stripe, shop.guest("gst_1"))
    event: Any = type("Event", (), {"data": {"guest_id": "gst_1", "user_id": "usr_ada"}})
    with use_tenant("default"):
        async with shop.room.database.unit_of_work() as session:
            await guest_merged(session, event)
    mine = (await shop.shopper().call("GET", f"/api/v1/carts/{cart['id']}")).json()
    assert (await pay(shop.shopper(), mine, token)).status_code == 201


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cart_version": 99}, "cart_changed"),
        ({"expected_total": {"amount": 1, "currency": "EUR"}}, "price_changed"),
        ({"expected_total": {"amount": 5390, "currency": "USD"}}, "price_changed"),
        ({"cart_id": "crt_unknown"}, "not_found"),
    ],
)
async def test_a_cart_that_was_not_seen_like_that_is_not_prepared(
    shop: Shop, stripe: StripeDouble, changes: Json, code: str
) -> None:
    ada = shop.shopper()
    cart = await ada.cart((await shop.variant(), 1))
    assert (await prepare(ada, cart, **changes)).json()["code"] == code
    assert stripe.intents == {}


async def test_says_what_is_missing_in_the_cart(shop: Shop) -> None:
    ada = shop.shopper()
    cart = (await ada.call("POST", "/api/v1/carts")).json()
    assert (await prepare(ada, cart)).json()["code"] == "cart_empty"
    line = {"variant_id": await shop.variant(), "quantity": 1}
    cart = (await ada.call("POST", f"/api/v1/carts/{cart['id']}/items", line)).json()
    assert (await prepare(ada, cart)).json()["code"] == "address_required"


async def test_no_bank_is_asked_for_more_than_there_is(shop: Shop, stripe: StripeDouble) -> None:
    ada, variant = shop.shopper(), await shop.variant(quantity=2)
    cart = await ada.cart((variant, 2))
    bob = shop.shopper("usr_bob")
    order = (await bob.check_out(await bob.cart((variant, 1)))).json()
    short = (await ada.call("PUT", f"/api/v1/carts/{cart['id']}/shipping", {"shipping_method": "standard"})).json()
    answer = await prepare(ada, short)
    assert (answer.status_code, answer.json()["code"]) == (409, "out_of_stock")
    assert answer.json()["lines"] == [{"variant_id": variant, "requested": 2, "available": 1}]
    assert stripe.intents == {}
    await bob.cancel(order["id"])
    assert (await prepare(ada, short)).status_code == 200  # though the quote that was kept still says one


async def test_no_bank_is_asked_for_a_coupon_that_does_not_count(shop: Shop, stripe: StripeDouble) -> None:
    ada, variant = shop.shopper(), await shop.variant()
    coupon = {"code": "TEN", "name": {"en": "Ten"}, "kind": "percent", "value": 1000}
    made = await shop.client.post("/api/v1/promotions", json=coupon, headers=shop.staff)
    assert made.status_code == 201, made.text
    cart = await ada.cart((variant, 1))
    await ada.call("PUT", f"/api/v1/carts/{cart['id']}/coupon", {"code": "TEN"})
    off = {"active": False}
    gone = await shop.client.patch(f"/api/v1/promotions/{made.json()['id']}", json=off, headers=shop.staff)
    assert gone.status_code == 200, gone.text
    now = (await ada.call("GET", f"/api/v1/carts/{cart['id']}")).json()
    answer, checkout = await prepare(ada, now), await ada.check_out(now)
    assert (answer.status_code, answer.json()["code"]) == (409, "coupon_not_valid")
    assert [answer.json()[word] for word in ("code", "detail", "reason")] == [
        checkout.json()[word] for word in ("code", "detail", "reason")
    ]
    assert stripe.intents == {}


async def test_no_bank_is_asked_for_what_is_not_delivered_that_way(shop: Shop, stripe: StripeDouble) -> None:
    ada, variant = shop.shopper(), await shop.variant()
    here = {"code": "here", "name": {"en": "Here"}, "price": 100, "currency": "EUR", "zones": [{"country": "GB"}]}
    made = await shop.client.post("/api/v1/shipping-methods", json=here, headers=shop.staff)
    assert made.status_code == 201, made.text
    cart = await ada.cart((variant, 1))
    path = f"/api/v1/carts/{cart['id']}"
    assert (await ada.call("PUT", f"{path}/shipping", {"shipping_method": "here"})).status_code == 200
    now = (await ada.call("PUT", f"{path}/address", cart["address"] | {"country": "FR"})).json()
    answer = await prepare(ada, now)
    assert (answer.status_code, answer.json()["code"]) == (409, "shipping_not_available")
    assert answer.json()["reason"] == "destination"
    assert stripe.intents == {}


async def test_an_amount_that_cards_do_not_pay_is_said_at_once(shop: Shop, stripe: StripeDouble) -> None:
    bob = shop.shopper("usr_bob")
    code = {"code": "FREE", "name": {"en": "Free"}, "kind": "free_shipping", "value": 10000}
    made = await shop.client.post("/api/v1/promotions", json=code, headers=shop.staff)
    assert made.status_code == 201, made.text
    cart = await bob.cart((await shop.variant(10), 1))
    cart = (await bob.call("PUT", f"/api/v1/carts/{cart['id']}/coupon", {"code": "FREE"})).json()
    assert cart["totals"]["total"]["amount"] < 50
    answer = await prepare(bob, cart)
    assert (answer.status_code, answer.json()["code"]) == (409, "amount_not_payable")
    assert stripe.intents == {}


async def test_the_options_name_the_publishable_key(shop: Shop) -> None:
    items = (await shop.client.get("/api/v1/payment-options")).json()["items"]
    assert [(item["provider"], item["publishable_key"]) for item in items] == [
        ("stripe", PUBLISHABLE_KEY),
        ("test", None),
    ]
    chinese = (await shop.client.get("/api/v1/payment-options", headers={"Accept-Language": "zh"})).json()["items"][0]
    assert (items[0]["name"], chinese["name"]) == ("Card", "银行卡")


async def test_without_a_publishable_key_no_card_is_asked_for(
    make_settings: Callable[..., Any], issuer: Issuer, stripe: StripeDouble
) -> None:
    settings = settings_of(stripe) | {"stripe_publishable_key": "", "stripe_webhook_secret": ""}
    async with open_shop(make_settings, issuer, **settings) as shop:
        [item, _] = (await shop.client.get("/api/v1/payment-options")).json()["items"]
        assert (item["provider"], item["publishable_key"]) == ("stripe", None)
        ada = shop.shopper()
        cart = await ada.cart((await shop.variant(), 1))
        answer = await prepare(ada, cart)
        assert (answer.status_code, answer.json()["code"]) == (404, "no_card_payments")


async def test_what_was_confirmed_is_let_go_of_without_a_publishable_key_too(
    make_settings: Callable[..., Any], issuer: Issuer, stripe: StripeDouble
) -> None:
    async with open_shop(make_settings, issuer, **settings_of(stripe) | {"stripe_publishable_key": ""}) as shop:
        ada = shop.shopper()
        cart = await ada.cart((await shop.variant(), 1))
        assert shop.room.browser_payments is not None
        total = cart["totals"]["total"]
        with use_tenant("default"):
            before = await shop.room.browser_payments.prepare(cart["id"], "usr_ada", total["amount"], "EUR")
        stripe.confirm(before.intent_id)
        assert await cancel_unused(shop, PATIENCE + 60) == 1
        assert stripe.the_intent()["status"] == "canceled"
