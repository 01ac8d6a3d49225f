"""Kept answers over a real connection: they go out before the application is asked, and look like any other."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI, Response
from sqlalchemy.orm import DeclarativeBase

from common.cache import CacheRule
from common.runtime import Runtime
from common.service import create_service
from common.tests.integration.conftest import MadeUpSettings, made_up_tables
from tests.support.by_hand import Reader, served

ORIGIN = "http://localhost:8000"
BODY = b'"' + b"x" * 300 + b'"'


class Base(DeclarativeBase):
    metadata = made_up_tables()


class Shop:
    """A service on a port; `asked` counts what came to the application."""

    def __init__(self, app: Any, port: int) -> None:
        self.port, self.asked = port, 0
        answer = app.edge.app

        async def counted(scope: Any, receive: Any, send: Any) -> None:
            self.asked += 1
            await answer(scope, receive, send)

        app.edge.app = counted
        self.settle: Callable[[], None] = app.edge.settle
        self.runtime: Runtime = app.state.runtime

    async def connect(self) -> Reader:
        return await Reader.connect(self.port)


@asynccontextmanager
async def no_room(runtime: Runtime) -> AsyncIterator[None]:
    yield None


@pytest.fixture
async def shop(make_settings: Callable[..., Any], tmp_path: Path) -> AsyncIterator[Shop]:
    router = APIRouter()

    @router.get("/pages/{page_id}")
    async def page(page_id: str) -> Response:
        return Response(BODY, media_type="application/json")

    app: FastAPI = create_service(
        make_settings(MadeUpSettings, data_dir=tmp_path, web_origins=[ORIGIN]), title="t", description="t", base=Base,
        build=no_room, routers=[router], cacheable=[CacheRule("/pages/{page_id}", tag="pages")],
    )  # fmt: skip
    async with served(app) as port:
        yield Shop(app, port)


async def test_a_kept_answer_is_the_same_to_the_letter_and_nobody_is_asked_for_it(shop: Shop) -> None:
    reader = await shop.connect()
    for lines in ((), (f"Origin: {ORIGIN}",), ("Accept-Language: zh",)):
        made, kept = await reader.ask(*lines), await reader.ask(*lines)
        unlike = {"date", "x-request-id"}
        assert (made[0], made[2]) == (kept[0], kept[2]) == (b"HTTP/1.1 200 OK", BODY)
        assert {k: v for k, v in made[1].items() if k not in unlike} == {
            k: v for k, v in kept[1].items() if k not in unlike
        }
        assert made[1]["x-request-id"] != kept[1]["x-request-id"]
        assert parsedate_to_datetime(kept[1]["date"]) >= parsedate_to_datetime(made[1]["date"])
        assert kept[1].get("access-control-allow-origin") == (ORIGIN if "Origin" in "".join(lines) else None)
        status, headers, body = await reader.ask(*lines, f"If-None-Match: {kept[1]['etag']}")
        assert (status, body, headers["etag"]) == (b"HTTP/1.1 304 Not Modified", b"", kept[1]["etag"])
    assert shop.asked == 3
    shop.settle()
    counted = shop.runtime.metrics.exposition().decode()
    assert 'count{method="GET",route="/pages/{page_id}",service="made_up_service",status="200"} 6.0' in counted


async def test_an_own_request_id_comes_back_and_a_misshapen_one_does_not(shop: Shop) -> None:
    reader = await shop.connect()
    await reader.ask()
    assert (await reader.ask("X-Request-Id: mine-1"))[1]["x-request-id"] == "mine-1"
    for wrong in ("two words", "x" * 129, "\u00e9"):
        assert (await reader.ask(f"X-Request-Id: {wrong}"))[1]["x-request-id"] != wrong
    assert shop.asked == 1


async def test_requests_that_come_together_are_answered_in_their_order(shop: Shop) -> None:
    reader = await shop.connect()
    await reader.ask()
    for path in ("/pages/1", "/livez", "/pages/1", "/pages/2", "/pages/1"):
        reader.send(first=f"GET {path} HTTP/1.1")
    answers = [await reader.answer() for _ in range(5)]
    assert [answer[2] == BODY for answer in answers] == [True, False, True, True, True]


async def test_a_crowd_of_requests_behind_a_slow_one_is_answered(shop: Shop) -> None:
    reader = await shop.connect()
    await reader.ask()
    request = b"GET /pages/1 HTTP/1.1\r\nHost: one.test\r\n\r\n"
    reader.writer.write(request.replace(b"/pages/1", b"/pages/2") + request * 1000)
    for _ in range(1001):
        assert (await reader.answer())[2] == BODY


async def test_what_ends_the_connection_or_wants_no_body_gets_just_that(shop: Shop) -> None:
    await (await shop.connect()).ask()
    reader = await shop.connect()
    reader.send(first="HEAD /pages/1 HTTP/1.1")
    status, headers, _ = await reader.answer(headers_only=True)
    assert (status, headers["content-length"]) == (b"HTTP/1.1 200 OK", str(len(BODY)))
    assert (await reader.ask("Content-Length: 4", body=b"body"))[2] == BODY, "a GET's body is nobody's next request"
    assert (await reader.ask("Connection: close"))[2] == BODY
    assert await reader.ended()
    old = await shop.connect()
    assert (await old.ask(first="GET /pages/1 HTTP/1.0"))[2] == BODY
    assert await old.ended()
