"""A guest who signs in keeps the cart and the orders."""

from datetime import UTC, datetime

from common.events import Event
from order_service.app.guests.service import guest_merged
from order_service.tests.shop import Shop


async def signs_in(shop: Shop, guest_id: str, user_id: str) -> None:
    data = {"guest_id": guest_id, "user_id": user_id}
    event = Event("guest.merged", guest_id, data, "evt_1", "default", datetime.now(UTC), 1)
    async with shop.room.database.unit_of_work() as session:
        await guest_merged(session, event)


async def test_the_guests_cart_becomes_the_users(shop: Shop) -> None:
    guest, user = shop.guest(), shop.shopper()
    cart = await guest.cart((await shop.variant(), 2))
    await signs_in(shop, guest.id, user.id)
    merged = (await user.call("GET", "/api/v1/carts/current")).json()
    assert (merged["id"], merged["items"][0]["quantity"]) == (cart["id"], 2)
    assert (await guest.call("GET", f"/api/v1/carts/{cart['id']}")).status_code == 404


async def test_two_carts_become_one(shop: Shop) -> None:
    guest, user = shop.guest(), shop.shopper()
    lamp, bulb = await shop.variant(), await shop.variant(title="Bulb")
    await guest.cart((lamp, 2), (bulb, 1))
    own = await user.cart((lamp, 1))
    await signs_in(shop, guest.id, user.id)
    merged = (await user.call("GET", "/api/v1/carts/current")).json()
    assert merged["id"] == own["id"]
    assert {item["variant_id"]: item["quantity"] for item in merged["items"]} == {lamp: 3, bulb: 1}
    assert merged["version"] > own["version"]


async def test_the_guests_orders_become_the_users(shop: Shop) -> None:
    guest, user = shop.guest(), shop.shopper()
    order = (await guest.buy(await shop.variant())).json()
    await signs_in(shop, guest.id, user.id)
    assert (await user.call("GET", f"/api/v1/orders/{order['id']}")).status_code == 200
    assert (await guest.call("GET", f"/api/v1/orders/{order['id']}")).status_code == 404


async def test_a_guest_needs_an_email_to_buy(shop: Shop) -> None:
    guest = shop.guest()
    cart = await guest.cart((await shop.variant(), 1))
    answer = await guest.check_out(cart, email=None)
    assert (answer.status_code, answer.json()["code"]) == (422, "email_required")
    assert (await guest.check_out(cart)).status_code == 201


async def test_who_signed_in_meanwhile_gets_the_same_order_under_the_same_key(shop: Shop) -> None:
    guest, user, variant = shop.guest(), shop.shopper(), await shop.variant()
    cart = await guest.cart((variant, 1))
    placed = await guest.check_out(cart, key="key_1")
    await signs_in(shop, guest.id, user.id)
    again = await user.check_out(cart, key="key_1")
    assert (placed.status_code, again.status_code) == (201, 201)
    assert again.json()["id"] == placed.json()["id"]
    other = await user.check_out(cart, key="key_2")
    assert (other.status_code, other.json()["code"]) == (409, "already_ordered")
    assert await shop.stock(variant) == (9, 0)
