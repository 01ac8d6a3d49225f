"""Products over HTTP: what staff writes is what shoppers read."""

from typing import Any

import pytest

from product_service.tests.conftest import Json, Shop

LAMP: Json = {
    "handle": "desk-lamp",
    "title": {"en": "Desk lamp", "zh": "台灯"},
    "description": {"en": "A warm light.", "zh": "温暖的光。"},
    "vendor": "Lumen",
    "tags": ["light", "desk"],
    "attributes": [{"name": {"en": "Socket", "zh": "灯座"}, "value": "E27"}],
    "variants": [
        {
            "sku": "LAMP-B",
            "title": {"en": "Black", "zh": "黑色"},
            "options": [{"name": {"en": "Colour", "zh": "颜色"}, "value": {"en": "Black", "zh": "黑色"}}],
            "price": {"amount": 4900, "currency": "EUR"},
            "quantity": 3,
            "weight_grams": 900,
            "tax_class": "reduced",
        },
        {
            "sku": "LAMP-W",
            "title": {"en": "White", "zh": "白色"},
            "options": [{"name": {"en": "Colour", "zh": "颜色"}, "value": {"en": "White", "zh": "白色"}}],
            "price": {"amount": 4500, "currency": "EUR"},
            "quantity": 40,
        },
    ],
}


async def _lamp(shop: Shop, **changes: Any) -> Json:
    answer = await shop.post("/api/v1/products", {**LAMP, **changes})
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def test_a_product_as_shoppers_read_it(shop: Shop) -> None:
    made = await _lamp(shop)
    answer = await shop.get(f"/api/v1/products/{made['id']}")
    assert answer.status_code == 200
    black, white = answer.json()["variants"]
    expected = {
        "id": made["id"],
        "handle": "desk-lamp",
        "title": "Desk lamp",
        "vendor": "Lumen",
        "category": None,
        "price": {"amount": 4500, "currency": "EUR"},
        "max_price": {"amount": 4900, "currency": "EUR"},
        "availability": "in_stock",
        "image": None,
        "rating": None,
        "variant_id": white["id"],
        "variants_count": 2,
        "status": "active",
        "description": "A warm light.",
        "tags": ["light", "desk"],
        "attributes": [{"name": "Socket", "value": "E27"}],
        "options": [{"name": "Colour", "values": ["Black", "White"]}],
        "media": [],
    }
    assert {name: answer.json()[name] for name in expected} == expected
    assert black == {
        "id": black["id"],
        "product_id": made["id"],
        "sku": "LAMP-B",
        "title": "Black",
        "options": {"Colour": "Black"},
        "price": {"amount": 4900, "currency": "EUR"},
        "prices": [{"amount": 4900, "currency": "EUR"}],
        "availability": "few_left",
        "image": None,
        "weight_grams": 900,
        "tax_class": "reduced",
        "version": 1,
    }
    assert (await shop.get(f"/api/v1/variants/{black['id']}")).json() == black


async def test_a_quote_tells_its_category_and_all_above_it(shop: Shop) -> None:
    ids: list[str] = []
    for slug in ("home", "lighting", "desk-lamps"):
        body = {"slug": slug, "name": {"en": slug}, "parent_id": ids[-1] if ids else None}
        made = await shop.client.post("/api/v1/categories", json=body, headers=shop.staff)
        ids.append(made.json()["id"])
    lamp = await _lamp(shop, category="desk-lamps")
    answer = await shop.get("/internal/v1/variants", shop.service, ids=lamp["variants"][0]["id"])
    assert answer.json()["items"][0]["category_ids"] == ids[::-1]
    one = {"variant_id": lamp["variants"][0]["id"], "quantity": 1}
    hold = {"id": "res_shelves", "lines": [one], "expires_in": 60}
    held = await shop.client.post("/internal/v1/reservations", json=hold, headers=shop.service)
    assert held.json()["lines"][0]["category_ids"] == ids[::-1]


async def test_a_product_in_chinese(shop: Shop) -> None:
    made = await _lamp(shop)
    path = f"/api/v1/products/{made['id']}"
    by_header = (await shop.get(path, {"Accept-Language": "zh-CN,zh;q=0.9"})).json()
    by_query = (await shop.get(path, lang="zh")).json()
    assert by_header == by_query
    assert (by_header["title"], by_header["description"]) == ("台灯", "温暖的光。")
    assert by_header["attributes"] == [{"name": "灯座", "value": "E27"}]
    assert by_header["variants"][0]["options"] == {"颜色": "黑色"}


