"""The shop as an MCP server, asked with the official client over a real socket, by the newest protocol and the last."""

from contextlib import asynccontextmanager

import httpx2
import orjson
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError
from mcp_types import ElicitResult

from ai_service.app.tools.registry import registry
from common.errors import PaymentRequired

MODES = {"2026-07-28": "auto", "2025-11-25": "legacy"}
ADD = {"variant_id": "var_1"}


@pytest.fixture(params=MODES)
def visit(request, client, issuer):
    """`async with visit("usr_ann") as mcp`: a client of each protocol in turn; `answers` is how its person decides."""

    @asynccontextmanager
    async def come(subject=None, answers=None, **headers):
        asked = []

        async def decide(context, params):
            asked.append(params.message)
            return ElicitResult(action=answers, content={} if answers == "accept" else None)

        async def note(response):
            statuses.append(response.status_code)

        statuses = []
        headers |= issuer.bearer(subject) if subject else {}
        async with httpx2.AsyncClient(headers=headers, event_hooks={"response": [note]}) as http:
            transport = streamable_http_client(f"{client.base_url}/mcp", http_client=http)
            callback = decide if answers else None
            async with Client(transport, mode=MODES[request.param], elicitation_callback=callback) as mcp:
                assert mcp.protocol_version == request.param
                mcp.asked, mcp.statuses = asked, statuses
                yield mcp

    return come


async def test_anybody_sees_the_tools_and_looks_around(visit, shop, rows):
    async with visit() as mcp:
        tools = {tool.name: tool for tool in (await mcp.list_tools()).tools}
        found = await mcp.call_tool("search_products", {"query": "monitor", "max_price": 200})
        missing = await mcp.call_tool("get_product", {"product_id": "prd_none"})
        with pytest.raises(MCPError, match="There is no tool 'refund'"):
            await mcp.call_tool("refund", {})
    assert set(tools) == {tool.name for tool in registry.tools.values() if tool.permission is None}
    assert tools["search_products"].input_schema["required"] == ["query"]
    hints = {name: (tools[name].annotations.read_only_hint, tools[name].annotations.destructive_hint) for name in tools}
    assert (hints["get_cart"], hints["add_to_cart"], hints["place_order"]) == (
        (True, False), (False, False), (False, True),
    )  # fmt: skip
    assert [item["product_id"] for item in found.structured_content["items"]] == ["prd_1", "prd_2", "prd_4"]
    assert "data from outside" in found.structured_content["data_notice"]
    assert orjson.loads(found.content[0].text) == found.structured_content
    assert (missing.is_error, missing.structured_content["error"]["code"]) == (True, "product_not_found")
    assert shop.tokens == set()
    assert [(row["subject_id"], row["agent_id"], row["tool"], row["status"]) for row in await rows("tool_calls")] == [
        ("anonymous", "mcp", "search_products", "ok"),
        ("anonymous", "mcp", "get_product", "refused"),
        ("anonymous", "mcp", "refund", "refused"),
    ]


async def test_a_person_fills_the_basket_under_the_own_token_and_nobody_does_without(visit, shop, rows):
    async with visit() as mcp:
        with pytest.raises(MCPError):
            await mcp.call_tool("add_to_cart", ADD)
        assert mcp.statuses[-1] == 401
    async with visit("usr_ann") as mcp:
        added = await mcp.call_tool("add_to_cart", ADD)
        refused = await mcp.call_tool("add_to_cart", {**ADD, "quantity": 0})
    assert (added.is_error, added.structured_content["items"][0]["variant_id"]) == (False, "var_1")
    assert refused.structured_content["error"]["code"] == "invalid_arguments"
    assert set(shop.carts) == {"usr_ann"}
    assert [(row["subject_id"], row["status"]) for row in await rows("tool_calls")] == [
        ("usr_ann", "ok"), ("usr_ann", "refused"),
    ]  # fmt: skip


