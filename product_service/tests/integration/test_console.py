"""The catalogue and its stock as the console works with them."""

import asyncio
import csv
import io
from typing import Any

import pytest
from httpx import Response

from product_service.app.products.schemas import ProductBulk
from product_service.app.stockroom.schemas import BulkAdjustment
from product_service.tests.conftest import Json, Shop


async def _list(shop: Shop, **params: Any) -> Json:
    answer = await shop.get("/api/v1/products", shop.staff, **params)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def _titles(page: Json) -> list[str]:
    return [item["title"] for item in page["items"]]


async def _bulk(shop: Shop, ids: list[str], action: str, key: str | None = None, **more: Any) -> Response:
    headers = {**shop.staff, "Idempotency-Key": key} if key else shop.staff
    return await shop.post("/api/v1/products/bulk", {"ids": ids, "action": action, **more}, headers)


async def test_staff_sees_every_status_and_what_is_left(shop: Shop) -> None:
    await shop.product("Active", quantity=3)
    await shop.product("Draft", quantity=7, status="draft")
    archived = await shop.product("Archived", quantity=1)
    await shop.client.patch(f"/api/v1/products/{archived['id']}", json={"status": "archived"}, headers=shop.staff)
    page = await _list(shop, status="all", counts="true", sort="title")
    assert _titles(page) == ["Active", "Archived", "Draft"]
    assert page["counts"] == {"all": 3, "active": 1, "draft": 1, "archived": 1}
    staff = page["items"][0]["staff"]
    assert (staff["status"], staff["on_hand"], staff["reserved"], staff["available"]) == ("active", 3, 0, 3)
    assert _titles(await _list(shop, status="archived")) == ["Archived"]
    assert _titles(await _list(shop, status="all", sort="-stock")) == ["Draft", "Active", "Archived"]
    assert _titles(await _list(shop, status="all", sort="updated"))[0] == "Archived"
    public = (await shop.get("/api/v1/products")).json()["items"]
    assert [("staff" in item, item["title"]) for item in public] == [(False, "Active")]
    for params in ({"status": "archived"}, {"q": "a"}, {"counts": "true"}, {"sort": "stock"}):
        assert (await shop.get("/api/v1/products", shop.shopper, **params)).status_code == 403


@pytest.mark.parametrize("sort", ["stock", "-stock", "updated", "-title", "rating"])
async def test_staff_pages_hold_everything_once(shop: Shop, sort: str) -> None:
    for at in range(5):
        await shop.product(f"Lamp {at}", quantity=(at * 7) % 3)
    whole = _titles(await _list(shop, sort=sort, status="all"))
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = await _list(shop, sort=sort, status="all", limit=2, cursor=cursor)
        found += _titles(page)
        cursor = page["next_cursor"]
    assert (found, len(found)) == (whole, 5)


async def test_staff_looks_for_titles_vendors_and_skus(shop: Shop) -> None:
    variant = {"sku": "LMP_100%", "price": {"amount": 100, "currency": "EUR"}}
    await shop.post(
        "/api/v1/products", {"title": {"en": "Lamp", "zh": "台灯"}, "vendor": "Lumen", "variants": [variant]}
    )
    await shop.product("Mouse")
    for sought in ("lam", "台灯", "LUMEN", "lmp_1", "100%"):
        assert _titles(await _list(shop, q=sought)) == ["Lamp"], sought
    assert _titles(await _list(shop, q="100_")) == []


async def test_several_products_at_once(shop: Shop) -> None:
    ids = [(await shop.product(f"Lamp {at}", price=999 + at))["id"] for at in range(3)]
    answer = await _bulk(shop, [*ids[:2], "prd_none"], "archive")
    assert answer.json()["results"] == [
        {"id": ids[0], "result": "changed", "code": None, "detail": None},
        {"id": ids[1], "result": "changed", "code": None, "detail": None},
        {"id": "prd_none", "result": "refused", "code": "not_found", "detail": "There is no such product."},
    ]
    assert [one["title"] for one in (await shop.get("/api/v1/products")).json()["items"]] == ["Lamp 2"]
    assert (await shop.get("/api/v1/search", q="lamp")).json()["total"] == 1
    again = await _bulk(shop, ids, "archive")
    assert [one["result"] for one in again.json()["results"]] == ["unchanged", "unchanged", "changed"]
    await _bulk(shop, ids, "activate")
    assert (await shop.get("/api/v1/search", q="lamp")).json()["total"] == 3
    await shop.post("/api/v1/categories", {"slug": "lamps", "name": "Lamps"})
    await _bulk(shop, ids, "set_category", category="lamps")
    assert len((await shop.get("/api/v1/products", category="lamps")).json()["items"]) == 3
    await _bulk(shop, ids[:1], "delete")
    assert (await shop.get(f"/api/v1/products/{ids[0]}", shop.staff)).status_code == 404


