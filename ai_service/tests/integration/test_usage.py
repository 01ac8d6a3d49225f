"""The ledger of calls, the reports that are sums of it, and the prices by which calls were charged."""

import asyncio
import csv
import io
from collections import Counter
from datetime import timedelta

import orjson
import pytest

from ai_service.app.prices.schemas import Price
from ai_service.app.prices.service import Price as PriceOfCalls
from ai_service.app.usage.schemas import LedgerEntry, UsageHistory, UsageReport
from ai_service.tests.support.talking import Shopper
from common.clock import utc_now
from common.database import use_tenant
from common.spreadsheets import FORMULA
from tests.support.scripted_llm import DONE, Reply, Until, call, delta, refuse, say, usage

KEEPER = ("reports:read", "budgets:write")
TOKENS = ("input_tokens", "output_tokens", "cached_tokens", "reasoning_tokens")
USD = {"model": "scripted-1", "currency": "USD", "input": 2_000_000, "cached": 500_000, "output": 8_000_000}
EUR = {"model": "scripted-1", "currency": "EUR", "input": 1_000_000, "output": 3_000_000}


@pytest.fixture
def office(issuer):
    """`await office(client)("GET", path, body, **query)`: the answer for staff who may set prices."""
    bearer = issuer.bearer("usr_staff", roles=("manager",), permissions=KEEPER)

    def at(client):
        async def ask(method, path, body=None, **query):
            sent = {"json": body} if body else {}
            return await client.request(method, f"/api/v1/billing{path}", headers=bearer, params=query, **sent)

        return ask

    return at


