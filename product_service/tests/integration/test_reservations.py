"""Holding, selling and giving back stock, over HTTP."""

import asyncio
from typing import Any

from product_service.tests.conftest import Shop


async def _variant(shop: Shop, quantity: int = 10) -> str:
    variant_id: str = (await shop.product(quantity=quantity))["variant_id"]
    return variant_id


async def test_holds_all_lines_at_authoritative_prices(shop: Shop) -> None:
    lamp = await shop.product("Desk lamp", price=4900, quantity=10)
    desk = await shop.product({"en": "Desk", "zh": "书桌"}, price=19900, quantity=3)  # type: ignore[arg-type]
    answer = await shop.hold("res_1", {lamp["variant_id"]: 2, desk["variant_id"]: 3})
    assert answer.status_code == 201
    held = answer.json()
    assert (held["id"], held["status"], held["reference"]) == ("res_1", "held", None)
    lines = {line["variant_id"]: line for line in held["lines"]}
    line = lines[desk["variant_id"]]
    assert line["unit_price"] == {"amount": 19900, "currency": "EUR"}
    assert line["title"] == {"en": "Desk", "zh": "书桌"}
    assert (line["quantity"], line["available"], lines[lamp["variant_id"]]["available"]) == (3, 0, 8)
    assert await shop.stock(lamp["variant_id"]) == (10, 2)
    assert await shop.stock(desk["variant_id"]) == (3, 3)


async def test_refuses_all_lines_when_one_is_short(shop: Shop) -> None:
    plenty, scarce = await _variant(shop, 10), await _variant(shop, 1)
    answer = await shop.hold("res_1", {plenty: 2, scarce: 2})
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["code"] == "out_of_stock"
    assert problem["lines"] == [{"variant_id": scarce, "requested": 2, "available": 1}]
    assert (await shop.stock(plenty), await shop.stock(scarce)) == ((10, 0), (1, 0))
    assert (await shop.get("/internal/v1/reservations/res_1", shop.service)).status_code == 404


async def test_an_unknown_variant_is_out_of_stock(shop: Shop) -> None:
    known = await _variant(shop)
    answer = await shop.hold("res_1", {known: 1, "var_unknown": 1})
    assert answer.status_code == 409
    assert answer.json()["lines"] == [{"variant_id": "var_unknown", "requested": 1, "available": 0}]
    assert await shop.stock(known) == (10, 0)


async def test_a_deleted_product_cannot_be_held(shop: Shop) -> None:
    product = await shop.product()
    assert (await shop.client.delete(f"/api/v1/products/{product['id']}", headers=shop.staff)).status_code == 204
    answer = await shop.hold("res_1", {product["variant_id"]: 1})
    assert (answer.status_code, answer.json()["code"]) == (409, "out_of_stock")


async def test_the_same_id_and_lines_hold_once(shop: Shop) -> None:
    variant = await _variant(shop, 2)
    first = await shop.hold("res_1", {variant: 2})
    again = await shop.hold("res_1", {variant: 2})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert await shop.stock(variant) == (2, 2)


async def test_the_same_id_with_other_lines_is_refused(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 2})
    answer = await shop.hold("res_1", {variant: 3})
    assert (answer.status_code, answer.json()["code"]) == (409, "reservation_conflict")
    assert await shop.stock(variant) == (10, 2)


async def test_commits_once_and_writes_the_sale_down(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 2})
    for _ in range(2):
        answer = await shop.commit("res_1", "ord_1")
        assert (answer.status_code, answer.json()["status"], answer.json()["reference"]) == (200, "committed", "ord_1")
    assert await shop.stock(variant) == (8, 0)
    sale, initial = await shop.ledger(variant)
    assert (sale["kind"], sale["quantity"], sale["reference"]) == ("sale", -2, "ord_1")
    assert (initial["kind"], initial["quantity"]) == ("initial", 10)


async def test_a_sold_reservation_belongs_to_one_order(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 2})
    await shop.commit("res_1", "ord_1")
    answer = await shop.commit("res_1", "ord_2")
    assert (answer.status_code, answer.json()["code"]) == (409, "reservation_conflict")
    assert await shop.stock(variant) == (8, 0)


async def test_release_gives_back_once(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 4})
    for _ in range(2):
        answer = await shop.release("res_1")
        assert (answer.status_code, answer.json()["status"]) == (200, "released")
    assert await shop.stock(variant) == (10, 0)
    late = await shop.commit("res_1")
    assert (late.status_code, late.json()["code"]) == (409, "reservation_released")


async def test_releasing_an_unknown_id_refuses_its_late_hold(shop: Shop) -> None:
    variant = await _variant(shop)
    answer = await shop.release("res_late")
    assert (answer.status_code, answer.json()["status"], answer.json()["lines"]) == (200, "released", [])
    late = await shop.hold("res_late", {variant: 1})
    assert (late.status_code, late.json()["code"]) == (409, "reservation_released")
    assert await shop.stock(variant) == (10, 0)


async def test_a_sold_reservation_is_not_released(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 2})
    await shop.commit("res_1")
    answer = await shop.release("res_1")
    assert (answer.status_code, answer.json()["code"]) == (409, "reservation_committed")
    assert await shop.stock(variant) == (8, 0)


