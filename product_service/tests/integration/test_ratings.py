"""Narrowing and sorting by stars, in lists and in searches, always as the reviews are now."""

from typing import Any

import pytest

from product_service.tests.conftest import Json, Shop

LISTS: tuple[Json, ...] = ({"facets": True}, {}, {"q": "lamp"})  # the list with and without facets, and a search
PATHS = {True: "/api/v1/search", False: "/api/v1/products"}


async def _rate(shop: Shop, product_id: str, *stars: int) -> list[str]:
    made = []
    for number, one in enumerate(stars):
        path, who = f"/api/v1/products/{product_id}/reviews", shop.issuer.bearer(f"usr_{number}")
        answer = await shop.post(path, {"rating": one}, who)
        assert answer.status_code == 201, answer.text
        made.append(answer.json()["id"])
    return made


async def _list(shop: Shop, asked: Json, **params: Any) -> Json:
    answer = await shop.get(PATHS["q" in asked], **asked, **params)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def _handles(shop: Shop, asked: Json, **params: Any) -> list[str]:
    return [item["handle"] for item in (await _list(shop, asked, **params))["items"]]


@pytest.fixture
async def lamps(shop: Shop) -> dict[str, str]:
    """Averages of 4.5, 4, 3.67 (but cut to 3), 1, and one that nobody has reviewed."""
    ids = {}
    for handle, stars in (("best", (5, 4)), ("good", (4,)), ("fair", (3, 4, 4)), ("poor", (1,)), ("new", ())):
        ids[handle] = (await shop.product(title=f"Lamp {handle}", handle=handle, price=1000))["id"]
        await _rate(shop, ids[handle], *stars)
    return ids


@pytest.mark.parametrize("asked", LISTS)
async def test_narrows_to_so_many_stars_and_more(shop: Shop, lamps: dict[str, str], asked: Json) -> None:
    assert sorted(await _handles(shop, asked)) == ["best", "fair", "good", "new", "poor"]
    assert sorted(await _handles(shop, asked, min_rating=1)) == ["best", "fair", "good", "poor"]
    assert sorted(await _handles(shop, asked, min_rating=3)) == ["best", "fair", "good"]
    assert sorted(await _handles(shop, asked, min_rating=4)) == ["best", "good"]
    assert await _handles(shop, asked, min_rating=5) == []
    assert (await shop.get(PATHS["q" in asked], **asked, min_rating=0)).status_code == 422
    assert (await shop.get(PATHS["q" in asked], **asked, min_rating=6)).status_code == 422


@pytest.mark.parametrize("asked", LISTS)
async def test_sorts_the_best_rated_first_page_by_page(shop: Shop, lamps: dict[str, str], asked: Json) -> None:
    seen, cursor = [], ""
    for _ in range(3):
        page = await _list(shop, asked, sort="rating", limit=2, cursor=cursor)
        seen += [item["handle"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert (seen, cursor) == (["best", "good", "fair", "poor", "new"], None)


@pytest.mark.parametrize("asked", [LISTS[0], LISTS[2]])
async def test_counts_stars_without_the_choice_of_stars(shop: Shop, lamps: dict[str, str], asked: Json) -> None:
    every = [{"min_rating": stars, "count": count} for stars, count in ((4, 2), (3, 3), (2, 3), (1, 4))]
    assert (await _list(shop, asked))["ratings"] == every
    narrowed = await _list(shop, asked, min_rating=4)
    assert (narrowed["ratings"], narrowed["total"]) == (every, 2)
    await shop.product(title="Lamp other", handle="other", price=9000, vendor="Osmia")
    of_vendor = await _list(shop, asked, facet="vendor:Osmia", min_rating=1)
    assert (of_vendor["total"], of_vendor["ratings"][-1]) == (0, {"min_rating": 1, "count": 0})
    cheap = await _list(shop, asked, max_price=5000, min_rating=3)
    assert (cheap["total"], cheap["ratings"]) == (3, every)


@pytest.mark.parametrize("asked", LISTS)
async def test_follows_reviews_that_are_written_hidden_and_withdrawn(
    shop: Shop, lamps: dict[str, str], asked: Json
) -> None:
    [review] = await _rate(shop, lamps["new"], 5)
    assert "new" in await _handles(shop, asked, min_rating=5)
    hidden = await shop.post(f"/api/v1/reviews/{review}/hide", {"reason": "an insult"}, shop.staff)
    assert hidden.status_code == 200, hidden.text
    assert await _handles(shop, asked, min_rating=5) == []
    await shop.post(f"/api/v1/reviews/{review}/unhide", {}, shop.staff)
    assert await _handles(shop, asked, min_rating=5) == ["new"]
    own = shop.issuer.bearer("usr_0")
    assert (await shop.client.delete(f"/api/v1/reviews/{review}", headers=own)).status_code in (200, 204)
    assert await _handles(shop, asked, min_rating=5) == []


async def test_an_edited_product_keeps_its_stars_and_a_draft_gets_them_back(shop: Shop, lamps: dict[str, str]) -> None:
    path, search = f"/api/v1/products/{lamps['best']}", {"q": "lamp"}
    await shop.client.patch(path, json={"title": "Lamp excellent"}, headers=shop.staff)
    assert "best" in await _handles(shop, search, min_rating=4)
    await shop.client.patch(path, json={"status": "draft"}, headers=shop.staff)
    assert "best" not in await _handles(shop, search, min_rating=4)
    await shop.client.patch(path, json={"status": "active"}, headers=shop.staff)
    assert "best" in await _handles(shop, search, min_rating=4)
