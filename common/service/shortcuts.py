"""Plain routes answered without FastAPI's detours.

FastAPI asks every router twice whether a path is its own, and works out anew for each request what a route needs: some
seven hundred calls of functions for one small answer. What it finds out depends only on the route, so for plain routes
it is found out once, at the first request: which path leads here, and which functions to call with which parameters.
Parameters and bodies are still checked by FastAPI's own functions. Everything else goes its way as ever: files, forms,
dependencies that end after the answer, routes whose answer FastAPI has to make, and paths that lead nowhere.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson
from fastapi import FastAPI, Request, Response, params
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import (
    get_dependant,
    get_typed_return_annotation,
    request_body_to_args,
    request_params_to_args,
)
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, RouteContext, _IncludedRouter, iter_route_contexts
from pydantic_core import PydanticUndefined
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from common.errors import BadRequest, ShopError

Failures = list[Any]


class Shortcuts:
    """ASGI: what is plain is answered here, the rest by `app`. `answer_to` renders an error."""

    def __init__(self, app: FastAPI, detour: Any, answer_to: Callable[[Exception], Response]) -> None:
        self._app = app
        self._detour = detour
        self._answer_to = answer_to
        self._ways: dict[tuple[str, int, str], list[Way]] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        found = self._find(scope) if scope["type"] == "http" else None
        if found is None:
            await self._detour(scope, receive, send)
            return
        way, path_params = found
        scope.update(app=self._app, router=self._app.router, route=way.route, path_params=path_params)
        try:
            answer = await way.plan.answer(Request(scope, receive))
        except (ShopError, RequestValidationError, HTTPException) as error:
            answer = self._answer_to(error)
        await answer(scope, receive, send)

    def _find(self, scope: Any) -> "tuple[Way, dict[str, Any]] | None":
        if self._ways is None:  # not before the first request: until then routes may be added
            self._ways = _table(self._app)
        path: str = scope["path"]
        for way in self._ways.get((scope["method"], *_shape(path)), ()):
            match = way.pattern.match(path)
            if match is not None:
                return None if way.plan is None else (way, match.groupdict())
        return None


class Way(NamedTuple):
    """A path and where it leads; without a plan it is not for us."""

    pattern: Any
    plan: Any
    route: Any


class Plan:
    """How one route is answered: the calls in their order, the route's own function last."""

    def __init__(self, dependant: Dependant, reads_body: bool, embedded: bool) -> None:
        self._reads_body = reads_body
        self._steps: list[Step] = []
        known: dict[Any, Step] = {}
        if not reads_body:  # what is read here is parsed as strictly
            self._add(_REFUSAL, embedded, known)
        self._add(dependant, embedded, known)
        self._last = self._steps.pop()

    def _add(self, dependant: Dependant, embedded: bool, known: dict[Any, "Step"]) -> "Step":
        needs = [(sub.name, self._add(sub, embedded, known)) for sub in dependant.dependencies]
        step = known.get(dependant.call)
        if step is None:
            step = known[dependant.call] = Step(dependant, needs, embedded)
            self._steps.append(step)
        return step

    async def answer(self, request: Request) -> Response:
        body = await _read_json(request) if self._reads_body else PydanticUndefined
        done: dict[Step, Any] = {}
        failures: Failures = []
        for step in self._steps:
            given = await step.given(request, body, done, failures)
            if given is not None:
                done[step] = await step.call(**given)
        given = await self._last.given(request, body, done, failures)
        if given is None or failures:
            raise RequestValidationError(failures)
        answer: Response = await self._last.call(**given)
        return answer


class Step:
    """One function to call, with parameters of the request and what steps before it gave."""

    __slots__ = ("_body", "_embedded", "_needs", "_params", "_request_names", "call")

    def __init__(self, dependant: Dependant, needs: Sequence[tuple[str | None, "Step"]], embedded: bool) -> None:
        self.call: Any = dependant.call
        self._needs = needs
        self._embedded = embedded
        sources = {
            "path_params": dependant.path_params,
            "query_params": dependant.query_params,
            "headers": dependant.header_params,
            "cookies": dependant.cookie_params,
        }
        self._params = [(source, fields) for source, fields in sources.items() if fields]
        self._body = dependant.body_params
        names = (dependant.request_param_name, dependant.http_connection_param_name)
        self._request_names = [name for name in names if name]

    async def given(self, request: Request, body: Any, done: dict["Step", Any], failures: Failures) -> Any:
        """The arguments; None, with what is wrong added to `failures`, when they cannot be had."""
        values: dict[str, Any] = dict.fromkeys(self._request_names, request)
        complete = True
        for name, step in self._needs:
            if step not in done:
                complete = False
            elif name is not None:
                values[name] = done[step]
        for source, fields in self._params:
            found, wrong = request_params_to_args(fields, getattr(request, source))
            values.update(found)
            failures += wrong
            complete = complete and not wrong
        if self._body:
            found, wrong = await request_body_to_args(self._body, body, self._embedded)
            values.update(found)
            failures += wrong
            complete = complete and not wrong
        return values if complete else None


