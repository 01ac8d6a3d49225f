"""The assistant sells, in both languages, with the house model and the real services behind it."""

import pytest

from ai_service.tests.support.talking import Shopper
from tests.support.suite import InProcessSuite

PEOPLE = {"email": "ann@example.com", "password": "correct horse battery"}
CONVERSATIONS = {
    "en": (
        "I need a wireless mouse below 60 euros please",
        "put two of the first one into my basket",
        "check out, send it to Ann Lee, 12 Main Street, 10115 Berlin, DE",
        "where is my order?",
        "cancel it please, it is no longer needed",
        "how long do I have to send something back?",
    ),
    "zh": (
        "想买一个60欧元以下的无线鼠标",
        "第一个来两个，加入购物车",
        "下单，寄给 Ann Lee, 12 Main Street, 10115 Berlin, DE",
        "我的订单到哪里了？",
        "帮我取消吧，不需要了",
        "多久之内可以退货？",
    ),
}


@pytest.fixture
async def suite(make_settings):
    async with InProcessSuite(make_settings, seed_demo=True) as running:
        yield running


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_finds_fills_the_basket_buys_follows_and_cancels(suite, language):
    bearer = await _signed_in(suite)
    shopper = Shopper(suite.ai, bearer)
    find, add, buy, follow, cancel, policy = CONVERSATIONS[language]

    found = await shopper.say(find)
    (search,) = found["tool_calls"]
    assert search["name"] == "search_products"
    first = search["data"]["items"][0]
    assert first["price"]["amount"] <= 6000

    added = await shopper.say(add)
    (line,) = added["tool_calls"][-1]["data"]["items"]
    assert (line["product_id"], line["quantity"]) == (first["product_id"], 2)

    bought = await shopper.say(buy)
    (proposal,) = bought["confirmations"]
    orders = (await suite.orders.get("/api/v1/orders", headers=bearer)).json()
    assert orders["items"] == []
    outcome = (await shopper.decide(proposal["confirmation_id"])).json()
    order = outcome["result"]["order"]
    assert (order["payment_status"], order["total"]) == ("paid", proposal["details"]["total"])
    assert order["number"] in _said(await shopper.follow(after="3-99"))

    followed = await shopper.say(follow)
    assert order["number"] in followed["message"]
    assert followed["tool_calls"][0]["ok"]

    cancelled = await shopper.say(cancel)
    (proposal,) = cancelled["confirmations"]
    assert (await shopper.decide(proposal["confirmation_id"])).status_code == 200
    await shopper.follow(after="6-99")
    stored = (await suite.orders.get(f"/api/v1/orders/{order['order_id']}", headers=bearer)).json()
    assert (stored["status"], stored["payment_status"]) == ("cancelled", "refunded")

    explained = await shopper.say(policy)
    assert explained["citations"][0]["source"] == "returns"
    assert "30" in explained["message"]


async def test_recommends_what_others_bought_with_it(suite):
    bearer = await _signed_in(suite)
    shopper = Shopper(suite.ai, bearer)
    await shopper.say("show me a mechanical keyboard")
    answer = await shopper.say("what do you recommend with the first one?")
    suggested = answer["tool_calls"][-1]
    assert suggested["name"] == "recommend_products"
    assert suggested["ok"]
    assert suggested["data"]["items"]


async def _signed_in(suite) -> dict[str, str]:
    await suite.users.post("/api/v1/auth/register", json=PEOPLE)
    form = {"username": PEOPLE["email"], "password": PEOPLE["password"]}
    token = (await suite.users.post("/api/v1/auth/token", data=form)).json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


def _said(events) -> str:
    return "".join(data["text"] for _, name, data in events if name == "message.delta")
