"""Reviews: one each, exact ratings, what staff hides, who bought."""

import asyncio
from typing import Any

import pytest
from httpx import Response

from common.clock import utc_now
from common.events import Event
from product_service.tests.conftest import Json, Shop


async def _review(shop: Shop, product_id: str, rating: int, who: str = "usr_shopper", **fields: Any) -> Response:
    body = {"rating": rating, "title": "Fine", "text": "It works.", "author_name": "Mira", **fields}
    return await shop.post(f"/api/v1/products/{product_id}/reviews", body, shop.issuer.bearer(who))


async def _rating(shop: Shop, product_id: str) -> Any:
    return (await shop.get(f"/api/v1/products/{product_id}")).json()["rating"]


async def _summary(shop: Shop, product_id: str) -> Json:
    found: Json = (await shop.get(f"/api/v1/products/{product_id}/reviews")).json()["summary"]
    return found


async def test_a_review_as_everybody_reads_it(shop: Shop) -> None:
    product = (await shop.product())["id"]
    answer = await _review(shop, product, 4)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["status"], made["hidden_reason"]) == ("shown", None)
    listed = (await shop.get(f"/api/v1/products/{product}/reviews")).json()
    assert listed["items"] == [
        {
            "id": made["id"],
            "product_id": product,
            "author_name": "Mira",
            "language": "en",
            "rating": 4,
            "title": "Fine",
            "text": "It works.",
            "verified_purchase": False,
            "created_at": made["created_at"],
            "updated_at": made["updated_at"],
        }
    ]
    assert listed["summary"] == {"average": 4.0, "count": 1, "stars": {"1": 0, "2": 0, "3": 0, "4": 1, "5": 0}}
    assert await _rating(shop, product) == {"average": 4.0, "count": 1}
    [event] = await shop.events("review.created", count=1)
    assert event["data"] == {"product_id": product, "actor_id": "usr_shopper", "rating": 4}


async def test_one_review_for_each_customer(shop: Shop) -> None:
    product = (await shop.product())["id"]
    first = (await _review(shop, product, 4)).json()["id"]
    again = await _review(shop, product, 1)
    assert (again.status_code, again.json()["code"], again.json()["review_id"]) == (409, "already_reviewed", first)
    assert (await _summary(shop, product))["stars"]["4"] == 1
    assert await _rating(shop, product) == {"average": 4.0, "count": 1}


async def test_many_at_once_add_up(shop: Shop) -> None:
    product = (await shop.product())["id"]
    ratings = [5, 4, 4, 3, 1, 5, 2, 5]
    answers = await asyncio.gather(*(_review(shop, product, n, f"usr_{at}") for at, n in enumerate(ratings)))
    assert [answer.status_code for answer in answers] == [201] * 8
    assert await _rating(shop, product) == {"average": 3.62, "count": 8}
    twice = await asyncio.gather(*(_review(shop, product, 5, "usr_twice") for _ in range(4)))
    assert sorted(answer.status_code for answer in twice) == [201, 409, 409, 409]
    assert (await _rating(shop, product))["count"] == 9


async def test_changing_and_withdrawing_ones_own(shop: Shop) -> None:
    product = (await shop.product())["id"]
    review = (await _review(shop, product, 2)).json()["id"]
    path = f"/api/v1/reviews/{review}"
    changed = await shop.client.patch(path, json={"rating": 5}, headers=shop.shopper)
    assert (changed.status_code, changed.json()["rating"], changed.json()["text"]) == (200, 5, "It works.")
    assert await _rating(shop, product) == {"average": 5.0, "count": 1}
    other = shop.issuer.bearer("usr_other")
    assert (await shop.client.patch(path, json={"rating": 1}, headers=other)).status_code == 404
    assert (await shop.client.delete(path, headers=other)).status_code == 404
    assert await _rating(shop, product) == {"average": 5.0, "count": 1}
    assert (await shop.client.delete(path, headers=shop.shopper)).status_code == 204
    assert await _rating(shop, product) is None
    assert (await _review(shop, product, 3)).status_code == 201


async def test_what_staff_hides_does_not_count(shop: Shop) -> None:
    product = (await shop.product("Lamp"))["id"]
    bad = (await _review(shop, product, 1)).json()["id"]
    await _review(shop, product, 5, "usr_2")
    refused = await shop.post(f"/api/v1/reviews/{bad}/hide", {"reason": "no"}, shop.shopper)
    assert refused.status_code == 403
    assert await _rating(shop, product) == {"average": 3.0, "count": 2}
    hidden = await shop.post(f"/api/v1/reviews/{bad}/hide", {"reason": "Insults"})
    assert (hidden.status_code, hidden.json()["status"], hidden.json()["product_title"]) == (200, "hidden", "Lamp")
    assert (hidden.json()["hidden_reason"], hidden.json()["hidden_by"]) == ("Insults", "usr_staff")
    assert await _rating(shop, product) == {"average": 5.0, "count": 1}
    assert len((await shop.get(f"/api/v1/products/{product}/reviews")).json()["items"]) == 1
    mine = (await shop.get("/api/v1/reviews/mine", shop.shopper, product_id=product)).json()["items"]
    assert [(one["id"], one["status"], one["hidden_reason"]) for one in mine] == [(bad, "hidden", "Insults")]
    listed = (await shop.get("/api/v1/reviews", shop.staff, status="hidden")).json()["items"]
    assert [one["id"] for one in listed] == [bad]
    assert (await shop.post(f"/api/v1/reviews/{bad}/unhide", {})).json()["status"] == "shown"
    assert await _rating(shop, product) == {"average": 3.0, "count": 2}


