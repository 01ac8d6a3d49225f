"""What a merchant makes stricter counts whatever the model says, and what is stopped is stopped at once."""

import asyncio

import httpx
import pytest
from sqlalchemy import text

from ai_service.app.factory import create_app
from ai_service.app.settings import AiSettings
from ai_service.tests.conftest import URLS, served
from ai_service.tests.support.shop import eur
from ai_service.tests.support.talking import Shopper
from common.database import system_scope
from tests.support.scripted_llm import call, say

ADD = ("add_to_cart", {"variant_id": "var_2"})
CANCEL = ("cancel_order", {"order_id": "ord_1", "reason": "no longer needed"})
PAID = {"id": "ord_1", "number": "1001", "status": "pending", "payment_status": "paid", "total": eur(9900), "lines": []}
STOPPED = "商店暂时停止了助手的改动操作，没有做任何改动"


async def code_of(shopper, llm, *calls):
    llm.add(call(*calls), say("So."))
    return [(each["data"].get("error") or {}).get("code") for each in (await shopper.say("do it"))["tool_calls"]]


async def test_tools_are_listed_with_rules_and_figures(staff, shopper, llm):
    await code_of(shopper, llm, ADD, ("get_product", {"product_id": "prd_none"}))
    answer = await staff("GET", "/api/v1/tools", language="zh")
    found = {tool["id"]: tool for tool in answer.json()["items"]}
    assert (found["cancel_order"]["label"], found["cancel_order"]["money"]) == ("正在准备取消订单", "back")
    rule = {"enabled": True, "approval": "shopper", "staff_above": None, "currency": None}
    rest = {"seconds": 15.0, "calls_per_minute": None, "largest_result": 49152}
    assert found["cancel_order"]["rule"] == found["cancel_order"]["built_in"] == rule | rest
    figures = found["add_to_cart"]["figures"]
    assert (figures["calls"], figures["errors"], figures["refused"]) == (1, 0, 0)
    assert 0 <= figures["p50_ms"] == figures["p95_ms"]
    assert found["get_product"]["figures"]["refused"] == 1
    assert found["place_order"]["figures"]["calls"] == 0


async def test_rules_are_made_stricter_and_never_weaker(staff, rows):
    wishes = [
        ("cancel_order", {"approval": "none"}, "rule_weaker"),
        ("search_products", {"seconds": 16}, "rule_weaker"),
        ("add_to_cart", {"approval": "shopper"}, "rule_impossible"),
        ("change_order_address", {"approval": "staff", "staff_above": 1, "currency": "EUR"}, "rule_impossible"),
        ("cancel_order", {"approval": "staff", "staff_above": 1}, "rule_impossible"),
        ("cancel_order", {"staff_above": 1, "currency": "EUR"}, "rule_impossible"),
        ("search_products", {"largest_result": 10**6}, "invalid_input"),
    ]
    for tool, wish, code in wishes:
        refused = await staff("PATCH", f"/api/v1/tools/{tool}", **wish)
        assert (refused.status_code, refused.json()["code"]) == (422, code), (tool, wish)
    assert await rows("tool_rules", order="tool") == []
    changed = await staff("PATCH", "/api/v1/tools/cancel_order", approval="staff", staff_above=500, currency="EUR")
    assert changed.json()["rule"]["staff_above"] == 500
    again = await staff("PATCH", "/api/v1/tools/cancel_order", approval=None, staff_above=None, currency=None)
    assert again.json()["rule"] == again.json()["built_in"]
    assert again.json()["changed"] is False
    told = [(row["action"], row["actor_id"], row["subject_id"]) for row in await rows("audit_events")]
    assert told == [("tool.rule_changed", "usr_boss", "cancel_order")] * 2


async def test_only_who_may_rule_tools_does(client, issuer, shopper, rows):
    reader = issuer.bearer("usr_help", roles=("support",), permissions=("tools:read",))
    assert (await client.get("/api/v1/tools/get_cart", headers=reader)).status_code == 200
    assert (await client.get("/api/v1/tools", headers=shopper.bearer)).status_code == 403
    for method, path in (
        ("PATCH", "/api/v1/tools/get_cart"),
        ("POST", "/api/v1/tools/get_cart/test"),
        ("PUT", "/api/v1/kill-switches"),
    ):
        refused = await client.request(method, path, json={"kind": "shop", "on": True}, headers=reader)
        assert (refused.status_code, refused.json()["code"]) == (403, "missing_permission"), path
    assert await rows("kill_switches", order="kind") == []


async def test_a_rule_counts_for_calls_whatever_the_model_was_told(staff, shopper, llm, shop):
    await staff("PATCH", "/api/v1/tools/add_to_cart", enabled=False)
    await staff("PATCH", "/api/v1/tools/search_products", largest_result=1024)
    await staff("PATCH", "/api/v1/tools/list_orders", calls_per_minute=1)
    search = ("search_products", {"query": "monitor"})
    codes = await code_of(shopper, llm, ADD, search, ("list_orders", {}), ("list_orders", {"limit": 2}))
    assert codes == ["tool_off", "result_too_large", None, "tool_rate_limited"]
    assert "add_to_cart" not in [tool["function"]["name"] for tool in llm.requests[0]["tools"]]
    assert shop.carts == {}


