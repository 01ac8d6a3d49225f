"""Categories: a record router that must not leak, overflow or half-write."""

from typing import Any

import pytest

from product_service.tests.conftest import Json, Shop

LIGHTING: Json = {"slug": "lighting", "name": {"en": "Lighting", "zh": "灯具"}}


async def _category(shop: Shop, **fields: Any) -> Json:
    answer = await shop.post("/api/v1/categories", {**LIGHTING, **fields})
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def test_a_category_in_the_readers_language(shop: Shop) -> None:
    made = await _category(shop)
    expected = {
        "id": made["id"],
        "slug": "lighting",
        "name": "Lighting",
        "description": "",
        "parent_id": None,
        "position": 0,
    }
    assert made == expected
    expected["products"] = 0
    assert (await shop.get(f"/api/v1/categories/{made['id']}")).json() == expected
    assert (await shop.get("/api/v1/categories")).json() == {"items": [expected], "next_cursor": None}
    chinese = (await shop.get("/api/v1/categories", {"Accept-Language": "zh"})).json()
    assert chinese["items"][0]["name"] == "灯具"


async def test_products_of_a_category_and_of_those_below(shop: Shop) -> None:
    parent = await _category(shop)
    child = await _category(shop, slug="desk-lamps", name="Desk lamps", parent_id=parent["id"])
    lamp = await shop.product(category="desk-lamps")
    assert lamp["category"] == {"id": child["id"], "slug": "desk-lamps", "name": "Desk lamps"}
    for category in ("lighting", "desk-lamps", child["id"]):
        listed = (await shop.get("/api/v1/products", category=category)).json()["items"]
        assert [item["id"] for item in listed] == [lamp["id"]]


async def test_a_renamed_category_shows_at_once(shop: Shop) -> None:
    made = await _category(shop)
    lamp = await shop.product(category="lighting")
    path = f"/api/v1/products/{lamp['id']}"
    assert (await shop.get(path)).json()["category"]["name"] == "Lighting"
    renamed = await shop.client.patch(
        f"/api/v1/categories/{made['id']}", json={"name": {"en": "Lights"}}, headers=shop.staff
    )
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Lights")
    assert (await shop.get(path)).json()["category"]["name"] == "Lights"


async def test_search_knows_a_category_by_its_new_slug(shop: Shop) -> None:
    made = await _category(shop)
    lamp = await shop.product(category="lighting")
    await shop.client.patch(f"/api/v1/categories/{made['id']}", json={"slug": "lamps"}, headers=shop.staff)
    found = (await shop.get("/api/v1/search", q="lamp", category="lamps")).json()
    assert [item["id"] for item in found["items"]] == [lamp["id"]]
    assert (await shop.get("/api/v1/search", q="lamp", category="lighting")).json()["items"] == []


async def test_a_slug_is_taken_once_in_each_shop(shop: Shop) -> None:
    await _category(shop)
    answer = await shop.post("/api/v1/categories", LIGHTING)
    assert (answer.status_code, answer.json()["code"]) == (409, "category_conflict")
    other = shop.issuer.bearer("usr_other", roles=("owner",), permissions=("*",), tenant="other")
    assert (await shop.post("/api/v1/categories", LIGHTING, other)).status_code == 201
    assert len((await shop.get("/api/v1/categories")).json()["items"]) == 1


async def test_a_category_in_use_stays(shop: Shop) -> None:
    made = await _category(shop)
    lamp = await shop.product(category="lighting")
    path = f"/api/v1/categories/{made['id']}"
    refused = await shop.client.delete(path, headers=shop.staff)
    assert (refused.status_code, refused.json()["code"]) == (409, "category_in_use")
    assert (refused.json()["products"], refused.json()["categories"]) == (1, 0)
    assert (await shop.get(path)).json()["products"] == 1
    moved = await shop.client.patch(f"/api/v1/products/{lamp['id']}", json={"category": None}, headers=shop.staff)
    assert moved.json()["category"] is None
    assert (await shop.client.delete(path, headers=shop.staff)).status_code == 204
    assert (await shop.get(path)).status_code == 404


async def test_another_shop_neither_reads_nor_writes(shop: Shop) -> None:
    made = await _category(shop)
    path = f"/api/v1/categories/{made['id']}"
    other = shop.issuer.bearer("usr_other", roles=("owner",), permissions=("*",), tenant="other")
    assert (await shop.get(path, other)).status_code == 404
    assert (await shop.client.patch(path, json={"slug": "stolen"}, headers=other)).status_code == 404
    assert (await shop.client.delete(path, headers=other)).status_code == 404
    assert (await shop.get("/api/v1/categories", other)).json()["items"] == []
    parent = await shop.post("/api/v1/categories", {**LIGHTING, "parent_id": made["id"]}, other)
    assert parent.status_code == 409
    assert (await shop.get(path)).json()["slug"] == "lighting"


