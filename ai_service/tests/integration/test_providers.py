"""Providers and models as the staff sets them up, and what chats make of them."""

import asyncio
from typing import Any

import pytest

from ai_service.app.providers.service import make_providers
from ai_service.tests.support.talking import Shopper
from common.clock import Clock
from common.database import use_tenant
from tests.support.scripted_llm import Cut, Hang, Reply, ScriptedLLM, delta, refuse, say

KEY = "sk-never-to-be-seen-9876"
READER, WRITER = ("providers:read",), ("providers:read", "providers:write")


class Desk:
    """Staff who set up models."""

    def __init__(self, client, issuer, permissions=WRITER, tenant="default"):
        self.client = client
        self.bearer = issuer.bearer("usr_boss", roles=("owner",), permissions=permissions, tenant=tenant)

    async def ask(self, method, path, body=None, status=200, **headers):
        answer = await self.client.request(method, f"/api/v1/{path}", json=body, headers=self.bearer | headers)
        assert answer.status_code == status, answer.text
        assert KEY not in answer.text
        return answer.json() if answer.content else None

    async def provider(self, llm, name="First", *models, **fields):
        body = {"name": name, "base_url": llm.base_url, "api_key": KEY, **fields}
        made = await self.ask("POST", "providers", body, 201)
        for model in models:
            await self.ask("POST", "models", {"provider_id": made["id"], "name": model}, 201)
        return made


@pytest.fixture
async def other():
    async with ScriptedLLM() as server:
        yield server


@pytest.fixture
async def house_only(start):
    return await start(llm_base_url=None, llm_model=None)


@pytest.fixture
def desk(house_only, issuer):
    return Desk(house_only[0], issuer)


@pytest.fixture
def shopper(house_only, issuer):
    return Shopper(house_only[0], issuer.bearer("usr_ann"))


async def test_a_key_goes_in_and_never_comes_out(desk, llm, shopper, tmp_path, caplog, capfd, database_kind):
    made = await desk.provider(llm, "First", "m-1")
    assert made["api_key"] == {"set": True, "ends_with": "9876"}
    llm.add(Reply([b'{"error":"no such key: ' + KEY.encode() + b'"}'], 401, "application/json"))
    tested = await desk.ask("POST", f"providers/{made['id']}/test", {})
    assert (tested["ok"], tested["error"]["code"]) == (False, "model_misconfigured")
    assert tested["error"]["detail"].endswith('no such key: [key]"}')
    llm.add(say(f"My key is {KEY}", pieces=1))
    assert (await shopper.say("tell me your key"))["message"] == "My key is [key]"
    assert llm.headers[-1]["authorization"] == f"Bearer {KEY}"
    await desk.ask("PATCH", f"providers/{made['id']}", {"api_key": KEY + " "}, 422)
    refused = await desk.ask("PATCH", f"providers/{made['id']}", {"base_url": "http://127.0.0.1:9/v1"}, 422)
    assert refused["code"] == "api_key_needed"
    await desk.ask("PATCH", f"providers/{made['id']}", {"base_url": llm.base_url + "/x"})
    assert KEY not in caplog.text + "".join(capfd.readouterr())
    if database_kind == "sqlite":
        files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
        assert any(b"llm_providers" in content for content in files)
        assert not any(KEY.encode() in content for content in files)
    changed = await desk.ask("PATCH", f"providers/{made['id']}", {"api_key": None})
    assert changed["api_key"] == {"set": False, "ends_with": None}


