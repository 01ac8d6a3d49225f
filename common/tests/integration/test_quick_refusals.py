"""Refusals on arrival over a real connection: nobody is asked, and what follows on the connection stays what it is."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from fastapi import APIRouter, FastAPI, Request
from sqlalchemy.orm import DeclarativeBase
from structlog.testing import capture_logs

from common.runtime import Runtime
from common.service import create_service, json_response
from common.tests.integration.conftest import MadeUpSettings, made_up_tables
from tests.support.by_hand import Answer, Reader, served

ORIGIN = "http://localhost:8000"
REFUSED, TAKEN = b"HTTP/1.1 503 Service Unavailable", b"HTTP/1.1 200 OK"
SALE = "POST /sales HTTP/1.1"
OF_EACH = {"date", "x-request-id", "retry-after"}


class Base(DeclarativeBase):
    metadata = made_up_tables()


class Shop:
    """A service with room for one request. `asked` counts what went uvicorn's way."""

    def __init__(self, app: FastAPI) -> None:
        self._app: Any = app
        self.edge: Any = self._app.edge
        self.asked = self.port = 0
        self.enough = self._app.state.enough = asyncio.Event()
        self.inside = self._app.state.inside = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += scope["type"] == "http"
        await self._app(scope, receive, send)

    async def connect(self) -> Reader:
        return await Reader.connect(self.port)

    async def fill(self) -> Reader:
        """Take the place; whoever comes now is refused until there is `enough`."""
        inside = await self.connect()
        inside.send(first="GET /slow HTTP/1.1")
        await asyncio.wait_for(self.inside.wait(), 60)
        self.asked = 0
        return inside


@asynccontextmanager
async def no_room(runtime: Runtime) -> AsyncIterator[None]:
    yield None


def sales() -> APIRouter:
    router = APIRouter()

    @router.get("/slow")
    async def slow(request: Request) -> Any:
        request.app.state.inside.set()
        await request.app.state.enough.wait()
        return json_response({})

    @router.post("/sales")
    @router.put("/sales/1")
    async def sell(request: Request) -> Any:
        return json_response({"size": len(await request.body())})

    return router


@pytest.fixture
async def shop(
    make_settings: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Shop]:
    monkeypatch.setattr("common.admission.MOST_WAITING", 0)
    settings = make_settings(MadeUpSettings, data_dir=tmp_path, web_origins=[ORIGIN], requests_at_once=1)
    app = create_service(
        settings, title="t", description="t", base=Base, build=no_room, routers=[sales()], begun=["/sales/"]
    )
    shop = Shop(app)
    async with served(shop) as shop.port:
        yield shop
        shop.enough.set()


def told(answer: Answer) -> tuple[bytes, dict[str, str], dict[str, Any]]:
    """A refusal without what is different in each."""
    status, headers, body = answer
    assert headers["retry-after"] in {"1", "2", "3"}
    problem = orjson.loads(body)
    assert problem.pop("trace_id")
    return status, {name: value for name, value in headers.items() if name not in OF_EACH}, problem


async def test_is_the_same_to_the_letter_as_the_one_that_is_sent_slowly(shop: Shop) -> None:
    await shop.fill()
    reader = await shop.connect()
    for lines in ((), (f"Origin: {ORIGIN}",), ("Accept-Language: zh", "Origin: http://others.test")):
        quick = told(await reader.ask("Content-Length: 2", *lines, first=SALE, body=b"{}"))
        assert shop.asked == 0
        slow = told(await (await shop.connect()).ask("Connection: close", *lines, first=SALE))
        assert (slow[1].pop("connection"), shop.asked) == ("close", 1)
        assert quick == slow
        assert quick[0] == REFUSED
        shop.asked = 0


