"""From a cart to a paid order, and what stops it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from order_service.tests.shop import Shop, open_shop
from tests.support.issuer import Issuer


async def test_a_cart_becomes_a_paid_order(shop: Shop) -> None:
    variant = await shop.variant(price=4900, quantity=10)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 2))
    answer = await shopper.check_out(cart)
    assert answer.status_code == 201, answer.text
    order = answer.json()
    assert order["number"] == "1001"
    assert (order["status"], order["payment_status"], order["checkout_state"]) == ("pending", "paid", "placed")
    assert order["total"] == {"amount": 10290, "currency": "EUR"}
    assert order["tax"]["amount"] == 1643
    assert [(line["quantity"], line["total"]["amount"]) for line in order["lines"]] == [(2, 9800)]
    assert [(entry["type"], entry["amount"]["amount"]) for entry in order["ledger"]] == [("payment", 10290)]
    assert order["email"] == "ada@mail.example"
    assert await shop.stock(variant) == (8, 0)
    read = (await shopper.call("GET", f"/api/v1/orders/{order['id']}")).json()
    assert {**read, "updated_at": None} == {**order, "updated_at": None}
    assert (await shopper.call("GET", "/api/v1/carts/current")).status_code == 404
    assert [event["data"]["number"] for event in await shop.events("order.placed")] == ["1001"]
    assert len(await shop.events("payment.captured")) == 1


async def test_numbers_follow_one_another_without_gaps_for_refusals(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    numbers = []
    for token in ("tok_approve", "tok_decline", "tok_approve"):
        answer = await shopper.buy(variant, token=token)
        numbers.append(answer.json().get("number"))
        if answer.status_code != 201:
            cart = (await shopper.call("GET", "/api/v1/carts/current")).json()
            await shopper.call("DELETE", f"/api/v1/carts/{cart['id']}/items/{cart['items'][0]['id']}")
    assert numbers == ["1001", None, "1002"]


async def test_a_saved_payment_method_pays_and_a_foreign_one_is_not_there(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper("usr_ada")
    cart = await shopper.cart((variant, 1))
    foreign = await shopper.check_out(cart, payment=None, payment_method_id="pm_bob")
    assert (foreign.status_code, foreign.json()["code"]) == (404, "unknown_payment_method")
    answer = await shopper.check_out(cart, payment=None, payment_method_id="pm_ada", email=None)
    assert answer.status_code == 201
    assert answer.json()["email"] == "usr_ada@mail.example"
    [entry] = answer.json()["ledger"]
    assert (entry["method"], entry["provider"], entry["payment_method_id"]) == ("card", "test", "pm_ada")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"cart_version": 1}, 409, "cart_changed"),
        ({"expected_total": {"amount": 1, "currency": "EUR"}}, 409, "price_changed"),
        ({"expected_total": {"amount": 5390, "currency": "USD"}}, 409, "price_changed"),
        ({"shipping_method": "pigeon"}, 422, "unknown_shipping_method"),
        ({"payment": None}, 422, "payment_method_required"),
        ({"payment": {"provider": "cash"}}, 422, "unknown_payment_provider"),
        ({"payment": {"provider": "test", "token": "tok_x"}}, 422, "unknown_payment_provider"),
        ({"payment_method_id": "pm_ada"}, 422, "invalid_input"),
        ({"cart_id": "crt_unknown"}, 404, "not_found"),
        ({"coupon": "x"}, 422, "invalid_input"),
        ({"email": "no address"}, 422, "invalid_input"),
        ({"address": {"city": "London"}}, 422, "invalid_input"),
        ({"cart_version": True}, 422, "invalid_input"),
    ],
)
async def test_a_refused_wish_changes_nothing(shop: Shop, changes: dict[str, Any], status: int, code: str) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    answer = await shopper.check_out(cart, **changes)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert await shop.orders() == []
    assert await shop.rows("test_provider_payments") == []
    assert await shop.stock(variant) == (10, 0)
    assert (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json() == cart


async def test_an_empty_cart_is_no_order(shop: Shop) -> None:
    shopper = shop.shopper()
    cart = await shopper.cart()
    assert (await shopper.check_out(cart)).json()["code"] == "cart_empty"


async def test_a_checkout_needs_an_idempotency_key(shop: Shop) -> None:
    shopper = shop.shopper()
    cart = await shopper.cart((await shop.variant(), 1))
    answer = await shopper.call("POST", "/api/v1/checkouts", shopper.wish(cart))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


async def test_a_price_that_changed_since_is_shown_and_nothing_is_charged(shop: Shop) -> None:
    variant = await shop.variant(price=4900)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 2))
    await shop.reprice(variant, 5100)
    answer = await shopper.check_out(cart)
    assert (answer.status_code, answer.json()["code"]) == (409, "price_changed")
    assert answer.json()["totals"]["total"] == {"amount": 10690, "currency": "EUR"}
    assert await shop.rows("test_provider_payments") == []
    assert await shop.stock(variant) == (10, 0)
    now = (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json()
    assert now["totals"]["total"]["amount"] == 10690
    assert (await shopper.check_out(now)).status_code == 201


async def test_the_shopper_who_saw_the_new_price_buys_although_an_old_quote_is_kept(shop: Shop) -> None:
    variant = await shop.variant(price=4900)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    await shop.reprice(variant, 5100)
    answer = await shopper.check_out(cart, expected_total={"amount": 5590, "currency": "EUR"})
    assert answer.status_code == 201


async def test_what_is_not_there_is_not_sold(shop: Shop) -> None:
    lamp, bulb = await shop.variant(quantity=5), await shop.variant(quantity=1)
    shopper = shop.shopper()
    cart = await shopper.cart((lamp, 1), (bulb, 2))
    answer = await shopper.check_out(cart)
    assert (answer.status_code, answer.json()["code"]) == (409, "out_of_stock")
    assert answer.json()["lines"] == [{"variant_id": bulb, "requested": 2, "available": 1}]
    assert await shop.stock(lamp) == (5, 0)
    assert await shop.rows("test_provider_payments") == []
    [order] = await shop.orders()
    assert (order["checkout_state"], order["refusal"]["code"]) == ("refused", "out_of_stock")
    line = cart["items"][1]["id"]
    fewer = (await shopper.call("PATCH", f"/api/v1/carts/{cart['id']}/items/{line}", {"quantity": 1})).json()
    assert (await shopper.check_out(fewer)).status_code == 201


async def test_the_same_key_fifty_times_is_one_order(shop: Shop) -> None:
    variant = await shop.variant(quantity=100)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    answers = await asyncio.gather(*(shopper.check_out(cart, key="key_1") for _ in range(50)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    assert len(await shop.orders()) == 1
    assert await shop.stock(variant) == (99, 0)
    assert len(await shop.rows("test_provider_payments")) == 1
    later = await shopper.check_out(cart, key="key_1")
    assert (later.status_code, later.json()) == (201, answers[0].json())
    other_body = await shopper.check_out(cart, key="key_1", note="another")
    assert (other_body.status_code, other_body.json()["code"]) == (409, "idempotency_key_reused")


async def test_the_same_cart_under_other_keys_is_one_order(shop: Shop) -> None:
    variant = await shop.variant(quantity=100)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    answers = await asyncio.gather(*(shopper.check_out(cart) for _ in range(10)))
    placed = [answer for answer in answers if answer.status_code == 201]
    refused = [answer.json() for answer in answers if answer.status_code == 409]
    assert (len(placed), len(refused)) == (1, 9)
    assert {(one["code"], one["order_id"]) for one in refused} == {("already_ordered", placed[0].json()["id"])}
    assert await shop.stock(variant) == (99, 0)


async def test_a_refusal_is_replayed_and_another_key_tries_again(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    declined = await shopper.check_out(cart, "tok_decline", key="key_1")
    again = await shopper.check_out(cart, "tok_decline", key="key_1")
    assert declined.status_code == again.status_code == 402
    assert declined.json()["order_id"] == again.json()["order_id"]
    assert len(await shop.orders()) == 1
    assert (await shopper.check_out(cart, key="key_2")).status_code == 201


@pytest.fixture
async def patient_shop(
    make_settings: Callable[..., Any], people: Issuer, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Shop]:
    """Its deadlines are twenty times as long: the slow tests run on what processor time all others leave."""
    loop = asyncio.get_running_loop()
    async with open_shop(make_settings, people, checkout_deadline=600) as opened:
        with monkeypatch.context() as patched:
            time, began = loop.time, loop.time()
            patched.setattr(loop, "time", lambda: began + (time() - began) / 20)
            yield opened


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("buyers", "pieces"), [(20, 5), pytest.param(200, 50, marks=pytest.mark.slow)])
async def test_many_buyers_for_the_last_pieces(patient_shop: Shop, buyers: int, pieces: int) -> None:
    shop = patient_shop
    variant = await shop.variant(quantity=pieces)
    guests = [shop.guest(f"gst_{number}") for number in range(buyers)]
    carts = [await guest.cart((variant, 1)) for guest in guests]
    pairs = zip(guests, carts, strict=True)
    answers = await asyncio.gather(*(guest.check_out(cart) for guest, cart in pairs))
    outcomes = [(answer.status_code, answer.json().get("code")) for answer in answers]
    assert outcomes.count((201, None)) == pieces
    assert outcomes.count((409, "out_of_stock")) == buyers - pieces
    assert await shop.stock(variant) == (0, 0)
    payments = await shop.rows("test_provider_payments")
    assert [payment["state"] for payment in payments] == ["captured"] * pieces
    numbers = sorted(int(answer.json()["number"]) for answer in answers if answer.status_code == 201)
    assert numbers == list(range(1001, 1001 + pieces))


async def test_a_cart_that_changes_meanwhile_is_not_ordered(shop: Shop) -> None:
    variant = await shop.variant(quantity=100)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    path = f"/api/v1/carts/{cart['id']}/items"
    bought, changed = await asyncio.gather(
        shopper.check_out(cart), shopper.call("POST", path, {"variant_id": variant, "quantity": 1})
    )
    assert (bought.status_code, changed.status_code) in {(201, 409), (409, 201)}
    if bought.status_code == 201:
        assert bought.json()["lines"][0]["quantity"] == 1
        assert changed.json()["code"] == "cart_closed"
    else:
        assert bought.json()["code"] == "cart_changed"
        assert await shop.stock(variant) == (100, 0)