async def test_prices_change_once_for_each_key(shop: Shop) -> None:
    product = await shop.product(price=999)
    answers = await asyncio.gather(
        *(_bulk(shop, [product["id"]], "change_price_percent", "key-1", percent=-12.5) for _ in range(3))
    )
    assert {answer.text for answer in answers} == {answers[0].text}
    shown = (await shop.get(f"/api/v1/products/{product['id']}")).json()
    assert (shown["price"]["amount"], shown["variants"][0]["price"]["amount"]) == (874, 874)
    bulk = shop.room.bulk
    given = ProductBulk(ids=[product["id"]], action="change_price_percent", percent=10)
    first = await bulk.apply(given, "usr_staff", "blk_died")
    assert await bulk.apply(given, "usr_staff", "blk_died") == first
    assert (await shop.get(f"/api/v1/products/{product['id']}")).json()["price"]["amount"] == 961


async def test_refuses_half_a_bulk_request(shop: Shop) -> None:
    product = await shop.product(price=10**12)
    for action in ("set_category", "change_price_percent"):
        assert (await _bulk(shop, [product["id"]], action)).json()["code"] == "bulk_incomplete"
    assert (await _bulk(shop, [product["id"]], "set_category", category="none")).json()["code"] == "unknown_category"
    dear = await _bulk(shop, [product["id"]], "change_price_percent", percent=1)
    assert dear.json()["results"][0]["code"] == "price_out_of_range"
    other = shop.issuer.bearer("usr_other", roles=("owner",), permissions=("*",), tenant="other")
    foreign = await shop.post("/api/v1/products/bulk", {"ids": [product["id"]], "action": "delete"}, other)
    assert foreign.json()["results"][0]["code"] == "not_found"
    shown = (await shop.get(f"/api/v1/products/{product['id']}")).json()
    assert (shown["price"]["amount"], shown["category"]) == (10**12, None)


