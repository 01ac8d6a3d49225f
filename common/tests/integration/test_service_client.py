"""The client of sibling services, over real sockets, against a server that misbehaves as told."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx
import orjson
import pytest

from common.api_clients.base import DEADLINE, PUBLIC, ServiceClient, UnknownOutcome, make_http_client
from common.api_clients.orders import OrdersClient
from common.api_clients.products import ProductsClient
from common.api_clients.service_tokens import ServiceTokens
from common.api_clients.users import UsersClient
from common.database import system_scope, use_tenant
from common.errors import Conflict, NotFound, Unauthorized, Unavailable
from common.languages import use_language
from common.observability.context import RequestContext, set_request
from common.tests.integration.conftest import MadeUpSettings, until
from tests.support.ports import free_port

Step = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]


class Request:
    """What arrived."""

    def __init__(self, head: bytes, body: bytes) -> None:
        first, *lines = head.decode().rstrip().split("\r\n")
        self.method, self.target, _ = first.split(" ")
        self.headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        self.body = body


class Sibling:
    """Takes one step of its script per request; `reply` is the last step and stays."""

    def __init__(self) -> None:
        self.script: list[bytes | str] = []
        self.requests: list[Request] = []
        self.port = self.connections = 0

    def reply(self, status: int, body: Any = None, **headers: str) -> None:
        content = b"" if body is None else orjson.dumps(body)
        lines = [f"HTTP/1.1 {status} X", f"content-length: {len(content)}", "content-type: application/json"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.script.append("\r\n".join(lines).encode() + b"\r\n\r\n" + content)

    def drop(self) -> None:
        """Read the request and hang up."""
        self.script.append("drop")

    def hang(self) -> None:
        """Read the request and say nothing."""
        self.script.append("hang")

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next((int(line.split(b":")[1]) for line in head.lower().split(b"\r\n")
                               if line.startswith(b"content-length")), 0)  # fmt: skip
                self.requests.append(Request(head, await reader.readexactly(length)))
                step = self.script.pop(0) if len(self.script) > 1 else self.script[0]
                if step == "drop":
                    return
                if step == "hang":
                    await asyncio.sleep(60)
                writer.write(step if isinstance(step, bytes) else b"")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()


class Tokens(ServiceTokens):
    """Hands out numbered tokens without asking anybody."""

    def __init__(self) -> None:
        self.number, self.forgotten = 1, []  # type: ignore[var-annotated]

    async def current(self) -> str:
        return f"own-{self.number}"

    def forget(self, token: str) -> None:
        self.forgotten.append(token)
        self.number += 1


@pytest.fixture
async def sibling() -> AsyncIterator[Sibling]:
    double = Sibling()
    server = await asyncio.start_server(double.serve, "127.0.0.1", 0)
    double.port = server.sockets[0].getsockname()[1]
    yield double
    server.close()


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with make_http_client() as client:
        yield client


def client_of(http: httpx.AsyncClient, sibling: Sibling, kind: type[Any] = ProductsClient) -> Any:
    return kind(http, f"http://127.0.0.1:{sibling.port}/", Tokens())


async def test_sends_its_token_tenant_language_and_trace(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.reply(200, {"items": []})
    set_request(RequestContext("req-1", "a" * 32))
    with use_tenant("shop2"), use_language("zh"):
        params = {"q": "机械 键盘", "in_stock": True, "facet": ["a:b", "c:d"], "cursor": None}
        await client_of(http, sibling).get("/x", params=params)
        await client_of(http, sibling).get("/y", token="shoppers")
        await client_of(http, sibling).get("/z", token=PUBLIC)
    with system_scope():
        await client_of(http, sibling).get("/s")
    ours, theirs, public, system = sibling.requests
    path, _, query = ours.target.partition("?")
    sent = [("q", "机械 键盘"), ("in_stock", "true"), ("facet", "a:b"), ("facet", "c:d")]
    assert (path, parse_qsl(query)) == ("/x", sent)
    assert ours.headers["authorization"] == "Bearer own-1"
    assert ours.headers["x-tenant"] == "shop2"
    assert ours.headers["accept-language"] == "zh"
    assert ours.headers["x-request-id"] == "req-1"
    assert ours.headers["traceparent"].startswith(f"00-{'a' * 32}-")
    assert theirs.headers["authorization"] == "Bearer shoppers"
    assert "x-tenant" not in theirs.headers, "a shopper's tenant is in the token"
    assert "authorization" not in public.headers
    assert "x-tenant" not in system.headers


async def test_a_problem_is_the_error_it_was(http: httpx.AsyncClient, sibling: Sibling) -> None:
    lines = [{"variant_id": "var_1", "requested": 2, "available": 1}]
    sibling.reply(
        409, {"status": 409, "code": "out_of_stock", "detail": "Only 1 left.", "lines": lines, "trace_id": "t"}
    )
    with pytest.raises(Conflict) as refused:
        await client_of(http, sibling).hold("res_1", [{"variant_id": "var_1", "quantity": 2}], 60)
    assert (refused.value.code, refused.value.detail, refused.value.extra) == (
        "out_of_stock",
        "Only 1 left.",
        {"lines": lines},
    )
    assert len(sibling.requests) == 1


async def test_a_read_is_tried_again_after_a_lost_connection(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.drop()
    sibling.reply(503, {"code": "busy"})
    sibling.reply(200, {"ok": True})
    assert await client_of(http, sibling).get("/x") == {"ok": True}


async def test_a_keyed_write_is_tried_again_and_another_is_not(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.drop()
    sibling.reply(201, {"id": "res_1"})
    assert await client_of(http, sibling).hold("res_1", [], 60) == {"id": "res_1"}
    arrived = len(sibling.requests)
    sibling.script.clear()
    sibling.drop()
    with pytest.raises(UnknownOutcome):
        await client_of(http, sibling, OrdersClient).add_to_cart("t", "crt_1", "var_1", 1)
    assert len(sibling.requests) == arrived + 1


async def test_a_sibling_that_is_not_there_is_a_definite_no(http: httpx.AsyncClient) -> None:
    client = ProductsClient(http, f"http://127.0.0.1:{free_port()}", Tokens())
    with pytest.raises(Unavailable) as refused:
        await client.post("/x", {})
    assert refused.value.code == "product_service_unavailable"
    with pytest.raises(Unavailable):
        await client.hold("res_1", [], 60)


async def test_once_it_may_have_arrived_a_later_refused_connection_does_not_make_it_certain(
    http: httpx.AsyncClient,
) -> None:
    double = Sibling()
    double.drop()
    server = await asyncio.start_server(double.serve, "127.0.0.1", 0)
    double.port = server.sockets[0].getsockname()[1]
    call = asyncio.create_task(client_of(http, double).release("res_1"))
    await until(lambda: double.requests)
    server.close()
    with pytest.raises(UnknownOutcome):
        await call


async def test_silence_ends_at_the_deadline_as_unknown_for_a_write_and_unavailable_for_a_read(
    http: httpx.AsyncClient, sibling: Sibling
) -> None:
    sibling.hang()
    started = time.monotonic()
    with pytest.raises(UnknownOutcome):
        await client_of(http, sibling).request("POST", "/x", json={}, deadline=0.2, idempotent=True)
    with pytest.raises(Unavailable):
        await client_of(http, sibling).get("/x", deadline=0.2)
    assert time.monotonic() - started < DEADLINE  # what one of them would take without a deadline of its own


async def test_a_connection_is_used_again_and_one_that_was_given_up_is_not(
    http: httpx.AsyncClient, sibling: Sibling
) -> None:
    sibling.script.append(b'HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n3\r\n{"a\r\n4\r\n":1}\r\n0\r\n\r\n')
    sibling.reply(200, {"a": 2})
    sibling.hang()
    sibling.reply(200, {"a": 4})
    client = client_of(http, sibling)
    assert [await client.get("/x"), await client.get("/x")] == [{"a": 1}, {"a": 2}]
    assert sibling.connections == 1
    with pytest.raises(UnknownOutcome):
        await client.post("/x", {}, deadline=0.1)
    assert await client.get("/x") == {"a": 4}
    assert sibling.connections == 2


@pytest.mark.parametrize("stray", [b"HTTP/1.1 200 X\r\ncontent-length: 5\r\n\r\nst", b"HTTP/1.1 200 X\r\nx: y\r\n\r\n"])
async def test_what_nobody_asked_for_is_nobodys_answer(http: httpx.AsyncClient, sibling: Sibling, stray: bytes) -> None:
    sibling.reply(200, {"a": 1})
    sibling.script[0] = bytes(sibling.script[0]) + stray  # type: ignore[arg-type]
    sibling.reply(200, {"a": 2})
    client = client_of(http, sibling)
    assert [await client.get("/x"), await client.get("/x")] == [{"a": 1}, {"a": 2}]
    assert sibling.connections == 2


async def test_nothing_is_slipped_in_by_a_header(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.reply(200, {})
    for wrong in ("a\r\nX-Tenant: other", "a\nb", "a\rb"):
        with pytest.raises(ValueError, match="line break"):
            await client_of(http, sibling).get("/x", headers={"X-Note": wrong})
    assert not sibling.requests


async def test_a_503_is_a_definite_no_and_a_500_is_not(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.reply(503, {"code": "session_check_unavailable"}, retry_after="30")
    with pytest.raises(Unavailable) as refused:
        await client_of(http, sibling).commit("res_1", "ord_1")
    assert (refused.value.code, refused.value.headers) == ("session_check_unavailable", {"Retry-After": "30"})
    assert len(sibling.requests) == 1, "it asked for more time than the deadline leaves"
    sibling.script.clear()
    sibling.reply(500, {"code": "internal_error"})
    with pytest.raises(UnknownOutcome):
        await client_of(http, sibling, OrdersClient).add_to_cart("t", "crt_1", "var_1", 1)


async def test_an_own_token_that_is_refused_is_renewed_once(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.reply(401, {"code": "invalid_token"})
    sibling.reply(200, {"ok": True})
    client = client_of(http, sibling)
    assert await client.get("/x") == {"ok": True}
    assert [request.headers["authorization"] for request in sibling.requests] == ["Bearer own-1", "Bearer own-2"]
    sibling.script.clear()
    sibling.reply(401, {"code": "invalid_token"})
    with pytest.raises(Unauthorized):
        await client.get("/x", token="shoppers")
    sibling.script.clear()
    for _ in range(10):
        sibling.reply(401, {"code": "invalid_token"})
    with pytest.raises(Unavailable):  # no fault of whoever we ask for
        await client.get("/x")


async def test_ids_with_odd_letters_stay_one_segment(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.reply(200, {"id": "#W1/2"})
    await client_of(http, sibling, OrdersClient).order("t", "#W1/2?x")
    assert sibling.requests[0].target == "/api/v1/orders/%23W1%2F2%3Fx"


async def test_a_session_nobody_knows_is_not_active(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.reply(404, {"code": "not_found"})
    assert await client_of(http, sibling, UsersClient).session_is_active("ses_1") is False
    with pytest.raises(NotFound):
        await client_of(http, sibling, UsersClient).user("usr_1")


async def test_a_siblings_cookie_is_not_sent_back(http: httpx.AsyncClient, sibling: Sibling) -> None:
    sibling.reply(200, {}, set_cookie="refresh=secret; Path=/")
    await client_of(http, sibling).get("/x")
    await client_of(http, sibling).get("/x")
    assert "cookie" not in sibling.requests[1].headers


async def test_a_service_token_is_fetched_once_and_kept(
    http: httpx.AsyncClient, sibling: Sibling, settings: MadeUpSettings
) -> None:
    sibling.reply(200, {"access_token": "t1", "expires_in": 3600})
    sibling.reply(200, {"access_token": "t2", "expires_in": 3600})
    there = settings.model_copy(update={"user_service_url": f"http://127.0.0.1:{sibling.port}"})
    tokens = ServiceTokens(http, there)
    assert set(await asyncio.gather(*(tokens.current() for _ in range(10)))) == {"t1"}
    assert len(sibling.requests) == 1
    assert sibling.requests[0].body.startswith(
        b"grant_type=client_credentials&client_id=made_up_service&client_secret="
    )
    tokens.forget("an older one")
    assert await tokens.current() == "t1"
    tokens.forget("t1")
    assert await tokens.current() == "t2"


async def test_an_old_service_token_is_used_while_no_new_one_is_to_be_had(
    http: httpx.AsyncClient, sibling: Sibling, settings: MadeUpSettings
) -> None:
    sibling.reply(200, {"access_token": "t1", "expires_in": 200})  # renewed after 30 seconds, good for 195
    sibling.reply(503)
    there = settings.model_copy(update={"user_service_url": f"http://127.0.0.1:{sibling.port}"})
    tokens = ServiceTokens(http, there)
    assert await tokens.current() == "t1"
    tokens._good_until = 0.0
    assert set(await asyncio.gather(*(tokens.current() for _ in range(10)))) == {"t1"}
    tokens.forget("t1")
    refused = await asyncio.gather(*(tokens.current() for _ in range(10)), return_exceptions=True)
    assert {type(one).__name__ for one in refused} == {"NoServiceToken"}
    assert len(sibling.requests) == 3  # the first, one while the old one was good, one for all ten


async def test_without_user_service_there_is_no_token_and_nothing_is_sent(
    http: httpx.AsyncClient, sibling: Sibling, settings: MadeUpSettings
) -> None:
    sibling.reply(200, {})
    there = settings.model_copy(update={"user_service_url": f"http://127.0.0.1:{free_port()}"})
    client = ServiceClient(http, f"http://127.0.0.1:{sibling.port}", ServiceTokens(http, there))
    with pytest.raises(Unavailable) as refused:
        await client.post("/x", {})
    assert refused.value.code == "user_service_unavailable"
    assert sibling.requests == []
