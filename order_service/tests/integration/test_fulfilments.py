"""Sending orders: every piece once, and what was sent is not cancelled any more."""

import asyncio
from typing import Any

from httpx import Response

from order_service.tests.shop import Json, Shop


async def send(shop: Shop, order: Json, key: str | None = None, **body: Any) -> Response:
    headers = {**shop.staff, **({"Idempotency-Key": key} if key else {})}
    return await shop.client.post(f"/api/v1/orders/{order['id']}/fulfilments", json=body, headers=headers)


async def test_an_order_goes_out_in_two_parcels_and_arrives(shop: Shop) -> None:
    shopper = shop.shopper()
    order = (await shopper.buy(await shop.variant(), 3)).json()
    line = order["lines"][0]["id"]
    first = await send(shop, order, lines=[{"line_id": line, "quantity": 1}], carrier="DHL", tracking_number="JD1")
    assert first.status_code == 201, first.text
    assert (first.json()["status"], first.json()["fulfilment_status"]) == ("pending", "partially_fulfilled")
    cancelled = await shopper.cancel(order["id"])
    assert (cancelled.status_code, cancelled.json()["code"]) == (409, "order_not_pending")
    both = (await send(shop, order)).json()
    assert (both["status"], both["fulfilment_status"]) == ("processed", "fulfilled")
    assert [parcel["lines"][0]["quantity"] for parcel in both["fulfilments"]] == [1, 2]
    for number, parcel in enumerate(both["fulfilments"]):
        path = f"/api/v1/orders/{order['id']}/fulfilments/{parcel['id']}/delivered"
        for _ in range(2):
            answer = (await shop.client.post(path, headers=shop.staff)).json()
            assert answer["status"] == ("delivered" if number else "processed")
    assert len(await shop.events("order.delivered")) == 1
    kinds = sorted(mail["kind"] for mail in await shop.rows("order_mails"))
    assert kinds == ["order_confirmation", "order_delivered", "order_shipped", "order_shipped"]
    timeline = (await shopper.call("GET", f"/api/v1/orders/{order['id']}/timeline")).json()["items"]
    seen = [(event["type"], event["actor"]["kind"]) for event in timeline if event["type"] != "delivered"]
    assert seen[0] == ("created", "customer")
    assert sorted(seen[1:3]) == [("paid", "shop"), ("placed", "customer")]
    assert seen[3:] == [("shipped", "staff"), ("shipped", "staff")]
    assert timeline[3]["tracking_number"] == "JD1"
    assert {event["actor"]["id"] for event in timeline} == {None}
    again = await send(shop, order)
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_send")


async def test_each_piece_is_sent_once_however_many_try(shop: Shop) -> None:
    order = (await shop.shopper().buy(await shop.variant(), 2)).json()
    answers = await asyncio.gather(*(send(shop, order) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    assert [parcel["lines"][0]["quantity"] for parcel in await shop.rows("fulfilments")] == [2]


async def test_the_same_key_sends_one_parcel(shop: Shop) -> None:
    order = (await shop.shopper().buy(await shop.variant(), 3)).json()
    lines = [{"line_id": order["lines"][0]["id"], "quantity": 1}]
    for _ in range(3):
        assert (await send(shop, order, "key_1", lines=lines)).status_code == 201
    assert len(await shop.rows("fulfilments")) == 1


async def test_sending_and_cancelling_at_once_is_one_of_them(shop: Shop) -> None:
    shopper, variant = shop.shopper(), await shop.variant()
    order = (await shopper.buy(variant)).json()
    sent, cancelled = await asyncio.gather(send(shop, order), shopper.cancel(order["id"]))
    assert (sent.status_code, cancelled.status_code) in {(201, 409), (409, 201)}
    after = await shop.order(order["id"])
    assert after["status"] == ("processed" if sent.status_code == 201 else "cancelled")
    assert await shop.stock(variant) == ((9, 0) if sent.status_code == 201 else (10, 0))


async def test_many_orders_at_once_each_with_its_own_result(shop: Shop) -> None:
    shopper, variant = shop.shopper(), await shop.variant(quantity=100)
    good, gone = [(await shopper.buy(variant)).json() for _ in range(2)]
    await shopper.cancel(gone["id"])
    body = {"order_ids": [good["id"], gone["id"], "ord_unknown"]}
    answer = await shop.client.post("/api/v1/orders/bulk-fulfilments", json=body, headers=shop.staff)
    assert answer.status_code == 200, answer.text
    results = [(one["order_id"], one["result"], one.get("code")) for one in answer.json()["results"]]
    assert results == [
        (good["id"], "fulfilled", None),
        (gone["id"], "refused", "order_not_open"),
        ("ord_unknown", "refused", "not_found"),
    ]
    assert (answer.json()["fulfilled"], answer.json()["refused"]) == (1, 2)


async def test_only_who_may_sends(shop: Shop) -> None:
    order = (await shop.shopper().buy(await shop.variant())).json()
    path = f"/api/v1/orders/{order['id']}/fulfilments"
    assert (await shop.shopper().call("POST", path, {})).status_code == 403
    stranger = shop.issuer.bearer("usr_x", tenant="other", roles=("owner",), permissions=("*",))
    assert (await shop.client.post(path, json={}, headers=stranger)).status_code == 404
    assert (await send(shop, order, lines=[{"line_id": order["lines"][0]["id"], "quantity": 2}])).status_code == 409
    assert (await send(shop, order, lines=[{"line_id": "oln_x", "quantity": 1}])).status_code == 422
    assert await shop.rows("fulfilments") == []
