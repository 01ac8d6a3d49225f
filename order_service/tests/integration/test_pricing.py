"""Prices that explain themselves from cart to order: promotions, taxes by class and place, shipping that fits."""

import asyncio
from typing import Any

from common.ids import new_id
from order_service.tests.shop import ADDRESS, Json, Shop, Shopper

LAMP_SALE = {"name": {"en": "Lamp week"}, "kind": "percent", "value": 1000}


async def promotion(shop: Shop, **fields: Any) -> Json:
    answer = await shop.client.post("/api/v1/promotions", json=fields, headers=shop.staff)
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def tax_rate(shop: Shop, rate_bp: int, **fields: Any) -> None:
    body = {"name": {"en": "VAT"}, "country": "GB", "rate_bp": rate_bp, **fields}
    answer = await shop.client.post("/api/v1/tax-rates", json=body, headers=shop.staff)
    assert answer.status_code == 201, answer.text


async def method(shop: Shop, code: str, **fields: Any) -> Json:
    body = {"code": code, "name": {"en": code}, "currency": "EUR", **fields}
    answer = await shop.client.post("/api/v1/shipping-methods", json=body, headers=shop.staff)
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def category(shop: Shop, slug: str, parent_id: str | None = None) -> str:
    body = {"slug": slug, "name": {"en": slug}, "parent_id": parent_id}
    answer = await shop.products.post("/api/v1/categories", json=body, headers=shop.staff)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def product(shop: Shop, price: int, on: str | None = None, **variant: Any) -> str:
    """The id of a new product's only variant; `on` a shelf."""
    one = {"price": {"amount": price, "currency": "EUR"}, "quantity": 100, "sku": new_id("sku"), **variant}
    body = {"title": "Thing", "variants": [one]} | ({"category": on} if on else {})
    answer = await shop.products.post("/api/v1/products", json=body, headers=shop.staff)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["variants"][0]["id"])


async def add_code(shopper: Shopper, cart: Json, code: str) -> tuple[int, Json]:
    answer = await shopper.call("POST", f"/api/v1/carts/{cart['id']}/coupons", {"code": code})
    return answer.status_code, answer.json()


def amounts(discounts: list[Json]) -> dict[str | None, int]:
    return {one["code"]: one["amount"]["amount"] for one in discounts}


async def uses(shop: Shop) -> dict[str, int]:
    rows = await shop.rows("promotions")
    counted = {row["name"]["en"]: row["uses"] for row in rows}
    assert sum(counted.values()) == len(await shop.rows("promotion_uses"))
    return counted


async def test_a_promotion_of_a_category_counts_by_itself_and_every_line_says_so(shop: Shop) -> None:
    lighting = await category(shop, "lighting")
    await category(shop, "desk-lamps", lighting)
    lamp, desk = await product(shop, 3333, "desk-lamps"), await product(shop, 10000)
    made = await promotion(shop, **LAMP_SALE, category_ids=[lighting])
    assert (made["code"], made["automatic"], made["state"]) == (None, True, "running")
    shopper = shop.shopper()
    cart = await shopper.cart((lamp, 1), (desk, 1))
    explained = [{"promotion_id": made["id"], "code": None, "name": "Lamp week", "amount": euros(333)}]
    assert cart["discounts"] == explained
    assert [item["discounts"] for item in cart["items"]] == [explained, []]
    order = (await shopper.check_out(cart)).json()
    assert (order["discounts"], order["coupon"]) == (explained, None)
    assert [line["discounts"] for line in order["lines"]] == [explained, []]
    assert [line["tax_rate_bp"] for line in order["lines"]] == [1900, 1900]
    assert order["tax_lines"] == cart["tax_lines"]
    assert await uses(shop) == {"Lamp week": 1}
    assert (await shopper.cancel(order["id"])).status_code == 201
    assert await uses(shop) == {"Lamp week": 0}


def euros(amount: int) -> Json:
    return {"amount": amount, "currency": "EUR"}


