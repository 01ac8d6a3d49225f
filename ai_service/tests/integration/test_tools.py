"""Tools: strict arguments, an audit row before every effect, the caller's own token."""

import pytest
from sqlalchemy import text

from common.api_clients.llm.candidates import Candidate
from common.api_clients.llm.deadlines import Retries
from common.api_clients.llm.router import ModelRouter
from common.api_clients.llm.standing import Standing
from common.api_clients.llm.types import BrokenStream, Finished, TextDelta, ToolCallDelta
from common.database import system_scope
from common.errors import UpstreamTimeout
from tests.support.scripted_llm import call, say


class Scripted:
    """A model in this process that says what it was told to."""

    name = provider = "scripted"

    def __init__(self, *answers):
        self.answers = list(answers)

    async def stream(self, request):
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        for chunk in answer:
            yield chunk


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ('{"variant_id":"var_1","quantity":-5}', "quantity"),
        ('{"variant_id":"var_1","quantity":1000000000}', "quantity"),
        ('{"variant_id":"var_1","quantity":"2"}', "quantity"),
        ('{"variant_id":"var_1","quantity":NaN}', "NaN"),
        ('{"variant_id":"var_1","quantity":1e999}', "quantity"),
        ('{"variant_id":"var_1","variant_id":"var_2"}', "given twice"),
        ('{"variant_id":"var_1","price":0.01}', "there is no such argument"),
        ('{"variant_id":"var_1","user_id":"usr_bob"}', "there is no such argument"),
        ("{}", "variant_id"),
        ("[1]", "one JSON object"),
        ('{"variant_id"', "not valid JSON"),
    ],
)
async def test_refuses_arguments_with_a_reason_the_model_can_use(shopper, llm, shop, rows, arguments, reason):
    llm.add(call(("add_to_cart", arguments)), say("I could not."))
    answer = await shopper.say("put it in the basket")
    error = answer["tool_calls"][0]["data"]["error"]
    assert error["code"] == "invalid_arguments"
    assert reason in error["detail"]
    assert shop.carts == {}
    (row,) = await rows("tool_calls")
    assert (row["status"], row["error_code"], row["arguments"]) == ("refused", "invalid_arguments", arguments)


async def test_refuses_a_tool_that_is_not_there_or_not_this_agents(shopper, llm, shop):
    llm.add(call(("delete_everything", {}), ("refund", {})), say("I cannot."))
    answer = await shopper.say("delete everything")
    assert {each["data"]["error"]["code"] for each in answer["tool_calls"]} == {"unknown_tool"}
    llm.add(call(("place_order", {})), say("I cannot."))
    answer = await shopper.say("buy it", agent_id="recommendation")
    assert answer["tool_calls"][0]["data"]["error"]["code"] == "unknown_tool"


async def test_every_call_leaves_a_settled_audit_row(shopper, llm, rows):
    reads = [("search_products", {"query": "monitor"}), ("get_product", {"product_id": "prd_none"})]
    llm.add(call(*reads), call(("add_to_cart", {"variant_id": "var_1"})), say("Done."))
    await shopper.say("find one and add it")
    found = {row["tool"]: row for row in await rows("tool_calls")}
    assert {name: row["status"] for name, row in found.items()} == {
        "search_products": "ok",
        "get_product": "refused",
        "add_to_cart": "ok",
    }
    assert found["get_product"]["error_code"] == "product_not_found"
    assert {row["subject_id"] for row in found.values()} == {"usr_ann"}
    assert found["add_to_cart"]["changes"]
    assert found["add_to_cart"]["duration_ms"] is not None


async def test_what_became_of_a_change_that_the_shop_did_not_answer_for_is_unknown(shopper, llm, shop, rows):
    shop.lost = UpstreamTimeout("The answer was lost.")
    llm.add(call(("search_products", {"query": "monitor"})), call(("add_to_cart", {"variant_id": "var_1"})), say("?"))
    await shopper.say("find one and add it")
    found = {row["tool"]: (row["status"], row["error_code"]) for row in await rows("tool_calls")}
    assert found == {
        "search_products": ("failed", "upstream_timeout"),
        "add_to_cart": ("unknown", "unknown_outcome"),
    }
    assert len(shop.carts["usr_ann"]["lines"]) == 1