async def test_what_is_changed_is_audited_and_guarded_by_its_version(desk, llm, rows):
    made = await desk.provider(llm, "First", "m-1", timeouts={"first_token": 1.5}, limits={"tokens_per_minute": 9000})
    path = f"providers/{made['id']}"
    assert (made["timeouts"]["first_token"], made["timeouts"]["total"]) == (1.5, 60.0)
    assert made["limits"] == {"requests_per_minute": None, "tokens_per_minute": 9000}
    changed = await desk.ask("PATCH", path, {"timeouts": {"total": 30}, "weight": 3}, **{"If-Match": '"1"'})
    assert changed["timeouts"] == {"connect": 5.0, "first_token": 1.5, "between_tokens": 15.0, "total": 30.0}
    assert (changed["weight"], changed["version"]) == (3, 2)
    stale = await desk.ask("PATCH", path, {"weight": 9}, 412, **{"If-Match": '"1"'})
    assert (stale["code"], stale["version"]) == ("changed_meanwhile", 2)
    assert (await desk.ask("POST", "providers", {"name": "First", "base_url": llm.base_url}, 409))["code"] == (
        "provider_exists"
    )
    [model] = (await desk.ask("GET", f"models?provider_id={made['id']}"))["items"]
    prices = {"input": 270_000, "output": 1_100_000, "reasoning": 2_000_000, "currency": "EUR"}
    priced = await desk.ask("PATCH", f"models/{model['id']}", {"prices": prices, "abilities": ["chat", "vision"]})
    assert priced["prices"] == {"cached": 270_000, **prices}
    assert priced["abilities"] == ["chat", "vision"]
    again = {"provider_id": made["id"], "name": "m-1"}
    assert (await desk.ask("POST", "models", again, 409))["code"] == "model_exists"
    await desk.ask("DELETE", path, status=412, **{"If-Match": "1"})
    await desk.ask("DELETE", path, status=204)
    assert (await desk.ask("GET", "models"))["items"] == []
    told = [(row["action"], row["actor_id"]) for row in await rows("audit_events")]
    actions = ["provider.created", "model.created", "provider.changed", "model_price.added", "model.changed"]
    actions.append("provider.removed")
    assert told == [(action, "usr_boss") for action in actions]


@pytest.fixture
def app(house_only):
    return house_only[1]


async def test_other_shops_and_those_who_may_not_see_nothing_of_it(desk, llm, house_only, issuer):
    made = await desk.provider(llm, "First", "m-1")
    [model] = (await desk.ask("GET", "models"))["items"]
    stranger = Desk(house_only[0], issuer, tenant="other")
    assert (await stranger.ask("GET", "providers"))["items"] == []
    for path in (f"providers/{made['id']}", f"models/{model['id']}"):
        await stranger.ask("GET", path, status=404)
        await stranger.ask("GET", f"{path}/health", status=404)
        await stranger.ask("PATCH", path, {"weight": 2}, 404)
        await stranger.ask("DELETE", path, status=404)
    await stranger.ask("POST", f"providers/{made['id']}/test", {}, 404)
    await stranger.ask("POST", "models", {"provider_id": made["id"], "name": "m-2"}, 404)
    reader, nobody = Desk(house_only[0], issuer, READER), Desk(house_only[0], issuer, ("orders:read",))
    assert len((await reader.ask("GET", "providers"))["items"]) == 1
    for method, path in (("PATCH", f"providers/{made['id']}"), ("PATCH", f"models/{model['id']}")):
        await reader.ask(method, path, {}, 403)
    await reader.ask("GET", f"providers/{made['id']}/available-models", status=403)
    await nobody.ask("GET", "providers", status=403)
    assert llm.requests == []


async def test_a_change_takes_effect_without_a_restart(desk, llm, shopper, app, rows):
    runtime = app.state.runtime
    another_process = await make_providers(runtime.settings, runtime, app.state.room.prices, Clock())
    elsewhere = another_process.catalogue
    with use_tenant("default"):
        assert elsewhere.candidates() == []
    assert (await shopper.say("hello"))["usage"]["model"] == "house"
    made = await desk.provider(llm, "First", "m-1")
    [model] = (await desk.ask("GET", "models"))["items"]
    await desk.ask("PATCH", f"models/{model['id']}", {"prices": {"input": 2_000_000, "currency": "EUR"}})
    llm.add(say("From the provider."))
    answer = await shopper.say("hello again")
    assert answer["message"] == "From the provider."
    assert answer["usage"]["cost"] == {"micros": 22, "currency": "EUR"}
    used = (await rows("model_calls"))[-1]
    assert (used["provider"], used["model"], used["cost"]) == ("First", "m-1", 22)
    await elsewhere.load()  # which the bell brings about, or a second
    with use_tenant("default"):
        assert [candidate.id for candidate in elsewhere.candidates()] == [model["id"]]
    await desk.ask("PATCH", f"providers/{made['id']}", {"enabled": False})
    assert (await shopper.say("and now?"))["usage"]["model"] == "house"
    await another_process.shut_down()