async def test_several_codes_count_together_where_they_combine(shop: Shop) -> None:
    for code, fields in (
        ("TEN", {"value": 1000, "combinable": True}),
        ("FIVE", {"kind": "amount", "value": 500, "combinable": True}),
        ("SHIP", {"kind": "free_shipping", "value": 10000, "combinable": True}),
        ("ALONE", {"value": 1500}),
    ):
        await promotion(shop, **{"code": code, "kind": "percent", "name": {"en": code}, **fields})
    shopper = shop.shopper()
    cart = await shopper.cart((await product(shop, 10000), 1))
    for code in ("five", "TEN", "SHIP"):
        status, cart = await add_code(shopper, cart, code)
        assert status == 201, cart
    assert amounts(cart["discounts"]) == {"TEN": 1000, "FIVE": 500, "SHIP": 490}
    totals = {name: cart["totals"][name]["amount"] for name in ("discount", "shipping", "shipping_discount", "total")}
    assert totals == {"discount": 1500, "shipping": 0, "shipping_discount": 490, "total": 8500}
    assert (cart["coupon"], [one["code"] for one in cart["coupons"]]) == ("FIVE", ["FIVE", "TEN", "SHIP"])
    status, refused = await add_code(shopper, cart, "ALONE")
    assert (status, refused["code"]) == (409, "coupon_not_combined")
    assert (await add_code(shopper, cart, "TEN"))[1] == cart, "once is enough"
    order = (await shopper.check_out(cart)).json()
    assert (order["total"]["amount"], amounts(order["discounts"])) == (8500, {"TEN": 1000, "FIVE": 500, "SHIP": 490})
    assert order["shipping_discount"] == euros(490)
    assert await uses(shop) == {"TEN": 1, "FIVE": 1, "SHIP": 1, "ALONE": 0}
    cart = await shopper.cart((await product(shop, 10000), 1))
    cart = (await add_code(shopper, cart, "ALONE"))[1]
    left = await shopper.call("DELETE", f"/api/v1/carts/{cart['id']}/coupons/alone")
    assert (left.json()["coupons"], left.json()["totals"]["discount"]["amount"]) == ([], 0)


async def test_an_offer_for_a_group_of_customers_is_for_them(shop: Shop) -> None:
    await promotion(shop, **LAMP_SALE, customer_groups=["wholesale"])
    await promotion(shop, code="TRADE", kind="amount", value=100, customer_groups=["wholesale"])
    lamp, plain = await product(shop, 10000), shop.shopper()
    member = Shopper(shop, "usr_member", shop.issuer.bearer("usr_member", groups=["wholesale", "vip"]))
    assert (await plain.cart((lamp, 1)))["discounts"] == []
    cart = await member.cart((lamp, 1))
    assert amounts(cart["discounts"]) == {None: 1000}
    status, refused = await add_code(plain, await plain.cart(), "TRADE")
    assert (status, refused["code"]) == (409, "coupon_not_for_you")
    assert (await member.check_out(cart)).status_code == 201


async def test_taxes_go_by_class_and_place(shop: Shop) -> None:
    await tax_rate(shop, 2000)
    await tax_rate(shop, 500, tax_class="reduced")
    await tax_rate(shop, 0, zip_prefix="SW1", name={"en": "Free port"}, tax_class="reduced")
    book, lamp = await product(shop, 1050, tax_class="reduced"), await product(shop, 2400)
    shopper = shop.shopper()
    cart = await shopper.cart((lamp, 1), (book, 1))
    elsewhere = {**ADDRESS, "zip": "EC1A 1BB"}
    cart = (await shopper.call("PUT", f"/api/v1/carts/{cart['id']}/address", elsewhere)).json()
    # 490 of shipping in the proportion 2400 : 1050
    assert [(line["rate_bp"], line["base"]["amount"], line["amount"]["amount"]) for line in cart["tax_lines"]] == [
        (2000, 2284, 457),
        (500, 1142, 57),
    ]
    assert cart["totals"]["tax"]["amount"] == 514
    cart = (await shopper.call("PUT", f"/api/v1/carts/{cart['id']}/address", ADDRESS)).json()
    assert [(line["name"], line["amount"]["amount"]) for line in cart["tax_lines"]] == [("VAT", 457), ("Free port", 0)]
    order = (await shopper.check_out(cart)).json()
    assert (order["tax_lines"], order["tax"]["amount"]) == (cart["tax_lines"], 457)
    assert [line["tax"]["amount"] for line in order["lines"]] == [400, 0]


async def test_before_there_is_an_address_the_shops_own_country_counts(shop: Shop) -> None:
    await tax_rate(shop, 700, country="AT")
    shop.room.carts._tariffs._home = {"country": "AT"}  # HOME_COUNTRY
    shop.room.carts._tariffs.forget()
    shopper, lamp = shop.shopper(), await product(shop, 1070)
    cart = (await shopper.call("POST", "/api/v1/carts")).json()
    added = await shopper.call("POST", f"/api/v1/carts/{cart['id']}/items", {"variant_id": lamp})
    assert added.json()["totals"]["tax"]["amount"] == 70


