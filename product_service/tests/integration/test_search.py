"""Search over HTTP on a small catalogue of our own."""

from pathlib import Path
from typing import Any

import pytest

from product_service.tests.integration.test_imports import LAMPS, imported

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "electronics" / "products.csv.gz"


@pytest.fixture
async def stocked(shop: Any) -> Any:
    await imported(shop, LAMPS.read_bytes())
    await shop.product(title={"en": "Ink pen", "zh": "钢笔"}, price=900, handle="pen", vendor="Osmia")
    return shop


async def _search(shop: Any, **params: Any) -> dict[str, Any]:
    answer = await shop.get("/api/v1/search", **params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _handles(shop: Any, **params: Any) -> list[str]:
    return [item["handle"] for item in (await _search(shop, **params))["items"]]


async def test_finds_by_words_models_sizes_and_skus(stocked: Any) -> None:
    assert await _handles(stocked, q="wireless mouse") == ["mouse", "mouse-pad"]
    assert await _handles(stocked, q="TW210") == ["mouse"]
    assert await _handles(stocked, q="24 inch monitor") == ["monitor"]
    assert await _handles(stocked, q="LAMP-F") == ["floor-lamp"]


async def test_a_device_comes_before_what_goes_with_it(stocked: Any) -> None:
    assert await _handles(stocked, q="mouse") == ["mouse", "mouse-pad"]


async def test_finds_in_chinese_in_both_catalogue_languages(stocked: Any) -> None:
    assert await _handles(stocked, q="无线鼠标") == ["mouse", "mouse-pad"]
    assert await _handles(stocked, q="24寸显示器") == ["monitor"]
    assert await _handles(stocked, q="钢笔") == ["pen"]


async def test_corrects_a_misspelt_word(stocked: Any) -> None:
    found = await _search(stocked, q="wireles mose")
    assert found["did_you_mean"] == "wireless mouse"
    assert found["items"][0]["handle"] == "mouse"


async def test_narrows_by_price_vendor_category_and_stock(stocked: Any) -> None:
    assert await _handles(stocked, q="lamp", max_price=6000) == ["desk-lamp"]
    assert await _handles(stocked, q="lamp", min_price=6000) == ["floor-lamp"]
    assert sorted(await _handles(stocked, vendor="trackwell")) == ["mouse", "mouse-pad"]
    assert await _handles(stocked, category="monitors") == ["monitor"]
    category = (await _search(stocked, category="monitors"))["items"][0]["category"]
    assert await _handles(stocked, category=category["id"]) == ["monitor"]
    assert await _handles(stocked, category="unheard-of") == []
    sold_out = await stocked.product(title="Sold out lamp", quantity=0, handle="gone")
    assert sold_out["id"]
    assert "gone" in await _handles(stocked, q="lamp")
    assert "gone" not in await _handles(stocked, q="lamp", in_stock=True)


async def test_a_facet_counts_all_matches_and_keeps_its_other_values(stocked: Any) -> None:
    found = await _search(stocked, q="lamp", facet="product colour:black", limit=1)
    assert found["total"] == 1
    colours = next(facet for facet in found["facets"] if facet["name"] == "product colour")
    assert {value["value"]: value["count"] for value in colours["values"]} == {"Black": 1, "White": 1}
    both = await _handles(stocked, q="lamp", facet=["product colour:Black", "product colour:White"])
    assert sorted(both) == ["desk-lamp", "floor-lamp"]


async def test_sorts_and_pages_without_gaps_or_repeats(stocked: Any) -> None:
    prices = [item["price"]["amount"] for item in (await _search(stocked, sort="price"))["items"]]
    assert prices == sorted(prices)
    for sort in ("relevance", "price", "-price", "newest"):
        seen: list[str] = []
        cursor = ""
        while True:
            page = await _search(stocked, sort=sort, limit=2, cursor=cursor)
            seen += [item["handle"] for item in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break
        assert len(seen) == len(set(seen)) == 7, sort


async def test_what_staff_changes_is_found_at_once(stocked: Any) -> None:
    product = await stocked.product(title="Quagmire reader", handle="zyx")
    assert await _handles(stocked, q="quagmire") == ["zyx"]
    path = f"/api/v1/products/{product['id']}"
    await stocked.client.patch(path, json={"title": "Zephyr reader"}, headers=stocked.staff)
    assert await _handles(stocked, q="quagmire") == []
    assert await _handles(stocked, q="zephyr") == ["zyx"]
    await stocked.client.delete(path, headers=stocked.staff)
    assert await _handles(stocked, q="zephyr") == []


@pytest.mark.parametrize(
    "text",
    ['" OR *', 'title:"x', "NEAR(a b)", "a" * 10_000, "\x00", "😀", "-- ; drop", "(((", "{}&|!<->", "的", "%_\\"],
)
async def test_a_hostile_query_is_only_text(stocked: Any, text: str) -> None:
    assert (await _search(stocked, q=text))["total"] >= 0
    assert (await stocked.get("/api/v1/search/suggest", q=text)).status_code == 200


@pytest.mark.parametrize(
    "params",
    [
        {"cursor": "nonsense"},
        {"facet": "nocolon"},
        {"min_price": -1},
        {"limit": 101},
        {"sort": "best"},
        {"q": "x" * 20_001},
        {"min_price": 10**20},
    ],
)
async def test_bad_parameters_are_refused(stocked: Any, params: dict[str, Any]) -> None:
    assert (await stocked.get("/api/v1/search", **params)).status_code == 422


async def test_completes_what_is_being_typed(stocked: Any) -> None:
    async def completions(text: str) -> list[str]:
        items: list[str] = (await stocked.get("/api/v1/search/suggest", q=text)).json()["items"]
        return items

    assert "monitor" in await completions("mon")
    assert await completions("wireless m") == ["wireless mouse"]
    assert "鼠标" in await completions("鼠")


async def test_another_shop_finds_nothing_of_this_one(stocked: Any) -> None:
    other = stocked.issuer.bearer("usr_2", tenant="other")
    answer = await stocked.get("/api/v1/search", other, q="mouse")
    assert answer.json()["total"] == 0


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.skipif(not REAL.exists(), reason="the electronics catalogue is not beside this checkout")
async def test_takes_in_a_real_catalogue(shop: Any) -> None:
    job = await imported(shop, REAL.read_bytes(), seconds=1400)  # how quickly is a matter for `make bench`
    assert (job["created"], job["rejected"]) == (19_406, 0)
    found = await _search(shop, q="wireless mouse", max_price=5000)
    assert found["total"] > 20
    assert {facet["name"] for facet in found["facets"]} >= {"vendor", "product colour"}


async def test_looks_for_the_words_as_typed_where_that_is_asked_for(stocked: Any) -> None:
    corrected = await _search(stocked, q="wireles mose")
    assert (corrected["did_you_mean"], corrected["corrected"]) == ("wireless mouse", True)
    literal = await _search(stocked, q="wireles mose", literal=True)
    assert (literal["items"], literal["did_you_mean"], literal["corrected"]) == ([], "wireless mouse", False)
    assert (await _search(stocked, q="wireless mouse"))["corrected"] is False


async def test_says_nothing_about_the_spelling_of_what_it_finds_or_does_not_know(stocked: Any) -> None:
    for query in ("wireless mouse", "lamp", "xqzzv", "无线鼠标"):
        found = await _search(stocked, q=query)
        assert (found["did_you_mean"], found["corrected"]) == (None, False), query


async def test_proposes_a_better_spelling_beside_what_it_finds(stocked: Any) -> None:
    for number in range(31):
        await stocked.product(title=f"Kettle {number}", handle=f"kettle-{number}")
    await stocked.product(title="Kettel, blue", handle="slip")
    found = await _search(stocked, q="kettel")
    assert [item["handle"] for item in found["items"]] == ["slip"]
    assert (found["did_you_mean"], found["corrected"]) == ("kettle", False)
