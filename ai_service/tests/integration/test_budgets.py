"""Budgets hold before calls are made: in a crowd, across processes, after a process died; and staff is told."""

import asyncio
from datetime import timedelta

import orjson
import pytest
from sqlalchemy import create_engine, text

from ai_service.app.budgets.errors import BudgetExhausted
from ai_service.app.budgets.gate import LEASE_SECONDS, Amount, Spender
from ai_service.app.usage.models import ModelCallRecord
from ai_service.tests.support.talking import Shopper, events_in
from common.clock import utc_now
from common.database import use_tenant
from tests.support.scripted_llm import DONE, Hang, Reply, delta, say

KEEPER = ("reports:read", "budgets:write")
ANN = Spender("assistant", "usr_ann", "cnv_1")


@pytest.fixture
def office(issuer):
    """`await office(client)("POST", path, **body)`: (status, document) for staff who may set budgets."""
    bearer = issuer.bearer("usr_staff", roles=("manager",), permissions=KEEPER)

    def at(client):
        async def ask(method, path="", **body):
            sent = {"json": body} if body else {}
            answer = await client.request(method, f"/api/v1/billing/budgets{path}", headers=bearer, **sent)
            return answer.status_code, answer.json() if answer.content else None

        return ask

    return at


async def made(ask, **fields):
    status, budget = await ask("POST", **({"name": "A budget", "scope": "tenant", "period": "total"} | fields))
    assert status == 201, budget
    return budget


async def test_fifty_chats_at_once_use_up_a_hard_limit_to_the_last_call_and_no_further(client, llm, issuer, office):
    llm.otherwise = say("Hello.")  # 18 tokens
    ask = office(client)
    budget = await made(ask, hard_tokens=175)
    crowd = [Shopper(client, issuer.bearer(f"usr_{n}")) for n in range(50)]
    answers = await asyncio.gather(*(shopper.say("hello there") for shopper in crowd))
    ended = {answer["status"] for answer in answers}
    assert ended <= {"done", "limited"}
    done = sum(answer["status"] == "done" for answer in answers)
    assert 1 <= done == len(llm.requests) <= 10
    later = [(await shopper.say("hello again"))["status"] for shopper in crowd[: 11 - done]]
    assert later == ["done"] * (10 - done) + ["limited"]
    assert len(llm.requests) == 10
    _, seen = await ask("GET", f"/{budget['id']}")
    (use,) = seen["uses"]
    assert (use["spent_tokens"], use["held_tokens"], use["state"], seen["state"]) == (180, 0, "exhausted", "exhausted")


async def test_a_shopper_is_told_kindly_and_staff_exactly(client, shopper, llm, issuer, office, rows):
    llm.otherwise = say("Hello.")
    ask = office(client)
    budget = await made(ask, scope="customer", period="month", soft_tokens=10, hard_tokens=18)
    staff = Shopper(client, issuer.bearer("usr_ann", roles=("manager",), permissions=KEEPER))
    assert (await shopper.say("hello there"))["status"] == "done"
    refused = await shopper.say("你好，有显示器吗？")
    assert (refused["status"], refused["message"], refused["error"]["code"]) == ("limited", "", "budget_exhausted")
    assert refused["error"]["detail"] == "助手暂时无法回答，商店的其他功能一切如常，请稍后再试。"
    assert refused["error"].keys() == {"code", "detail", "retryable"}
    told = (await staff.say("hello there"))["error"]["budget"]
    period = utc_now().date().isoformat()[:7]
    assert (told["budget_id"], told["target_id"], told["period"]) == (budget["id"], "usr_ann", period)
    assert (told["spent_tokens"], told["hard_tokens"]) == (18, 18)
    assert len(llm.requests) == 1
    other = Shopper(client, issuer.bearer("usr_bob"))
    assert (await other.say("hello there"))["status"] == "done"
    audited = [(row["action"], row["actor_id"]) for row in await rows("audit_events")]
    assert audited == [
        ("budget.created", "usr_staff"),
        ("budget.warned", None),  # Ann's, once
        ("budget.exhausted", None),
        ("budget.warned", None),  # Bob's
    ]