async def test_shipping_methods_are_offered_where_they_reach_and_hold_the_basket(shop: Shop) -> None:
    zones = [{"country": "gb", "states": ["LND", "MAN"]}, {"country": "IE"}]
    tiers = [{"up_to": 1000, "price": 300}, {"up_to": 5000, "price": 700}]
    await method(shop, "parcel", zones=zones, tiers=tiers, min_days=2, max_days=4, position=9)
    await method(shop, "abroad", price=2000, zones=[{"country": "US"}])
    await method(shop, "bulky", tier_by="subtotal", tiers=[{"up_to": 3000, "price": 900}, {"up_to": None, "price": 0}])
    brick = await product(shop, 1000, weight_grams=900)
    shopper = shop.shopper()
    cart = await shopper.cart((brick, 1))
    offered = {one["code"]: one["price"]["amount"] for one in cart["shipping_options"]}
    assert offered == {"standard": 490, "express": 1290, "parcel": 300, "bulky": 900}
    path = f"/api/v1/carts/{cart['id']}"
    far = await shopper.call("PUT", f"{path}/shipping", {"shipping_method": "abroad"})
    assert (far.status_code, far.json()["code"], far.json()["reason"]) == (409, "shipping_not_available", "destination")
    cart = (await shopper.call("PUT", f"{path}/shipping", {"shipping_method": "parcel"})).json()
    assert (cart["totals"]["shipping"]["amount"], cart["shipping_problem"]) == (300, None)
    heavy = (await shopper.call("POST", f"{path}/items", {"variant_id": brick, "quantity": 5})).json()
    assert (heavy["shipping_problem"]["reason"], heavy["totals"]["shipping"]["amount"]) == ("weight", 0)
    assert "parcel" not in {one["code"] for one in heavy["shipping_options"]}
    refused = await shopper.check_out(heavy)
    assert (refused.status_code, refused.json()["code"], refused.json()["reason"]) == (
        409,
        "shipping_not_available",
        "weight",
    )
    assert await shop.rows("orders") == []
    line = heavy["items"][0]["id"]
    lighter = (await shopper.call("PATCH", f"{path}/items/{line}", {"quantity": 5})).json()
    assert lighter["totals"]["shipping"]["amount"] == 700
    order = (await shopper.check_out(lighter)).json()
    named = order["shipping_method"]
    assert (named["code"], named["price"], named["min_days"], named["max_days"]) == ("parcel", euros(700), 2, 4)


async def test_an_offer_that_others_used_up_meanwhile_is_a_price_that_changed(shop: Shop) -> None:
    await promotion(shop, **LAMP_SALE, max_uses=2)
    lamp = await product(shop, 10000)
    shoppers = [shop.shopper(f"usr_{number}") for number in range(5)]
    carts = [await shopper.cart((lamp, 1)) for shopper in shoppers]
    answers = await asyncio.gather(*(one.check_out(cart) for one, cart in zip(shoppers, carts, strict=True)))
    refused = [answer.json() for answer in answers if answer.status_code != 201]
    assert [one["code"] for one in refused] == ["price_changed"] * 3
    assert {one["totals"]["total"]["amount"] for one in refused} == {10490}
    assert await uses(shop) == {"Lamp week": 2}
    late = next(
        pair for pair, answer in zip(zip(shoppers, carts, strict=True), answers, strict=True) if answer.is_error
    )
    bought = await late[0].check_out(late[1], expected_total=euros(10490))
    assert (bought.status_code, bought.json()["discounts"]) == (201, [])


async def test_one_use_each_holds_for_an_address_too_and_nobody_is_locked_out(shop: Shop) -> None:
    await promotion(shop, **LAMP_SALE, max_uses_per_customer=1)
    lamp, ada, guest = await product(shop, 10000), shop.shopper(), shop.guest()
    assert (await ada.check_out(await ada.cart((lamp, 1)))).status_code == 201
    assert (await ada.cart((lamp, 1)))["discounts"] == []
    cart = await guest.cart((lamp, 1))
    known = await guest.check_out(cart, email="ADA@mail.example")
    assert (known.json()["code"], known.json()["totals"]["total"]["amount"]) == ("price_changed", 10490)
    assert (await guest.check_out(cart, email="ADA@mail.example", expected_total=euros(10490))).status_code == 201
    assert await uses(shop) == {"Lamp week": 1}


async def test_limits_of_several_promotions_hold_together_and_nobody_waits_for_ever(shop: Shop) -> None:
    both = {"kind": "percent", "value": 500, "combinable": True}
    await promotion(shop, **both, code="ONE", name={"en": "one"}, max_uses=3)
    await promotion(shop, **both, code="TWO", name={"en": "two"}, max_uses=2)
    lamp, carts = await product(shop, 10000), []
    shoppers = [shop.shopper(f"usr_{number}") for number in range(6)]
    for number, shopper in enumerate(shoppers):
        cart = await shopper.cart((lamp, 1))
        for code in ("ONE", "TWO") if number % 2 else ("TWO", "ONE"):
            cart = (await add_code(shopper, cart, code))[1]
        carts.append(cart)
    answers = await asyncio.gather(*(one.check_out(cart) for one, cart in zip(shoppers, carts, strict=True)))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409, 409, 409]
    assert await uses(shop) == {"one": 2, "two": 2}


