"""Agents that a merchant builds: drafts, versions, who may see them, and what a conversation runs on."""

import asyncio

import pytest

from ai_service.tests.support.talking import Shopper
from tests.support.scripted_llm import Reply, Until, say

BOTH = ("agents:read", "agents:write")
GIFTS = {
    "id": "gifts",
    "name": {"en": "Gift adviser", "zh": "礼品顾问"},
    "instructions": {"en": "Gifts at {{shop_name}} for {{customer_name}}, {{budget}}.", "zh": "{{budget}}的礼品。"},
    "variables": [{"name": "budget", "default": {"en": "any budget", "zh": "任意预算"}}],
    "tools": ["search_products", "place_order"],
}


@pytest.fixture
def desk(client, issuer):
    """`await desk("POST", "/gifts/publish", 200, revision=1)` as somebody who may build agents."""
    bearer = issuer.bearer("usr_staff", roles=("manager",), permissions=BOTH)

    async def ask(method, path="", status=200, headers=bearer, **body):
        answer = await client.request(method, f"/api/v1/agents{path}", json=body or None, headers=headers)
        assert answer.status_code == status, answer.text
        return answer.json()

    return ask


@pytest.fixture
async def gifts(desk):
    """An agent with one published version."""
    await desk("POST", "", 201, **GIFTS)
    return await desk("POST", "/gifts/publish", revision=1, note="The first")


async def until(ask):
    """Asks again until the answer is a 200, which has to be soon."""
    async with asyncio.timeout(10):
        while (await ask()).status_code != 200:  # noqa: ASYNC110 - another process tells nobody
            await asyncio.sleep(0.05)


def said_to_model(llm, request=-1):
    return llm.requests[request]["messages"][0]["content"]


async def test_a_draft_is_nobodys_business_before_it_is_published(desk, shopper, llm, client, rows):
    made = await desk("POST", "", 201, **GIFTS)
    assert (made["id"], made["version"], made["revision"], made["draft_differs"]) == ("gifts", None, 1, True)
    assert made["draft"]["variables"] == GIFTS["variables"]
    assert (await client.get("/api/v1/agents/gifts")).status_code == 404
    assert (await shopper.post("hi", agent_id="gifts")).json()["code"] == "agent_not_found"
    offered = [agent["id"] for agent in (await client.get("/api/v1/agents")).json()["items"]]
    assert offered == ["assistant", "product", "customer-service", "recommendation"]

    published = await desk("POST", "/gifts/publish", revision=1, note="The first")
    assert (published["version"], published["revision"], published["draft_differs"]) == (1, 2, False)
    shown = (await client.get("/api/v1/agents/gifts", headers={"Accept-Language": "zh"})).json()
    assert (shown["name"], set(shown)) == ("礼品顾问", {"id", "name", "description", "default", "tools"})
    llm.add(say("Hello."))
    await shopper.say("a present please", agent_id="gifts")
    assert said_to_model(llm) == "Gifts at this shop for Ann Lee, any budget."
    assert [tool["function"]["name"] for tool in llm.requests[-1]["tools"]] == ["search_products", "place_order"]
    (turn,), (called,) = await rows("turns"), await rows("model_calls")
    assert (turn["agent_id"], turn["agent_version"]) == ("gifts", 1)
    assert (called["agent_version"], bool(called["test"])) == (1, False)
    audited = [(row["action"], row["actor_id"], row["subject_id"]) for row in await rows("audit_events")]
    assert audited == [("agent.created", "usr_staff", "gifts"), ("agent.published", "usr_staff", "gifts")]


async def test_of_two_at_the_same_moment_one_wins(desk, gifts, client, issuer, rows):
    changed = await desk("PATCH", "/gifts", revision=2, temperature=0.4)
    assert (changed["revision"], changed["draft"]["temperature"], changed["draft_differs"]) == (3, 0.4, True)
    bearer = issuer.bearer("usr_staff", roles=("manager",), permissions=BOTH)
    body = {"revision": 3}
    both = [client.post("/api/v1/agents/gifts/publish", json=body, headers=bearer) for _ in range(2)]
    answers = await asyncio.gather(*both)
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert next(answer.json()["code"] for answer in answers if answer.status_code == 409) == "agent_changed"
    assert [row["number"] for row in (await desk("GET", "/gifts/versions"))["items"]] == [2, 1]
    refused = await desk("PATCH", "/gifts", 409, revision=3, temperature=1)
    assert (refused["code"], refused["revision"]) == ("agent_changed", 4)
    assert (await desk("POST", "/gifts/publish", 409, revision=4))["code"] == "nothing_to_publish"


