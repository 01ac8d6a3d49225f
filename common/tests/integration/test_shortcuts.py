"""A plain route answers the same by its shortcut as by FastAPI, whatever is asked."""

from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, Header, Query, Request, Response
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel, ConfigDict, Field

from common.errors import Conflict
from common.security.dependencies import AnyCaller
from common.service import create_service, json_response
from common.service.shortcuts import Shortcuts
from common.tests.integration.test_edge import Base, ToySettings, no_room
from tests.support.issuer import USER_URL, Issuer


class Toy(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(min_length=1)]
    price: Annotated[int, Field(ge=0, le=1000)]


class Gone(Conflict):
    code = "gone"


async def _word(request: Request, word: Annotated[str, Query(max_length=5)] = "none") -> str:
    return f"{word} {request.method}"


async def _echo(word: Annotated[str, Depends(_word)]) -> str:
    return word


Word = Annotated[str, Depends(_word)]
Echo = Annotated[str, Depends(_echo)]


def toys() -> APIRouter:
    router = APIRouter(prefix="/api/v1/toys")

    @router.get("/current")
    async def current(echo: Echo, tag: Annotated[list[str] | None, Query()] = None) -> Response:
        return json_response({"echo": echo, "tags": tag})

    @router.get("/{toy_id}")
    async def read(toy_id: str, limit: Annotated[int, Query(ge=1, le=9)] = 5) -> Response:
        if toy_id == "gone":
            raise Gone("It went.", headers={"Retry-After": "7"})
        return json_response({"id": toy_id, "limit": limit})

    @router.post("", status_code=201)
    async def make(toy: Toy, word: Word, key: Annotated[str, Header(alias="Idempotency-Key")]) -> Response:
        return json_response({**toy.model_dump(), "key": key, "word": word}, 201)

    @router.put("/{toy_id}/parts")
    async def put_parts(toy_id: str, parts: list[Toy] | None = None) -> Response:
        return json_response([part.model_dump() for part in parts or ()])

    @router.delete("/{toy_id}")
    async def throw_away(toy_id: str, caller: AnyCaller) -> Response:
        return Response(status_code=204)

    @router.get("/{toy_id}/shape")
    async def shape(toy_id: str) -> dict[str, str]:
        return {"made": "by FastAPI"}

    return router


@pytest.fixture
async def both(make_settings: Callable[..., Any], issuer: Issuer) -> AsyncIterator[Callable[..., Any]]:
    """Sends a request both ways and gives the two answers."""
    settings = make_settings(ToySettings, user_service_url=USER_URL, web_origins=[])
    app = create_service(
        settings, title="Toys", description="", base=Base, build=no_room, routers=[toys()], http=issuer.client()
    )
    shortcuts = app.edge.app
    assert isinstance(shortcuts, Shortcuts)
    async with app.router.lifespan_context(app), AsyncClient(transport=ASGITransport(app), base_url="http://t") as http:

        async def ask(method: str, path: str, **options: Any) -> list[tuple[int, Any, Any]]:
            answers = []
            for way in (shortcuts, shortcuts._detour):
                app.edge.app = way
                answer = await http.request(method, path, **options)
                named = {
                    name: answer.headers.get(name) for name in ("content-type", "retry-after", "allow", "location")
                }
                body = answer.json() if answer.content else None
                if isinstance(body, dict):
                    body.pop("trace_id", None)
                answers.append((answer.status_code, named, body))
            return answers

        yield ask


JSON = {"Content-Type": "application/json"}
KEY = {"Idempotency-Key": "k1"}
ASKED: list[tuple[int, str, str, dict[str, Any]]] = [
    (200, "GET", "/api/v1/toys/current", {"params": {"word": "hi", "tag": ["a", "b"]}}),
    (422, "GET", "/api/v1/toys/current", {"params": {"word": "too long"}}),
    (200, "GET", "/api/v1/toys/a%23b", {"params": {"limit": "7"}}),
    (422, "GET", "/api/v1/toys/a", {"params": {"limit": "many"}}),
    (409, "GET", "/api/v1/toys/gone", {}),
    (200, "HEAD", "/api/v1/toys/a", {}),
    (307, "GET", "/api/v1/toys/a/", {}),
    (404, "GET", "/api/v1/toy/a", {}),
    (405, "PATCH", "/api/v1/toys/a", {}),
    (401, "DELETE", "/api/v1/toys/a", {}),
    (200, "GET", "/api/v1/toys/a/shape", {}),
    (201, "POST", "/api/v1/toys", {"json": {"name": "bär", "price": 3}, "headers": KEY}),
    (201, "POST", "/api/v1/toys", {"content": b'{"name":"b","price":3}', "headers": {**KEY, **JSON}}),
    (422, "POST", "/api/v1/toys", {"json": {"name": "", "price": 3000, "more": 1}, "params": {"word": "too long"}}),
    (422, "POST", "/api/v1/toys", {"content": b'{"name":"b","price":3}', "headers": KEY}),
    (422, "POST", "/api/v1/toys", {"content": b"[1]", "headers": {**KEY, **JSON}}),
    (422, "POST", "/api/v1/toys", {"headers": KEY}),
    (422, "POST", "/api/v1/toys", {"json": {"name": "b", "price": 10**15}, "headers": KEY}),
    (200, "PUT", "/api/v1/toys/a/parts", {}),
    (200, "PUT", "/api/v1/toys/a/parts", {"json": [{"name": "b", "price": 3}]}),
    (422, "PUT", "/api/v1/toys/a/parts", {"json": [{"name": "b", "price": -3}]}),
]


@pytest.mark.parametrize(("status", "method", "path", "options"), ASKED)
async def test_both_ways_answer_alike(
    both: Callable[..., Any], status: int, method: str, path: str, options: dict[str, Any]
) -> None:
    short, long = await both(method, path, **options)
    assert short == long
    assert short[0] == status


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b'{"name":', 422, "invalid_input"),
        (b'{"name":"\\ud800","price":1}', 422, "invalid_input"),
        (b'{"name":"\xff","price":1}', 400, "malformed_body"),
    ],
)
async def test_what_is_no_json_is_refused_both_ways(
    both: Callable[..., Any], content: bytes, status: int, code: str
) -> None:
    for answer in await both("POST", "/api/v1/toys", content=content, headers={**KEY, **JSON}):
        assert (answer[0], answer[2]["code"]) == (status, code)


async def test_only_plain_routes_have_a_shortcut(make_settings: Callable[..., Any]) -> None:
    settings = make_settings(ToySettings, web_origins=[])
    app = create_service(settings, title="T", description="", base=Base, build=no_room, routers=[toys()])
    shortcuts = app.edge.app
    paths = ("/api/v1/toys/current", "/api/v1/toys/a", "/readyz", "/api/v1/toys/a/shape", "/nowhere")
    found = [shortcuts._find({"method": "GET", "path": path}) for path in paths]
    assert [each is not None for each in found] == [True, True, True, False, False]
    assert [each[1] for each in found if each] == [{}, {"toy_id": "a"}, {}]