async def test_without_an_audit_row_there_is_no_effect(shopper, llm, shop, app):
    with system_scope():
        async with app.state.runtime.database.unit_of_work() as session:
            await session.execute(text("ALTER TABLE tool_calls RENAME TO tool_calls_gone"))
    llm.add(call(("add_to_cart", {"variant_id": "var_1"})), say("never asked"))
    answer = await shopper.say("put it in the basket")
    assert answer["error"]["code"] == "storage_unavailable"
    assert shop.carts == {}


async def test_a_model_that_takes_over_in_mid_turn_changes_nothing_whatever_it_asks_for(shopper, shop, app, rows):
    reads = (ToolCallDelta(0, "c1", "get_cart", "{}"), Finished("tool_calls"))
    writes = (ToolCallDelta(0, "c2", "add_to_cart", '{"variant_id":"var_1"}'), Finished("tool_calls"))
    told = (TextDelta("I could not."), Finished("stop"))
    first = Candidate("mdl_1", Scripted(reads, BrokenStream("cut")), Standing())

    def candidates():
        return [first]

    last = Scripted(writes, told)
    app.state.room.chat.models = ModelRouter(candidates, last, Retries(attempts=1))
    answer = await shopper.say("put it in the basket")
    _, refused = answer["tool_calls"]
    assert refused["data"]["error"]["code"] == "no_writes_now"
    assert shop.carts["usr_ann"]["lines"] == []
    assert [(row["tool"], row["status"], row["error_code"]) for row in await rows("tool_calls")] == [
        ("get_cart", "ok", None),
        ("add_to_cart", "refused", "no_writes_now"),
    ]


async def test_tools_work_under_the_callers_own_token_which_is_never_stored(shopper, llm, shop, rows):
    llm.add(call(("get_cart", {}), ("get_account", {}), ("list_orders", {})), say("Here."))
    answer = await shopper.say("what do you know about me?")
    token = shopper.bearer["Authorization"].removeprefix("Bearer ")
    assert shop.tokens == {token}
    assert [each["ok"] for each in answer["tool_calls"]] == [True, True, True]
    for table in ("turns", "tool_calls", "confirmations", "conversations", "model_calls"):
        assert token not in str(await rows(table))


async def test_compares_and_recommends_with_reasons(shopper, llm):
    compare = ("compare_products", {"product_ids": ["prd_1", "prd_2"]})
    llm.add(call(compare, ("recommend_products", {"product_id": "prd_1"}), ("recommend_products", {})), say("Here."))
    answer = await shopper.say("compare them and recommend something")
    compared, beside, popular = (each["data"] for each in answer["tool_calls"])
    assert compared["cheapest"] == "prd_2"
    assert [(item["product_id"], item["reason"]) for item in beside["items"]] == [
        ("prd_3", "often bought together"),
        ("prd_2", "from the same category"),
    ]
    assert [item["product_id"] for item in popular["items"]] == ["prd_2", "prd_1", "prd_3"]


async def test_policies_are_cited(shopper, llm):
    llm.add(call(("search_policies", {"query": "How long can I return something?"})), say("Thirty days."))
    answer = await shopper.say("what is your return policy?")
    assert answer["citations"]
    first = answer["citations"][0]
    assert set(first) == {"source", "title", "quote", "url"}
    assert "return" in (first["source"] + first["title"]).lower()


async def test_agents_are_listed_with_their_tools(shopper):
    answer = await shopper.client.get("/api/v1/agents", headers={"Accept-Language": "zh"})
    agents = {agent["id"]: agent for agent in answer.json()["items"]}
    assert set(agents) == {"assistant", "product", "customer-service", "recommendation"}
    assert agents["assistant"]["name"] == "购物助手"
    confirmed = [tool["name"] for tool in agents["assistant"]["tools"] if tool["needs_confirmation"]]
    changes = ["change_order_address", "change_order_payment", "change_order_items", "return_items", "exchange_items"]
    assert confirmed == ["place_order", "cancel_order", *changes]
    missing = await shopper.client.get("/api/v1/agents/nobody")
    assert (missing.status_code, missing.json()["code"]) == (404, "agent_not_found")


async def test_the_catalogue_is_asked_in_the_currency_of_the_page(shopper, llm, shop):
    for context in ({"page": "home", "currency": "JPY"}, {"page": "home"}):
        llm.add(call(("search_products", {"query": "monitor", "max_price": 20000})), say("These."))
        await shopper.say("a monitor", context=context)
    asked = [(search.get("currency"), search["max_price"]) for search in shop.searches]
    assert asked == [("JPY", "20000"), (None, "2000000")]
