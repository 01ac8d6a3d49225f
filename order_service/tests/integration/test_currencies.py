"""Carts, orders and reports in several currencies: nothing is converted, and what has no price is refused by name."""

from typing import Any

import pytest

from common.clock import utc_now
from common.events import Event
from order_service.app.carts.ordering import merge_guest
from order_service.tests.shop import ADDRESS, Shop, Shopper

Json = dict[str, Any]


def money(amount: int, currency: str) -> Json:
    return {"amount": amount, "currency": currency}


@pytest.fixture
async def world(shop: Shop) -> Shop:
    """A shop that also sells in USD, JPY and KWD, and says what standard delivery costs in two of them."""
    told = {"version": 1, "settings": {"currencies": ["USD", "JPY", "KWD"]}}
    async with shop.room.database.unit_of_work() as session:
        event = Event("settings.changed", "default", told, "evt_1", "default", utc_now(), 1)
        await shop.room.shop.learn(session, event)
    listed = (await shop.client.get("/api/v1/shipping-methods", headers=shop.staff)).json()
    standard = next(one for one in listed["items"] if one["code"] == "standard")
    prices = [{"currency": "USD", "price": 590, "free_from": 20000}, {"currency": "JPY", "price": 800}]
    path = f"/api/v1/shipping-methods/{standard['id']}"
    changed = await shop.client.patch(path, json={"prices": prices}, headers=shop.staff)
    assert changed.status_code == 200, changed.text
    return shop


async def variant(shop: Shop, title: str, price: int, **others: int) -> str:
    one = {"price": money(price, "EUR"), "prices": [money(n, c) for c, n in others.items()], "quantity": 10}
    body = {"title": title, "variants": [one]}
    answer = await shop.products.post("/api/v1/products", json=body, headers=shop.staff)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["variants"][0]["id"])


async def cart_in(shopper: Shopper, currency: str, *lines: tuple[str, int]) -> Json:
    cart = (await shopper.call("POST", "/api/v1/carts", {"currency": currency})).json()
    for variant_id, quantity in lines:
        line = {"variant_id": variant_id, "quantity": quantity}
        answer = await shopper.call("POST", f"/api/v1/carts/{cart['id']}/items", line)
        assert answer.status_code == 201, answer.text
        cart = answer.json()
    return cart  # type: ignore[no-any-return]


async def ready(shopper: Shopper, cart: Json) -> Json:
    path = f"/api/v1/carts/{cart['id']}"
    await shopper.call("PUT", f"{path}/address", ADDRESS)
    answer = await shopper.call("PUT", f"{path}/shipping", {"shipping_method": "standard"})
    assert answer.status_code == 200, answer.text
    return answer.json()  # type: ignore[no-any-return]


async def test_an_order_in_another_currency_keeps_it_to_the_refund(world: Shop) -> None:
    lamp = await variant(world, "Desk lamp", 4900, USD=5400, JPY=8001)
    shopper = world.shopper()
    cart = await ready(shopper, await cart_in(shopper, "JPY", (lamp, 3)))
    assert cart["totals"]["total"] == money(3 * 8001 + 800, "JPY")
    assert cart["totals"]["tax"] == money(3960, "JPY")  # 24,803 × 19/119 = 3,960.1: whole yen
    assert [option["code"] for option in cart["shipping_options"]] == ["standard"]
    placed = await shopper.check_out(cart)
    assert placed.status_code == 201, placed.text
    order = placed.json()
    assert (order["total"], order["lines"][0]["unit_price"]) == (money(24803, "JPY"), money(8001, "JPY"))
    refund = {"amount": money(803, "JPY"), "reason": "A scratch"}
    path = f"/api/v1/orders/{order['id']}/refunds"
    answer = await world.of_staff().call("POST", path, refund, Idempotency_Key="one")
    assert answer.status_code == 201, answer.text
    assert (await world.order(order["id"]))["refunded"] == money(803, "JPY")
    euros = {"amount": money(100, "EUR"), "reason": "A scratch"}
    refused = await world.of_staff().call("POST", path, euros, Idempotency_Key="two")
    assert refused.status_code in (409, 422)

    await shopper.buy(lamp)
    for currency, gross, revenue in (("EUR", 5390, 5390), ("JPY", 24803, 24000)):
        report = (await world.client.get(f"/api/v1/reports/dashboard?currency={currency}", headers=world.staff)).json()
        assert (report["currency"], report["currencies"]) == (currency, ["EUR", "JPY"])
        assert (report["gross"], report["revenue"]) == (money(gross, currency), money(revenue, currency))
        assert (report["orders"], report["conversion"]["carts"], report["conversion"]["checkouts"]) == (1, 1, 1)