async def test_only_staff_writes(shop: Shop) -> None:
    made = await _category(shop)
    path = f"/api/v1/categories/{made['id']}"
    for headers, status in ((shop.shopper, 403), ({"Accept": "*/*"}, 401)):
        assert (await shop.post("/api/v1/categories", LIGHTING, headers)).status_code == status
        assert (await shop.client.patch(path, json={"slug": "x"}, headers=headers)).status_code == status
        assert (await shop.client.delete(path, headers=headers)).status_code == status
    assert (await shop.get(path)).json()["slug"] == "lighting"


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "two words"},
        {"slug": ""},
        {"name": ""},
        {"name": {"fr": "Lumière"}},
        {"position": -1},
        {"position": 2**70},
        {"id": "cat_mine"},
        {"tenant_id": "other"},
        {"created_at": "2020-01-01T00:00:00Z"},
    ],
)
async def test_refuses_what_is_malformed(shop: Shop, change: Json) -> None:
    assert (await shop.post("/api/v1/categories", {**LIGHTING, **change})).status_code == 422
    assert (await shop.get("/api/v1/categories")).json()["items"] == []
    made = await _category(shop)
    answer = await shop.client.patch(f"/api/v1/categories/{made['id']}", json=change, headers=shop.staff)
    assert answer.status_code == 422
    assert (await shop.get(f"/api/v1/categories/{made['id']}")).json() == {**made, "products": 0}


@pytest.mark.parametrize(
    "params", [{"limit": 0}, {"limit": 100_000}, {"limit": -1}, {"cursor": "bad"}, {"cursor": "AAAA"}]
)
async def test_pages_are_bounded(shop: Shop, params: dict[str, Any]) -> None:
    assert (await shop.get("/api/v1/categories", **params)).status_code == 422


async def test_unknown_parameters_of_fastcrud_do_nothing(shop: Shop) -> None:
    for n in range(3):
        await _category(shop, slug=f"shelf-{n}")
    params = {"itemsPerPage": 100_000, "page": -1, "sort": "nonsense", "offset": -5, "limit": 2}
    page = (await shop.get("/api/v1/categories", **params)).json()
    assert [item["slug"] for item in page["items"]] == ["shelf-0", "shelf-1"]
    rest = (await shop.get("/api/v1/categories", limit=2, cursor=page["next_cursor"])).json()
    assert ([item["slug"] for item in rest["items"]], rest["next_cursor"]) == (["shelf-2"], None)
    assert [item["slug"] for item in (await shop.get("/api/v1/categories", slug="shelf-1")).json()["items"]] == [
        "shelf-1"
    ]


async def test_a_shelf_of_deleted_products_is_empty(shop: Shop) -> None:
    made = await _category(shop)
    lamp = await shop.product(category="lighting")
    await shop.client.delete(f"/api/v1/products/{lamp['id']}", headers=shop.staff)
    assert (await shop.client.delete(f"/api/v1/categories/{made['id']}", headers=shop.staff)).status_code == 204


async def test_categories_stand_in_the_order_staff_gives(shop: Shop) -> None:
    ids = [(await _category(shop, slug=f"shelf-{n}"))["id"] for n in range(4)]
    order = {"ids": [ids[3], ids[1]]}
    assert (await shop.client.put("/api/v1/categories/order", json=order, headers=shop.shopper)).status_code == 403
    assert (await shop.client.put("/api/v1/categories/order", json=order, headers=shop.staff)).status_code == 204
    listed = (await shop.get("/api/v1/categories")).json()["items"]
    assert [one["slug"] for one in listed] == ["shelf-3", "shelf-1", "shelf-0", "shelf-2"]
    unknown = await shop.client.put("/api/v1/categories/order", json={"ids": ["cat_no"]}, headers=shop.staff)
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_category")


async def test_staff_edits_every_language(shop: Shop) -> None:
    made = await _category(shop)
    path = f"/api/v1/categories/{made['id']}"
    assert (await shop.get(path, texts="all")).status_code == 401
    whole = (await shop.get(path, shop.staff, texts="all")).json()
    assert (whole["name"], whole["description"]) == ({"en": "Lighting", "zh": "灯具"}, {})


async def test_no_category_stands_on_itself(shop: Shop) -> None:
    parent = await _category(shop)
    child = await _category(shop, slug="desk-lamps", parent_id=parent["id"])
    path = f"/api/v1/categories/{parent['id']}"
    for parent_id in (child["id"], parent["id"]):
        answer = await shop.client.patch(path, json={"parent_id": parent_id}, headers=shop.staff)
        assert (answer.status_code, answer.json()["code"]) == (409, "category_loop")
    assert (await shop.get(path)).json()["parent_id"] is None