async def test_staff_reads_every_language(shop: Shop) -> None:
    made = await _lamp(shop)
    path = f"/api/v1/products/{made['id']}"
    assert (await shop.get(path, shop.staff, texts="all")).json()["title"] == LAMP["title"]
    assert (await shop.get(path, shop.shopper, texts="all")).status_code == 403
    assert (await shop.get(path, texts="all")).status_code == 401


async def test_a_reader_who_has_it_gets_304(shop: Shop) -> None:
    made = await _lamp(shop)
    path = f"/api/v1/products/{made['id']}"
    for headers in ({}, shop.staff):
        etag = (await shop.get(path, headers)).headers["etag"]
        again = await shop.get(path, {**headers, "If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
    await shop.client.patch(path, json={"vendor": "Lux"}, headers=shop.staff)
    changed = await shop.get(path, {"If-None-Match": etag})
    assert (changed.status_code, changed.json()["vendor"]) == (200, "Lux")


async def test_a_change_shows_at_once(shop: Shop) -> None:
    made = await _lamp(shop)
    path = f"/api/v1/products/{made['id']}"
    assert (await shop.get(path)).json()["title"] == "Desk lamp"
    assert (await shop.get("/api/v1/products")).json()["items"][0]["title"] == "Desk lamp"
    change = {"title": {"en": "Reading lamp"}, "tags": ["light"]}
    answer = await shop.client.patch(path, json=change, headers=shop.staff)
    assert (answer.status_code, answer.json()["title"]) == (200, "Reading lamp")
    assert (await shop.get(path)).json()["title"] == "Reading lamp"
    assert (await shop.get("/api/v1/products")).json()["items"][0]["title"] == "Reading lamp"
    assert (await shop.get(path, lang="zh")).json()["title"] == "台灯"


async def test_variants_come_and_go(shop: Shop) -> None:
    made = await _lamp(shop)
    red = {"sku": "LAMP-R", "price": {"amount": 3900, "currency": "EUR"}, "quantity": 0}
    added = await shop.post(f"/api/v1/products/{made['id']}/variants", red)
    assert (added.status_code, added.json()["availability"]) == (201, "out_of_stock")
    product = (await shop.get(f"/api/v1/products/{made['id']}")).json()
    assert (product["variants_count"], product["price"]["amount"]) == (3, 3900)
    path = f"/api/v1/variants/{added.json()['id']}"
    dearer = {"price": {"amount": 9900, "currency": "EUR"}, "title": "Red"}
    assert (await shop.client.patch(path, json=dearer, headers=shop.staff)).json()["title"] == "Red"
    product = (await shop.get(f"/api/v1/products/{made['id']}")).json()
    assert (product["price"]["amount"], product["max_price"]["amount"]) == (4500, 9900)
    assert (await shop.client.delete(path, headers=shop.staff)).status_code == 204
    assert (await shop.get(path)).status_code == 404
    assert (await shop.get(f"/api/v1/products/{made['id']}")).json()["max_price"]["amount"] == 4900


async def test_the_last_variant_stays(shop: Shop) -> None:
    made = await shop.product()
    path = f"/api/v1/variants/{made['variant_id']}"
    answer = await shop.client.delete(path, headers=shop.staff)
    assert (answer.status_code, answer.json()["code"]) == (409, "last_variant")
    assert (await shop.get(path)).status_code == 200


async def test_a_deleted_product_is_gone_and_gives_its_names_back(shop: Shop) -> None:
    made = await _lamp(shop)
    path = f"/api/v1/products/{made['id']}"
    assert (await shop.client.delete(path, headers=shop.staff)).status_code == 204
    assert (await shop.get(path)).status_code == 404
    assert (await shop.get(path, shop.staff)).status_code == 404
    assert (await shop.client.delete(path, headers=shop.staff)).status_code == 404
    assert (await shop.get("/api/v1/products")).json()["items"] == []
    assert (await _lamp(shop))["id"] != made["id"]


async def test_drafts_are_for_staff(shop: Shop) -> None:
    made = await _lamp(shop, status="draft")
    path = f"/api/v1/products/{made['id']}"
    assert (await shop.get(path)).status_code == 404
    assert (await shop.get(path, shop.shopper)).status_code == 404
    assert (await shop.get(f"/api/v1/variants/{made['variant_id']}", shop.shopper)).status_code == 404
    assert (await shop.get(path, shop.staff)).status_code == 200
    assert (await shop.get("/api/v1/products")).json()["items"] == []
    assert (await shop.get("/api/v1/products", shop.shopper, status="draft")).status_code == 403
    listed = await shop.get("/api/v1/products", shop.staff, status="draft")
    assert [item["id"] for item in listed.json()["items"]] == [made["id"]]


@pytest.mark.parametrize("taken", [{"handle": "desk-lamp"}, {"variants": [LAMP["variants"][0]]}])
async def test_handles_and_skus_are_taken_once(shop: Shop, taken: Json) -> None:
    await _lamp(shop)
    own = {"title": "Other", "variants": [{"sku": "OTHER", "price": {"amount": 1, "currency": "EUR"}}]}
    answer = await shop.post("/api/v1/products", {**own, **taken})
    assert (answer.status_code, answer.json()["code"]) == (409, "already_taken")
    assert len((await shop.get("/api/v1/products")).json()["items"]) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"title": {"fr": "Lampe"}},
        {"title": None},
        {"variants": []},
        {"variants": [{"price": {"amount": -1, "currency": "EUR"}}]},
        {"variants": [{"price": {"amount": 10**13, "currency": "EUR"}}]},
        {"variants": [{"price": {"amount": 2**80, "currency": "EUR"}}]},
        {"variants": [{"price": {"amount": 100, "currency": "euro"}}]},
        {"variants": [{"price": 100}]},
        {"variants": [{"price": {"amount": 100, "currency": "EUR"}, "quantity": -1}]},
        {"handle": "no spaces"},
        {"vendor": "x" * 121},
        {"vendor": "a\0b"},
        {"category": "unknown"},
        {"unknown": 1},
        {
            "variants": [
                {"price": {"amount": 1, "currency": "EUR"}},
                {"price": {"amount": 1, "currency": "USD"}},
            ]
        },
    ],
)
async def test_refuses_what_is_malformed(shop: Shop, change: Json) -> None:
    answer = await shop.post("/api/v1/products", {**LAMP, **change})
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"code", "trace_id", "title"} <= set(answer.json())
    assert (await shop.get("/api/v1/products")).json()["items"] == []


