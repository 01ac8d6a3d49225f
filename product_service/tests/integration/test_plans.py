"""Nothing of the shop window, or of a sale, costs more as the catalogue and the sales grow."""

from typing import Any

from common.clock import utc_now
from common.events import Event
from product_service.tests.conftest import Json, Shop
from tests.support.plans import Plans

ALLOWED = {
    "SELECT products.category_id, count(*)": "an index of the catalogue alone, and the answer is kept",
    "purchases.placed_at >= ? GROUP BY": "a month's sales, and the answer is kept",
}


async def _sold(shop: Shop, order_id: str, *products: Json) -> None:
    lines = {product["variant_id"]: 1 for product in products}
    assert (await shop.hold(f"res_{order_id}", lines)).status_code == 201
    assert (await shop.commit(f"res_{order_id}", order_id)).status_code == 200
    bought = [{"product_id": one["id"], "variant_id": one["variant_id"], "quantity": 1} for one in products]
    data = {"order_id": order_id, "customer_id": "gst_1", "lines": bought}
    async with shop.room.database.unit_of_work() as session:
        event = Event("order.placed", order_id, data, f"evt_{order_id}", "default", utc_now(), 1)
        await shop.room.purchases.placed(session, event)


async def _signs_in(shop: Shop) -> None:
    event = Event("guest.merged", "gst_1", {"guest_id": "gst_1", "user_id": "usr_1"}, "evt_1", "default", utc_now(), 1)
    async with shop.room.database.unit_of_work() as session:
        await shop.room.purchases.merged(session, event)


async def test_the_window_and_a_sale(plans: Plans, shop: Shop) -> None:
    plans.known.clear()  # of its start
    assert (await shop.post("/api/v1/categories", {"name": "Light", "slug": "light"})).status_code == 201
    lamp, bulb = [await shop.product(title, category="light", vendor="Lux") for title in ("Lamp", "Bulb")]
    for order_id in ("ord_1", "ord_2"):
        await _sold(shop, order_id, lamp, bulb)
    await shop.hold("res_3", {lamp["variant_id"]: 1}, expires_in=60)
    shop.clock.advance(3600)
    await shop.room.reservations.expire_due()
    await _signs_in(shop)
    review: Any = {"rating": 5, "title": "Fine", "text": "It shines.", "author_name": "Mira"}
    await shop.post(f"/api/v1/products/{lamp['id']}/reviews", review, shop.shopper)
    for path in (
        "products?sort=newest", "products?sort=price", "products?sort=-price", "products?sort=title",
        "products?sort=rating", "products?category=light", f"products/{lamp['id']}", f"products/{lamp['id']}/related",
        f"products/{lamp['id']}/reviews", f"variants/{lamp['variant_id']}", "categories",
        "products/picks", "search?q=lamp", "search/suggest?q=la", "reviews/mine",
    ):  # fmt: skip
        answer = await shop.get(f"/api/v1/{path}", shop.shopper)
        assert answer.status_code == 200, f"{path}: {answer.text}"
    assert not (faults := plans.faults(ALLOWED)), "\n".join(faults)
