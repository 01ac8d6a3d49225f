"""What every service does around its routes: problems, limits, languages, caching, health."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Body, Request
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel, ConfigDict
from sqlalchemy.orm import DeclarativeBase

from common.cache.rules import CacheRule
from common.config import Settings
from common.database import current_tenant
from common.errors import Conflict
from common.languages import current_language
from common.runtime import Runtime
from common.security.dependencies import AnyCaller, ServiceCaller, permitted
from common.service import create_service, json_response
from tests.support.issuer import USER_URL, Issuer


class Sold(Conflict):
    code = "sold"


class Toy(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    price: int


def toys() -> APIRouter:
    router = APIRouter()
    made = {"count": 0}

    @router.get("/toys")
    async def list_toys(limit: int = 20) -> Any:
        made["count"] += 1
        return json_response({"made": made["count"], "limit": limit, "language": current_language()})

    @router.post("/toys", status_code=201)
    async def make_toy(toy: Annotated[Toy, Body()], caller: AnyCaller) -> Any:
        return {"name": toy.name, "tenant": current_tenant(), "by": caller.subject_id}

    @router.put("/toys/{name}/picture")
    async def picture(name: str, request: Request) -> dict[str, int]:
        return {"size": len(await request.body())}

    @router.get("/sold")
    async def sold() -> None:
        raise Sold("Somebody was faster.", headers={"Retry-After": "7"}, toy="bear")

    @router.get("/broken")
    async def broken() -> None:
        raise ZeroDivisionError

    @router.get("/managers", dependencies=[permitted("toys:write")])
    async def managers() -> dict[str, bool]:
        return {"ok": True}

    @router.get("/slow")
    async def slow(request: Request) -> dict[str, bool]:
        await request.app.state.enough.wait()
        return {"ok": True}

    @router.get("/internal/v1/toys")
    async def internal(caller: ServiceCaller) -> dict[str, str]:
        return {"tenant": current_tenant()}

    return router


class ToySettings(Settings):
    service = "toy_service"


class Base(DeclarativeBase):
    pass


@asynccontextmanager
async def no_room(runtime: Runtime) -> AsyncIterator[None]:
    yield None


@pytest.fixture
def serve(make_settings: Callable[..., Any], issuer: Issuer) -> Callable[..., Any]:
    @asynccontextmanager
    async def serve(**overrides: Any) -> AsyncIterator[AsyncClient]:
        settings = make_settings(ToySettings, user_service_url=USER_URL, **overrides)
        app = create_service(
            settings,
            title="Toys",
            description="",
            base=Base,
            build=no_room,
            routers=[toys()],
            cacheable=[CacheRule("/toys", ("limit",), "toys")],
            uploads={"/toys/{name}/picture": 20_000},
            http=issuer.client(),
        )
        client = AsyncClient(transport=ASGITransport(app=app), base_url="http://toy.test")
        async with app.router.lifespan_context(app), client:
            client.app = app  # type: ignore[attr-defined]
            yield client

    return serve


async def test_a_refusal_is_a_problem_document(serve: Any) -> None:
    async with serve() as client:
        answer = await client.get("/sold", headers={"traceparent": f"00-{'a' * 32}-{'b' * 16}-01"})
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["retry-after"] == "7"
    assert answer.json() == {
        "type": "about:blank",
        "title": Conflict.title,
        "status": 409,
        "code": "sold",
        "trace_id": "a" * 32,
        "detail": "Somebody was faster.",
        "toy": "bear",
    }


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "no_such_path"),
        ("DELETE", "/toys", 405, "method_not_allowed"),
        ("GET", "/broken", 500, "internal_error"),
        ("GET", "/toys?limit=many", 422, "invalid_input"),
    ],
)
async def test_every_error_has_a_status_and_a_code(serve: Any, method: str, path: str, status: int, code: str) -> None:
    async with serve() as client:
        answer = await client.request(method, path)
    assert (answer.status_code, answer.json()["status"], answer.json()["code"]) == (status, status, code)
    assert "ZeroDivisionError" not in answer.text


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"name": "bear"}',
        b'{"name": "bear", "price": "dear"}',
        b'{"name":"b","price":1,"x":2}',
        b'{"name": "half a \\ud83d pair", "price": 1}',
    ],
)
async def test_malformed_input_is_422_and_says_where(serve: Any, issuer: Issuer, content: bytes) -> None:
    async with serve() as client:
        headers = {**issuer.bearer(), "Content-Type": "application/json"}
        answer = await client.post("/toys", content=content, headers=headers)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["at"].startswith("body")


async def test_a_character_in_two_halves_is_one(serve: Any, issuer: Issuer) -> None:
    async with serve() as client:
        headers = {**issuer.bearer(), "Content-Type": "application/json"}
        answer = await client.post("/toys", content=b'{"name": "\\ud83e\\uddf8", "price": 1}', headers=headers)
    assert (answer.status_code, answer.json()["name"]) == (201, "\U0001f9f8")


async def test_a_huge_body_is_413_whether_it_says_so_or_not(serve: Any, issuer: Issuer) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1000

    async with serve(max_body_bytes=10_000) as client:
        headers = {**issuer.bearer(), "Content-Type": "application/json"}
        honest = await client.post("/toys", content=b" " * 10_001, headers=headers)
        silent = await client.post("/toys", content=endless(), headers=headers)
    assert (honest.status_code, silent.status_code) == (413, 413)
    assert honest.json()["code"] == "payload_too_large"


async def test_only_a_route_that_takes_files_takes_more_and_not_without_end(serve: Any, issuer: Issuer) -> None:
    async def parts(count: int) -> AsyncIterator[bytes]:
        for _ in range(count):
            yield b" " * 1000

    async with serve(max_body_bytes=10_000) as client:
        headers = {**issuer.bearer(), "Content-Type": "multipart/form-data; boundary=toy"}
        elsewhere = [
            await client.post("/toys", content=b" " * 10_001, headers=headers),
            await client.post("/toys", content=parts(11), headers=headers),
        ]
        taken = [
            await client.put("/toys/bear/picture", content=b" " * 20_000, headers=headers),
            await client.put("/toys/bear/picture", content=parts(20), headers=headers),
        ]
        refused = [
            await client.put("/toys/bear/picture", content=b" " * 20_001, headers=headers),
            await client.put("/toys/bear/picture", content=parts(21), headers=headers),
        ]
    assert [answer.status_code for answer in elsewhere] == [413, 413]
    assert [answer.json() for answer in taken] == [{"size": 20_000}] * 2
    assert [(answer.status_code, answer.json()["limit"]) for answer in refused] == [(413, 20_000)] * 2


async def test_who_may_not_is_told_so(serve: Any, issuer: Issuer) -> None:
    async with serve() as client:
        stranger = await client.get("/managers")
        shopper = await client.get("/managers", headers=issuer.bearer())
        manager = await client.get("/managers", headers=issuer.bearer(permissions=("toys:write",)))
        forged = await client.get("/managers", headers={"Authorization": "Bearer forged"})
        outsider = await client.get("/internal/v1/toys", headers=issuer.bearer(permissions=("*",)))
    assert (stranger.status_code, shopper.status_code, manager.status_code) == (401, 403, 200)
    assert (forged.status_code, forged.json()["code"]) == (401, "invalid_token")
    assert shopper.json()["permission"] == "toys:write"
    assert outsider.status_code == 403


async def test_the_tenant_comes_from_the_token_and_only_a_service_names_one(serve: Any, issuer: Issuer) -> None:
    async with serve() as client:
        own = await client.post(
            "/toys", json={"name": "b", "price": 1}, headers={**issuer.bearer(tenant="south"), "X-Tenant": "north"}
        )
        service = await client.get("/internal/v1/toys", headers=issuer.service_bearer(tenant="west"))
    assert own.json()["tenant"] == "south"
    assert service.json()["tenant"] == "west"


async def test_a_write_in_an_ended_session_is_refused(serve: Any, issuer: Issuer) -> None:
    headers = issuer.bearer(session="ses_over")
    issuer.ended_sessions.add("ses_over")
    async with serve() as client:
        answer = await client.post("/toys", json={"name": "b", "price": 1}, headers=headers)
        read = await client.get("/toys", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "session_ended")
    assert read.status_code == 200


async def test_the_reader_chooses_the_language(serve: Any) -> None:
    async with serve() as client:
        answers = [
            await client.get("/toys", headers={"Accept-Language": "zh-CN"}),
            await client.get("/toys?lang=zh", headers={"Accept-Language": "en"}),
            await client.get("/toys?lang=xx", headers={"Accept-Language": "en"}),
        ]
    assert [answer.json()["language"] for answer in answers] == ["zh", "zh", "en"]


async def test_an_answer_is_made_once_until_it_is_out_of_date(serve: Any) -> None:
    async with serve() as client:
        first = await client.get("/toys?limit=5")
        again = await client.get("/toys?limit=5&utm=mail")
        other = await client.get("/toys?limit=6")
        unchanged = await client.get("/toys?limit=5", headers={"If-None-Match": first.headers["etag"]})
        client.app.state.runtime.response_cache.raise_generation("default", "toys")
        fresh = await client.get("/toys?limit=5", headers={"If-None-Match": first.headers["etag"]})
    assert [answer.json()["made"] for answer in (first, again, other)] == [1, 1, 2]
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert (fresh.status_code, fresh.json()["made"]) == (200, 3)
    assert first.headers["x-request-id"] != again.headers["x-request-id"]


async def test_too_many_reads_are_429_unless_the_answer_is_ready_made(serve: Any) -> None:
    async with serve(rate_public_reads="3/minute") as client:
        made = [await client.get(f"/toys?limit={number}") for number in range(5)]
        ready_made = [await client.get("/toys?limit=1") for _ in range(5)]
        health = await client.get("/readyz")
    assert [answer.status_code for answer in made] == [200, 200, 200, 429, 429]
    assert 1 <= int(made[-1].headers["retry-after"]) <= 60
    assert [answer.status_code for answer in ready_made] == [200] * 5
    assert health.status_code == 200


async def test_too_many_writes_are_429_for_that_caller_only(serve: Any, issuer: Issuer) -> None:
    toy = {"name": "b", "price": 1}
    async with serve(rate_writes="2/minute") as client:
        mine = [await client.post("/toys", json=toy, headers=issuer.bearer("usr_1")) for _ in range(3)]
        hers = await client.post("/toys", json=toy, headers=issuer.bearer("usr_2"))
    assert [answer.status_code for answer in mine] == [201, 201, 429]
    assert hers.status_code == 201


async def test_health_says_what_is_needed_and_what_is_not(serve: Any) -> None:
    async with serve() as client:
        live, ready, health = await asyncio.gather(*(client.get(f"/{path}") for path in ("livez", "readyz", "health")))
        metrics = await client.get("/metrics")
    assert live.json() == {"status": "alive", "service": "toy_service"}
    assert ready.json()["needs"] == {"database": "ok"}
    assert ready.json()["can_do_without"] == {"valkey": "away"}
    assert health.json() == ready.json()
    assert b"http_request_duration_seconds" in metrics.content


async def test_answers_from_the_cache_are_counted_too(serve: Any) -> None:
    async with serve() as client:
        for _ in range(3):
            await client.get("/toys")
        counted = (await client.get("/metrics")).text
    labels = 'method="GET",route="/toys",service="toy_service",status="200"'
    assert f"http_request_duration_seconds_count{{{labels}}} 3.0" in counted
    assert f'http_request_duration_seconds_bucket{{le="+Inf",{labels}}} 3.0' in counted


async def test_head_is_get_without_the_body(serve: Any) -> None:
    async with serve() as client:
        for path, status in (("/toys", 200), ("/sold", 409), ("/nowhere", 404), ("/livez", 200)):
            whole = await client.get(path)
            head = await client.head(path)
            assert (head.status_code, head.content) == (status, b"")
            same = ("content-type", "content-length", "etag", "retry-after")
            assert [head.headers.get(name) for name in same] == [whole.headers.get(name) for name in same]


async def test_more_than_can_be_done_is_refused_in_time(serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("common.admission.PATIENCE", 0.1)
    async with serve(requests_at_once=1) as client:
        client.app.state.enough = asyncio.Event()
        first = asyncio.create_task(client.get("/slow"))
        await asyncio.sleep(0)
        refused = await client.get("/sold")
        assert (refused.status_code, refused.json()["code"]) == (503, "overloaded")
        assert int(refused.headers["Retry-After"]) >= 1
        assert (await client.get("/readyz")).status_code == 200
        assert (await client.get("/internal/v1/toys")).status_code == 401
        monkeypatch.setattr("common.admission.PATIENCE", 60)
        patient = asyncio.create_task(client.get("/sold"))
        await asyncio.sleep(0)
        client.app.state.enough.set()
        assert (await first).json() == {"ok": True}
        assert (await patient).status_code == 409


async def test_who_would_wait_in_vain_is_turned_away_at_once(serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("common.admission.MOST_WAITING", 0)
    async with serve(requests_at_once=1, web_origins=["http://shop.test"]) as client:
        client.app.state.enough = asyncio.Event()
        first = asyncio.create_task(client.get("/slow"))
        await asyncio.sleep(0)
        headers = {"Accept-Language": "zh", "Origin": "http://shop.test"}
        refused = await client.get("/sold", headers=headers)
        client.app.state.enough.set()
        await first
    assert (refused.status_code, refused.headers["content-type"]) == (503, "application/problem+json")
    assert refused.headers["retry-after"] in {"1", "2", "3"}
    assert refused.headers["access-control-allow-origin"] == "http://shop.test"
    problem = refused.json()
    assert problem == {
        "type": "about:blank",
        "title": "暂时不可用",
        "status": 503,
        "code": "overloaded",
        "trace_id": refused.headers["x-request-id"],
        "detail": "要处理的请求太多了。",
    }


async def test_who_sends_slowly_keeps_nobody_out(serve: Any) -> None:
    """Neither before the first letter of a body nor in the middle of it; it is read to its end all the same."""
    begun, enough = asyncio.Event(), asyncio.Event()

    async def never() -> AsyncIterator[bytes]:
        await enough.wait()
        yield b"12"

    async def half() -> AsyncIterator[bytes]:
        yield b"1"
        begun.set()
        await enough.wait()
        yield b"2"

    async with serve(requests_at_once=1) as client:
        sent = [asyncio.create_task(client.put("/toys/bear/picture", content=each())) for each in (never, half, never)]
        await asyncio.wait_for(begun.wait(), 60)
        assert (await client.get("/sold")).status_code == 409
        enough.set()
        assert [(await one).json() for one in sent] == [{"size": 2}] * 3
        assert (await client.get("/sold")).status_code == 409
