"""An outside model at work, and what is left of the chat when it hangs, breaks off or talks rubbish."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic

import httpx
import pytest

from ai_service.tests.support.talking import Event, Shopper, events_in, names, text_of
from tests.support.open_shop import OpenShop
from tests.support.ports import free_port
from tests.support.running_suite import RunningSuite
from tests.support.scripted_llm import Cut, Hang, Reply, ScriptedLLM, call, delta, event, refuse, say

pytestmark = [pytest.mark.faults, pytest.mark.timeout(120)]
DEADLINE = 15.0


@pytest.fixture(scope="module")
def suite_settings() -> dict[str, str]:
    return {
        "LLM_BASE_URL": f"http://127.0.0.1:{free_port()}/v1",
        "LLM_API_KEY": "sk-of-the-test",
        "LLM_MODEL": "scripted-1",
        "LLM_FIRST_TOKEN_TIMEOUT": "1.5",
        "LLM_BETWEEN_TOKENS_TIMEOUT": "1.5",
        "LLM_TOTAL_TIMEOUT": "6",
        "LLM_REST_SECONDS": "0",
    }


@pytest.fixture
async def llm(suite_settings: dict[str, str], running: RunningSuite) -> AsyncIterator[ScriptedLLM]:
    port = int(suite_settings["LLM_BASE_URL"].split(":")[2].split("/")[0])
    async with ScriptedLLM(port=port) as scripted:
        yield scripted


@pytest.fixture
async def shopper(shop: OpenShop) -> AsyncIterator[Shopper]:
    customer = await shop.newcomer()
    async with httpx.AsyncClient(base_url=shop.suite.url("ai"), timeout=60) as client:
        yield Shopper(client, customer.bearer)


def told(events: list[Event], tool: str) -> dict:
    return next(data for _, name, data in events if name == "tool.result" and data["name"] == tool)


async def test_an_outside_model_sells_through_the_same_tools(
    shop: OpenShop, shopper: Shopper, llm: ScriptedLLM
) -> None:
    llm.add(call(("search_products", {"query": "monitor", "max_price": 200})), say("Here are some."))
    events = await shopper.hear("a monitor under 200 euros")
    found = told(events, "search_products")["data"]["items"]
    assert text_of(events) == "Here are some."
    assert llm.headers[0]["authorization"] == "Bearer sk-of-the-test"
    assert llm.requests[0]["model"] == "scripted-1"
    assert llm.headers[0]["traceparent"]

    llm.add(call(("add_to_cart", {"variant_id": found[1]["variant_id"], "quantity": 2})), say("In your basket."))
    await shopper.hear("the second one, two of them")
    llm.add(call(("place_order", {})), say("Please confirm."))
    events = await shopper.hear("buy it")
    [offered] = [data for _, name, data in events if name == "confirmation.required"]
    llm.add(say("Your order is placed."))
    decided = await shopper.decide(offered["confirmation_id"])
    assert decided.status_code == 200, decided.text
    assert text_of(await shopper.follow()) == "Your order is placed."
    orders = (await shopper.client.get(shop.suite.url("order", "/api/v1/orders"), headers=shopper.bearer)).json()
    assert [order["payment_status"] for order in orders["items"]] == ["paid"]


BROKEN = {
    "hangs at once": Reply([Hang()]),
    "hangs after a word": Reply([delta(content="Well"), Hang()]),
    "cuts at once": Reply([Cut()]),
    "cuts after a word": Reply([delta(content="Well"), Cut()]),
    "cuts in a tool call": Reply([*call(("search_products", {"query": "mouse"})).parts[:2], Cut()]),
    "never says why it ended": say("Hello there", finish=None),
    "ends with nothing": Reply([]),
    "answers a page": Reply([b"<html>Bad gateway</html>"], content_type="text/html"),
    "answers rubbish": Reply([b"data: {not json\n\n", b"\xff\xfe\x00rubbish"]),
    "answers JSON of another kind": Reply([event({"hello": [1, 2]}), event("text"), event(None)]),
    "an error in the stream": Reply([event({"error": {"message": "overloaded", "code": 500}})]),
    "400": refuse(400),
    "401": refuse(401),
    "429": refuse(429, retry_after="3600"),
    "500": refuse(500),
    "503": refuse(503),
}


@pytest.mark.parametrize("fault", BROKEN)
async def test_a_broken_provider_is_an_answer_or_a_clear_error_in_time(
    shop: OpenShop, shopper: Shopper, llm: ScriptedLLM, fault: str
) -> None:
    llm.otherwise = BROKEN[fault]
    started = monotonic()
    talking = asyncio.create_task(shopper.hear("do you have wireless mice?"))
    guest = await shop.guest()
    for _ in range(10):  # meanwhile the shop is as quick as ever
        assert (await guest.call("GET", "product", "/api/v1/products?limit=5", timeout=5)).status_code == 200
    events = await talking
    assert monotonic() - started < DEADLINE
    assert events[-1][1] == "done"
    errors = [data for _, name, data in events if name == "error"]
    if errors:
        assert {"code", "detail", "retryable"} <= set(errors[0])
        assert events[-1][2]["status"] == "failed"
    else:
        assert told(events, "search_products")["ok"]
        assert events[-1][2]["status"] == "done"
        assert [data["model"] for _, name, data in events if name == "usage"][-1] == "house"
    llm.otherwise = say("I am back.")
    assert "I am back." in text_of(await shopper.hear("and now?"))


async def test_without_any_provider_the_house_model_sells(shop: OpenShop, shopper: Shopper) -> None:
    events = await shopper.hear("do you have wireless mice?")
    assert told(events, "search_products")["ok"]
    await shopper.hear("put the first one in my basket")
    events = await shopper.hear("check out, please")
    assert events[-1][2]["status"] == "done"
    assert "error" not in names(events)


async def test_a_model_that_never_ends_is_stopped(shopper: Shopper, llm: ScriptedLLM) -> None:
    llm.otherwise = lambda request: call(("search_products", {"query": "mouse"}))
    events = await shopper.hear("a mouse")
    assert events[-1][2]["status"] == "limited"
    assert len(llm.requests) <= 12


async def test_a_model_gone_mad_changes_nothing(shop: OpenShop, shopper: Shopper, llm: ScriptedLLM) -> None:
    stranger = await shop.newcomer()
    staff = await shop.staff()
    order = await stranger.buy(await staff.shelf())
    mad = (
        ("cancel_order", {"order_id": order["id"], "reason": "no longer needed"}),
        ("get_order", {"order_id": order["id"]}),
        ("add_to_cart", {"variant_id": "var_none", "quantity": 1}),
        ("add_to_cart", {"variant_id": order["lines"][0]["variant_id"], "quantity": -5}),
        ("place_order", {"confirmed": True, "user_id": "usr_1"}),
        ("drop_tables", {}),
        ("search_products", "{broken"),
        ("get_cart", "[]"),
    )
    llm.add(call(*mad), say("I tried."))
    events = await shopper.hear("do your worst")
    results = [data for _, name, data in events if name == "tool.result"]
    assert len(results) == len(mad)
    assert not any(result["ok"] for result in results)
    assert "confirmation.required" not in names(events)
    assert text_of(events) == "I tried."
    assert (await stranger.order(order["id"]))["status"] == "pending"


async def test_stopping_hangs_up_at_the_provider(shopper: Shopper, llm: ScriptedLLM) -> None:
    llm.add(Reply([delta(content="Let me think"), Hang()]))
    body = shopper.body("think long")
    async with shopper.client.stream("POST", "/api/v1/chat", json=body, headers=shopper.bearer) as response:
        shopper.conversation_id = response.headers["x-conversation-id"]
        events = events_in(response)
        assert (await anext(events))[1] == "message.delta"
        url = f"/api/v1/conversations/{shopper.conversation_id}/stop"
        assert (await shopper.client.post(url, headers=shopper.bearer)).status_code == 202
        assert [each async for each in events][-1][2]["status"] == "stopped"
    await asyncio.wait_for(llm.hung_up.wait(), 30)
