"""Lists of products: filters, orders, pages."""

from typing import Any

import pytest

from common.pagination import encode_cursor
from product_service.tests.conftest import Shop


async def _shelf(shop: Shop) -> dict[str, str]:
    """Five products by title, oldest first."""
    made = {}
    for title, price, quantity, vendor in (
        ("Cable", 500, 100, "Acme"),
        ("adapter", 700, 0, "Acme"),
        ("Mouse", 2500, 2, "Mouseworks"),
        ("Keyboard", 2500, 20, "Acme"),
        ("Monitor", 19900, 7, "Viewer"),
    ):
        made[title] = (await shop.product(title, price, quantity, vendor=vendor))["id"]
    return made


async def _titles(shop: Shop, **params: Any) -> list[str]:
    answer = await shop.get("/api/v1/products", **params)
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


async def test_orders(shop: Shop) -> None:
    await _shelf(shop)
    assert await _titles(shop) == ["Monitor", "Keyboard", "Mouse", "adapter", "Cable"]
    assert await _titles(shop, sort="price") == ["Cable", "adapter", "Mouse", "Keyboard", "Monitor"]
    assert await _titles(shop, sort="-price") == ["Monitor", "Keyboard", "Mouse", "adapter", "Cable"]
    assert await _titles(shop, sort="title") == ["adapter", "Cable", "Keyboard", "Monitor", "Mouse"]


async def test_filters(shop: Shop) -> None:
    made = await _shelf(shop)
    assert await _titles(shop, vendor="Acme") == ["Keyboard", "adapter", "Cable"]
    assert await _titles(shop, min_price=700, max_price=2500) == ["Keyboard", "Mouse", "adapter"]
    assert await _titles(shop, in_stock="true", vendor="Acme") == ["Keyboard", "Cable"]
    assert await _titles(shop, in_stock="false") == ["adapter"]
    assert await _titles(shop, ids=f"{made['Mouse']},{made['Cable']},prd_unknown") == ["Mouse", "Cable"]
    assert await _titles(shop, ids=",") == []
    assert await _titles(shop, category="unknown") == []


@pytest.mark.parametrize("sort", ["newest", "price", "-price", "title"])
async def test_pages_hold_everything_once(shop: Shop, sort: str) -> None:
    await _shelf(shop)
    whole = await _titles(shop, sort=sort)
    pages: list[list[str]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await shop.get("/api/v1/products", sort=sort, limit=2, cursor=cursor)).json()
        pages.append([item["title"] for item in page["items"]])
        cursor = page["next_cursor"]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert [title for page in pages for title in page] == whole


@pytest.mark.parametrize(
    "cursor",
    [
        "nonsense",
        "!!!",
        "x" * 1999,
        encode_cursor("price", 5, "prd_1"),
        encode_cursor("newest", "yesterday", "prd_1"),
        encode_cursor("newest", "2026-01-01T00:00:00", "prd_1"),
        encode_cursor("newest", 5, "prd_1"),
        encode_cursor("newest"),
    ],
)
async def test_refuses_foreign_cursors(shop: Shop, cursor: str) -> None:
    answer = await shop.get("/api/v1/products", cursor=cursor)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_cursor")


async def test_refuses_a_number_no_database_holds(shop: Shop) -> None:
    answer = await shop.get("/api/v1/products", sort="price", cursor=encode_cursor("price", 2**63 + 1, "prd_1"))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_cursor")


@pytest.mark.parametrize(
    "params",
    [
        {"limit": 0},
        {"limit": 101},
        {"limit": "ten"},
        {"limit": 10**30},
        {"sort": "random"},
        {"min_price": -1},
        {"max_price": 10**30},
        {"in_stock": "maybe"},
        {"vendor": "a\0b"},
        {"ids": ",".join(str(n) for n in range(101))},
        {"status": "deleted"},
        {"cursor": "x" * 2001},
    ],
)
async def test_refuses_bad_parameters(shop: Shop, params: dict[str, Any]) -> None:
    answer = await shop.get("/api/v1/products", **params)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


@pytest.mark.parametrize("path", ["/api/v1/products/%00", "/api/v1/products/" + "x" * 65, "/api/v1/variants/%00"])
async def test_refuses_ids_that_cannot_be(shop: Shop, path: str) -> None:
    assert (await shop.get(path)).status_code == 422


async def test_unknown_ids_are_404(shop: Shop) -> None:
    for path in ("/api/v1/products/prd_none", "/api/v1/variants/var_none", "/api/v1/inventory/var_none"):
        answer = await shop.get(path, shop.staff)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