async def test_a_price_that_changes_at_the_hold_is_told_with_everything_taken_off(shop: Shop) -> None:
    await promotion(shop, **LAMP_SALE)
    lamp = await product(shop, 10000, tax_class="zero")
    shopper = shop.shopper()
    cart = await shopper.cart((lamp, 1))
    await shop.reprice(lamp, 20000)
    refused = (await shopper.check_out(cart)).json()
    told = {name: refused["totals"][name]["amount"] for name in ("subtotal", "discount", "tax", "total")}
    assert (refused["code"], told) == (
        "price_changed",
        {"subtotal": 20000, "discount": 2000, "tax": 0, "total": 18490},
    )
    assert await uses(shop) == {"Lamp week": 0}


async def test_the_staff_changes_codes_and_finds_promotions(shop: Shop) -> None:
    made = await promotion(shop, code="OLD", kind="percent", value=1000)
    await promotion(shop, **LAMP_SALE)
    path, shopper = f"/api/v1/promotions/{made['id']}", shop.shopper()
    cart = await shopper.cart((await product(shop, 10000), 1))
    await add_code(shopper, cart, "OLD")
    changed = await shop.client.patch(path, json={"code": "new"}, headers=shop.staff)
    assert (changed.json()["code"], changed.json()["automatic"]) == ("NEW", False)
    shown = (await shopper.call("GET", f"/api/v1/carts/{cart['id']}")).json()
    assert shown["coupons"][0]["problem"]["code"] == "unknown_coupon"
    by_itself = (await shop.client.patch(path, json={"code": None}, headers=shop.staff)).json()
    assert (by_itself["code"], by_itself["automatic"]) == (None, True)
    await promotion(shop, code="TAKEN", kind="free_shipping")
    taken = await shop.client.patch(path, json={"code": "taken"}, headers=shop.staff)
    assert (taken.status_code, taken.json()["code"]) == (409, "already_exists")
    for query, found in (("automatic=true", 2), ("kind=free_shipping", 1), ("q=lamp", 1), ("running=false", 0)):
        page = await shop.client.get(f"/api/v1/promotions?{query}", headers=shop.staff)
        assert len(page.json()["items"]) == found, query
    for wrong in (
        {"kind": "percent", "value": 1000},
        {"code": "X", "kind": "percent"},
        {"code": "X", "kind": "buy_x_get_y", "buy_quantity": 1},
        {"code": "X", "kind": "free_shipping", "value": 10_001},
        {"code": "X", "kind": "percent", "value": 1, "customer_groups": ["No Group"]},
    ):
        answer = await shop.client.post("/api/v1/promotions", json=wrong, headers=shop.staff)
        assert answer.status_code == 422, wrong


async def test_a_preview_tells_what_a_cart_would_pay_and_writes_nothing(shop: Shop) -> None:
    await promotion(shop, **LAMP_SALE, combinable=True)
    tried = {"code": "SPRING", "kind": "amount", "value": 500, "minimum_subtotal": 4000, "combinable": True}
    body = {"promotion": tried, "lines": [{"unit_price": 5000}], "shipping_method": "standard"}
    path = "/api/v1/promotions/preview"
    shown = (await shop.client.post(path, json=body, headers=shop.staff)).json()
    assert (shown["totals"]["total"]["amount"], shown["without"]["total"]["amount"]) == (4490, 4990)
    assert (amounts(shown["discounts"]), shown["problem"]) == ({None: 500, "SPRING": 500}, None)
    assert shown["lines"] == [{"total": euros(5000), "discount": euros(1000), "tax": euros(639)}]
    body["lines"] = [{"unit_price": 3999}]
    small = (await shop.client.post(path, json=body, headers=shop.staff)).json()
    assert (small["problem"]["code"], small["problem"]["missing"]) == ("coupon_minimum_not_reached", euros(1))
    [kept] = await shop.rows("promotions")
    known = {"promotion_id": kept["id"], "lines": [{"unit_price": 1000}]}
    assert (await shop.client.post(path, json=known, headers=shop.staff)).json()["totals"]["total"]["amount"] == 900
    assert (
        await shop.client.post(path, json={**known, "promotion_id": "prm_x"}, headers=shop.staff)
    ).status_code == 404
    assert (await shop.shopper().call("POST", path, body)).status_code == 403