async def test_what_was_used_before_counts_and_a_change_counts_at_once(client, shopper, llm, office):
    llm.otherwise = say("Hello.")
    await shopper.say("hello there")
    ask = office(client)
    budget = await made(ask, scope="agent", target_id="assistant", period="day", hard_tokens=18)
    assert [use["spent_tokens"] for use in budget["uses"]] == [18]
    assert (await shopper.say("hello again"))["status"] == "limited"
    assert (await shopper.say("hello again", agent_id="product"))["status"] == "done"
    status, changed = await ask("PATCH", f"/{budget['id']}", hard_tokens=19)
    assert (status, changed["state"], changed["uses"][0]["exhausted_at"]) == (200, "ok", None)
    assert (await shopper.say("hello again"))["status"] == "done"
    assert (await shopper.say("hello again"))["status"] == "limited"
    assert (await ask("DELETE", f"/{budget['id']}"))[0] == 204
    assert (await shopper.say("hello again"))["status"] == "done"
    assert (await ask("GET", f"/{budget['id']}"))[0] == 404


async def test_a_budget_that_was_off_counts_what_was_used_meanwhile(client, shopper, llm, office):
    llm.otherwise = say("Hello.")
    ask = office(client)
    on = await made(ask, hard_tokens=54)
    off = await made(ask, scope="customer", target_id="usr_ann", period="day", hard_tokens=54, active=False)
    await shopper.say("hello there")
    await ask("PATCH", f"/{on['id']}", active=False)
    await shopper.say("hello again")
    for budget in (on, off):
        status, changed = await ask("PATCH", f"/{budget['id']}", active=True)
        assert (status, [use["spent_tokens"] for use in changed["uses"]]) == (200, [36])
    assert [(await shopper.say("and again"))["status"] for _ in range(2)] == ["done", "limited"]


def sent(request):
    """How many tokens a prompt without tool calls is taken for: of two bytes each."""
    said = sum(len(message["content"].encode()) + 16 for message in request["messages"])
    tools = [tool["function"] for tool in request["tools"]]
    return (said + sum(len(tool["description"]) + len(orjson.dumps(tool["parameters"])) + 64 for tool in tools)) // 2


async def test_what_no_provider_reported_is_estimated_also_of_a_stopped_answer(start, issuer, llm, office, rows_of):
    client, app = await start(llm_price_input=1_000_000, llm_price_output=1_000_000)
    shopper, ask = Shopper(client, issuer.bearer("usr_ann")), office(client)
    budget = await made(ask, currency="USD", hard_micros=10**9)
    silent = Reply([delta(content="Hello."), delta("stop"), DONE])
    llm.add(silent, Reply([delta(content="One moment"), Hang()]), say("Fine."))
    await shopper.say("hello there")
    body = shopper.body("think long")
    async with client.stream("POST", "/api/v1/chat", json=body, headers=shopper.bearer) as response:
        events = events_in(response)
        assert (await anext(events))[1] == "message.delta"
        await client.post(f"/api/v1/conversations/{shopper.conversation_id}/stop", headers=shopper.bearer)
        assert [event async for event in events][-1][2]["status"] == "stopped"
    await shopper.say("go on")
    used = [(sent(llm.requests[0]), 3, True), (sent(llm.requests[1]), 5, True), (11, 7, False)]
    kept = await rows_of(app, "model_calls")
    assert [(row["input_tokens"], row["output_tokens"], bool(row["estimated"])) for row in kept] == used
    _, seen = await ask("GET", f"/{budget['id']}")
    ((spent, held),) = [(use["spent_micros"], use["held_micros"]) for use in seen["uses"]]
    assert (spent, held) == (sum(row["cost"] for row in kept), 0) == (sum(i + o for i, o, _ in used), 0)


def test_what_a_customer_used_is_found_without_reading_what_others_used():
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        ModelCallRecord.metadata.create_all(connection, tables=[ModelCallRecord.__table__])
        which = "WHERE tenant_id = 'default' AND subject_id = 'usr_ann' AND created_at >= '2026-01-01'"
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN SELECT sum(cost) FROM model_calls {which}")).all()
    engine.dispose()
    assert "ix_model_calls_subject (tenant_id=? AND subject_id=? AND created_at>?)" in plan[0].detail


