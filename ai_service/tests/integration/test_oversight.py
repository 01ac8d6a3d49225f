"""Staff see every conversation of their shop, call by call, and what the models cost; nobody else does."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from ai_service.app.conversations.schemas import ListedConversation
from ai_service.app.oversight.schemas import ConversationRecord
from ai_service.tests.support.talking import Shopper
from common.clock import utc_now
from common.database import system_scope
from tests.support.scripted_llm import call, refuse, say

BUY = call(("add_to_cart", {"variant_id": "var_2"})), call(("place_order", {})), say("Please confirm.")


@pytest.fixture
def staff(client, issuer):
    """`await staff(path, **query)` as somebody who may read conversations and reports."""
    permissions = ("conversations:read", "reports:read")
    bearer = issuer.bearer("usr_staff", roles=("support",), permissions=permissions)

    async def get(path, **query):
        answer = await client.get(f"/api/v1{path}", params=query, headers=bearer)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return get


@pytest.fixture
async def talked(shopper, stranger, llm):
    """Ann bought; Bob's turn hit a limit, and then he only said hello."""
    llm.add(*BUY)
    answer = await shopper.say("buy the second monitor")
    llm.add(say("It is placed."))
    await shopper.decide(answer["confirmations"][0]["confirmation_id"])
    await shopper.follow(after="1-99")
    llm.otherwise = lambda request: call(("get_cart", {}))
    await stranger.say("loop for 100% ever")
    limited, stranger.conversation_id = stranger.conversation_id, None
    llm.otherwise = say("Hi.")
    await stranger.say("hello there")
    return {"bought": shopper.conversation_id, "limited": limited, "hello": stranger.conversation_id}


async def ids(staff, **query):
    page = await staff("/conversations", **({"scope": "all"} | query))
    for item in page["items"]:
        ListedConversation.model_validate(item)
    return [item["id"] for item in page["items"]]


async def test_lists_everybodys_conversations_narrowed_as_asked(talked, staff):
    bought, limited, hello = talked["bought"], talked["limited"], talked["hello"]
    assert await ids(staff) == [hello, limited, bought]
    assert await ids(staff, customer="usr_ann") == [bought]
    assert await ids(staff, had_error=True) == [limited]
    assert await ids(staff, had_error=False) == [hello, bought]
    assert await ids(staff, had_order=True) == [bought]
    assert await ids(staff, q="MONITOR") == [bought]
    assert await ids(staff, q="100%") == [limited]
    assert await ids(staff, q="1_0") == []
    assert await ids(staff, agent="assistant", state="idle") == [hello, limited, bought]
    assert await ids(staff, state="running") == []
    assert await ids(staff, to="2020-01-01") == []
    assert await ids(staff, **{"from": "2020-01-01T00:00:00Z"}) == [hello, limited, bought]
    first = await staff("/conversations", scope="all", limit=2)
    second = await staff("/conversations", scope="all", limit=2, cursor=first["next_cursor"])
    assert [item["id"] for item in first["items"] + second["items"]] == [hello, limited, bought]
    assert second["next_cursor"] is None
    assert (first["items"][1]["usage"]["calls"], first["items"][1]["usage"]["input_tokens"]) == (8, 88)
    assert await ids(staff, scope="own") == []


async def test_waiting_is_where_a_proposal_waits(shopper, llm, staff, app):
    llm.add(*BUY)
    await shopper.say("buy the second one")
    assert await ids(staff, state="waiting") == [shopper.conversation_id]
    assert await ids(staff, state="idle") == []
    past = (utc_now() - timedelta(seconds=1)).replace(tzinfo=None)
    with system_scope():
        async with app.state.runtime.database.unit_of_work() as session:
            await session.execute(text("UPDATE confirmations SET expires_at = :past"), {"past": past})
    assert await ids(staff, state="waiting") == []
    assert await ids(staff, state="idle") == [shopper.conversation_id]


async def test_a_record_has_every_call_with_its_result_and_cost(talked, staff):
    record = await staff(f"/conversations/{talked['bought']}/record")
    ConversationRecord.model_validate(record)
    assert (record["customer_id"], record["had_order"], record["usage"]["calls"]) == ("usr_ann", True, 4)
    asked, told = record["turns_recorded"]
    assert asked["question"] == "buy the second monitor"
    assert [(each["tool"], each["status"]) for each in asked["calls"]] == [
        ("add_to_cart", "ok"),
        ("place_order", "ok"),
        ("place_order", "ok"),
    ]
    added, proposed, carried_out = asked["calls"]
    assert added["arguments"] == {"variant_id": "var_2"}
    assert added["result"]["totals"]["total"]["amount"] == 9900
    assert added["duration_ms"] >= 0
    assert proposed["result"]["confirmation_id"] == carried_out["confirmation_id"]
    (confirmation,) = asked["confirmations"]
    assert (confirmation["status"], confirmation["card"]["order"]["number"]) == ("confirmed", "1001")
    assert [each["model"] for each in asked["model_calls"]] == ["scripted-1"] * 3
    assert (told["question"], told["message"]) == (None, "It is placed.")
    assert [message["role"] for message in told["messages"]] == ["assistant", "tool", "assistant"]
    failed = await staff(f"/conversations/{talked['limited']}/record")
    assert failed["turns_recorded"][0]["error"]["code"] == "turn_limit"


