"""Trying an agent out: a trace of every step, no effect on the shop, and a bill that says it was a test."""

import pytest

from ai_service.tests.support.talking import events_in
from tests.support.scripted_llm import call, say

PERMISSIONS = ("agents:read", "agents:write")


@pytest.fixture
def bearer(issuer):
    return issuer.bearer("usr_staff", roles=("manager",), permissions=PERMISSIONS)


async def test_a_run_shows_every_step_and_changes_nothing(client, bearer, llm, shop, rows):
    await client.patch(
        "/api/v1/agents/product",
        json={"revision": 1, "instructions": {"en": "Sell at {{shop_name}}."}, "temperature": 0.5, "max_tokens": 99},
        headers=bearer,
    )
    search = {"query": "monitor", "limit": 1}
    llm.add(call(("search_products", search)), call(("add_to_cart", {"variant_id": "var_1"})), say("In the basket."))
    history = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi."}]
    body = {"message": "add the first monitor", "history": history, "stream": False}
    answer = (await client.post("/api/v1/agents/product/run", json=body, headers=bearer)).json()

    assert (answer["version"], answer["status"], answer["message"]) == (None, "done", "In the basket.")
    first, second, third = answer["steps"]
    assert [message["content"] for message in first["messages"]] == [
        "Sell at this shop.",
        "Hello",
        "Hi.",
        "add the first monitor",
    ]
    assert (first["temperature"], first["max_tokens"], first["model"]) == (0.5, 99, "scripted-1")
    assert [message["role"] for message in second["messages"]] == ["assistant", "tool"]
    assert (third["step"], third["input_tokens"], third["output_tokens"], third["finished"]) == (3, 11, 7, True)
    searched, added = answer["tool_calls"]
    assert (searched["arguments"], searched["data"]["items"][0]["product_id"]) == (search, "prd_1")
    assert (added["data"]["status"], shop.carts) == ("proposed", {})
    used = [(row["agent_id"], row["agent_version"], bool(row["test"])) for row in await rows("model_calls")]
    assert used == [("product", None, True)] * 3
    assert (await rows("turns"), await rows("conversations"), await rows("confirmations")) == ([], [], [])


async def test_a_version_runs_as_events_with_the_callers_own_rights(client, bearer, llm, shop):
    shop.orders["usr_staff"] = []
    llm.add(call(("list_orders", {})), say("You have no orders."))
    url = "/api/v1/agents/customer-service/run"
    async with client.stream("POST", url, json={"version": "0", "message": "my orders"}, headers=bearer) as response:
        events = [event async for event in events_in(response)]
    kinds = [name for _, name, _ in events]
    assert kinds == ["step", "tool.call", "tool.result", "message.delta", "message.delta", "step", "usage", "done"]
    assert events[-2][2]["input_tokens"] == 22
    assert (await client.post(url, json={"version": "7", "message": "hi"}, headers=bearer)).status_code == 404
    assert (await client.post(url, json={"version": "x", "message": "hi"}, headers=bearer)).status_code == 404