async def _read_json(request: Request) -> Any:
    """The body as FastAPI reads it: parsed if it says that it is JSON, else as it came."""
    try:
        content = await request.body()
    except ClientDisconnect as error:
        raise BadRequest("The body did not come to its end.", code="malformed_body") from error
    if not content:
        return PydanticUndefined
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        return content
    return _parsed(content)


async def refuse_half_characters(request: Request) -> None:
    """Half a surrogate pair is JSON to Python but no text: no database and no answer of ours can hold it."""
    if "json" in request.headers.get("content-type", "") and b"\\u" in (body := await request.body()):
        _parsed(body)


def _parsed(content: bytes) -> Any:
    """JSON, more strictly than Python's own parser reads it."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        if not _is_text(content):
            raise BadRequest("The body is not what its content type says.", code="malformed_body") from error
        wrong = {"loc": ("body", error.pos), "msg": f"JSON decode error: {error.msg}", "type": "json_invalid"}
        raise RequestValidationError([wrong]) from error


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


_REFUSAL = get_dependant(path="", call=refuse_half_characters)


def _table(app: FastAPI) -> dict[tuple[str, int, str], list[Way]]:
    """The ways by method and shape of their path, in the order of their declaration."""
    table: dict[tuple[str, int, str], list[Way]] = {}
    ways = [(context, _way(context)) for context in _contexts(app.routes) if context.path is not None]
    for context, _ in ways:
        for method in context.methods or ():
            table.setdefault((method, *_shape(context.path or "")), [])
    for context, way in ways:
        for key, candidates in table.items():
            if key[0] in (context.methods or (key[0],)) and _may_match(context, key):
                candidates.append(way)
    return table


def _contexts(routes: Sequence[Any]) -> Iterator[RouteContext]:
    """The routes as they were declared, wherever including them added nothing but the refusal.

    FastAPI would work each of them out a second time: a tenth of a second and some megabytes for one service.
    """
    for route in routes:
        if isinstance(route, _IncludedRouter) and _adds_nothing(route):
            yield from _contexts(route.original_router.routes)
        elif isinstance(route, APIRoute):
            yield RouteContext(route)
        else:
            yield from iter_route_contexts([route])


def _adds_nothing(included: _IncludedRouter) -> bool:
    added = {depends.dependency for depends in included.include_context.dependencies}
    return not included.include_context.prefix and added <= {refuse_half_characters}


def _shape(path: str) -> tuple[int, str]:
    """How many segments a path has, and the third: `carts` in /api/v1/carts/…"""
    parts = path.split("/", 4)
    return path.count("/"), parts[3] if len(parts) > 3 else ""


def _may_match(context: RouteContext, key: tuple[str, int, str]) -> bool:
    segments, word = _shape(context.path or "")
    if not isinstance(context.original_route, APIRoute) or ":path}" in (context.path or ""):
        return True  # of any length
    return key[1] == segments and ("{" in word or word == key[2])


def _way(context: RouteContext) -> Way:
    plain = isinstance(context.original_route, APIRoute) and _is_plain(context)
    plan = Plan(context.dependant, context.body_field is not None, context._embed_body_fields) if plain else None
    return Way(context.path_regex, plan, context.original_route)


def _is_plain(context: RouteContext) -> bool:
    answers = get_typed_return_annotation(context.dependant.call)
    if not (isinstance(answers, type) and issubclass(answers, Response)):
        return False
    if context.body_field is not None and isinstance(context.body_field.field_info, params.Form):
        return False
    return _is_simple(context.dependant) and not any(
        type(convertor).__name__ != "StringConvertor" for convertor in context.param_convertors.values()
    )


def _is_simple(dependant: Dependant) -> bool:
    """Only asynchronous functions that end before the answer, and nothing that FastAPI would have to hand them."""
    call: Any = dependant.call
    asynchronous = inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(type(call).__call__)
    special = (
        dependant.response_param_name,
        dependant.background_tasks_param_name,
        dependant.security_scopes_param_name,
        dependant.websocket_param_name,
        dependant.concurrency,
    )
    return asynchronous and dependant.use_cache and not any(special) and all(map(_is_simple, dependant.dependencies))