async def test_money_stops_what_costs_in_that_currency_and_nothing_else(start, issuer, llm, office):
    client, _ = await start(llm_price_input=1_000_000, llm_price_output=1_000_000)  # a millionth of USD each token
    shopper, ask = Shopper(client, issuer.bearer("usr_ann")), office(client)
    llm.otherwise = say("Hello.")
    await made(ask, currency="EUR", hard_micros=1)
    budget = await made(ask, scope="model", target_id="scripted-1", currency="USD", hard_micros=36)
    assert [(await shopper.say("hello there"))["status"] for _ in range(3)] == ["done", "done", "limited"]
    _, seen = await ask("GET", f"/{budget['id']}")
    assert [use["spent_micros"] for use in seen["uses"]] == [36]
    _, page = await ask("GET")
    assert [(each["state"], each["currency"]) for each in page["items"]] == [("exhausted", "USD"), ("ok", "EUR")]


async def test_what_a_dead_process_held_is_free_again_after_its_lease(client, app, office):
    await made(office(client), hard_tokens=100)
    gate, now = app.state.room.chat.metering.budgets, utc_now()
    amount = Amount(0, 100, "USD")
    lease = timedelta(seconds=LEASE_SECONDS)
    with use_tenant("default"):

        async def hold(moment):
            return await gate.hold(gate.concerns(ANN, "scripted-1", moment), amount, moment)

        held = await hold(now)
        await gate.settle(held, held.concerns, Amount(0, 10, "USD"), now)
        await hold(now)  # and never settled: its process is dead
        for late in (now, now + lease, now - lease):
            with pytest.raises(BudgetExhausted):
                await hold(late)
        last = await hold(now + 2 * lease)
        with pytest.raises(BudgetExhausted):
            await hold(now + 2 * lease)
        await gate.settle(last, last.concerns, Amount(0, 20, "USD"), now + 2 * lease)
        await hold(now + 3 * lease)
        with pytest.raises(BudgetExhausted) as refused:
            await hold(now + 3 * lease)
    assert refused.value.facts["spent_tokens"] == 30


async def test_another_process_goes_by_a_change_within_a_second(start, database_kind, issuer, llm, office):
    if database_kind == "sqlite":
        pytest.skip("an SQLite file belongs to one process")
    llm.otherwise = say("Hello.")
    here, _ = await start()
    there, app = await start()
    await made(office(here), hard_tokens=18)
    async with asyncio.timeout(30):
        while not app.state.room.chat.metering.budgets.active:  # noqa: ASYNC110 - it has no event for a test
            await asyncio.sleep(0.02)
    shoppers = [Shopper(client, issuer.bearer(f"usr_{n}")) for n, client in enumerate([here, there] * 5)]
    answers = await asyncio.gather(*(shopper.say("hello there") for shopper in shoppers))
    assert sorted(answer["status"] for answer in answers) == ["done", *["limited"] * 9]


async def test_refuses_budgets_that_make_no_sense_and_people_who_may_not_set_them(client, issuer, office, shopper):
    ask = office(client)

    async def refused(**fields):
        fields = {"name": "A budget", "scope": "tenant", "period": "day", "hard_tokens": 10} | fields
        status, problem = await ask("POST", **fields)
        return status, problem["code"], problem["errors"][0]["at"]

    assert await refused(target_id="assistant") == (422, "invalid_budget", "body.target_id")
    assert await refused(hard_tokens=None) == (422, "invalid_budget", "body.hard_micros")
    assert await refused(soft_tokens=11) == (422, "invalid_budget", "body.soft_tokens")
    assert (await refused(hard_tokens=0))[2] == "body.hard_tokens"
    reader = issuer.bearer("usr_staff", roles=("support",), permissions=("reports:read",))
    body = {"name": "A budget", "scope": "tenant", "period": "day", "hard_tokens": 10}
    url = "/api/v1/billing/budgets"
    assert (await client.post(url, json=body, headers=reader)).status_code == 403
    assert (await client.get(url, headers=reader)).json() == {"items": [], "next_cursor": None}
    assert (await client.get(url, headers=shopper.bearer)).status_code == 403