async def test_nobody_overwrites_what_he_did_not_read(shop: Shop) -> None:
    product = await shop.product()
    variant = product["variants"][0]
    path = f"/api/v1/variants/{variant['id']}"
    stale = {**shop.staff, "If-Match": f'"{variant["version"]}"'}
    answers = await asyncio.gather(
        *(
            shop.client.patch(path, json={"price": {"amount": price, "currency": "EUR"}}, headers=stale)
            for price in (1, 2)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412]
    refused = next(answer for answer in answers if answer.status_code == 412)
    assert (refused.json()["code"], refused.json()["version"]) == ("changed_meanwhile", variant["version"] + 1)
    path = f"/api/v1/products/{product['id']}"
    late = await shop.client.patch(
        path, json={"title": "New"}, headers={**shop.staff, "If-Match": str(product["version"])}
    )
    assert (late.status_code, (await shop.get(path)).json()["title"]) == (412, "Desk lamp")
    bad = await shop.client.patch(path, json={"title": "New"}, headers={**shop.staff, "If-Match": "soon"})
    assert (bad.status_code, bad.json()["code"]) == (422, "invalid_version")


async def test_the_stock_list(shop: Shop) -> None:
    for title, quantity in (("Cable", 100), ("Mouse", 5), ("Lamp", 0), ("Keyboard", 6)):
        await shop.product(title, quantity=quantity)
    page = (await shop.get("/api/v1/inventory", shop.staff)).json()
    assert [(one["product_title"], one["available"], one["level"]) for one in page["items"]] == [
        ("Cable", 100, "ok"),
        ("Keyboard", 6, "ok"),
        ("Lamp", 0, "out"),
        ("Mouse", 5, "low"),
    ]

    async def named(**params: Any) -> list[str]:
        found = await shop.get("/api/v1/inventory", shop.staff, **params)
        return [one["product_title"] for one in found.json()["items"]]

    assert await named(low="true") == ["Lamp", "Mouse"]
    assert await named(low="true", threshold=6, sort="-available") == ["Keyboard", "Mouse", "Lamp"]
    assert await named(out="true") == ["Lamp"]
    assert await named(q="key") == ["Keyboard"]
    assert await named(category="none") == []
    alerts = await shop.get("/api/v1/inventory/alerts", shop.staff)
    assert alerts.json() == {"threshold": 5, "out": 1, "low": 1}
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        part = (await shop.get("/api/v1/inventory", shop.staff, sort="available", limit=3, cursor=cursor)).json()
        found += [one["product_title"] for one in part["items"]]
        cursor = part["next_cursor"]
    assert found == ["Lamp", "Mouse", "Keyboard", "Cable"]
    assert (await shop.get("/api/v1/inventory", shop.shopper)).status_code == 403


async def test_many_corrections_of_stock(shop: Shop) -> None:
    ids = [(await shop.product(f"Lamp {at}", quantity=10))["variants"][0]["id"] for at in range(2)]
    await shop.hold("res_1", {ids[1]: 8})
    lines = [{"variant_id": ids[0], "delta": 5}, {"variant_id": ids[1], "delta": -5}, {"variant_id": "no", "delta": 1}]
    body = {"reason": "Stocktaking", "lines": lines}
    headers = {**shop.staff, "Idempotency-Key": "count-1"}
    for _ in range(2):
        answer = await shop.post("/api/v1/inventory/bulk-adjustments", body, headers)
        results = answer.json()["results"]
        assert [(one["result"], one["code"], one["on_hand"]) for one in results] == [
            ("adjusted", None, 15),
            ("refused", "stock_refuses_adjustment", None),
            ("refused", "not_found", None),
        ]
    given = BulkAdjustment.model_validate(body)
    for _ in range(2):  # as after a death between the effect and the reply
        await shop.room.stockroom.adjust(given, "usr_staff", "usr_staff\0count-1")
    assert (await shop.stock(ids[0]), await shop.stock(ids[1])) == ((15, 0), (10, 8))
    twice = await shop.post("/api/v1/inventory/bulk-adjustments", {**body, "lines": [lines[0], lines[0]]})
    assert (twice.status_code, twice.json()["code"]) == (422, "variant_twice")


async def test_stock_as_a_file(shop: Shop) -> None:
    await shop.product("=1+1", quantity=3)
    answer = await shop.get("/api/v1/exports/stock.csv", shop.staff)
    [row] = list(csv.DictReader(io.StringIO(answer.text)))
    assert (row["Product"], row["On hand"], row["Reserved"], row["Available"]) == ("'=1+1", "3", "0", "3")
    assert (await shop.get("/api/v1/exports/stock.csv", shop.shopper)).status_code == 403


async def test_images_in_another_order(shop: Shop) -> None:
    product = (await shop.product())["id"]
    path = f"/api/v1/products/{product}/media"
    made = []
    for colour in ("red", "blue", "green"):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" fill="{colour}"/>'.encode()
        made.append((await shop.client.post(path, files={"file": ("a.svg", svg)}, headers=shop.staff)).json())
    ids = [one["id"] for one in made]
    answer = await shop.client.put(f"{path}/order", json={"ids": [ids[2], ids[0], ids[1]]}, headers=shop.staff)
    assert [one["id"] for one in answer.json()["items"]] == [ids[2], ids[0], ids[1]]
    assert (await shop.get(f"/api/v1/products/{product}")).json()["image"] == made[2]["url"]
    for wrong in (ids[:2], [*ids, ids[0]], [*ids[:2], "med_none"]):
        refused = await shop.client.put(f"{path}/order", json={"ids": wrong}, headers=shop.staff)
        assert (refused.status_code, refused.json()["code"]) == (409, "not_these_images")
    alt = {"en": "From above", "zh": "俯视图"}
    moved = await shop.client.patch(f"{path}/{ids[1]}", json={"alt": alt, "position": 0}, headers=shop.staff)
    first, *_ = items = moved.json()["items"]
    assert (first["id"], first["alt"]) == (ids[1], alt)
    assert [one["position"] for one in items] == [0, 1, 2]
