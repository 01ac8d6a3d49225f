"""Prices per currency: set by staff, never converted, and lists hold what is for sale in the currency asked for."""

from typing import Any

from product_service.tests.conftest import Shop

Json = dict[str, Any]
PRODUCTS, VARIANTS = "/api/v1/products", "/api/v1/variants"


def money(amount: int, currency: str) -> Json:
    return {"amount": amount, "currency": currency}


async def lamp(shop: Shop) -> Json:
    """Two variants in EUR; the first in USD and JPY too."""
    first = {"sku": "L-1", "price": money(4900, "EUR"), "prices": [money(5400, "USD"), money(8000, "JPY")]}
    second = {"sku": "L-2", "price": money(3900, "EUR"), "quantity": 2}
    answer = await shop.post(PRODUCTS, {"title": "Desk lamp", "variants": [first | {"quantity": 3}, second]})
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def titles(shop: Shop, path: str = PRODUCTS, **params: Any) -> list[str]:
    answer = await shop.get(path, **params)
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


async def test_a_product_answers_in_the_currency_asked_for(shop: Shop) -> None:
    product = await lamp(shop)
    at = f"{PRODUCTS}/{product['id']}"
    own = (await shop.get(at)).json()
    assert (own["price"], own["max_price"]) == (money(3900, "EUR"), money(4900, "EUR"))
    assert own["variants"][0]["prices"] == [money(4900, "EUR"), money(5400, "USD"), money(8000, "JPY")]
    dollars = (await shop.get(at, currency="USD")).json()
    assert (dollars["price"], dollars["max_price"]) == (money(5400, "USD"), money(5400, "USD"))
    assert dollars["variant_id"] == own["variants"][0]["id"]
    assert [one["price"] for one in dollars["variants"]] == [money(5400, "USD"), None]
    pounds = (await shop.get(at, currency="GBP")).json()
    assert (pounds["price"], pounds["availability"]) == (None, "out_of_stock")
    variant = f"{VARIANTS}/{own['variants'][1]['id']}"
    assert (await shop.get(variant, currency="USD")).json()["price"] is None
    assert (await shop.get(variant, currency="EUR")).json()["price"] == money(3900, "EUR")


async def test_lists_and_searches_hold_only_what_is_for_sale_in_it(shop: Shop) -> None:
    await lamp(shop)
    await shop.product("Floor lamp", 9900)
    cheap = {"price": money(2000, "EUR"), "prices": [money(9000, "USD")], "quantity": 1}
    await shop.post(PRODUCTS, {"title": "Lamp shade", "variants": [cheap]})
    assert await titles(shop, sort="price") == ["Lamp shade", "Desk lamp", "Floor lamp"]
    for path, more in ((PRODUCTS, {}), (PRODUCTS, {"facets": True}), ("/api/v1/search", {"q": "lamp"})):
        for stock in ({}, {"in_stock": True}):
            asked = {"currency": "USD", "sort": "price", **more, **stock}
            assert await titles(shop, path, **asked) == ["Desk lamp", "Lamp shade"]
            assert await titles(shop, path, **asked, min_price=6000) == ["Lamp shade"]
            assert await titles(shop, path, **asked, max_price=6000) == ["Desk lamp"]
            assert await titles(shop, path, **{**asked, "currency": "GBP"}) == []
    first = (await shop.get(PRODUCTS, currency="USD", sort="-price", limit=1)).json()
    assert first["items"][0]["price"] == money(9000, "USD")
    assert await titles(shop, currency="USD", sort="-price", limit=1, cursor=first["next_cursor"]) == ["Desk lamp"]
    found = (await shop.get("/api/v1/search", q="lamp", currency="USD")).json()
    assert (found["total"], {one["price"]["currency"] for one in found["items"]}) == (2, {"USD"})
    picks = (await shop.get(f"{PRODUCTS}/picks", currency="JPY")).json()
    assert [one["price"] for one in picks["newest"]] == [money(8000, "JPY")]
    seen = (await shop.get("/api/v1/search/suggest", q="lam", currency="JPY")).json()["products"]
    assert [one["price"] for one in seen] == [money(8000, "JPY")]
    listed = (await shop.get(PRODUCTS, shop.staff, currency="USD", sort="price", counts=True)).json()
    assert [one["title"] for one in listed["items"]] == ["Desk lamp", "Lamp shade"]
    assert listed["counts"]["active"] == 2


async def test_staff_sets_all_prices_of_a_variant(shop: Shop) -> None:
    product = await lamp(shop)
    first, second = (f"{VARIANTS}/{one['id']}" for one in product["variants"])
    assert await titles(shop, "/api/v1/search", q="lamp", currency="GBP") == []

    async def change(at: str, body: Json) -> Any:
        return await shop.client.patch(at, json=body, headers=shop.staff)

    changed = await change(second, {"prices": [money(3500, "EUR"), money(3300, "GBP")]})
    assert changed.json()["prices"] == [money(3500, "EUR"), money(3300, "GBP")]
    assert await titles(shop, "/api/v1/search", q="lamp", currency="GBP") == ["Desk lamp"]
    assert (await change(first, {"prices": []})).json()["prices"] == [money(4900, "EUR")]
    assert await titles(shop, currency="USD") == []
    assert await titles(shop, "/api/v1/search", q="lamp", currency="USD") == []
    for wrong in (
        {"prices": [money(1, "USD"), money(2, "USD")]},
        {"price": money(100, "EUR"), "prices": [money(200, "EUR")]},
        {"price": money(100, "USD")},
        {"prices": [money(-1, "USD")]},
    ):
        assert (await change(first, wrong)).status_code == 422
    more = {"ids": [product["id"]], "action": "change_price_percent", "percent": 10}
    assert (await shop.post(f"{PRODUCTS}/bulk", more)).json()["results"][0]["result"] == "changed"
    assert (await shop.get(second, currency="GBP")).json()["price"] == money(3630, "GBP")
    assert (await shop.get(PRODUCTS, currency="GBP")).json()["items"][0]["price"] == money(3630, "GBP")
    assert (await shop.client.delete(second, headers=shop.staff)).status_code == 204
    assert await titles(shop, currency="GBP") == []


async def test_other_services_are_told_every_price(shop: Shop) -> None:
    product = await lamp(shop)
    first, second = (one["id"] for one in product["variants"])
    quotes = (await shop.get("/internal/v1/variants", shop.service, ids=f"{first},{second}")).json()["items"]
    assert quotes[0]["prices"] == {"USD": 5400, "JPY": 8000}
    assert "prices" not in quotes[1]
    held = (await shop.hold("res_1", {first: 1})).json()
    assert (held["lines"][0]["unit_price"], held["lines"][0]["prices"]) == (money(4900, "EUR"), quotes[0]["prices"])