async def test_a_cart_changes_its_currency_as_a_whole_or_not_at_all(world: Shop) -> None:
    lamp, shade = await variant(world, "Desk lamp", 4900, USD=5400), await variant(world, "Shade", 900)
    shopper = world.shopper()
    cart = await ready(shopper, await cart_in(shopper, "EUR", (lamp, 2), (shade, 1)))
    path = f"/api/v1/carts/{cart['id']}"
    refused = await shopper.call("PUT", f"{path}/currency", {"currency": "USD"})
    assert (refused.status_code, refused.json()["code"]) == (409, "not_for_sale_in_currency")
    assert refused.json()["detail"] == "Not for sale in USD: Shade."
    assert [line["line_id"] for line in refused.json()["lines"]] == [cart["items"][1]["id"]]
    assert (await shopper.call("GET", path)).json() == cart
    unknown = await shopper.call("PUT", f"{path}/currency", {"currency": "GBP"})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_currency")
    assert unknown.json()["currencies"] == ["EUR", "USD", "JPY", "KWD"]
    await shopper.call("DELETE", f"{path}/items/{cart['items'][1]['id']}")
    dollars = (await shopper.call("PUT", f"{path}/currency", {"currency": "USD"})).json()
    assert (dollars["currency"], dollars["totals"]["total"]) == ("USD", money(2 * 5400 + 590, "USD"))
    more = await shopper.call("POST", f"{path}/items", {"variant_id": shade, "quantity": 1})
    assert (more.status_code, more.json()["code"]) == (409, "other_currency")
    stale = await shopper.check_out({**dollars, "totals": cart["totals"]})
    assert (stale.status_code, stale.json()["code"]) == (409, "price_changed")
    dinars = await shopper.call("PUT", f"{path}/currency", {"currency": "KWD"})
    assert dinars.status_code == 409


async def test_a_price_that_is_taken_back_is_no_longer_for_sale(world: Shop) -> None:
    lamp = await variant(world, "Desk lamp", 4900, USD=5400)
    shopper = world.shopper()
    cart = await ready(shopper, await cart_in(shopper, "USD", (lamp, 1)))
    gone = await world.products.patch(f"/api/v1/variants/{lamp}", json={"prices": []}, headers=world.staff)
    assert gone.status_code == 200
    refused = await shopper.check_out(cart)  # drawn up from a kept quote, refused by the hold
    assert (refused.status_code, refused.json()["code"]) == (409, "price_changed")
    assert await world.stock(lamp) == (10, 0)
    again = await shopper.call("GET", f"/api/v1/carts/{cart['id']}")
    assert again.json()["items"][0]["availability"] == "out_of_stock"
    assert (await shopper.check_out(again.json())).json()["code"] == "out_of_stock"


