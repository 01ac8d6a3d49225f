"""What the shop window asks for: facets on lists, picks, related products, completions."""

from typing import Any

from common.clock import utc_now
from common.events import Event
from product_service.tests.conftest import Json, Shop


async def _mouse(shop: Shop, title: str, colour: str, price: int = 2000, quantity: int = 10, **fields: Any) -> str:
    colours = [{"name": {"en": "Colour", "zh": "颜色"}, "value": colour}]
    made = await shop.product(title, price, quantity, attributes=colours, **fields)
    found: str = made["id"]
    return found


async def _bought(shop: Shop, order_id: str, *product_ids: str, quantity: int = 1) -> None:
    lines = [{"product_id": key, "variant_id": "var_1", "quantity": quantity} for key in product_ids]
    data = {"order_id": order_id, "customer_id": "usr_1", "lines": lines}
    event = Event("order.placed", order_id, data, f"evt_{order_id}", "default", utc_now(), 1)
    async with shop.room.database.unit_of_work() as session:
        await shop.room.purchases.placed(session, event)


def _titles(page: Json, name: str = "items") -> list[str]:
    return [item["title"] for item in page[name]]


async def test_a_list_with_facets(shop: Shop) -> None:
    for title, colour, price in (("A", "Black", 1000), ("B", "Black", 3000), ("C", "White", 2000), ("D", "White", 500)):
        await _mouse(shop, title, colour, price)
    whole = (await shop.get("/api/v1/products", facets="true", sort="price", limit=3)).json()
    assert (_titles(whole), whole["total"]) == (["D", "A", "C"], 4)
    [colours] = whole["facets"]
    assert (colours["name"], {one["value"]: one["count"] for one in colours["values"]}) == (
        "Colour",
        {"Black": 2, "White": 2},
    )
    black = (await shop.get("/api/v1/products", facet="colour:black", facets="true")).json()
    assert (_titles(black), black["total"], black["facets"][0]["values"][1]["count"]) == (["B", "A"], 2, 2)
    both = (await shop.get("/api/v1/products", facet=["Colour:Black", "Colour:White"])).json()
    assert (len(both["items"]), both["total"], both["facets"]) == (4, 4, None)
    cheap = (await shop.get("/api/v1/products", facet="Colour:White", max_price=1000)).json()
    assert (_titles(cheap), cheap["total"]) == (["D"], 1)


async def test_pages_of_a_chosen_facet_hold_everything_once(shop: Shop) -> None:
    for at in range(7):
        await _mouse(shop, f"Mouse {at}", "Black" if at % 2 else "White", 1000 + at)
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await shop.get("/api/v1/products", facet="Colour:White", sort="-price", limit=2, cursor=cursor)).json()
        found += _titles(page)
        cursor = page["next_cursor"]
    assert found == ["Mouse 6", "Mouse 4", "Mouse 2", "Mouse 0"]


async def test_facet_counts_are_those_of_now(shop: Shop) -> None:
    first = await _mouse(shop, "A", "Black")
    await _mouse(shop, "B", "White")
    assert (await shop.get("/api/v1/products", facets="true")).json()["total"] == 2
    await shop.client.delete(f"/api/v1/products/{first}", headers=shop.staff)
    assert (await shop.get("/api/v1/products", facets="true")).json()["total"] == 1


async def test_a_facet_is_called_what_it_is_called_now(shop: Shop) -> None:
    product = await _mouse(shop, "A", "Black")
    await _mouse(shop, "B", "White")
    labels: Json = {"Accept-Language": "zh"}
    before = (await shop.get("/api/v1/search", labels)).json()["facets"][0]
    assert (before["label"], before["values"][0]["label"]) == ("颜色", "Black")
    renamed = [{"name": {"en": "Colour", "zh": "外观颜色"}, "value": {"en": "Black", "zh": "黑色"}}]
    path = f"/api/v1/products/{product}"
    await shop.client.patch(path, json={"attributes": renamed}, headers=shop.staff)
    after = (await shop.get("/api/v1/search", labels)).json()["facets"][0]
    assert {one["value"]: one["label"] for one in after["values"]} == {"Black": "黑色", "White": "White"}
    english = [{"name": "Colour", "value": "Black"}]
    await shop.client.patch(path, json={"attributes": english}, headers=shop.staff)
    kept = (await shop.get("/api/v1/search", labels)).json()["facets"][0]
    assert {one["value"]: one["label"] for one in kept["values"]} == {"Black": "黑色", "White": "White"}