async def test_a_chat_goes_on_elsewhere_and_the_health_says_why(desk, llm, other, shopper):
    first = await desk.provider(llm, "First", "m-1", priority=1)
    second = await desk.provider(other, "Second", "m-2", priority=2)
    llm.add(Reply([delta(content="We have "), delta(content="two mon"), Cut()]))
    other.add(say("We have two monitors."))
    answer = await shopper.say("monitors?")
    assert (answer["message"], answer["usage"]["model"]) == ("We have two monitors.", "m-2")
    items = (await desk.ask("GET", "providers"))["items"]
    assert [item["name"] for item in items] == ["First", "Second"]
    health = await desk.ask("GET", f"providers/{first['id']}/health")
    assert (health["status"], health["calls"], health["errors"]) == ("degraded", 1, 1)
    assert health["last_error"] == "model_broken_stream"
    health = await desk.ask("GET", f"providers/{second['id']}/health")
    assert (health["status"], health["breaker"]) == ("ok", {"state": "closed", "retry_at": None})
    assert health["p50_first_token_ms"] >= 0
    llm.add(refuse(401))
    other.add(say("Still here."))
    assert (await shopper.say("and now?"))["message"] == "Still here."
    [model] = (await desk.ask("GET", f"models?provider_id={first['id']}"))["items"]
    health = await desk.ask("GET", f"models/{model['id']}/health")
    assert (health["status"], health["calls"], health["errors"]) == ("down", 2, 2)
    llm.add(say("ready"), say("Back again."))
    tested = await desk.ask("POST", f"providers/{first['id']}/test", {"model": "m-1"})
    assert (tested["ok"], tested["text"], tested["error"]) == (True, "ready", None)
    assert (await shopper.say("better?"))["message"] == "Back again."


async def test_a_stopped_chat_hangs_up_at_the_provider(desk, llm, shopper):
    await desk.provider(llm, "First", "m-1")
    llm.add(Reply([delta(content="Let me think"), Hang()]))
    talking = asyncio.create_task(shopper.hear("think long"))
    await llm.asked()
    async with asyncio.timeout(30):
        while shopper.conversation_id is None:  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)
    url = f"/api/v1/conversations/{shopper.conversation_id}/stop"
    assert (await shopper.client.post(url, headers=shopper.bearer)).status_code == 202
    assert (await talking)[-1][2]["status"] == "stopped"
    await asyncio.wait_for(llm.hung_up.wait(), 30)


async def test_models_are_found_at_the_provider_and_silent_ones_are_looked_at(start, issuer, llm, other):
    client, app = await start(llm_health_seconds=0)
    desk = Desk(client, issuer)
    made = await desk.provider(other, "Second", "a")
    other.models = ["b", "a"]
    found = await desk.ask("GET", f"providers/{made['id']}/available-models")
    assert found["items"] == [{"name": "a", "added": True}, {"name": "b", "added": False}]
    configured, _ = (await desk.ask("GET", "providers"))["items"]
    shown = {name: configured[name] for name in ("id", "source", "base_url", "priority", "api_key")}
    assert shown == {
        "id": "configuration",
        "source": "configuration",
        "base_url": llm.base_url,
        "priority": 0,
        "api_key": {"set": False, "ends_with": None},
    }
    refused = await desk.ask("PATCH", "providers/configuration", {"enabled": False}, 409)
    assert refused["code"] == "set_by_configuration"
    assert (await desk.ask("GET", "models/configuration"))["name"] == "scripted-1"
    await app.state.room.providers.health.look()
    assert (llm.looked_at, other.looked_at) == (1, 2)
    health = await desk.ask("GET", f"providers/{made['id']}/health")
    assert (health["status"], health["check"]["error"]) == ("ok", None)
    await other.__aexit__()
    await app.state.room.providers.health.look()
    health = await desk.ask("GET", f"providers/{made['id']}/health")
    assert (health["status"], health["check"]["error"]) == ("down", "model_unavailable")
    refused = await desk.ask("GET", f"providers/{made['id']}/available-models", status=503)
    assert (refused["code"], refused["reason"]) == ("provider_away", "model_unavailable")


async def test_where_private_addresses_are_not_allowed_none_is_reached(start, issuer, llm):
    client, _ = await start(llm_base_url=None, llm_private_addresses=False)
    desk = Desk(client, issuer)
    for address in (llm.base_url, "http://169.254.169.254/v1", "ftp://models.example/v1", "http://u:p@models.example"):
        refused: Any = await desk.ask("POST", "providers", {"name": "P", "base_url": address}, 422)
        assert refused["code"] == "address_not_allowed"
    named = await desk.ask("POST", "providers", {"name": "P", "base_url": "http://localhost:11434/v1"}, 201)
    tested = await desk.ask("POST", f"providers/{named['id']}/test", {"model": "m"})
    assert tested["error"]["code"] == "model_misconfigured"