async def test_fixed_amounts_count_in_the_currency_they_are_written_in(world: Shop) -> None:
    lamp = await variant(world, "Desk lamp", 4900, USD=5400, JPY=8000)
    five = {"code": "FIVE", "kind": "amount", "value": 500, "minimum_subtotal": 1000}
    five["amounts"] = [{"currency": "USD", "value": 600, "minimum_subtotal": 6000}]
    staff = world.of_staff()
    made = await staff.call("POST", "/api/v1/promotions", five)
    assert made.status_code == 201, made.text
    tenth = {"code": "TENTH", "kind": "percent", "value": 1000, "amounts": [{"currency": "USD", "value": 5}]}
    assert (await staff.call("POST", "/api/v1/promotions", tenth)).json()["code"] == "invalid_promotion"
    shopper = world.shopper()
    cart = await cart_in(shopper, "JPY", (lamp, 1))
    path = f"/api/v1/carts/{cart['id']}"
    refused = await shopper.call("PUT", f"{path}/coupon", {"code": "FIVE"})
    assert refused.json()["code"] == "coupon_other_currency"
    await shopper.call("PUT", f"{path}/currency", {"currency": "USD"})
    short = await shopper.call("PUT", f"{path}/coupon", {"code": "FIVE"})
    assert (short.json()["code"], short.json()["missing"]) == ("coupon_minimum_not_reached", money(600, "USD"))
    await shopper.call("POST", f"{path}/items", {"variant_id": lamp, "quantity": 1})
    priced = (await shopper.call("PUT", f"{path}/coupon", {"code": "FIVE"})).json()
    assert priced["totals"]["discount"] == money(600, "USD")
    changed = await staff.call("PATCH", f"/api/v1/promotions/{made.json()['id']}", {"amounts": []})
    assert changed.json()["amounts"] == []


async def test_a_guests_lines_come_along_where_they_are_sold_in_the_users_currency(world: Shop) -> None:
    both, only = await variant(world, "Desk lamp", 4900, USD=5400), await variant(world, "Shade", 900)
    user, guest = world.shopper("usr_ada"), world.guest("gst_1")
    await cart_in(user, "USD", (both, 1))
    await cart_in(guest, "EUR", (both, 1), (only, 1))
    async with world.room.database.unit_of_work() as session:
        await merge_guest(session, "gst_1", "usr_ada")
    cart = (await user.call("GET", "/api/v1/carts/current")).json()
    assert (cart["currency"], [line["quantity"] for line in cart["items"]]) == ("USD", [2])
    assert cart["totals"]["total"] == money(10800, "USD")


async def test_a_cart_that_takes_the_guests_currency_chooses_its_shipping_anew(world: Shop) -> None:
    user, guest = world.shopper("usr_ada"), world.guest("gst_1")
    cart = await ready(user, await cart_in(user, "EUR", (await variant(world, "Shade", 900), 1)))
    await user.call("DELETE", f"/api/v1/carts/{cart['id']}/items/{cart['items'][0]['id']}")
    await cart_in(guest, "KWD", (await variant(world, "Desk lamp", 4900, KWD=16500), 1))
    async with world.room.database.unit_of_work() as session:
        await merge_guest(session, "gst_1", "usr_ada")
    [row] = [row for row in await world.rows("carts") if row["id"] == cart["id"]]
    assert (row["currency"], row["shipping_code"]) == ("KWD", None)


async def test_what_is_added_while_the_currency_changes_must_be_sold_in_it_too(
    world: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamp, shade = await variant(world, "Desk lamp", 4900, USD=5400), await variant(world, "Shade", 900)
    shopper = world.shopper()
    cart = await cart_in(shopper, "EUR", (lamp, 1))
    path, quotes = f"/api/v1/carts/{cart['id']}", world.room.carts._quotes
    look = quotes.of

    async def slow_look(*asked: Any, **how: Any) -> Any:
        found = await look(*asked, **how)
        monkeypatch.undo()
        added = await shopper.call("POST", f"{path}/items", {"variant_id": shade, "quantity": 1})
        assert added.status_code == 201, added.text
        return found

    monkeypatch.setattr(quotes, "of", slow_look)
    refused = await shopper.call("PUT", f"{path}/currency", {"currency": "USD"})
    assert (refused.status_code, refused.json()["detail"]) == (409, "Not for sale in USD: Shade.")
    assert (await shopper.call("GET", path)).json()["currency"] == "EUR"


async def test_an_open_cart_is_found_whatever_currency_is_asked_for(world: Shop) -> None:
    shopper = world.shopper()
    refused = await shopper.call("POST", "/api/v1/carts", {"currency": "GBP"})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_currency")
    cart = await cart_in(shopper, "USD")
    found = await shopper.call("POST", "/api/v1/carts", {"currency": "GBP"})
    assert (found.status_code, found.json()["id"], found.json()["currency"]) == (200, cart["id"], "USD")