async def test_a_tool_is_tried_under_the_own_rights_of_whoever_tries_it(staff, shop, rows):
    tried = await staff("POST", "/api/v1/tools/search_products/test", arguments={"query": "monitor"})
    assert [item["product_id"] for item in tried.json()["result"]["items"]] == ["prd_1", "prd_2", "prd_3", "prd_4"]
    wrong = await staff("POST", "/api/v1/tools/search_products/test", arguments={"user_id": "usr_ann"})
    assert (wrong.json()["ok"], wrong.json()["result"]["error"]["code"]) == (False, "invalid_arguments")
    at_once = await staff("POST", "/api/v1/tools/add_to_cart/test", arguments=ADD[1])
    assert (at_once.status_code, at_once.json()["code"]) == (409, "tool_acts_at_once")
    assert (await staff("POST", "/api/v1/tools/nothing/test", arguments={"x": 1})).status_code == 404
    assert shop.carts == {}
    assert [(row["subject_id"], row["agent_id"], row["status"]) for row in await rows("tool_calls")] == [
        ("usr_boss", "console", "ok"),
        ("usr_boss", "console", "refused"),
    ]


async def test_a_tool_that_writes_only_proposes_when_it_is_tried(staff, shop, rows):
    shop.orders["usr_boss"] = [dict(PAID)]
    tried = await staff("POST", "/api/v1/tools/cancel_order/test", arguments=CANCEL[1])
    assert (tried.json()["ok"], tried.json()["result"]["confirmation_id"]) == (True, None)
    assert await rows("confirmations") == []
    assert shop.cancellations == []


@pytest.mark.parametrize("switch", [("shop", "all"), ("agent", "assistant"), ("tool", "place_order")])
async def test_a_switch_stops_new_writes_and_confirmations_until_it_is_off(start, issuer, shop, llm, switch):
    client, _ = await start()
    shopper = Shopper(client, issuer.bearer("usr_ann") | {"Accept-Language": "zh"})
    boss = issuer.bearer("usr_boss", permissions=("tools:write",))
    llm.add(call(ADD, ("place_order", {})), say("Please confirm."))
    [offered] = (await shopper.say("buy it"))["confirmations"]

    async def turn(on):
        body = {"kind": switch[0], "name": switch[1], "on": on, "reason": "odd refunds"}
        answer = await client.put("/api/v1/kill-switches", json=body, headers=boss)
        assert answer.json()["writes_stopped"] is (on and switch[0] == "shop"), answer.text

    await turn(True)
    llm.add(call(("place_order", {}), ("get_cart", {})), say("No."))
    stopped, read = (await shopper.say("再买一次"))["tool_calls"]
    assert stopped["data"]["error"] == {"code": "writes_stopped", "detail": STOPPED}
    assert read["ok"] is True
    refused = await shopper.decide(offered["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "writes_stopped")
    assert refused.json()["title"] == STOPPED
    assert shop.checkout_bodies == []
    await turn(False)
    llm.otherwise = say("Done.")
    assert (await shopper.decide(offered["confirmation_id"])).status_code == 200
    assert list(shop.checkouts) == [offered["confirmation_id"]]


async def test_a_switch_is_still_on_after_a_restart(make_settings, shop, llm, issuer):
    model = {"llm_base_url": llm.base_url, "llm_model": "scripted-1"}
    boss = issuer.bearer("usr_boss", permissions=("tools:write",))
    async with httpx.AsyncClient(mounts=shop.mounts()) as http:
        async with served(create_app(make_settings(AiSettings, **URLS, **model), http=http)) as client:
            await client.put("/api/v1/kill-switches", json={"kind": "shop", "on": True}, headers=boss)
        async with served(create_app(make_settings(AiSettings, **URLS, **model), http=http)) as client:
            assert await code_of(Shopper(client, issuer.bearer("usr_ann")), llm, ADD) == ["writes_stopped"]
    assert shop.carts == {}


async def test_a_switch_for_nothing_is_refused(staff):
    for kind, name in (("agent", "nobody"), ("tool", "get_cart"), ("shop", "some")):
        refused = await staff("PUT", "/api/v1/kill-switches", kind=kind, name=name, on=True)
        assert (refused.status_code, refused.json()["code"]) == (404, "switch_not_found")


async def test_a_write_under_way_is_not_interrupted(staff, shopper, llm, shop):
    llm.add(call(ADD, ("place_order", {})), say("Please confirm."))
    [offered] = (await shopper.say("buy it"))["confirmations"]
    llm.otherwise = say("Done.")
    shop.till.clear()
    deciding = asyncio.create_task(shopper.decide(offered["confirmation_id"]))
    async with asyncio.timeout(60):
        while not shop.checkout_bodies:  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(0.01)
    await staff("PUT", "/api/v1/kill-switches", kind="shop", on=True)
    shop.till.set()
    assert (await deciding).status_code == 200


async def test_when_nobody_can_tell_nothing_is_written(shopper, llm, shop, app):
    llm.add(call(ADD, ("place_order", {})), say("Please confirm."))
    [offered] = (await shopper.say("buy it"))["confirmations"]
    with system_scope():
        async with app.state.runtime.database.unit_of_work() as session:
            await session.execute(text("ALTER TABLE kill_switches RENAME TO kill_switches_gone"))
    assert await code_of(shopper, llm, ADD, ("get_cart", {})) == ["switches_unreadable", None]
    refused = await shopper.decide(offered["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (503, "switches_unreadable")
    assert shop.checkout_bodies == []
