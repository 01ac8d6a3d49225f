"""A pending order goes somewhere else, as often as somebody likes."""

from typing import Any

import pytest

from order_service.tests.shop import Shop

ADDRESS = {
    "address1": "320 Cedar Avenue",
    "address2": "Suite 116",
    "city": "San Antonio",
    "state": "TX",
    "zip": "78219",
    "country": "USA",
}


async def put(shop: Shop, order_id: str, address: Any, name: str = "usr_ada") -> Any:
    return await shop.shopper(name).call("PUT", f"/api/v1/orders/{order_id}/address", address)


async def test_an_order_goes_somewhere_else_as_often_as_one_likes(shop: Shop) -> None:
    order = (await shop.shopper().buy(await shop.variant())).json()
    answer = await put(shop, order["id"], ADDRESS)
    assert answer.status_code == 200, answer.text
    assert answer.json()["address"] == {"name": order["address"]["name"], **ADDRESS}
    assert (await put(shop, order["id"], ADDRESS)).json()["updated_at"] == answer.json()["updated_at"]
    again = (await put(shop, order["id"], {**ADDRESS, "address2": "", "name": "Grace Hopper"})).json()
    assert (again["address"]["address2"], again["address"]["name"]) == ("", "Grace Hopper")
    assert [change["kind"] for change in again["changes"]] == ["address", "address"]
    assert len(await shop.events("order.address_changed")) == 2
    assert [found["id"] for found in await shop.orders(q="grace hopper")] == [order["id"]]


@pytest.mark.parametrize("missing", ["address1", "address2", "city", "state", "zip", "country"])
async def test_all_six_fields_are_needed(shop: Shop, missing: str) -> None:
    order = (await shop.shopper().buy(await shop.variant())).json()
    answer = await put(shop, order["id"], {name: value for name, value in ADDRESS.items() if name != missing})
    assert answer.status_code == 422
    assert (await shop.order(order["id"]))["address"] == order["address"]


async def test_an_order_whose_items_were_changed_may_still_go_elsewhere_a_cancelled_one_not(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = (await shopper.buy(one)).json()
    await shopper.swap(order["id"], (one, other))
    assert (await put(shop, order["id"], ADDRESS)).status_code == 200
    cancelled = (await shopper.buy(one)).json()
    await shopper.cancel(cancelled["id"])
    answer = await put(shop, cancelled["id"], ADDRESS)
    assert (answer.status_code, answer.json()["code"]) == (409, "order_not_pending")
    assert (await put(shop, order["id"], ADDRESS, "usr_bob")).status_code == 404