def charged(row):
    """What the row has to cost, from what is in it."""
    fresh = row["input_tokens"] - row["cached_tokens"]
    prices = {"USD": (2, 0.5, 8), "EUR": (1, 1, 3)}[row["currency"]]
    paid = zip((fresh, row["cached_tokens"], row["output_tokens"]), prices, strict=True)
    return -(-sum(tokens * price for tokens, price in paid) // 1) if row["price_id"] else 0


def costs(calls):
    found = Counter()
    for row in calls:
        found[row["currency"]] += row["cost"]
    return [{"micros": micros, "currency": currency} for currency, micros in sorted(found.items())]


def summed(calls):
    """What a report has to say of these rows, made of the rows themselves."""
    took = sorted(row["duration_ms"] for row in calls)
    said = [row["first_token_ms"] for row in calls if row["first_token_ms"] is not None]
    return {
        "calls": len(calls),
        "turns": len({row["turn_id"] for row in calls}),
        "conversations": len({row["conversation_id"] for row in calls}),
        "errors": sum(not row["finished"] for row in calls),
        **{name: sum(row[name] for row in calls) for name in TOKENS},
        "costs": costs(calls),
        "average_ms": round(sum(took) / len(took)),
        "slowest_ms": took[-1],
        "first_token_ms": round(sum(said) / len(said)) if said else None,
        "p50_ms": took[len(took) // 2],
        "p95_ms": took[len(took) * 95 // 100],
    }


def of_tool(calls):
    took = sorted(row["duration_ms"] for row in calls)
    statuses = Counter(row["status"] for row in calls)
    ranks = {"p50_ms": took[len(took) // 2], "p95_ms": took[len(took) * 95 // 100]}
    counts = {"errors": statuses["failed"] + statuses["unknown"], "refused": statuses["refused"]}
    return {"calls": len(calls), **counts, "average_ms": round(sum(took) / len(took)), "slowest_ms": took[-1], **ranks}


@pytest.fixture
async def worked(start, issuer, llm, office):
    """Two shoppers talked to two agents while the price changed from USD to EUR; once the house model took over, one
    tool call was refused, and one tool has a name that a spreadsheet would take for a formula."""
    client, app = await start(llm_price_input=2_000_000, llm_price_cached=500_000, llm_price_output=8_000_000)
    ann, bob = (Shopper(client, issuer.bearer(who)) for who in ("usr_ann", "usr_bob"))
    details = {"prompt_tokens_details": {"cached_tokens": 640}, "completion_tokens_details": {"reasoning_tokens": 30}}
    thought = Reply([delta(content="Well."), delta("stop"), usage(1000, 90, **details), DONE])
    llm.add(call(("get_cart", {}), ("check_stock", {"product_id": "prd_none"})), call(("=evil", {})), thought)
    await ann.say("what is in my basket?")
    llm.add(call(("get_cart", {})), say("Empty."))
    await bob.say("and in mine?", agent_id="product")
    ask = office(client)
    assert (await ask("POST", "/prices", EUR)).status_code == 201
    llm.add(say("In euros."), refuse(500))
    await ann.say("hello there")
    await bob.say("are you there?")
    return app, ask


async def test_all_reports_are_the_sums_of_the_rows_to_the_last_millionth(worked, rows_of):
    app, ask = worked
    models, tools = await rows_of(app, "model_calls"), await rows_of(app, "tool_calls")
    assert [row["cost"] for row in models] == [charged(row) for row in models]
    assert Counter(row["currency"] for row in models if row["cost"]) == {"USD": 5, "EUR": 1}
    assert (len(models), len(tools), max(row["cached_tokens"] for row in models)) == (7, 4, 640)
    first, last = (str(row["created_at"])[:10] for row in (models[0], models[-1]))
    days = {"from": first, "to": last}

    report = (await ask("GET", "/usage", **days)).json()
    UsageReport.model_validate(report)
    assert report.items() >= summed(models).items()
    counted = of_tool(tools)
    assert [report[f"tool_{name}"] for name in ("calls", "errors", "refused")] == [4, 0, counted["refused"]]
    for name, column in (("agent_id", "agent_id"), ("model", "model"), ("customer_id", "subject_id")):
        value = models[-1][column]
        narrowed = (await ask("GET", "/usage", **days, **{name: value})).json()
        assert narrowed.items() >= summed([row for row in models if row[column] == value]).items(), name

    async def history(by, **more):
        found = (await ask("GET", "/usage/history", **days, group_by=by, **more)).json()
        UsageHistory.model_validate(found)
        return {item.pop("key"): item for item in found["items"]}, found["next_cursor"]

    columns = {"agent": "agent_id", "model": "model", "provider": "provider", "conversation": "conversation_id"}
    for by, column in columns.items():
        found, _ = await history(by)
        keys = sorted({row[column] for row in models})
        assert list(found) == keys
        for key in keys:
            expected = summed([row for row in models if row[column] == key])
            shown = expected if by != "conversation" else expected | {"p50_ms": None, "p95_ms": None}
            assert found[key].items() >= shown.items(), (by, key)
    by_day, _ = await history("day")
    assert sum(day["calls"] for day in by_day.values()) == 7
    by_tool, _ = await history("tool")
    assert list(by_tool) == ["=evil", "check_stock", "get_cart"]
    for tool, used in by_tool.items():
        assert used.items() >= of_tool([row for row in tools if row["tool"] == tool]).items(), tool
    paged, cursor = await history("conversation", limit=1)
    rest, end = await history("conversation", limit=1, cursor=cursor)
    assert ([*paged, *rest], end) == (sorted({row["conversation_id"] for row in models}), None)


async def test_the_ledger_comes_in_pages_and_as_files_with_the_same_rows(worked, rows_of):
    app, ask = worked
    found, cursor = [], None
    while True:
        query = {"limit": 4} | ({"cursor": cursor} if cursor else {})
        page = (await ask("GET", "/calls", **query)).json()
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    for entry in found:
        LedgerEntry.model_validate(entry)
    kept = await rows_of(app, "model_calls") + await rows_of(app, "tool_calls")
    assert sorted(entry["id"] for entry in found) == sorted(row["id"] for row in kept)
    assert found == sorted(found, key=lambda entry: (entry["created_at"], entry["id"]), reverse=True)
    assert [entry["cached"] for entry in found if entry["kind"] == "model"].count(True) == 1

    lines = (await ask("GET", "/calls/export.ndjson")).text.splitlines()
    assert [orjson.loads(line)["id"] for line in lines] == [entry["id"] for entry in found]
    answer = await ask("GET", "/calls/export.csv", kind="tool")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    table = list(csv.DictReader(io.StringIO(answer.text)))
    tools = [entry for entry in found if entry["kind"] == "tool"]
    assert [row["id"] for row in table] == [entry["id"] for entry in tools]
    assert "'=evil" in {row["tool"] for row in table}
    assert not any(FORMULA.match(cell) and not cell.startswith("'") for row in table for cell in row.values())
    ours = (await ask("GET", "/calls", tool="get_cart")).json()["items"]
    assert {entry["tool"] for entry in ours} == {"get_cart"}
    assert (await ask("GET", "/calls/export.xml")).status_code == 422


async def test_a_call_is_charged_by_the_price_at_its_beginning(start, issuer, llm, office, rows_of):
    client, app = await start(llm_price_input=2_000_000, llm_price_cached=500_000, llm_price_output=8_000_000)
    shopper, ask = Shopper(client, issuer.bearer("usr_ann")), office(client)
    priced = asyncio.Event()
    llm.add(Reply([delta(content="Slow"), Until(priced), delta("stop"), usage(), DONE]), say("Quick."))
    talking = asyncio.create_task(shopper.say("hello there"))
    await llm.asked()
    added = await ask("POST", "/prices", EUR)
    priced.set()
    await talking
    await shopper.say("hello again")
    before, after = await rows_of(app, "model_calls")
    assert (before["cost"], before["currency"]) == (11 * 2 + 7 * 8, "USD")
    assert (after["cost"], after["currency"], after["price_id"]) == (11 * 1 + 7 * 3, "EUR", added.json()["id"])


async def test_past_prices_stay_and_new_ones_are_added(start, office):
    client, app = await start(llm_price_input=2_000_000, llm_price_cached="")
    ask, before = office(client), utc_now()
    past = await ask("POST", "/prices", EUR | {"valid_from": (utc_now() - timedelta(minutes=1)).isoformat()})
    assert (past.status_code, past.json()["code"]) == (422, "price_in_past")
    soon = (utc_now() + timedelta(days=1)).isoformat()
    assert (await ask("POST", "/prices", EUR | {"valid_from": soon})).json()["state"] == "scheduled"
    added = (await ask("POST", "/prices", USD)).json()
    Price.model_validate(added)
    assert (added["state"], added["created_by"]) == ("current", "usr_staff")
    book = app.state.room.prices
    for tenant, output in (("default", 8_000_000), ("other", 0)):  # what one shop sets is its own
        with use_tenant(tenant):
            assert book.at("scripted-1", utc_now()).output == output
    await book.take_over("scripted-1", PriceOfCalls(2_000_000, 2_000_000, 0, "USD"))  # as it does when it starts anew
    listed = (await ask("GET", "/prices", model="scripted-1")).json()["items"]
    assert [(each["currency"], each["state"], each["origin"]) for each in listed] == [
        ("EUR", "scheduled", "staff"),
        ("USD", "current", "staff"),
        ("USD", "past", "environment"),
    ]
    assert (listed[2]["input"], listed[2]["cached"]) == (2_000_000, 2_000_000)
    first = (await ask("GET", "/prices", limit=1)).json()
    second = (await ask("GET", "/prices", limit=2, cursor=first["next_cursor"])).json()
    assert [each["id"] for each in first["items"] + second["items"]] == [each["id"] for each in listed]
    assert listed[2]["valid_from"] == "1970-01-01T00:00:00+00:00"
    await book.take_over("scripted-1", PriceOfCalls(3_000_000, 0, 0, "USD"))  # and with other ones
    await book.load()
    with use_tenant("default"):
        assert [book.at("scripted-1", moment).input for moment in (before, utc_now())] == [2_000_000, 3_000_000]
