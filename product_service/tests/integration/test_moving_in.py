"""Products of another shop move in: under their own ids, whole or not at all, once."""

import asyncio
from typing import Any

import pytest

from product_service.tests.conftest import Json, Shop

IMPORTS = "/api/v1/products/imports"


def shirt(**changes: Any) -> Json:
    variants = [
        {
            "id": "9612497925",
            "options": [{"name": "color", "value": "blue"}, {"name": "size", "value": "M"}],
            "price": {"amount": 5088, "currency": "USD"},
            "quantity": 20,
        },
        {
            "id": "8124970213",
            "options": [{"name": "color", "value": "purple"}, {"name": "size", "value": "XL"}],
            "price": {"amount": 4967, "currency": "USD"},
        },
    ]
    return {"id": "9523456873", "title": "T-Shirt", "variants": variants, **changes}


async def bring(shop: Shop, *items: Json) -> Json:
    answer = await shop.post(IMPORTS, {"items": list(items)})
    assert answer.status_code == 200, answer.text
    report: Json = answer.json()
    return report


async def test_a_product_keeps_its_ids_and_is_sold(shop: Shop) -> None:
    assert await bring(shop, shirt()) == {"created": 1, "unchanged": 0, "rejected": []}
    product = (await shop.get("/api/v1/products/9523456873")).json()
    assert (product["title"], product["handle"]) == ("T-Shirt", "t-shirt-9523456873")
    shown = [(one["id"], one["sku"], one["options"], one["price"], one["availability"]) for one in product["variants"]]
    assert shown == [
        ("9612497925", "9612497925", {"color": "blue", "size": "M"}, {"amount": 5088, "currency": "USD"}, "in_stock"),
        (
            "8124970213",
            "8124970213",
            {"color": "purple", "size": "XL"},
            {"amount": 4967, "currency": "USD"},
            "out_of_stock",
        ),
    ]
    assert await shop.stock("9612497925") == (20, 0)
    found = (await shop.get("/api/v1/search", q="shirt")).json()["items"]
    assert [each["id"] for each in found] == ["9523456873"]
    held = await shop.hold("res_1", {"9612497925": 2})
    assert held.json()["lines"][0]["unit_price"] == {"amount": 5088, "currency": "USD"}


async def test_the_same_again_changes_nothing_also_in_parallel(shop: Shop) -> None:
    reports = await asyncio.gather(*(bring(shop, shirt()) for _ in range(4)))
    assert sorted(report["created"] for report in reports) == [0, 0, 0, 1]
    await shop.hold("res_1", {"9612497925": 2})
    await shop.commit("res_1")
    assert await bring(shop, shirt()) == {"created": 0, "unchanged": 1, "rejected": []}
    assert await shop.stock("9612497925") == (18, 0)


async def test_what_collides_is_told_and_nothing_of_it_is_taken(shop: Shop) -> None:
    await bring(shop, shirt())
    same_variant = shirt(id="other_1")
    euros = {"id": "v3", "price": {"amount": 1, "currency": "EUR"}}
    mixed = shirt(id="other_2", variants=[*shirt()["variants"], euros])
    fine = shirt(id="other_3", variants=[{**shirt()["variants"][0], "id": "v4"}])
    report = await bring(shop, shirt(title="Shirt"), same_variant, mixed, fine)
    assert (report["created"], [(each["index"], each["code"]) for each in report["rejected"]]) == (
        1,
        [(0, "imported_differently"), (1, "id_taken"), (2, "mixed_currencies")],
    )
    assert (await shop.get("/api/v1/products/9523456873")).json()["title"] == "T-Shirt"
    assert (await shop.get("/api/v1/products/other_1")).status_code == 404


@pytest.mark.parametrize(
    "change", [{"id": "imports"}, {"variants": []}, {"title": ""}, {"price": 1}, {"category": "no slug"}]
)
async def test_a_malformed_record_refuses_the_whole_batch(shop: Shop, change: Json) -> None:
    fine = shirt(id="fine_1", variants=[{**shirt()["variants"][0], "id": "v4"}])
    answer = await shop.post(IMPORTS, {"items": [fine, shirt(**change)]})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert (await shop.get("/api/v1/products/fine_1")).status_code == 404


async def test_only_staff_who_may_change_catalogue_and_stock_bring_products(shop: Shop) -> None:
    for permissions in (("catalogue:write",), ("stock:write",), ()):
        bearer = shop.issuer.bearer("usr_1", roles=("manager",), permissions=permissions)
        answer = await shop.post(IMPORTS, {"items": [shirt()]}, bearer)
        assert (answer.status_code, answer.json()["code"]) == (403, "missing_permission")