async def test_a_turn_ends_on_the_version_it_began_with(desk, gifts, shopper, llm, rows):
    go_on = asyncio.Event()
    hello = say("Hello.")
    llm.add(Reply([hello.parts[0], Until(go_on), *hello.parts[1:]]), say("Again."))
    talking = asyncio.create_task(shopper.say("a present", agent_id="gifts"))
    await llm.asked()
    await desk("PATCH", "/gifts", revision=2, instructions={"en": "Sell socks."}, tools=[])
    await desk("POST", "/gifts/publish", revision=3)
    go_on.set()
    assert (await talking)["message"] == "Hello."
    await shopper.say("and now")
    assert said_to_model(llm, 0).startswith("Gifts at")
    assert (said_to_model(llm), "tools" in llm.requests[-1]) == ("Sell socks.", False)
    assert [turn["agent_version"] for turn in await rows("turns")] == [1, 2]


async def test_what_came_with_the_shop_is_edited_rolled_back_and_compared(desk, shopper, llm):
    as_delivered = await desk("GET", "/assistant")
    assert (as_delivered["version"], as_delivered["delivered"], as_delivered["updated_at"]) == (0, True, None)
    await desk("PATCH", "/assistant", revision=1, instructions={"en": "Be {{language}}."})
    published = await desk("POST", "/assistant/publish", revision=2, note="Shorter")
    assert published["version"] == 1
    llm.add(say("Yes."), say("No."))
    await shopper.say("hello there you")
    assert said_to_model(llm) == "Be English."
    compared = await desk("GET", "/assistant/comparison?before=0&after=1")
    assert [each["field"] for each in compared["differences"]] == ["instructions.en", "instructions.zh"]
    lines = compared["differences"][0]["lines"]
    assert (lines[0]["kind"], lines[-1]) == ("removed", {"kind": "added", "text": "Be {{language}}."})
    back = await desk("POST", "/assistant/publish", revision=3, number=0)
    assert (back["version"], back["draft_differs"]) == (0, True)
    await shopper.say("hello there again")
    assert said_to_model(llm).startswith("You are the assistant of an online shop.")
    versions = (await desk("GET", "/assistant/versions"))["items"]
    told = [(row["number"], row["author_id"], row["note"], row["published"]) for row in versions]
    assert told == [(1, "usr_staff", "Shorter", False), (0, None, "", True)]
    assert (await desk("POST", "/assistant/archive", 409))["code"] == "agent_needed"
    page = await desk("GET", "/assistant/versions?limit=1")
    assert [row["number"] for row in page["items"]] == [1]
    page = await desk("GET", f"/assistant/versions?limit=1&cursor={page['next_cursor']}")
    assert ([row["number"] for row in page["items"]], page["next_cursor"]) == ([0], None)


async def test_guardrails_answer_and_mask_in_the_shops_name(desk, gifts, shopper, llm, rows):
    guardrails = {
        "blocked": [{"phrases": ["stock tips"], "answer": {"en": "Only presents here."}}],
        "mask": ["email"],
        "longest_input": 60,
    }
    await desk("PATCH", "/gifts", revision=2, guardrails=guardrails)
    await desk("POST", "/gifts/publish", revision=3)
    answer = await shopper.say("stock tips to ann@example.com", agent_id="gifts")
    assert (answer["message"], answer["status"], llm.requests) == ("Only presents here.", "done", [])
    llm.add(say("I write to ann@example.com."))
    assert (await shopper.say("what about ann@example.com"))["message"] == "I write to ann@example.com."
    told = [message["content"] for message in llm.requests[0]["messages"][1:]]
    assert told == ["stock tips to [email]", "Only presents here.", "what about ann@example.com"]
    kept = str([await rows("turns"), await rows("conversations")])
    assert ("ann@example.com" in kept, kept.count("[email]")) == (False, 5)
    assert (await shopper.post("x" * 61)).json()["code"] == "message_too_long"


async def test_an_agent_goes_and_comes_and_is_copied(desk, gifts, shopper, llm, rows):
    llm.otherwise = say("Hello.")
    await shopper.say("a present", agent_id="gifts")
    assert (await desk("POST", "/gifts/archive"))["archived"] is True
    assert (await desk("POST", "/gifts/publish", 409, revision=3))["code"] == "agent_archived"
    await shopper.say("still there")
    assert [turn["agent_id"] for turn in await rows("turns")] == ["gifts", "assistant"]
    assert (await desk("POST", "/gifts/restore"))["archived"] is False
    await shopper.say("and again")
    assert [turn["agent_id"] for turn in await rows("turns")][-1] == "gifts"
    copy = await desk("POST", "/gifts/duplicate", 201, id="gifts-2")
    assert copy["draft"]["name"] == {"en": "Gift adviser (copy)", "zh": "礼品顾问（副本）"}
    assert (await desk("POST", "/gifts/duplicate", 409, id="gifts-2"))["code"] == "agent_exists"
    everyone = (await desk("GET", "?scope=all"))["items"]
    assert [(each["id"], each["version"]) for each in everyone[-2:]] == [("gifts", 1), ("gifts-2", None)]