async def test_a_person_who_can_be_asked_decides_in_the_call(visit, shop, rows):
    async with visit("usr_ann", "decline") as mcp:
        await mcp.call_tool("add_to_cart", ADD)
        left = await mcp.call_tool("place_order", {})
    assert (left.is_error, left.structured_content["status"], shop.checkout_bodies) == (False, "rejected", [])
    async with visit("usr_ann", "accept") as mcp:
        shop.fault = PaymentRequired("Your bank said no.", code="payment_declined")
        refused = await mcp.call_tool("place_order", {})
        assert (refused.is_error, refused.structured_content["error"]["code"]) == (True, "payment_declined")
        shop.fault = None
        bought = await mcp.call_tool("place_order", {})
    assert (bought.is_error, bought.structured_content["status"]) == (False, "confirmed")
    assert bought.structured_content["order"]["total"]["amount"] == shop.checkout_bodies[-1]["expected_total"]["amount"]
    assert [question.splitlines()[0] for question in mcp.asked] == ["Place this order"] * 2
    assert "1 × Bright monitor: €129.00" in mcp.asked[0]
    assert [row["status"] for row in await rows("confirmations")] == ["rejected", "failed", "confirmed"]


async def test_a_client_that_cannot_ask_is_told_where_it_is_decided(visit, shop, client, issuer, llm):
    async with visit("usr_ann") as mcp:
        await mcp.call_tool("add_to_cart", ADD)
        proposed = (await mcp.call_tool("place_order", {})).structured_content
    assert (proposed["status"], shop.checkout_bodies) == ("confirmation_required", [])
    decide = {"url": proposed["decide_at"], "json": {"decision": "confirm"}}
    assert (await client.post(**decide, headers=issuer.bearer("usr_bob"))).status_code == 404
    decided = await client.post(**decide, headers=issuer.bearer("usr_ann"))
    assert (decided.status_code, decided.json()["status"], len(shop.checkout_bodies)) == (200, "confirmed", 1)
    assert llm.requests == []


LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
CALL = {**LIST, "method": "tools/call", "params": {"name": "get_cart", "arguments": {}}}
HELLO = {
    **LIST,
    "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
}
ACCEPT = {"Accept": "application/json, text/event-stream"}


async def test_a_401_says_where_to_sign_in(client, issuer):
    metadata = f"{str(client.base_url).rstrip('/')}/.well-known/oauth-protected-resource/mcp"
    for headers in ({}, {"Authorization": "Bearer forged"}):
        refused = await client.post("/mcp", json=CALL, headers=ACCEPT | headers)
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"] == f'Bearer resource_metadata="{metadata}"'
    told = (await client.get(metadata)).json()
    assert told["resource"] == f"{str(client.base_url).rstrip('/')}/mcp"
    assert told["bearer_methods_supported"] == ["header"]


async def test_pages_of_other_origins_are_kept_out(client):
    for origin, host, status in (
        (None, None, 200),
        ("http://evil.test", None, 403),
        ("http://evil.test", "evil.test", 403),
        ("http://localhost:6274", "evil.test", 403),
        ("http://localhost:6274", None, 200),
        ("http://127.0.0.1:8000", "shop.test", 200),
    ):
        headers = ACCEPT | ({"Origin": origin} if origin else {}) | ({"Host": host} if host else {})
        assert (await client.post("/mcp", json=HELLO, headers=headers)).status_code == status


async def test_sessions_are_their_owners_and_bounded(start, issuer):
    client, _ = await start(mcp_sessions=1)
    ann, bob = issuer.bearer("usr_ann"), issuer.bearer("usr_bob")
    opened = await client.post("/mcp", json=HELLO, headers=ACCEPT | ann)
    session = ACCEPT | {"Mcp-Session-Id": opened.headers["mcp-session-id"], "MCP-Protocol-Version": "2025-11-25"}
    assert (await client.post("/mcp", json=HELLO, headers=ACCEPT | bob)).status_code == 503
    assert (await client.post("/mcp", json=LIST, headers=session | bob)).status_code == 404
    assert (await client.post("/mcp", json=LIST, headers=session)).status_code == 404
    assert (await client.post("/mcp", json=LIST, headers=session | ann)).status_code == 200
    assert (await client.delete("/mcp", headers=session | ann)).status_code == 200
    assert (await client.post("/mcp", json=HELLO, headers=ACCEPT | bob)).status_code == 200
