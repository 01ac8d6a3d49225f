"""Wherever the world ends, the recovery loop brings every checkout and cancellation to an end that adds up."""

import asyncio

import pytest

from order_service.tests.shop import Json, Shop

FORWARD = ("begun", "held", "authorised", "committed", "captured", "placed")
UNDOING = ("refusal decided", "voided", "stock given back", "refused")


async def dies(shop: Shop, step: str, variant: str, token: str = "tok_approve") -> str:
    """Buy until the world ends at this step; the order's id."""
    shop.checkpoints.deadly = step
    answer = await shop.shopper().buy(variant, token=token)
    assert answer.status_code == 500
    shop.checkpoints.deadly = None
    [order] = await shop.orders()
    return str(order["id"])


async def adds_up(shop: Shop, order: Json, variant: str, had: int = 10) -> None:
    """Stock, money and news say the same as the order."""
    placed = order["checkout_state"] == "placed"
    assert await shop.stock(variant) == ((had - 1, 0) if placed else (had, 0))
    books = await shop.rows("test_provider_payments")
    refunds = await shop.rows("test_provider_refunds")
    taken = sum(row["amount"] for row in books if row["state"] == "captured")
    assert taken - sum(row["amount"] for row in refunds) == (order["total"]["amount"] if placed else 0)
    ledger = sum(entry["amount"]["amount"] * (1 if entry["type"] == "payment" else -1) for entry in order["ledger"])
    assert ledger == (order["total"]["amount"] if placed else 0)
    assert len(await shop.events("order.placed")) == int(placed)
    assert len(await shop.events("order.refused")) == int(not placed)
    assert len(await shop.rows("order_mails")) == int(placed)
    [row] = await shop.rows("orders")
    assert row["lease_until"] is None


@pytest.mark.parametrize("step", FORWARD)
async def test_a_purchase_that_was_begun_is_finished(shop: Shop, step: str) -> None:
    variant = await shop.variant()
    order_id = await dies(shop, step, variant)
    await shop.recover()
    order = await shop.order(order_id)
    assert (order["checkout_state"], order["number"]) == ("placed", "1001")
    await adds_up(shop, order, variant)
    await shop.recover()
    assert await shop.order(order_id) == order


@pytest.mark.parametrize("step", UNDOING)
async def test_a_refusal_that_was_begun_is_finished(shop: Shop, step: str) -> None:
    variant = await shop.variant()
    order_id = await dies(shop, step, variant, token="tok_decline_capture")
    await shop.recover()
    order = await shop.order(order_id)
    assert (order["checkout_state"], order["refusal"]["code"]) == ("refused", "payment_declined")
    await adds_up(shop, order, variant)
    cart = (await shop.shopper().call("GET", "/api/v1/carts/current")).json()
    assert (cart["status"], cart["order_id"]) == ("open", None)


async def test_a_living_checkout_is_left_alone(shop: Shop) -> None:
    variant = await shop.variant()
    order_id = await dies(shop, "held", variant)
    await shop.recover(seconds=5)
    assert (await shop.order(order_id))["checkout_state"] == "placing"


async def test_nobody_is_charged_for_what_was_wanted_long_ago(shop: Shop) -> None:
    variant = await shop.variant()
    shop.network.refused.add("/internal/v1/reservations")
    answer = await shop.shopper().buy(variant)
    assert answer.status_code == 202
    await shop.recover(seconds=300)
    shop.network.refused.clear()
    await shop.recover()
    order = await shop.order(answer.json()["id"])
    assert (order["checkout_state"], order["refusal"]["code"]) == ("refused", "checkout_timed_out")
    await adds_up(shop, order, variant)


async def test_the_same_key_after_a_crash_gives_the_order_that_came_of_it(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    shop.checkpoints.deadly = "authorised"
    assert (await shopper.check_out(cart, key="key_1")).status_code == 500
    shop.checkpoints.deadly = None
    waiting = asyncio.create_task(shopper.check_out(cart, key="key_1"))
    await asyncio.sleep(0)
    await shop.recover()
    answer = await waiting
    assert (answer.status_code, answer.json()["number"]) == (201, "1001")
    assert len(await shop.orders()) == 1


@pytest.mark.parametrize("fault", ["refused", "mute"])
@pytest.mark.parametrize("call", ["/internal/v1/reservations", "/commit"])
async def test_a_product_service_that_dies_in_mid_checkout_leaves_nothing_open(
    shop: Shop, fault: str, call: str
) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    getattr(shop.network, fault).add(call)
    answer = await shopper.check_out(cart)
    assert (answer.status_code, answer.json()["checkout_state"]) == (202, "placing")
    await shop.recover(seconds=5)
    done = (fault, call) == ("mute", "/commit")  # asked by id, product_service said that it is sold
    assert (await shop.order(answer.json()["id"]))["checkout_state"] == ("placed" if done else "placing")
    getattr(shop.network, fault).clear()
    await shop.recover(seconds=5)
    order = await shop.order(answer.json()["id"])
    assert order["checkout_state"] == "placed"
    await adds_up(shop, order, variant)


async def test_stock_that_ran_out_under_a_hold_voids_the_payment(shop: Shop) -> None:
    variant = await shop.variant()
    order_id = await dies(shop, "authorised", variant)
    [row] = await shop.rows("orders")
    path = f"/internal/v1/reservations/{row['reservation_id']}/release"
    await shop.products.post(path, json={}, headers=shop.issuer.service_bearer())
    await shop.recover()
    order = await shop.order(order_id)
    assert (order["checkout_state"], order["refusal"]["code"]) == ("refused", "stock_lost")
    await adds_up(shop, order, variant)
    assert [row["state"] for row in await shop.rows("test_provider_payments")] == ["voided"]


async def test_two_recoveries_at_once_do_it_once(shop: Shop) -> None:
    variant = await shop.variant()
    order_id = await dies(shop, "committed", variant)
    shop.clock.advance(20)
    await asyncio.gather(*(shop.room.recovery.run_once() for _ in range(5)))
    order = await shop.order(order_id)
    assert order["checkout_state"] == "placed"
    await adds_up(shop, order, variant)


@pytest.mark.parametrize("step", ["cancellation decided", "refund answered", "refunded", "restocked"])
async def test_a_cancellation_that_was_begun_is_finished(shop: Shop, step: str) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = (await shopper.buy(variant)).json()
    shop.checkpoints.deadly = step
    assert (await shopper.cancel(order["id"])).status_code == 500
    shop.checkpoints.deadly = None
    assert (await shop.order(order["id"]))["status"] == "cancelled"
    await shop.recover()
    after = await shop.order(order["id"])
    assert (after["status"], after["payment_status"]) == ("cancelled", "refunded")
    assert [(entry["type"], entry["amount"]) for entry in after["ledger"]] == [
        ("payment", order["total"]),
        ("refund", order["total"]),
    ]
    assert [row["amount"] for row in await shop.rows("test_provider_refunds")] == [order["total"]["amount"]]
    assert await shop.stock(variant) == (10, 0)
    await shop.recover()
    assert await shop.order(order["id"]) == after