async def test_staff_lists_have_no_facets(shop: Shop) -> None:
    for params in ({"status": "all"}, {"q": "x"}, {"sort": "stock"}):
        answer = await shop.get("/api/v1/products", shop.staff, facets="true", **params)
        assert (answer.status_code, answer.json()["code"]) == (422, "facets_are_for_shoppers")
    assert (await shop.get("/api/v1/products", facet="nonsense")).json()["code"] == "invalid_facet"


async def test_picks(shop: Shop) -> None:
    ids = {name: await _mouse(shop, name, "Black") for name in ("Old", "Liked", "Sold", "New")}
    await shop.post(f"/api/v1/products/{ids['Liked']}/reviews", {"rating": 5}, shop.shopper)
    await _bought(shop, "ord_1", ids["Sold"], quantity=3)
    await _bought(shop, "ord_2", ids["Old"])
    picks = (await shop.get("/api/v1/products/picks", limit=3)).json()
    assert _titles(picks, "newest") == ["New", "Sold", "Liked"]
    assert _titles(picks, "best_rated") == ["Liked"]
    assert _titles(picks, "popular") == ["Sold", "Old", "Liked"]
    assert picks["best_rated"][0]["rating"] == {"average": 5.0, "count": 1}


async def test_related_products(shop: Shop) -> None:
    mice = {"slug": "mice", "name": {"en": "Mice", "zh": "鼠标"}}
    assert (await shop.post("/api/v1/categories", mice)).status_code == 201
    mat = await _mouse(shop, "Mat", "Grey", 900)
    ids = {
        name: await _mouse(shop, name, "Black", price, quantity, category="mice")
        for name, price, quantity in (("Mouse", 2000, 5), ("Near", 2200, 5), ("Far", 9000, 5), ("Gone", 2000, 0))
    }
    path = f"/api/v1/products/{ids['Mouse']}/related"
    assert _titles((await shop.get(path)).json()) == ["Near", "Far", "Gone"]
    await _bought(shop, "ord_1", ids["Mouse"], mat)
    assert "Mat" not in _titles((await shop.get(path, lang="zh")).json())
    await _bought(shop, "ord_2", ids["Mouse"], mat)
    assert _titles((await shop.get(path, limit=2)).json()) == ["Mat", "Near"]
    assert (await shop.get("/api/v1/products/prd_none/related")).status_code == 404


async def test_completions_with_products_and_shelves(shop: Shop) -> None:
    mice = {"slug": "mice", "name": {"en": "Mice", "zh": "鼠标"}}
    category = (await shop.post("/api/v1/categories", mice)).json()
    pebble = await _mouse(shop, "Pebble wireless mouse", "Black", 1790, category="mice")
    await _mouse(shop, "Wire keyboard", "Black")
    found = (await shop.get("/api/v1/search/suggest", q="wirel")).json()
    assert found["items"] == ["wireless"]
    assert found["products"] == [
        {
            "id": pebble,
            "handle": found["products"][0]["handle"],
            "title": "Pebble wireless mouse",
            "image": None,
            "price": {"amount": 1790, "currency": "EUR"},
            "availability": "in_stock",
        }
    ]
    assert (await shop.get("/api/v1/search/suggest", q="mic")).json()["categories"] == [
        {"id": category["id"], "slug": "mice", "name": "Mice"}
    ]
    chinese = (await shop.get("/api/v1/search/suggest", {"Accept-Language": "zh"}, q="鼠")).json()
    assert [one["name"] for one in chinese["categories"]] == ["鼠标"]


async def test_reading_without_the_body(shop: Shop) -> None:
    product = await _mouse(shop, "A", "Black")
    for path in (f"/api/v1/products/{product}", "/api/v1/products", "/api/v1/search?q=a"):
        head = await shop.client.head(path)
        assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", "application/json")
