"""What "this" means on a page: the wire message is the one the chat really sends."""

import pytest

from ai_service.app.house_model.model import HouseModel
from ai_service.tests.house_model.shop import Shop
from ai_service.tests.house_model.talker import Talker


@pytest.fixture
def talker(model: HouseModel) -> Talker:
    return Talker(model, Shop())


@pytest.mark.parametrize("text", ["is this in stock?", "do you have it?", "这个有货吗", "还有货吗"])
def test_this_is_the_product_of_the_page(talker: Talker, text: str) -> None:
    assert talker.say(text, page="product", product_id="m2").calls == [("check_stock", {"product_id": "m2"})]


@pytest.mark.parametrize("text", ["add this to my cart", "I'll take it", "把这个加入购物车", "来两个"])
def test_adds_the_variant_chosen_on_the_page(talker: Talker, text: str) -> None:
    reply = talker.say(text, page="product", product_id="m1", variant_id="m1-2")
    assert [name for name, _ in reply.calls] == ["add_to_cart"]
    assert talker.shop.lines[0]["variant_id"] == "m1-2"


def test_a_colour_that_is_named_wins_over_the_chosen_variant(talker: Talker) -> None:
    talker.say("add this in black please", page="product", product_id="m1", variant_id="m1-2")
    assert [line["variant_id"] for line in talker.shop.lines] == ["m1-1"]


def test_asks_which_version_when_none_is_chosen(talker: Talker) -> None:
    reply = talker.say("add this to my basket", page="product", product_id="m1")
    assert talker.shop.lines == []
    assert "Black, White" in reply.text


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("how much is it?", ("get_product", {"product_id": "d4"})),
        ("what goes well with this?", ("recommend_products", {"product_id": "d4", "limit": 3})),
        ("介绍一下这个", ("get_product", {"product_id": "d4"})),
        ("tell me more", ("get_product", {"product_id": "d4"})),
    ],
)
def test_tells_of_the_product_of_the_page(talker: Talker, text: str, call: tuple[str, dict[str, object]]) -> None:
    assert talker.say(text, page="product", product_id="d4").calls == [call]


def test_another_page_is_another_this(talker: Talker) -> None:
    talker.say("is this in stock?", page="product", product_id="m1")
    reply = talker.say("and this?", page="product", product_id="k2")
    assert {arguments.get("product_id") for _, arguments in reply.calls} == {"k2"}


def test_a_search_in_the_chat_is_not_forgotten_on_the_same_page(talker: Talker) -> None:
    page = {"page": "product", "product_id": "m1"}
    talker.say("is this in stock?", **page)
    talker.say("show me keyboards instead", **page)
    talker.say("add the second one", **page)
    assert [line["variant_id"] for line in talker.shop.lines] == ["k2-1"]


def test_counts_in_the_list_of_the_page(talker: Talker) -> None:
    talker.say("add the second one to my cart", page="category", category="keyboards", product_ids=["k3", "k2", "h2"])
    assert [line["variant_id"] for line in talker.shop.lines] == ["k2-1"]


def test_knows_the_cheapest_of_the_page_by_looking_it_up(talker: Talker) -> None:
    talker.say("put the cheapest one in my basket", page="search", query="echo", product_ids=["h1", "h2", "h3"])
    assert [line["variant_id"] for line in talker.shop.lines] == ["h2-1"]


def test_narrows_what_the_page_searched_for(talker: Talker) -> None:
    reply = talker.say("only under 50", page="search", query="keyboard", product_ids=["k1", "k2", "k3"])
    (name, arguments) = reply.calls[0]
    assert (name, arguments["query"], arguments["max_price"]) == ("search_products", "keyboard", 50.0)


def test_compares_what_the_comparison_shows(talker: Talker) -> None:
    reply = talker.say("which one is cheaper?", page="comparison", product_ids=["d1", "d2"])
    assert ("compare_products", {"product_ids": ["d1", "d2"]}) in reply.calls
    assert "€129.00" in reply.text


def test_cancels_the_order_of_the_page_and_not_the_latest(talker: Talker) -> None:
    for _ in range(2):
        talker.shop.call("add_to_cart", {"variant_id": "k1-1"})
        talker.shop.order(talker.shop.lines, clear=True)
    talker.say("cancel this order, I ordered it by mistake", page="order", order_id="ord_1001")
    assert [proposal["order_id"] for proposal in talker.shop.proposals.values()] == ["ord_1001"]


def test_changes_the_basket_of_the_page(talker: Talker) -> None:
    talker.shop.call("add_to_cart", {"variant_id": "k1-1"})
    talker.say("make it two", page="cart", cart_id="crt_1")
    assert [line["quantity"] for line in talker.shop.lines] == [2]


def test_a_page_that_does_not_exist_does_no_harm(talker: Talker) -> None:
    reply = talker.say("hello", page="product", product_id="gone")
    assert reply.calls == []
    assert "assistant" in reply.text
