"""Many at once, and the same thing many times: exactly what there is gets sold, exactly once."""

import asyncio
from collections import Counter

import pytest

from tests.support.open_shop import OpenShop

pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]


async def test_two_hundred_buyers_at_once_for_the_last_fifty_pieces(shop: OpenShop) -> None:
    staff = await shop.staff()
    variant = await staff.shelf(quantity=50)
    buyers = await shop.guests(200)
    carts = await asyncio.gather(*(buyer.cart((variant, 1)) for buyer in buyers))
    answers = await asyncio.gather(
        *(buyer.check_out(buyer.wish(cart)) for buyer, cart in zip(buyers, carts, strict=True))
    )
    codes = Counter((answer.status_code, answer.json().get("code")) for answer in answers)
    assert codes == {(201, None): 50, (409, "out_of_stock"): 150}
    assert all(answer.json()["payment_status"] == "paid" for answer in answers if answer.status_code == 201)
    assert await staff.stock(variant) == (0, 0)
    assert await staff.ledger(variant) == {"initial": 50, "sale": -50}
    paid = [order for order in await staff.orders() if order["payment_status"] == "paid"]
    assert len(paid) == len({order["number"] for order in paid}) == 50


async def test_the_same_key_fifty_times_in_parallel_is_one_order(shop: OpenShop) -> None:
    staff, customer = await shop.staff(), await shop.newcomer()
    variant = await staff.shelf(quantity=60)
    wish = customer.wish(await customer.cart((variant, 1)))
    answers = await asyncio.gather(*(customer.check_out(wish, "key-1") for _ in range(50)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    other_body = await customer.check_out(wish | {"note": "and a ribbon, please"}, "key-1")
    assert (other_body.status_code, other_body.json()["code"]) == (409, "idempotency_key_reused")
    other_key = await customer.check_out(wish, "key-2")
    assert (other_key.status_code, other_key.json()["code"]) == (409, "already_ordered")
    assert other_key.json()["order_id"] == answers[0].json()["id"]
    assert len(await customer.every("order", "/api/v1/orders")) == 1
    assert await staff.stock(variant) == (59, 0)


async def test_one_cart_under_fifty_keys_at_once_is_one_order(shop: OpenShop) -> None:
    staff, customer = await shop.staff(), await shop.newcomer()
    variant = await staff.shelf(quantity=60)
    wish = customer.wish(await customer.cart((variant, 1)))
    answers = await asyncio.gather(*(customer.check_out(wish) for _ in range(50)))
    codes = Counter((answer.status_code, answer.json().get("code")) for answer in answers)
    assert codes == {(201, None): 1, (409, "already_ordered"): 49}
    [order] = await customer.every("order", "/api/v1/orders")
    assert {answer.json()["order_id"] for answer in answers if answer.status_code == 409} == {order["id"]}
    assert await staff.stock(variant) == (59, 0)


async def test_another_persons_key_is_another_key(shop: OpenShop) -> None:
    staff = await shop.staff()
    variant = await staff.shelf()
    first, second = await shop.guests(2)
    orders = [
        (await buyer.check_out(buyer.wish(await buyer.cart((variant, 1))), "same-key")).json()
        for buyer in (first, second)
    ]
    assert orders[0]["id"] != orders[1]["id"]
    assert await staff.stock(variant) == (8, 0)


async def test_a_price_that_changed_is_shown_and_nothing_is_charged(shop: OpenShop) -> None:
    staff, customer = await shop.staff(), await shop.newcomer()
    variant = await staff.shelf(price=4900)
    wish = customer.wish(await customer.cart((variant, 2)))
    await staff.reprice(variant, 5100)
    answer = await customer.check_out(wish)
    assert (answer.status_code, answer.json()["code"]) == (409, "price_changed")
    total = answer.json()["totals"]["total"]
    assert total["amount"] == wish["expected_total"]["amount"] + 400
    assert await customer.every("order", "/api/v1/orders") == []
    assert await staff.stock(variant) == (10, 0)
    cart = await customer.get("order", "/api/v1/carts/current")
    assert cart["totals"]["total"] == total
    assert (await customer.check_out(customer.wish(cart))).status_code == 201


async def test_cancelling_twenty_times_at_once_gives_everything_back_once(shop: OpenShop) -> None:
    staff, customer = await shop.staff(), await shop.newcomer()
    variant = await staff.shelf(quantity=10)
    order = await customer.buy(variant, 4)
    await asyncio.gather(*(customer.cancel(order["id"]) for _ in range(20)))
    kinds = [entry["type"] for entry in (await customer.order(order["id"]))["ledger"]]
    assert kinds == ["payment", "refund"]
    assert await staff.stock(variant) == (10, 0)
    assert await staff.ledger(variant) == {"initial": 10, "sale": -4, "restock": 4}


async def test_adding_to_one_cart_at_once_loses_no_piece(shop: OpenShop) -> None:
    staff, customer = await shop.staff(), await shop.newcomer()
    variants = [await staff.shelf(quantity=100) for _ in range(3)]
    cart = await customer.cart()
    path = f"/api/v1/carts/{cart['id']}/items"
    lines = [{"variant_id": variants[number % 3], "quantity": 1} for number in range(30)]
    answers = await asyncio.gather(*(customer.call("POST", "order", path, line) for line in lines))
    assert {answer.status_code for answer in answers} == {201}
    now = await customer.get("order", f"/api/v1/carts/{cart['id']}")
    assert sorted((line["variant_id"], line["quantity"]) for line in now["items"]) == sorted(
        (variant, 10) for variant in variants
    )
    assert now["totals"]["subtotal"]["amount"] == 30 * 4900