async def test_a_file_is_brought_in_once(desk, gifts, client, issuer):
    bearer = issuer.bearer("usr_staff", roles=("manager",), permissions=BOTH) | {"Content-Type": "application/yaml"}
    file = (await client.get("/api/v1/agents/gifts/export", headers=bearer)).text
    renamed = file.replace("id: gifts", "id: presents")

    async def bring_in(text):
        answer = await client.post("/api/v1/agents/import", content=text, headers=bearer)
        return answer.status_code, answer.json()

    assert [(status, told["outcome"]) for status, told in [await bring_in(file), await bring_in(renamed)]] == [
        (200, "unchanged"),
        (201, "created"),
    ]
    assert [(status, told["outcome"]) for status, told in [await bring_in(renamed)]] == [(200, "unchanged")]
    status, told = await bring_in(renamed.replace("any budget", "a small one"))
    assert (status, told["outcome"], told["revision"]) == (200, "changed", 2)
    status, told = await bring_in(file.replace("search_products", "search_everything"))
    line = file.splitlines().index("- search_products") + 1
    assert (status, told["code"], told["errors"][0]["line"]) == (422, "agent_file_invalid", line)
    assert told["detail"] == f"line {line}, tools.0: there is no tool search_everything"
    assert len((await desk("GET", "?scope=all"))["items"]) == 7


async def test_who_may_not_does_not(desk, gifts, client, issuer, app, llm, shopper):
    guest = issuer.bearer("gst_1", roles=("guest",))
    for method, path in (("GET", "?scope=all"), ("GET", "/gifts/versions"), ("POST", ""), ("POST", "/gifts/run")):
        body = {**GIFTS, "id": "mine"} if path == "" else {"message": "hi"} if path.endswith("run") else {}
        assert (await desk(method, path, 403, headers=guest, **body))["code"] == "missing_permission"
    reader = issuer.bearer("usr_reader", roles=("support",), permissions=("agents:read",))
    assert (await desk("PATCH", "/gifts", 403, headers=reader, revision=2))["code"] == "missing_permission"
    other = issuer.bearer("usr_far", roles=("manager",), permissions=BOTH, tenant="other")
    assert (await desk("GET", "/gifts", 404, headers=other))["code"] == "agent_not_found"
    assert (await desk("POST", "/gifts/publish", 404, headers=other, revision=2))["code"] == "agent_not_found"
    assert (await desk("POST", "/gifts/run", 404, headers=other, message="hi"))["code"] == "agent_not_found"
    unknown = await desk("PATCH", "/gifts", 422, revision=2, tools=["rm"])
    assert unknown["errors"] == [{"at": "body.tools.0", "message": "there is no tool rm", "type": "value_error"}]
    refused = await desk("PATCH", "/gifts", 422, revision=2, instructions={"zh": "你好\n{{谁}}"})
    place = "zh, line 2, column 1: {{谁}} is no variable of this agent"
    assert refused["errors"] == [{"at": "body.instructions", "message": place, "type": "value_error"}]
    await desk("PATCH", "/gifts", revision=2, audience="staff")
    await desk("POST", "/gifts/publish", revision=3)
    assert (await shopper.post("hi", agent_id="gifts")).json()["code"] == "agent_not_found"
    assert "gifts" not in str((await client.get("/api/v1/agents", headers=shopper.bearer)).json())


async def test_what_another_process_publishes_is_known_within_a_second(start, shop, issuer, llm, database_kind):
    if database_kind == "sqlite":
        pytest.skip("one process owns the SQLite file")
    (here, _), (there, _) = await start(), await start()
    bearer = issuer.bearer("usr_staff", roles=("manager",), permissions=BOTH)
    assert (await there.get("/api/v1/agents/gifts")).status_code == 404
    assert (await here.post("/api/v1/agents", json=GIFTS, headers=bearer)).status_code == 201
    await here.post("/api/v1/agents/gifts/publish", json={"revision": 1}, headers=bearer)
    await until(lambda: there.get("/api/v1/agents/gifts"))
    llm.add(say("Hello."))
    await Shopper(there, issuer.bearer("usr_ann")).say("a present", agent_id="gifts")
    assert said_to_model(llm).startswith("Gifts at")
