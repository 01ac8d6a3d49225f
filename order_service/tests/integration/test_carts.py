"""Carts: server prices, versions, owners."""

import asyncio

import pytest

from order_service.tests.shop import ADDRESS, Shop


async def test_an_open_cart_is_opened_once(shop: Shop) -> None:
    shopper = shop.shopper()
    answers = await asyncio.gather(*(shopper.call("POST", "/api/v1/carts") for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 200, 201]
    assert len({answer.json()["id"] for answer in answers}) == 1
    current = await shopper.call("GET", "/api/v1/carts/current")
    assert current.json()["id"] == answers[0].json()["id"]


async def test_every_change_is_priced_and_raises_the_version(shop: Shop) -> None:
    lamp, bulb = await shop.variant(4900), await shop.variant(250, title="Bulb")
    shopper = shop.shopper()
    cart = await shopper.cart((lamp, 1), (bulb, 4), (lamp, 1))
    assert cart["version"] == 6
    assert [(item["quantity"], item["total"]["amount"]) for item in cart["items"]] == [(2, 9800), (4, 1000)]
    assert {name: cart["totals"][name]["amount"] for name in ("subtotal", "shipping", "tax", "total")} == {
        "subtotal": 10800,
        "shipping": 490,
        "tax": 1803,
        "total": 11290,
    }
    assert [option["code"] for option in cart["shipping_options"]] == ["standard", "express"]
    path = f"/api/v1/carts/{cart['id']}/items"
    fewer = (await shopper.call("PATCH", f"{path}/{cart['items'][1]['id']}", {"quantity": 1})).json()
    assert (fewer["version"], fewer["totals"]["subtotal"]["amount"]) == (7, 10050)
    gone = (await shopper.call("DELETE", f"{path}/{cart['items'][0]['id']}")).json()
    assert [item["variant_id"] for item in gone["items"]] == [bulb]
    empty = (await shopper.call("PATCH", f"{path}/{cart['items'][1]['id']}", {"quantity": 0})).json()
    assert (empty["items"], empty["totals"]["subtotal"]["amount"], empty["version"]) == ([], 0, 9)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"variant_id": "VARIANT", "quantity": -1}, 422),
        ({"variant_id": "VARIANT", "quantity": 0}, 422),
        ({"variant_id": "VARIANT", "quantity": 10**9}, 422),
        ({"variant_id": "VARIANT", "quantity": "2"}, 422),
        ({"variant_id": "VARIANT", "quantity": 1, "unit_price": 1}, 422),
        ({"variant_id": "var_unknown"}, 404),
        ({}, 422),
    ],
)
async def test_refuses_lines_that_make_no_sense(shop: Shop, body: dict, status: int) -> None:  # type: ignore[type-arg]
    variant = await shop.variant()
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    given = {name: variant if value == "VARIANT" else value for name, value in body.items()}
    answer = await shopper.call("POST", f"/api/v1/carts/{cart['id']}/items", given)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json()["version"] == cart["version"]


async def test_a_foreign_cart_is_not_there(shop: Shop) -> None:
    variant = await shop.variant()
    cart = await shop.shopper("usr_ada").cart((variant, 1))
    other = shop.shopper("usr_bob")
    path = f"/api/v1/carts/{cart['id']}"
    for method, rest, body in (
        ("GET", "", None),
        ("POST", "/items", {"variant_id": variant, "quantity": 1}),
        ("DELETE", f"/items/{cart['items'][0]['id']}", None),
        ("PUT", "/address", ADDRESS),
    ):
        assert (await other.call(method, path + rest, body)).status_code == 404
    assert (await shop.client.get(path)).status_code == 401


async def test_a_coupon_nobody_knows_is_refused(shop: Shop) -> None:
    shopper = shop.shopper()
    cart = await shopper.cart((await shop.variant(), 1))
    answer = await shopper.call("PUT", f"/api/v1/carts/{cart['id']}/coupon", {"code": "SPRING"})
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_coupon")
    assert (await shopper.call("PUT", f"/api/v1/carts/{cart['id']}/coupon", {"code": None})).status_code == 200


async def test_an_unknown_shipping_method_is_refused(shop: Shop) -> None:
    shopper = shop.shopper()
    cart = await shopper.cart((await shop.variant(), 1))
    answer = await shopper.call("PUT", f"/api/v1/carts/{cart['id']}/shipping", {"shipping_method": "pigeon"})
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_shipping_method")


async def test_with_product_service_away_the_cart_is_shown_as_last_seen(shop: Shop) -> None:
    shopper = shop.shopper()
    cart = await shopper.cart((await shop.variant(), 1))
    shop.room.carts._quotes._kept.clear()
    shop.network.refused.add("/internal/v1/variants")
    answer = await shopper.call("GET", f"/api/v1/carts/{cart['id']}")
    assert answer.json()["totals"] == cart["totals"]


async def test_parallel_changes_are_all_kept(shop: Shop) -> None:
    variant = await shop.variant(quantity=100)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    path = f"/api/v1/carts/{cart['id']}/items"
    await asyncio.gather(*(shopper.call("POST", path, {"variant_id": variant, "quantity": 1}) for _ in range(20)))
    now = (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json()
    assert (now["items"][0]["quantity"], now["version"]) == (21, cart["version"] + 20)