async def test_tells_a_page_why_and_for_how_long_and_lets_it_ask_beforehand(shop: Shop) -> None:
    await shop.fill()
    reader = await shop.connect()
    asks = (f"Origin: {ORIGIN}", "Access-Control-Request-Method: POST")
    assert (await reader.ask(*asks, first="OPTIONS /sales HTTP/1.1"))[0] == TAKEN
    status, headers, body = await reader.ask(f"Origin: {ORIGIN}", "Accept-Language: zh", first=SALE)
    assert (status, headers["access-control-allow-origin"]) == (REFUSED, ORIGIN)
    assert "Retry-After" in headers["access-control-expose-headers"]
    assert orjson.loads(body) == {
        "type": "about:blank",
        "title": "暂时不可用",
        "status": 503,
        "code": "overloaded",
        "trace_id": headers["x-request-id"],
        "detail": "要处理的请求太多了。",
    }


async def test_an_own_request_id_and_trace_come_back_and_misshapen_ones_do_not(shop: Shop) -> None:
    await shop.fill()
    reader = await shop.connect()
    trace = "0af7651916cd43dd8448eb211c80319c"
    _, headers, body = await reader.ask(
        "X-Request-Id: mine-1", f"Traceparent: 00-{trace}-b7ad6b7169203331-01", first=SALE
    )
    assert (headers["x-request-id"], orjson.loads(body)["trace_id"]) == ("mine-1", trace)
    for wrong in ("two words", "x" * 129, "\u00e9"):
        _, headers, body = await reader.ask(f"X-Request-Id: {wrong}", f"Traceparent: {wrong}", first=SALE)
        assert wrong not in {headers["x-request-id"], orjson.loads(body)["trace_id"]}
    assert shop.asked == 0


@pytest.mark.parametrize("before", [0, 1, 60])
async def test_a_body_that_comes_after_the_refusal_is_nobodys_request(shop: Shop, before: int) -> None:
    await shop.fill()
    reader = await shop.connect()
    body = b"GET /slow HTTP/1.1\r\nHost: one.test\r\nContent-Length: 9\r\n\r\n"
    assert len(body) == 57
    assert (await reader.ask("Content-Length: 57", first=SALE, body=body[:before]))[0] == REFUSED
    reader.writer.write(body[before:])
    assert (await reader.ask(first="GET /livez HTTP/1.1"))[0] == TAKEN
    assert (await reader.ask("Content-Length: 57", first=SALE, body=body))[0] == REFUSED
    shop.enough.set()
    assert orjson.loads((await reader.ask("Content-Length: 57", first=SALE, body=body))[2]) == {"size": 57}


async def test_a_body_in_pieces_is_read_to_its_end(shop: Shop) -> None:
    inside = await shop.fill()
    reader = await shop.connect()
    reader.send("Transfer-Encoding: chunked", first=SALE, body=b"5\r\nhel")
    assert (await reader.answer())[0] == REFUSED
    reader.writer.write(b"lo\r\n1")
    await reader.writer.drain()
    reader.writer.write(b"\r\n!\r\n0\r\n\r\n")
    assert (await reader.ask(first="GET /livez HTTP/1.1"))[0] == TAKEN
    shop.enough.set()
    assert (await inside.answer())[0] == TAKEN
    reader.send("Transfer-Encoding: chunked", first=SALE, body=b"5\r\nhello\r\n0\r\n\r\n")
    assert orjson.loads((await reader.answer())[2]) == {"size": 5}


async def test_requests_that_come_together_are_answered_in_their_order(shop: Shop) -> None:
    await shop.fill()
    reader = await shop.connect()
    sale = ("Content-Length: 3", "X-Request-Id: sale")
    for lines, first, body in (
        (sale, SALE, b"GET"),
        (sale, SALE, b"GET"),
        ((), "GET /livez HTTP/1.1", b""),
        (sale, SALE, b"GET"),
        ((), "GET /livez HTTP/1.1", b""),
    ):
        reader.send(*lines, first=first, body=body)
    answers = [await reader.answer() for _ in range(5)]
    assert [status for status, _, _ in answers] == [REFUSED, REFUSED, TAKEN, REFUSED, TAKEN]
    assert [headers["x-request-id"] == "sale" for _, headers, _ in answers] == [True, True, False, True, False]


