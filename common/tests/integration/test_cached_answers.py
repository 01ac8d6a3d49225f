"""Cached answers as a client sees them: through the whole service, and through two processes of it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI, Response
from httpx import ASGITransport, AsyncClient
from sqlalchemy.orm import DeclarativeBase

from common.cache import CacheRule
from common.database import after_commit, current_tenant
from common.languages import current_language
from common.runtime import Runtime
from common.service import create_service
from common.tests.integration.conftest import MadeUpSettings, OwnValkey, made_up_tables, until
from tests.support.issuer import USER_URL, Issuer

ORIGIN = "http://localhost:8000"
RULES = [CacheRule("/pages/{page_id}", params=("colour",), tag="pages")]


class Base(DeclarativeBase):
    metadata = made_up_tables()


class Pages:
    """Counts how often its route was really run."""

    def __init__(self) -> None:
        self.runs = 0
        self.router = APIRouter()
        self.router.add_api_route("/pages/{page_id}", self.show)

    async def show(self, page_id: str, colour: str = "red") -> Response:
        self.runs += 1
        text = f'"{page_id} {colour} {current_language()} {current_tenant()} {self.runs}"'
        return Response(text, media_type="application/json")


class Service:
    def __init__(self, app: FastAPI, pages: Pages, client: AsyncClient) -> None:
        self.app, self.pages, self.client = app, pages, client
        self.runtime: Runtime = app.state.runtime

    async def change(self) -> None:
        """A commit that puts the pages out of date."""
        cache = self.runtime.response_cache
        async with self.runtime.database.unit_of_work() as session:
            after_commit(session, lambda: cache.raise_generation("default", "pages"))


@asynccontextmanager
async def no_room(runtime: Runtime) -> AsyncIterator[None]:
    yield None


@pytest.fixture
async def start(make_settings: Callable[..., Any], issuer: Issuer, tmp_path: Path) -> AsyncIterator[Callable[..., Any]]:
    async with AsyncExitStack() as stack:

        async def begin(name: str = "one", **overrides: Any) -> Service:
            given = {"data_dir": tmp_path / name, "user_service_url": USER_URL, "web_origins": [ORIGIN], **overrides}
            pages = Pages()
            http = await stack.enter_async_context(issuer.client())
            app = create_service(
                make_settings(MadeUpSettings, **given), title="t", description="t", base=Base, build=no_room,
                routers=[pages.router], cacheable=RULES, http=http,
            )  # fmt: skip
            await stack.enter_async_context(app.router.lifespan_context(app))
            transport = ASGITransport(app=app)
            client = await stack.enter_async_context(AsyncClient(transport=transport, base_url="http://one.test"))
            return Service(app, pages, client)

        yield begin


async def test_a_miss_and_a_hit_look_the_same(start: Callable[..., Any]) -> None:
    service: Service = await start()
    miss = await service.client.get("/pages/1?colour=blue")
    hit = await service.client.get("/pages/1?colour=blue&utm_source=x")
    assert (miss.status_code, miss.content) == (hit.status_code, hit.content) == (200, b'"1 blue en default 1"')
    unlike = {"x-request-id"}
    assert {k: v for k, v in miss.headers.items() if k not in unlike} == {
        k: v for k, v in hit.headers.items() if k not in unlike
    }
    assert miss.headers["etag"]
    assert miss.headers["x-request-id"] != hit.headers["x-request-id"]
    seen = await service.client.get("/pages/1?colour=blue", headers={"If-None-Match": miss.headers["etag"]})
    assert (seen.status_code, seen.content) == (304, b"")
    assert service.pages.runs == 1


async def test_a_commit_is_seen_by_the_very_next_reader(start: Callable[..., Any]) -> None:
    service: Service = await start()
    for n in range(1, 4):
        assert (await service.client.get("/pages/1")).content.endswith(f'{n}"'.encode())
        assert (await service.client.get("/pages/1")).content.endswith(f'{n}"'.encode())
        await service.change()


async def test_readers_share_what_is_the_same_for_them_and_staff_see_it_fresh(
    start: Callable[..., Any], issuer: Issuer
) -> None:
    service: Service = await start()
    shopper, manager = issuer.bearer(), issuer.bearer("usr_2", roles=("manager",))
    forged = {"Authorization": shopper["Authorization"][:-4] + "AAAA"}
    for headers in ({}, shopper, shopper, manager, forged, {"Origin": ORIGIN}):
        assert (await service.client.get("/pages/1", headers=headers)).status_code == 200
    runs = service.pages.runs
    again = await service.client.get("/pages/1", headers=shopper)
    assert service.pages.runs == runs
    assert again.content == (await service.client.get("/pages/1")).content
    await service.client.get("/pages/1", headers=manager)
    await service.client.get("/pages/1", headers=forged)
    assert service.pages.runs == runs + 2
    crossing = await service.client.get("/pages/1", headers={"Origin": ORIGIN})
    assert crossing.headers["access-control-allow-origin"] == ORIGIN
    assert "access-control-allow-origin" not in (await service.client.get("/pages/1")).headers
    chinese = await service.client.get("/pages/1", headers={"Accept-Language": "zh-CN"})
    assert b" zh " in chinese.content


async def test_a_commit_in_one_process_reaches_the_other(start: Callable[..., Any], own_valkey: OwnValkey) -> None:
    one: Service = await start("one", redis_url=own_valkey.url)
    two: Service = await start("two", redis_url=own_valkey.url)
    for service in (one, two):
        await until(lambda service=service: service.runtime.events.bell.connected)
    await one.client.get("/pages/1")
    await two.client.get("/pages/1")
    await one.change()

    async def two_made_it_anew() -> bool:
        await two.client.get("/pages/1")
        return two.pages.runs == 2

    await until(two_made_it_anew)
    await one.client.get("/pages/1")
    assert await one.client.get("/pages/1")
    assert one.pages.runs == 2, "its own ring does not count twice"