async def test_several_at_once(shop: Shop) -> None:
    product = (await shop.product())["id"]
    ids = [(await _review(shop, product, 1, f"usr_{at}")).json()["id"] for at in range(3)]
    body: Json = {"ids": [*ids[:2], "rev_none"], "action": "hide"}
    assert (await shop.post("/api/v1/reviews/bulk", body)).json()["code"] == "reason_missing"
    answer = await shop.post("/api/v1/reviews/bulk", {**body, "reason": "Spam"})
    results = [one["result"] for one in answer.json()["results"]]
    assert results == ["changed", "changed", "not_found"]
    again = await shop.post("/api/v1/reviews/bulk", {**body, "reason": "Spam"})
    assert [one["result"] for one in again.json()["results"]] == ["unchanged", "unchanged", "not_found"]
    assert await _rating(shop, product) == {"average": 1.0, "count": 1}


async def test_orders_vouch_for_reviews(shop: Shop) -> None:
    product = (await shop.product())["id"]
    await _review(shop, product, 4)
    lines = [{"product_id": product, "variant_id": "var_1", "quantity": 2}]
    placed = Event(
        "order.placed",
        "ord_1",
        {"order_id": "ord_1", "customer_id": "usr_guest", "lines": lines},
        "evt_1",
        "default",
        utc_now(),
        1,
    )
    merged = Event(
        "guest.merged", "usr_shopper", {"guest_id": "usr_guest", "user_id": "usr_shopper"}, "evt_2", "default",
        utc_now(), 2,
    )  # fmt: skip
    async with shop.room.database.unit_of_work() as session:
        await shop.room.purchases.placed(session, placed)
        await shop.room.purchases.placed(session, placed)
        await shop.room.purchases.merged(session, merged)
    shown = (await shop.get("/api/v1/reviews/mine", shop.shopper)).json()["items"]
    assert [one["verified_purchase"] for one in shown] == [True]
    async with shop.room.database.unit_of_work() as session:
        await shop.room.purchases.cancelled(session, placed)
    shown = (await shop.get("/api/v1/reviews/mine", shop.shopper)).json()["items"]
    assert [one["verified_purchase"] for one in shown] == [False]


async def test_pages_and_orders(shop: Shop) -> None:
    product = (await shop.product())["id"]
    for at, rating in enumerate([3, 5, 1, 5, 4]):
        await _review(shop, product, rating, f"usr_{at}")
    for sort, expected in (("highest", [5, 5, 4, 3, 1]), ("lowest", [1, 3, 4, 5, 5]), ("newest", [4, 5, 1, 5, 3])):
        found: list[int] = []
        cursor: str | None = ""
        while cursor is not None:
            page = await shop.get(f"/api/v1/products/{product}/reviews", sort=sort, limit=2, cursor=cursor)
            found += [one["rating"] for one in page.json()["items"]]
            cursor = page.json()["next_cursor"]
        assert found == expected


@pytest.mark.parametrize("body", [{"rating": 0}, {"rating": 6}, {"author_name": "mira@example.org"}, {"text": "\0"}])
async def test_refuses_what_is_no_review(shop: Shop, body: Json) -> None:
    product = (await shop.product())["id"]
    assert (await _review(shop, product, **{"rating": 3, **body})).status_code == 422
    assert await _rating(shop, product) is None


async def test_guests_do_not_review(shop: Shop) -> None:
    product = (await shop.product())["id"]
    guest = shop.issuer.bearer("gst_1", roles=("guest",))
    answer = await shop.post(f"/api/v1/products/{product}/reviews", {"rating": 5}, guest)
    assert (answer.status_code, answer.json()["code"]) == (403, "guests_cannot_review")
    assert (await shop.post("/api/v1/products/prd_none/reviews", {"rating": 5}, shop.shopper)).status_code == 404


async def test_another_shop_sees_nothing(shop: Shop) -> None:
    product = (await shop.product())["id"]
    review = (await _review(shop, product, 5)).json()["id"]
    other = shop.issuer.bearer("usr_other", roles=("owner",), permissions=("*",), tenant="other")
    assert (await shop.get("/api/v1/reviews", other)).json()["items"] == []
    assert (await shop.post(f"/api/v1/reviews/{review}/hide", {"reason": "x"}, other)).status_code == 404
    assert await _rating(shop, product) == {"average": 5.0, "count": 1}


async def test_lists_sort_by_rating(shop: Shop) -> None:
    ids = {name: (await shop.product(name))["id"] for name in ("Loved once", "Liked often", "Unrated", "Bad")}
    await _review(shop, ids["Loved once"], 5)
    for at in range(12):
        await _review(shop, ids["Liked often"], 5 if at % 3 else 4, f"usr_{at}")
    await _review(shop, ids["Bad"], 1)
    listed = (await shop.get("/api/v1/products", sort="rating")).json()["items"]
    assert [one["title"] for one in listed] == ["Liked often", "Loved once", "Bad", "Unrated"]