async def test_a_crowd_on_one_connection_behind_who_is_inside_is_refused_or_served_in_order(shop: Shop) -> None:
    inside = await shop.fill()
    for _ in range(1000):
        inside.send("Content-Length: 2", first=SALE, body=b"{}")
    shop.enough.set()
    assert [(await inside.answer())[0] for _ in range(1001)] == [TAKEN] * 1001
    shop.enough.clear()
    shop.inside.clear()
    await shop.fill()
    crowd = await shop.connect()
    for _ in range(1000):
        crowd.send("Content-Length: 2", first=SALE, body=b"{}")
    assert [(await crowd.answer())[0] for _ in range(1000)] == [REFUSED] * 1000


async def test_who_waits_to_send_a_body_is_refused_with_the_end_of_the_connection(shop: Shop) -> None:
    """It may send the body or the next request now: nobody can know."""
    await shop.fill()
    reader = await shop.connect()
    status, headers, _ = await reader.ask("Content-Length: 100", "Expect: 100-continue", first=SALE)
    assert (status, headers["connection"]) == (REFUSED, "close")
    assert await reader.ended()
    shop.enough.set()
    patient = await shop.connect()
    patient.send("Content-Length: 2", "Expect: 100-continue", first=SALE)
    assert (await patient.answer())[0] == b"HTTP/1.1 100 Continue"
    patient.writer.write(b"{}")
    assert orjson.loads((await patient.answer())[2]) == {"size": 2}


async def test_what_ends_the_connection_or_wants_no_body_gets_just_that(shop: Shop) -> None:
    await shop.fill()
    reader = await shop.connect()
    reader.send(first="HEAD /sales HTTP/1.1")
    status, headers, _ = await reader.answer(headers_only=True)
    assert (status, int(headers["content-length"]) > 0) == (REFUSED, True)
    assert (await reader.ask(first=SALE))[0] == REFUSED
    assert (await reader.ask("Connection: close", first=SALE))[0] == REFUSED
    assert await reader.ended()
    old = await shop.connect()
    assert (await old.ask(first="POST /sales HTTP/1.0"))[0] == REFUSED
    assert await old.ended()


async def test_a_connection_on_which_nothing_happens_any_more_is_closed_also_behind_a_late_body(shop: Shop) -> None:
    await shop.fill()
    async with served(shop, timeout_keep_alive=1, lifespan="off") as port:
        for body in (b"", b"{}"):
            reader = await Reader.connect(port)
            assert (await reader.ask(f"Content-Length: {len(body)}", first=SALE))[0] == REFUSED
            reader.writer.write(body)
            assert await reader.ended()


async def test_each_is_counted_and_many_are_written_down_in_one_line(shop: Shop) -> None:
    await shop.fill()
    reader = await shop.connect()
    for _ in range(3):
        await reader.ask(first=SALE)
    await reader.ask("Connection: close", first=SALE)
    with capture_logs() as lines:
        shop.edge.settle()
        shop.edge.settle()
    assert lines == [{"module": "common.middleware", "event": "overloaded", "refused": 4, "log_level": "warning"}]
    counted = shop.edge.runtime.metrics.exposition().decode()
    assert 'count{method="POST",route="turned away",service="made_up_service",status="503"} 4.0' in counted


async def test_what_goes_on_with_something_waits_while_what_begins_something_is_refused(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"MOST_WAITING": 1, "PATIENCE": 600.0, "STANDING": 600.0}.items():  # no room for new ones
        monkeypatch.setattr(f"common.admission.{name}", value)
    inside = await shop.fill()
    begun, new = await shop.connect(), await shop.connect()
    begun.send("Content-Length: 2", first="PUT /sales/1 HTTP/1.1", body=b"{}")
    assert (await new.ask(first=SALE))[0] == REFUSED
    shop.enough.set()
    assert (await inside.answer())[0] == (await begun.answer())[0] == TAKEN
