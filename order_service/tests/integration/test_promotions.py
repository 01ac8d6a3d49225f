"""Coupons: taken off to the cent, counted once per order, given back with it, never beyond their limits."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from order_service.tests.shop import Json, Shop, Shopper


async def promotion(shop: Shop, code: str = "SPRING", **fields: Any) -> Json:
    body = {"code": code, "kind": "percent", "value": 1000, **fields}
    answer = await shop.client.post("/api/v1/promotions", json=body, headers=shop.staff)
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def with_coupon(shopper: Shopper, *lines: tuple[str, int], code: str = "SPRING") -> Json:
    cart = await shopper.cart(*lines)
    answer = await shopper.call("PUT", f"/api/v1/carts/{cart['id']}/coupon", {"code": code})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def uses(shop: Shop) -> tuple[int, int]:
    """(counted, rows)"""
    [row] = await shop.rows("promotions")
    return row["uses"], len(await shop.rows("promotion_uses"))


async def test_a_coupon_is_taken_off_before_tax_to_the_cent(shop: Shop) -> None:
    await promotion(shop, name={"en": "Spring sale", "zh": "春季促销"})
    shopper = shop.shopper()
    cart = await with_coupon(shopper, (await shop.variant(333), 1), (await shop.variant(335), 2), code="spring")
    amounts = {name: cart["totals"][name]["amount"] for name in ("subtotal", "discount", "shipping", "tax", "total")}
    assert amounts == {"subtotal": 1003, "discount": 100, "shipping": 490, "tax": 222, "total": 1393}
    assert (cart["coupon"], cart["promotion"]["name"], cart["promotion"]["problem"]) == ("SPRING", "Spring sale", None)
    order = (await shopper.check_out(cart)).json()
    assert (order["discount"]["amount"], order["total"]["amount"], order["tax"]["amount"]) == (100, 1393, 222)
    assert order["coupon"] == {"code": "SPRING", "name": "Spring sale"}
    assert [line["discount"]["amount"] for line in order["lines"]] == [33, 67]
    assert await uses(shop) == (1, 1)
    assert (await shopper.cancel(order["id"])).status_code == 201
    assert await uses(shop) == (0, 0)


async def test_a_refused_order_gives_its_use_back_and_so_does_one_that_was_left_behind(shop: Shop) -> None:
    await promotion(shop, max_uses=1)
    variant, shopper = await shop.variant(), shop.shopper()
    cart = await with_coupon(shopper, (variant, 1))
    assert (await shopper.check_out(cart, "tok_decline")).status_code == 402
    assert await uses(shop) == (0, 0)
    for step, token, left in (("authorised", "tok_decline_capture", 0), ("begun", "tok_approve", 1)):
        shop.checkpoints.deadly = step
        assert (await shopper.check_out(cart, token)).status_code == 500
        shop.checkpoints.deadly = None
        assert await uses(shop) == (1, 1)
        await shop.recover()
        assert await uses(shop) == (left, left)


async def test_the_last_use_goes_to_one_of_many(shop: Shop) -> None:
    await promotion(shop, max_uses=2)
    variant = await shop.variant(quantity=100)
    shoppers = [shop.shopper(f"usr_{number}") for number in range(6)]
    carts = [await with_coupon(shopper, (variant, 1)) for shopper in shoppers]
    answers = await asyncio.gather(*(shopper.check_out(cart) for shopper, cart in zip(shoppers, carts, strict=True)))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409, 409, 409]
    refused = [answer.json() for answer in answers if answer.status_code == 409]
    assert {(one["code"], one["reason"]) for one in refused} == {("coupon_not_valid", "coupon_used_up")}
    assert await uses(shop) == (2, 2)
    assert await shop.stock(variant) == (98, 0)
    late = await shop.shopper("usr_late").cart((variant, 1))
    answer = await shop.shopper("usr_late").call("PUT", f"/api/v1/carts/{late['id']}/coupon", {"code": "SPRING"})
    assert (answer.status_code, answer.json()["code"]) == (409, "coupon_used_up")


async def test_one_use_per_customer_is_one_also_with_another_account(shop: Shop) -> None:
    await promotion(shop, max_uses_per_customer=1)
    variant, ada, guest = await shop.variant(quantity=100), shop.shopper(), shop.guest()
    bought = await with_coupon(ada, (variant, 1))
    assert (await ada.check_out(bought)).status_code == 201
    ordered = (await ada.call("GET", f"/api/v1/carts/{bought['id']}")).json()
    assert (ordered["coupons"], ordered["totals"]) == (bought["coupons"], bought["totals"])
    cart = await ada.cart((variant, 1))
    again = await ada.call("PUT", f"/api/v1/carts/{cart['id']}/coupon", {"code": "SPRING"})
    assert (again.status_code, again.json()["code"]) == (409, "coupon_already_used")
    hidden = await guest.check_out(await with_coupon(guest, (variant, 1)), email="ADA@mail.example")
    assert (hidden.status_code, hidden.json()["reason"]) == (409, "coupon_already_used")
    assert await uses(shop) == (1, 1)


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"ends_at": (datetime.now(UTC) - timedelta(hours=1)).isoformat()}, 409, "coupon_expired"),
        ({"starts_at": (datetime.now(UTC) + timedelta(hours=1)).isoformat()}, 409, "coupon_not_started"),
        ({"active": False}, 404, "unknown_coupon"),
        ({"minimum_subtotal": 5000}, 409, "coupon_minimum_not_reached"),
        ({"kind": "amount", "value": 100, "currency": "USD"}, 409, "coupon_other_currency"),
    ],
)
async def test_a_coupon_that_does_not_count_says_why_in_the_shoppers_language(
    shop: Shop, fields: dict[str, Any], status: int, code: str
) -> None:
    await promotion(shop, **fields)
    shopper = shop.shopper()
    cart = await shopper.cart((await shop.variant(4900), 1))
    path = f"/api/v1/carts/{cart['id']}/coupon"
    answer = await shopper.call("PUT", path, {"code": "SPRING"}, Accept_Language="zh")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not answer.json()["detail"].isascii()
    if code == "coupon_minimum_not_reached":
        assert answer.json()["missing"] == {"amount": 100, "currency": "EUR"}
    assert (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json() == cart


async def test_a_coupon_that_stops_counting_is_shown_and_stops_the_checkout(shop: Shop) -> None:
    made = await promotion(shop, kind="amount", value=99_999, minimum_subtotal=4900)
    variant, shopper = await shop.variant(4900), shop.shopper()
    cart = await with_coupon(shopper, (variant, 1))
    assert (cart["totals"]["discount"]["amount"], cart["totals"]["total"]["amount"]) == (4900, 490)
    path = f"/api/v1/promotions/{made['id']}"
    changed = await shop.client.patch(path, json={"minimum_subtotal": 5000}, headers=shop.staff)
    assert changed.status_code == 200, changed.text
    shown = (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json()
    assert (shown["coupon"], shown["totals"]["discount"]["amount"]) == ("SPRING", 0)
    assert shown["promotion"]["problem"]["code"] == "coupon_minimum_not_reached"
    answer = await shopper.check_out(cart)
    assert (answer.status_code, answer.json()["code"]) == (409, "coupon_not_valid")
    assert await shop.rows("orders") == []
    await shop.client.patch(path, json={"minimum_subtotal": 0, "value": 100}, headers=shop.staff)
    assert (await shopper.check_out(cart)).json()["code"] == "price_changed"
    without = (await shopper.call("PUT", f"/api/v1/carts/{cart['id']}/coupon", {"code": None})).json()
    assert (without["coupon"], without["promotion"]) == (None, None)
    assert (await shopper.check_out(without)).status_code == 201
    assert await uses(shop) == (0, 0)


async def test_the_staff_runs_promotions(shop: Shop) -> None:
    made = await promotion(shop, code="spring-26", value=500)
    assert (made["code"], made["name"], made["state"], made["uses"]) == ("SPRING-26", {"en": "SPRING-26"}, "running", 0)
    twice = {"code": "Spring-26", "kind": "percent", "value": 1}
    taken = await shop.client.post("/api/v1/promotions", json=twice, headers=shop.staff)
    assert (taken.status_code, taken.json()["code"]) == (409, "already_exists")
    assert taken.json()["errors"] == [{"at": "body.code", "message": "SPRING-26 is taken.", "type": "value_error"}]
    for wrong in ({"value": 10_001}, {"value": 0}, {"code": "a b"}, {"kind": "gift"}, {"value": 1.5}):
        body = {"code": "X", "kind": "percent", "value": 1, **wrong}
        assert (await shop.client.post("/api/v1/promotions", json=body, headers=shop.staff)).status_code == 422
    times = {"starts_at": "2030-02-01T00:00:00Z", "ends_at": "2030-01-01T00:00:00Z"}
    over = {"code": "X", "kind": "percent", "value": 1, **times}
    headers = shop.staff | {"Accept-Language": "zh"}
    refused = (await shop.client.post("/api/v1/promotions", json=over, headers=headers)).json()
    assert [(one["at"], one["message"]) for one in refused["errors"]] == [("body.ends_at", "结束时间早于开始时间。")]
    await promotion(shop, code="AUTUMN")
    first = (await shop.client.get("/api/v1/promotions?limit=1", headers=shop.staff)).json()
    second = await shop.client.get(f"/api/v1/promotions?cursor={first['next_cursor']}", headers=shop.staff)
    assert [one["code"] for one in first["items"] + second.json()["items"]] == ["AUTUMN", "SPRING-26"]
    path = f"/api/v1/promotions/{made['id']}"
    off = await shop.client.patch(path, json={"active": False}, headers=shop.staff)
    assert (off.status_code, off.json()["state"]) == (200, "off")
    stranger = shop.issuer.bearer("usr_x", tenant="other", roles=("owner",), permissions=("*",))
    assert (await shop.client.get(path, headers=stranger)).status_code == 404
    assert (await shop.shopper().call("GET", "/api/v1/promotions")).status_code == 403
    assert (await shop.client.delete(path, headers=shop.staff)).status_code == 204
    actions = [row["action"] for row in await shop.rows("audit_events")]
    assert actions == ["promotion.created", "promotion.created", "promotion.changed", "promotion.removed"]
