"""The assistant sells, in English and in Chinese, on the house model: every step a real tool call over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from ai_service.tests.support.talking import Event, Shopper, events_in, names, text_of
from tests.support.open_shop import OpenShop, Person, soon

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]
CONVERSATIONS = {
    "en": (
        "a 24 inch monitor under 200 euros",
        "which of the first two is cheaper?",
        "the second one, two of them",
        "I'd like to buy that now",
        "where is my order?",
        "cancel it, please, I ordered it by mistake",
        "what is your return policy?",
    ),
    "zh": (
        "我想找200欧元以下的24英寸显示器",
        "前两个哪个更便宜？",
        "要第二个，买两台",
        "下单吧",
        "我的订单到哪里了？",
        "取消订单，买错了",
        "你们的退货政策是什么？",
    ),
}


@asynccontextmanager
async def talk(shop: OpenShop, person: Person) -> AsyncIterator[Shopper]:
    async with httpx.AsyncClient(base_url=shop.suite.url("ai"), timeout=60) as client:
        yield Shopper(client, person.bearer)


def results(events: list[Event], tool: str) -> list[dict]:
    """What the tool answered in these events."""
    return [data for _, name, data in events if name == "tool.result" and data["name"] == tool]


def proposal(events: list[Event]) -> dict:
    [found] = [data for _, name, data in events if name == "confirmation.required"]
    return found


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


@pytest.mark.parametrize("language", CONVERSATIONS)
async def test_finds_compares_sells_tracks_cancels_and_cites(shop: OpenShop, language: str) -> None:
    customer, staff = await shop.newcomer(language), await shop.staff()
    find, compare, take, buy, track, cancel, policy = CONVERSATIONS[language]
    async with talk(shop, customer) as shopper:
        events = await shopper.hear(find)
        assert names(events) == ["tool.call", "tool.result", "message.delta", "usage", "done"]
        found = results(events, "search_products")[0]["data"]["items"]
        assert len(found) >= 2
        assert all(item["price"]["amount"] <= 20000 for item in found)
        assert is_chinese(text_of(events)) == (language == "zh")

        events = await shopper.hear(compare)
        assert [item["product_id"] for item in results(events, "compare_products")[0]["data"]["items"]] == [
            item["product_id"] for item in found[:2]
        ]
        cheaper = min(found[:2], key=lambda item: item["price"]["amount"])
        assert cheaper["title"] in text_of(events)

        events = await shopper.hear(take)
        assert results(events, "add_to_cart")[0]["ok"]
        cart = await customer.get("order", "/api/v1/carts/current")
        [line] = cart["items"]
        assert (line["product_id"], line["quantity"]) == (found[1]["product_id"], 2)
        before = await staff.stock(line["variant_id"])

        offered = proposal(await shopper.hear(buy))
        assert offered["tool"] == "place_order"
        assert await customer.every("order", "/api/v1/orders") == []
        decided = await shopper.decide(offered["confirmation_id"])
        assert decided.status_code == 200, decided.text
        [order] = await customer.every("order", "/api/v1/orders")
        assert order["payment_status"] == "paid"
        assert order["subtotal"]["amount"] == 2 * found[1]["price"]["amount"]
        assert await staff.stock(line["variant_id"]) == (before[0] - 2, before[1])
        told = await shopper.follow()
        assert order["number"] in text_of(told), text_of(told)
        assert is_chinese(text_of(told)) == (language == "zh")
        again = await shopper.decide(offered["confirmation_id"])
        assert (again.status_code, again.content) == (200, decided.content)
        assert len(await customer.every("order", "/api/v1/orders")) == 1

        assert order["number"] in text_of(await shopper.hear(track))

        offered = proposal(await shopper.hear(cancel))
        assert offered["tool"] == "cancel_order"
        assert (await customer.order(order["id"]))["status"] == "pending"
        decided = await shopper.decide(offered["confirmation_id"])
        assert decided.status_code == 200, decided.text
        assert (await customer.order(order["id"]))["status"] == "cancelled"

        async def given_back() -> bool:
            return await staff.stock(line["variant_id"]) == before

        await soon(given_back, 15, "the stock")
        await shopper.follow()

        events = await shopper.hear(policy)
        cited = [data for _, name, data in events if name == "citation"]
        assert cited[0]["source"] == "returns"
        assert is_chinese(cited[0]["quote"]) == (language == "zh")


async def test_a_rejected_proposal_and_words_of_consent_sell_nothing(shop: OpenShop) -> None:
    customer = await shop.newcomer()
    async with talk(shop, customer) as shopper:
        await shopper.hear("I am looking for a wireless mouse")
        await shopper.hear("put the first one in my basket")
        offered = proposal(await shopper.hear("check out"))
        await shopper.hear("yes, I confirm")
        await shopper.hear("confirm it, do it now")
        assert await customer.every("order", "/api/v1/orders") == []
        rejected = await shopper.decide(offered["confirmation_id"], "reject")
        assert rejected.status_code == 200, rejected.text
        confirmed = await shopper.decide(offered["confirmation_id"])
        assert confirmed.status_code == 409, confirmed.text
        assert await customer.every("order", "/api/v1/orders") == []


async def test_a_proposal_is_bound_to_the_basket_it_was_made_for(shop: OpenShop) -> None:
    customer, staff = await shop.newcomer(), await shop.staff()
    await customer.cart((await staff.shelf(), 1))
    async with talk(shop, customer) as shopper:
        offered = proposal(await shopper.hear("check out, please"))
        await customer.cart((await staff.shelf(price=99900), 1))
        decided = await shopper.decide(offered["confirmation_id"])
        assert (decided.status_code, decided.headers["content-type"]) == (409, "application/problem+json")
        assert await customer.every("order", "/api/v1/orders") == []


async def test_somebody_else_cannot_confirm(shop: OpenShop) -> None:
    customer, stranger, staff = await shop.newcomer(), await shop.newcomer(), await shop.staff()
    await customer.cart((await staff.shelf(), 1))
    async with talk(shop, customer) as shopper, talk(shop, stranger) as other:
        offered = proposal(await shopper.hear("check out, please"))
        other.conversation_id = shopper.conversation_id
        assert (await other.decide(offered["confirmation_id"])).status_code == 404
        assert await customer.every("order", "/api/v1/orders") == []


async def test_confirming_ten_times_at_once_is_one_order(shop: OpenShop) -> None:
    customer, staff = await shop.newcomer(), await shop.staff()
    variant = await staff.shelf()
    await customer.cart((variant, 3))
    async with talk(shop, customer) as shopper:
        offered = proposal(await shopper.hear("check out, please"))
        answers = await asyncio.gather(*(shopper.decide(offered["confirmation_id"]) for _ in range(10)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
    assert len(await customer.every("order", "/api/v1/orders")) == 1
    assert await staff.stock(variant) == (7, 0)


async def test_a_guest_asks_and_fills_a_basket(shop: OpenShop) -> None:
    guest = await shop.guest()
    async with talk(shop, guest) as shopper:
        events = await shopper.hear("do you have mechanical keyboards?")
        found = results(events, "search_products")[0]["data"]["items"]
        await shopper.hear("add the first one to my basket")
    cart = await guest.get("order", "/api/v1/carts/current")
    assert [line["product_id"] for line in cart["items"]] == [found[0]["product_id"]]


async def test_a_guest_is_asked_for_what_is_missing_and_buys(shop: OpenShop) -> None:
    guest, staff = await shop.guest(), await shop.staff()
    cart = (await guest.call("POST", "order", "/api/v1/carts")).json()
    line = {"variant_id": await staff.shelf(), "quantity": 1}
    (await guest.call("POST", "order", f"/api/v1/carts/{cart['id']}/items", line)).raise_for_status()
    async with talk(shop, guest) as shopper:
        assert "confirmation.required" not in names(await shopper.hear("check out, please"))
        assert "confirmation.required" not in names(await shopper.hear("ada@mail.example"))
        told = await shopper.hear("Ada Lovelace, 12 Market Street, 10115 Berlin, BE, Germany")
        offered = proposal(told)
        assert (await shopper.decide(offered["confirmation_id"])).status_code == 200
    [summary] = await guest.every("order", "/api/v1/orders")
    order = await guest.order(summary["id"])
    assert (order["payment_status"], order["email"]) == ("paid", "ada@mail.example")
    assert (order["address"]["city"], order["address"]["state"], order["address"]["zip"]) == ("Berlin", "BE", "10115")


async def test_a_broken_off_connection_is_resumed_by_event_id(shop: OpenShop) -> None:
    guest = await shop.guest()
    async with talk(shop, guest) as shopper:
        body = shopper.body("which headphones do you have?")
        async with shopper.client.stream("POST", "/api/v1/chat", json=body, headers=shopper.bearer) as response:
            shopper.conversation_id = response.headers["x-conversation-id"]
            first = await anext(events_in(response))
        rest = await shopper.follow(after=first[0])
        assert rest[-1][1] == "done"
        assert [first, *rest] == await shopper.follow(after="1-0")
        assert await shopper.hear("which headphones do you have?", message_id=body["message_id"]) == [first, *rest]
        assert len((await guest.get("ai", f"/api/v1/conversations/{shopper.conversation_id}"))["messages"]) >= 2


async def test_says_plainly_what_it_cannot_do(shop: OpenShop) -> None:
    guest = await shop.guest()
    async with talk(shop, guest) as shopper:
        for message in ("write me a poem about the sea", "帮我写一首关于大海的诗"):
            events = await shopper.hear(message)
            assert "tool.call" not in names(events)
            assert text_of(events)
            assert events[-1][1] == "done"
