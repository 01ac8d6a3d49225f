"""The demo catalogue lands on the shelves of a fresh shop, once."""

from collections.abc import Callable
from typing import Any

from tests.support.suite import InProcessSuite


async def test_a_fresh_shop_sells_the_demo_catalogue(make_settings: Callable[..., Any]) -> None:
    async with InProcessSuite(make_settings, ("product",), seed_demo=True) as suite:
        shop = suite.products
        categories = (await shop.get("/api/v1/categories?limit=100")).json()["items"]
        assert len(categories) == 8
        chinese = (await shop.get("/api/v1/categories?limit=100&lang=zh")).json()["items"]
        assert {category["name"] for category in chinese} >= {"显示器", "鼠标"}
        found = (await shop.get("/api/v1/products?category=monitors&max_price=19999&limit=100")).json()["items"]
        small = [product for product in found if "24-inch" in product["title"]]
        assert len(small) == 3
        product = (await shop.get(f"/api/v1/products/{small[0]['id']}")).json()
        image = await shop.get(product["variants"][0]["image"])
        assert image.status_code == 200
        assert image.headers["content-type"] == "image/svg+xml"
        assert product["media"][0]["alt"].startswith(product["title"])


async def test_a_second_start_adds_nothing_and_brings_nothing_back(make_settings: Callable[..., Any]) -> None:
    async with InProcessSuite(make_settings, ("product",), seed_demo=True) as suite:
        catalogue = suite.apps["product"].state.room.catalogue
        first = (await suite.products.get("/api/v1/products?limit=100")).json()["items"]
        from common.database import use_tenant

        with use_tenant("default"):
            await catalogue.delete_product(first[0]["id"])
    async with InProcessSuite(make_settings, ("product",), seed_demo=True) as suite:
        again = (await suite.products.get("/api/v1/products?limit=100")).json()["items"]
    assert [product["id"] for product in again] == [product["id"] for product in first[1:]]


async def test_without_the_demo_the_shelves_are_empty(make_settings: Callable[..., Any]) -> None:
    async with InProcessSuite(make_settings, ("product",)) as suite:
        assert (await suite.products.get("/api/v1/products")).json()["items"] == []