async def test_a_hold_expires_and_gives_back(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 2}, expires_in=60)
    shop.clock.advance(61)
    late = await shop.commit("res_1")
    assert (late.status_code, late.json()["code"]) == (409, "reservation_expired")
    assert await shop.stock(variant) == (10, 2)
    assert await shop.room.reservations.expire_due() == 1
    assert await shop.room.reservations.expire_due() == 0
    assert await shop.stock(variant) == (10, 0)
    assert (await shop.get("/internal/v1/reservations/res_1", shop.service)).json()["status"] == "expired"
    again = await shop.hold("res_1", {variant: 2})
    assert (again.status_code, again.json()["code"]) == (409, "reservation_expired")


async def test_committing_an_unknown_reservation_is_404(shop: Shop) -> None:
    assert (await shop.commit("res_none")).status_code == 404


async def test_restocks_once(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 3})
    await shop.commit("res_1", "ord_1")
    body: dict[str, Any] = {
        "id": "rst_1",
        "reference": "ord_1",
        "lines": [{"variant_id": variant, "quantity": 3}],
        "reason": "no longer needed",
    }
    assert [(await shop.post("/internal/v1/restocks", body, shop.service)).status_code for _ in range(2)] == [201, 200]
    assert await shop.stock(variant) == (10, 0)
    entry = (await shop.ledger(variant))[0]
    assert (entry["kind"], entry["quantity"], entry["reference"]) == ("restock", 3, "ord_1")
    body["lines"][0]["quantity"] = 4
    other = await shop.post("/internal/v1/restocks", body, shop.service)
    assert (other.status_code, other.json()["code"]) == (409, "restock_conflict")
    assert await shop.stock(variant) == (10, 0)


async def test_two_hundred_buyers_for_the_last_fifty(shop: Shop) -> None:
    variant = await _variant(shop, 50)
    answers = await asyncio.gather(*(shop.hold(f"res_{buyer}", {variant: 1}) for buyer in range(200)))
    assert sorted(answer.status_code for answer in answers) == [201] * 50 + [409] * 150
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"out_of_stock"}
    assert await shop.stock(variant) == (50, 50)
    held = [answer.json()["id"] for answer in answers if answer.status_code == 201]
    sold = await asyncio.gather(*(shop.commit(key, key) for key in held))
    assert {answer.status_code for answer in sold} == {200}
    assert await shop.stock(variant) == (0, 0)


async def test_baskets_in_opposite_order_do_not_lock_each_other(shop: Shop) -> None:
    one, two = await _variant(shop, 40), await _variant(shop, 40)
    holds = [shop.hold(f"res_{n}", {one: 1, two: 1} if n % 2 else {two: 1, one: 1}) for n in range(40)]
    assert {answer.status_code for answer in await asyncio.gather(*holds)} == {201}
    assert (await shop.stock(one), await shop.stock(two)) == ((40, 40), (40, 40))


async def test_the_same_hold_many_times_in_parallel_is_one(shop: Shop) -> None:
    variant = await _variant(shop)
    answers = await asyncio.gather(*(shop.hold("res_1", {variant: 2}) for _ in range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert await shop.stock(variant) == (10, 2)


async def test_hold_and_release_racing_leave_nothing_held(shop: Shop) -> None:
    variant = await _variant(shop)
    for n in range(10):
        held, released = await asyncio.gather(shop.hold(f"res_{n}", {variant: 1}), shop.release(f"res_{n}"))
        assert held.status_code in (201, 409)
        assert released.status_code == 200
    assert await shop.stock(variant) == (10, 0)


async def test_only_services_reserve(shop: Shop) -> None:
    variant = await _variant(shop)
    body = {"id": "res_1", "lines": [{"variant_id": variant, "quantity": 1}], "expires_in": 60}
    assert (await shop.post("/internal/v1/reservations", body, shop.shopper)).status_code == 403
    assert (await shop.post("/internal/v1/reservations", body, shop.staff)).status_code == 403
    assert (await shop.post("/internal/v1/reservations", body, {"X-Tenant": "default"})).status_code == 401
    assert await shop.stock(variant) == (10, 0)


async def test_absurd_quantities_are_malformed(shop: Shop) -> None:
    variant = await _variant(shop)
    for quantity in (0, -1, 10**7, 2**70, 1.5, "two", None):
        answer = await shop.hold("res_1", {variant: quantity})  # type: ignore[dict-item]
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert await shop.stock(variant) == (10, 0)


async def test_another_tenant_sees_and_holds_nothing(shop: Shop) -> None:
    variant = await _variant(shop)
    await shop.hold("res_1", {variant: 1})
    other = shop.issuer.service_bearer(tenant="other")
    assert (await shop.get("/internal/v1/reservations/res_1", other)).status_code == 404
    assert (await shop.get("/internal/v1/variants", other, ids=variant)).json() == {"items": []}
    body = {"id": "res_2", "lines": [{"variant_id": variant, "quantity": 1}], "expires_in": 60}
    answer = await shop.post("/internal/v1/reservations", body, other)
    assert (answer.status_code, answer.json()["code"]) == (409, "out_of_stock")
    released = await shop.post("/internal/v1/reservations/res_1/release", {}, other)
    assert released.json()["lines"] == []
    assert await shop.stock(variant) == (10, 1)