async def test_only_staff_writes(shop: Shop) -> None:
    made = await _lamp(shop)
    path = f"/api/v1/products/{made['id']}"
    for headers, status in ((shop.shopper, 403), ({"Accept": "*/*"}, 401)):
        assert (await shop.post("/api/v1/products", LAMP, headers)).status_code == status
        assert (await shop.client.patch(path, json={"vendor": "x"}, headers=headers)).status_code == status
        assert (await shop.client.delete(path, headers=headers)).status_code == status
    assert (await shop.get(path)).json()["vendor"] == "Lumen"


async def test_another_shop_sees_nothing(shop: Shop) -> None:
    made = await _lamp(shop)
    other = shop.issuer.bearer("usr_other", roles=("owner",), permissions=("*",), tenant="other")
    path = f"/api/v1/products/{made['id']}"
    assert (await shop.get(path, other)).status_code == 404
    assert (await shop.client.patch(path, json={"vendor": "x"}, headers=other)).status_code == 404
    assert (await shop.client.delete(path, headers=other)).status_code == 404
    assert (await shop.get("/api/v1/products", other)).json() == {"items": [], "next_cursor": None}
    assert (await shop.post("/api/v1/products", LAMP, other)).status_code == 201
    assert (await shop.get(path)).json()["vendor"] == "Lumen"


async def test_changes_are_told(shop: Shop) -> None:
    made = await _lamp(shop)
    path = f"/api/v1/products/{made['id']}"
    await shop.client.patch(path, json={"vendor": "Lux"}, headers=shop.staff)
    await shop.client.delete(path, headers=shop.staff)
    told = await shop.events("product.created", "product.updated", "product.deleted", count=3)
    assert [event["type"] for event in told] == ["product.created", "product.updated", "product.deleted"]
    assert {event["subject_id"] for event in told} == {made["id"]}


async def test_quotes_for_services(shop: Shop) -> None:
    made = await _lamp(shop)
    black, white = made["variants"]
    answer = await shop.get("/internal/v1/variants", shop.service, ids=f"{white['id']},var_unknown,{black['id']}")
    first, second = answer.json()["items"]
    assert (first["variant_id"], second["variant_id"]) == (white["id"], black["id"])
    assert second == {
        "variant_id": black["id"],
        "product_id": made["id"],
        "sku": "LAMP-B",
        "title": LAMP["title"],
        "variant_title": {"en": "Black", "zh": "黑色"},
        "options": {"Colour": "Black"},
        "unit_price": {"amount": 4900, "currency": "EUR"},
        "available": 3,
        "availability": "few_left",
        "image": None,
        "weight_grams": 900,
        "category_ids": [],
        "tax_class": "reduced",
    }
    assert (await shop.get("/internal/v1/variants", shop.shopper, ids=black["id"])).status_code == 403
    assert (await shop.get("/internal/v1/variants", ids=black["id"])).status_code == 401
