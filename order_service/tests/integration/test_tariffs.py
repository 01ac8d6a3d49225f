"""Shipping methods and tax rates: plain records for the staff, at work at once."""

from typing import Any

import pytest

from order_service.app.payments.test_provider.behaviours import BEHAVIOURS
from order_service.tests.shop import Shop

SHIPPING = {"code": "pickup", "name": {"en": "Pick-up"}, "price": 100, "currency": "EUR", "position": 0}
TAX = {"name": {"en": "TVA"}, "country": "GB", "rate_bp": 2000, "inclusive": False}


async def test_a_fresh_shop_has_standard_and_express_and_one_tax_rate(shop: Shop) -> None:
    await shop.shopper().call("POST", "/api/v1/carts")
    methods = (await shop.client.get("/api/v1/shipping-methods", headers=shop.staff)).json()["items"]
    assert {method["code"]: method["price"] for method in methods} == {"standard": 490, "express": 1290}
    [rate] = (await shop.client.get("/api/v1/tax-rates", headers=shop.staff)).json()["items"]
    assert (rate["country"], rate["rate_bp"], rate["inclusive"]) == ("*", 1900, True)


async def test_a_change_counts_at_once(shop: Shop) -> None:
    shopper = shop.shopper()
    cart = await shopper.cart((await shop.variant(price=1000), 1))
    made = await shop.client.post("/api/v1/shipping-methods", json=SHIPPING, headers=shop.staff)
    assert made.status_code == 201, made.text
    path = f"/api/v1/carts/{cart['id']}/shipping"
    chosen = (await shopper.call("PUT", path, {"shipping_method": "pickup"})).json()
    assert chosen["totals"]["total"]["amount"] == 1100
    assert chosen["shipping_options"][0]["code"] == "pickup"
    method = f"/api/v1/shipping-methods/{made.json()['id']}"
    assert (await shop.client.patch(method, json={"price": 200}, headers=shop.staff)).status_code == 200
    assert (await shop.client.post("/api/v1/tax-rates", json=TAX, headers=shop.staff)).status_code == 201
    now = (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json()["totals"]
    assert (now["shipping"]["amount"], now["tax"]["amount"], now["total"]["amount"]) == (200, 240, 1440)
    assert (await shop.client.delete(method, headers=shop.staff)).status_code == 204
    gone = await shopper.check_out(await shopper.cart(), shipping_method="pickup")
    assert gone.json()["code"] in ("unknown_shipping_method", "cart_changed")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("shipping-methods", SHIPPING | {"price": -1}),
        ("shipping-methods", SHIPPING | {"code": "Pick up"}),
        ("shipping-methods", SHIPPING | {"tenant_id": "other"}),
        ("shipping-methods", SHIPPING | {"name": {"en": " "}}),
        ("shipping-methods", SHIPPING | {"name": {"xx": "pick-up"}}),
        ("shipping-methods", {}),
        ("tax-rates", TAX | {"name": {}}),
        ("tax-rates", TAX | {"rate_bp": 10_001}),
        ("tax-rates", TAX | {"rate_bp": 10**30}),
    ],
)
async def test_malformed_records_are_refused(shop: Shop, path: str, body: dict[str, Any]) -> None:
    answer = await shop.client.post(f"/api/v1/{path}", json=body, headers=shop.staff)
    assert answer.status_code == 422, answer.text


async def test_only_staff_may_change_them(shop: Shop) -> None:
    shopper = shop.shopper()
    assert (await shopper.call("POST", "/api/v1/shipping-methods", SHIPPING)).status_code == 403
    assert (await shop.client.get("/api/v1/tax-rates")).status_code == 401


async def test_a_code_stands_once(shop: Shop) -> None:
    await shop.shopper().call("POST", "/api/v1/carts")
    for status in (201, 409):
        answer = await shop.client.post("/api/v1/shipping-methods", json=SHIPPING, headers=shop.staff)
        assert answer.status_code == status, answer.text


async def test_another_shop_does_not_see_them(shop: Shop) -> None:
    made = (await shop.client.post("/api/v1/shipping-methods", json=SHIPPING, headers=shop.staff)).json()
    stranger = shop.issuer.bearer("usr_x", tenant="other", roles=("owner",), permissions=("*",))
    path = f"/api/v1/shipping-methods/{made['id']}"
    assert (await shop.client.get(path, headers=stranger)).status_code == 404
    assert (await shop.client.patch(path, json={"price": 1}, headers=stranger)).status_code == 404
    assert (await shop.client.delete(path, headers=stranger)).status_code == 404


async def test_whoever_buys_sees_what_is_offered_and_changes_are_written_down(shop: Shop) -> None:
    guest = shop.guest()
    offered = (await guest.call("GET", "/api/v1/shipping-methods")).json()["items"]
    assert {method["code"] for method in offered} == {"standard", "express"}
    path = f"/api/v1/shipping-methods/{offered[0]['id']}"
    assert (await shop.client.patch(path, json={"active": False}, headers=shop.staff)).status_code == 200
    assert len((await guest.call("GET", "/api/v1/shipping-methods")).json()["items"]) == 1
    assert (await guest.call("GET", path)).status_code == 404
    assert (await shop.client.get(path, headers=shop.staff)).json()["active"] is False
    assert (await guest.call("PATCH", path, {"active": True})).status_code == 403
    written = [(row["action"], row["actor_id"], row["subject_id"]) for row in await shop.rows("audit_events")]
    assert written == [("shipping_method.updated", "usr_staff", offered[0]["id"])]


async def test_payment_options_are_told_to_everybody_in_their_language(shop: Shop) -> None:
    [option] = (await shop.client.get("/api/v1/payment-options", headers={"Accept-Language": "zh"})).json()["items"]
    assert (option["provider"], option["name"], option["test"]) == ("test", "测试支付", True)
    assert {token["token"] for token in option["tokens"]} == set(BEHAVIOURS)