async def test_only_staff_of_this_shop_see_it(talked, client, issuer, shopper):
    url = f"/api/v1/conversations/{talked['limited']}/record"
    paths = (url, "/api/v1/conversations?scope=all", "/api/v1/billing/usage", "/api/v1/billing/agent-breakdown")
    for path in (*paths, "/api/v1/billing/usage/history"):
        refused = await client.get(path, headers=shopper.bearer)
        assert (refused.status_code, refused.json()["code"]) == (403, "missing_permission"), path
    permissions = ("conversations:read", "reports:read")
    elsewhere = issuer.bearer("usr_other", roles=("support",), permissions=permissions, tenant="other")
    assert (await client.get(url, headers=elsewhere)).status_code == 404
    assert (await client.get(paths[1], headers=elsewhere)).json()["items"] == []
    assert (await client.get(paths[2], headers=elsewhere)).json()["calls"] == 0


async def test_a_deleted_conversation_is_gone_for_staff_too_and_nothing_of_it_can_be_confirmed(
    shopper, llm, client, issuer, shop
):
    llm.add(*BUY)
    answer = await shopper.say("buy the second one")
    url = f"/api/v1/conversations/{shopper.conversation_id}"
    assert (await client.delete(url, headers=shopper.bearer)).status_code == 204
    staff = issuer.bearer("usr_staff", roles=("support",), permissions=("conversations:read",))
    assert (await client.get(f"{url}/record", headers=staff)).status_code == 404
    refused = await shopper.decide(answer["confirmations"][0]["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (404, "confirmation_not_found")
    assert shop.checkout_bodies == []


async def test_usage_is_summed_up_by_day_agent_and_model(start, issuer, llm):
    client, _ = await start(llm_price_input=2_000_000, llm_price_output=8_000_000)
    shopper = Shopper(client, issuer.bearer("usr_ann"))
    llm.add(call(("get_cart", {})), say("Empty."), say("Hello."), refuse(500))
    began = utc_now().date()
    await shopper.say("what is in my basket?")
    await shopper.say("hello there", agent_id="product")
    await shopper.say("are you there?")
    bearer = issuer.bearer("usr_staff", roles=("manager",), permissions=("reports:read",))

    async def billing(path, **query):
        answer = await client.get(f"/api/v1/billing{path}", params=query, headers=bearer)
        return answer.json() if answer.status_code == 200 else (answer.status_code, answer.json()["code"])

    cost = 11 * 2 + 7 * 8
    total = await billing("/usage")
    assert (total["calls"], total["turns"], total["conversations"], total["errors"]) == (4, 3, 1, 0)
    assert total["costs"] == [{"micros": 3 * cost, "currency": "USD"}]
    assert total["p50_ms"] <= total["p95_ms"] <= total["slowest_ms"]
    agents = {each["agent_id"]: each for each in (await billing("/agent-breakdown"))["items"]}
    assert (agents["product"]["name"], agents["product"]["calls"]) == ("Product adviser", 1)
    assert agents["product"]["costs"] == [{"micros": cost, "currency": "USD"}]
    models = {each["key"]: each for each in (await billing("/usage/history", group_by="model"))["items"]}
    assert set(models) == {"scripted-1", "house"}
    assert (models["scripted-1"]["input_tokens"], models["house"]["calls"]) == (33, 1)
    before, today = began - timedelta(days=1), utc_now().date()  # another day than it began on, should it be midnight
    days = (await billing("/usage/history", **{"from": before, "to": today}))["items"]
    assert [each["key"] for each in days] == list(dict.fromkeys(map(str, (before, began, today))))
    assert (days[0]["turns"], sum(each["turns"] for each in days)) == (0, 3)
    assert await billing("/usage", **{"from": "2026-02-02", "to": "2026-02-01"}) == (422, "invalid_range")
    assert await billing("/usage/history", **{"from": "2020-01-01", "to": "2026-02-01"}) == (422, "invalid_range")
