"""Stock over HTTP: corrections, the ledger, what pages and other services are told."""

import asyncio

from product_service.tests.conftest import Json, Shop


async def _adjust(shop: Shop, variant_id: str, delta: object, key: str | None = None, reason: str = "count") -> Json:
    headers = {**shop.staff, "Idempotency-Key": key} if key else shop.staff
    path = f"/api/v1/inventory/{variant_id}/adjustments"
    answer = await shop.client.post(path, json={"delta": delta, "reason": reason}, headers=headers)
    return {"status": answer.status_code, **answer.json()}


async def test_an_adjustment_is_recorded(shop: Shop) -> None:
    variant = (await shop.product(quantity=10))["variant_id"]
    answer = await _adjust(shop, variant, -3, reason="Broken in transit")
    assert answer["status"] == 201
    assert answer["stock"] == {
        "variant_id": variant,
        "product_id": answer["stock"]["product_id"],
        "location_id": "default",
        "on_hand": 7,
        "reserved": 0,
        "available": 7,
    }
    entry = (await shop.ledger(variant))[0]
    assert (entry["kind"], entry["quantity"], entry["note"], entry["actor_id"]) == (
        "adjustment",
        -3,
        "Broken in transit",
        "usr_staff",
    )
    assert await shop.stock(variant) == (7, 0)


async def test_the_same_key_adjusts_once(shop: Shop) -> None:
    variant = (await shop.product(quantity=10))["variant_id"]
    answers = await asyncio.gather(*(_adjust(shop, variant, 5, "key-1") for _ in range(10)))
    assert {answer["status"] for answer in answers} == {201}
    assert len({answer["id"] for answer in answers}) == 1
    assert await shop.stock(variant) == (15, 0)
    other = await _adjust(shop, variant, 6, "key-1")
    assert (other["status"], other["code"]) == (409, "idempotency_key_reused")
    assert await shop.stock(variant) == (15, 0)


async def test_what_is_promised_cannot_be_taken_away(shop: Shop) -> None:
    variant = (await shop.product(quantity=10))["variant_id"]
    await shop.hold("res_1", {variant: 4})
    answer = await _adjust(shop, variant, -7)
    assert (answer["status"], answer["code"], answer["reserved"]) == (409, "stock_refuses_adjustment", 4)
    assert await shop.stock(variant) == (10, 4)
    assert (await _adjust(shop, variant, -6))["stock"]["available"] == 0


async def test_absurd_adjustments_are_malformed(shop: Shop) -> None:
    variant = (await shop.product(quantity=10))["variant_id"]
    for delta in (0, 10**9, -(10**9), 2**70, 1.5, "five", None):
        assert (await _adjust(shop, variant, delta))["status"] == 422
    assert (await _adjust(shop, variant, 1, reason=""))["status"] == 422
    assert (await _adjust(shop, "var_none", 1))["status"] == 404
    assert await shop.stock(variant) == (10, 0)


async def test_stock_is_for_staff(shop: Shop) -> None:
    variant = (await shop.product())["variant_id"]
    support = shop.issuer.bearer("usr_support", roles=("support",), permissions=("stock:read",))
    path = f"/api/v1/inventory/{variant}"
    assert (await shop.get(path)).status_code == 401
    assert (await shop.get(path, shop.shopper)).status_code == 403
    assert (await shop.get(path, support)).status_code == 200
    body = {"delta": 1, "reason": "x"}
    assert (await shop.post(f"{path}/adjustments", body, support)).status_code == 403
    other = shop.issuer.bearer("usr_other", roles=("owner",), permissions=("*",), tenant="other")
    assert (await shop.get(path, other)).status_code == 404
    assert (await shop.post(f"{path}/adjustments", body, other)).status_code == 404
    assert await shop.stock(variant) == (10, 0)


async def test_the_ledger_goes_by_pages(shop: Shop) -> None:
    variant = (await shop.product(quantity=10))["variant_id"]
    for delta in (1, 2, 3, 4):
        await _adjust(shop, variant, delta)
    seen: list[int] = []
    cursor: str | None = None
    for _ in range(3):
        params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await shop.get(f"/api/v1/inventory/{variant}/ledger", shop.staff, **params)).json()
        seen += [entry["quantity"] for entry in page["items"]]
        cursor = page["next_cursor"]
    assert (seen, cursor) == ([4, 3, 2, 1, 10], None)
    bad = await shop.get(f"/api/v1/inventory/{variant}/ledger", shop.staff, cursor="bad")
    assert (bad.status_code, bad.json()["code"]) == (422, "invalid_cursor")


async def test_pages_change_only_with_the_label(shop: Shop) -> None:
    product = await shop.product(quantity=8)
    variant, path = product["variant_id"], f"/api/v1/products/{product['id']}"
    cache = shop.app.state.runtime.response_cache
    assert (await shop.get(path)).json()["availability"] == "in_stock"
    hits = cache.hits
    await shop.hold("res_1", {variant: 2})
    await shop.commit("res_1")
    assert (await shop.get(path)).json()["availability"] == "in_stock"
    assert cache.hits == hits + 1
    await shop.hold("res_2", {variant: 1})
    assert (await shop.get(path)).json()["availability"] == "few_left"
    await shop.hold("res_3", {variant: 5})
    assert (await shop.get(path)).json()["availability"] == "out_of_stock"
    await shop.release("res_3")
    assert (await shop.get(path)).json()["availability"] == "few_left"


async def test_changed_labels_and_corrections_are_told(shop: Shop) -> None:
    product = await shop.product(quantity=8)
    variant = product["variant_id"]
    await shop.hold("res_1", {variant: 1})
    assert await shop.events("stock.changed", count=0) == []
    await shop.hold("res_2", {variant: 2})
    await _adjust(shop, variant, 100)
    told = [event["data"] for event in await shop.events("stock.changed", count=2)]
    assert told == [
        {"variant_id": variant, "product_id": product["id"], "available": 5},
        {"variant_id": variant, "product_id": product["id"], "available": 105},
    ]
