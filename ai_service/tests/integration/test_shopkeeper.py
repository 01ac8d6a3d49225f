"""The staff's own agent: what it looks up, under whose rights, and that no shopper meets it."""

from fastapi import Request

from ai_service.tests.support.talking import Shopper
from tests.support.scripted_llm import call, say

LINE = {"product_id": "prd_1", "variant_id": "var_1", "product_title": "Lamp", "variant_title": "", "sku": "L-1"}
LEVEL = {"on_hand": 2, "reserved": 1, "available": 1, "level": "low"}
SOLD = {"key": "2026-01-02", "label": "2026-01-02", "orders": 2, "items": 3, "gross": None}


def with_reports(shop, asked):
    @shop._app.get("/api/v1/inventory")
    async def inventory(request: Request):
        asked.append(dict(request.query_params))
        return {"items": [{**LINE, **LEVEL, "image": None}], "next_cursor": None}

    @shop._app.get("/api/v1/reports/sales")
    async def sales(request: Request):
        asked.append(dict(request.query_params))
        rows = [{**SOLD, "revenue": {"amount": 12_900, "currency": "EUR"}}]
        return {"rows": rows, "group_by": "day", "date_from": "2026-01-01", "date_to": "2026-01-02", "currency": "EUR"}


async def test_reads_what_the_staff_member_may_see(client, issuer, llm, shop):
    asked = []
    with_reports(shop, asked)
    staff = Shopper(client, issuer.bearer("usr_staff", roles=("support",), permissions=("stock:read", "reports:read")))
    llm.add(
        call(("find_low_stock", {"limit": 3}), ("report_sales", {"first_day": "2026-01-01", "last_day": "2026-01-02"})),
        say("One lamp is left."),
    )
    answer = await staff.say("what is running out", agent_id="shopkeeper")
    stock, sales = (told["data"] for told in answer["tool_calls"])
    assert stock == {"items": [{**LINE, **LEVEL}], "more": False}
    revenue = {"amount": 12_900, "currency": "EUR", "text": "€129.00"}
    row = {"key": "2026-01-02", "label": "2026-01-02", "orders": 2, "items": 3, "revenue": revenue}
    assert sales == {"from": "2026-01-01", "to": "2026-01-02", "currency": "EUR", "items": [row]}
    assert sorted(asked, key=str) == [
        {"group_by": "day", "limit": "31", "from": "2026-01-01", "to": "2026-01-02"},
        {"limit": "3", "low": "true"},
    ]
    offered = [tool["function"]["name"] for tool in llm.requests[0]["tools"]]
    assert offered == ["report_sales", "find_low_stock", "search_products", "get_product", "check_stock"]


async def test_no_shopper_meets_it(client, shopper, issuer):
    assert (await shopper.post("hello", agent_id="shopkeeper")).json()["code"] == "agent_not_found"
    assert (await client.get("/api/v1/agents/shopkeeper", headers=shopper.bearer)).status_code == 404
    staff = issuer.bearer("usr_staff", roles=("support",))
    assert (await client.get("/api/v1/agents/shopkeeper", headers=staff)).json()["name"] == "Shopkeeper"
