"""create_service(): errors, middleware, health, metrics, docs, CORS, lifespan; and serve()."""

import gc
import importlib
import multiprocessing
import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

import httpx
import orjson
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from sqlalchemy.orm import DeclarativeBase
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from common.api_clients.base import make_http_client
from common.cache.rules import CacheRule
from common.config import Settings, load_settings
from common.cross_origin import EXPOSED
from common.database import statistics
from common.documentation.routes import documentation_router
from common.errors import ShopError
from common.events.routes import router as events_router
from common.middleware import Edge, ErrorShapes
from common.observability.logs import BufferedLines, configure_logs, get_logger
from common.observability.recent import STEP
from common.operations.readiness import readiness
from common.operations.routes import operations_router
from common.operations.status import VERSION
from common.processes import die_with_parent
from common.runtime import Runtime, make_runtime
from common.service.problems import Problem, answer_to
from common.service.shortcuts import Shortcuts, refuse_half_characters

log = get_logger(__name__)
_FLUSH_LOGS_EVERY = 0.2
_DRAIN_SECONDS = 20
_PROBLEM_CONTENT: dict[str, Any] = {"application/problem+json": {}}

Build = Callable[[Runtime], AbstractAsyncContextManager[Any]]


class Service(FastAPI):
    """A FastAPI application behind the edge, which comes before everything that FastAPI does for each request."""

    def stand_behind(
        self,
        runtime: Runtime,
        lines: BufferedLines | None,
        uploads: Mapping[str, int] | None,
        begun: Sequence[str],
        error_shapes: ErrorShapes | None,
    ) -> None:
        answers = _for_web_origins(Shortcuts(self, super().__call__, answer_to), runtime.settings)
        self.edge = Edge(answers, runtime, lines, uploads, begun, error_shapes)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.edge(scope, receive, send)


def json_response(content: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """JSON as bytes, for hot routes that need no validation of what they made themselves."""
    return Response(orjson.dumps(content), status, headers, media_type="application/json")


def create_service(
    settings: Settings,
    *,
    title: str,
    description: str,
    base: type[DeclarativeBase],
    build: Build,
    routers: Sequence[APIRouter],
    cacheable: Sequence[CacheRule] = (),
    uploads: Mapping[str, int] | None = None,
    begun: Sequence[str] = (),
    error_shapes: ErrorShapes | None = None,
    http: httpx.AsyncClient | None = None,
) -> Service:
    """A service ready to be served. `build(runtime)` makes what its routes need, found at `app.state.room`.

    `uploads` are the paths that take files, each with the most bytes of a body; elsewhere `max_body_bytes` counts.
    `begun` is how the paths start that go on with something: under too much load they come first.
    `error_shapes` are for paths of other people's contracts, whose clients read errors in a shape of their own.
    `http` replaces the client for sibling services (tests hand in one that reaches apps in this process).
    """
    lines = configure_logs(settings) if settings.env != "test" else None
    runtime = make_runtime(settings, base.metadata, cacheable, http or make_http_client())

    @asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[None]:
        if (parent := multiprocessing.parent_process()) is not None and parent.pid is not None:
            die_with_parent(parent.pid)  # one of several workers
        async with AsyncExitStack() as stack:
            stack.push_async_callback(runtime.http.aclose if http is None else _nothing)
            stack.push_async_callback(runtime.valkey.close)
            await runtime.database.start()
            stack.push_async_callback(runtime.database.stop)
            stack.push_async_callback(runtime.background.stop)
            runtime.events.start()
            runtime.background.loop("metrics.recent", _ticker(runtime), every=STEP)
            if runtime.database.dialect == "postgresql":
                known = statistics.PlannerStatistics(runtime.database)
                runtime.background.loop("statistics.refresh", known.refresh, every=statistics.EVERY)
            if lines is not None:
                stack.callback(app.edge.settle)
                runtime.background.loop("logs.flush", _flusher(app.edge, lines), every=_FLUSH_LOGS_EVERY)
            app.state.room = await stack.enter_async_context(build(runtime))
            if lines is not None:
                _spare_the_collector()
            yield

    app = Service(
        title=title,
        description=description,
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        dependencies=[Depends(refuse_half_characters)],
        responses={"default": {"model": Problem, "description": "A problem", "content": _PROBLEM_CONTENT}},
    )
    app.state.runtime = runtime
    app.state.room = None
    _handle_errors(app)
    for router in routers:
        app.include_router(router)
    app.include_router(events_router, include_in_schema=False)
    app.include_router(operations_router())
    app.include_router(documentation_router(), include_in_schema=False)
    app.include_router(_operations(runtime), include_in_schema=False)
    app.stand_behind(runtime, lines if settings.access_log else None, uploads, begun, error_shapes)
    return app


def _spare_the_collector() -> None:
    """What is there at start stays: the garbage collector need not walk over it for every few hundred objects made."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


async def _nothing() -> None:
    """The client belongs to whoever handed it in."""


def _flusher(edge: Edge, lines: BufferedLines) -> Any:
    async def flush() -> None:
        edge.settle()
        lines.flush()

    return flush


def _ticker(runtime: Runtime) -> Any:
    async def tick() -> None:
        runtime.metrics.recent.tick()

    return tick


def _for_web_origins(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Tells browsers beforehand what pages of these origins may ask; the edge says so with every answer."""
    if not settings.web_origins:
        return app
    preflight = CORSMiddleware(
        app,
        allow_origins=settings.web_origins,
        allow_credentials=True,
        allow_methods=["*"],
        allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Last-Event-ID", "X-Request-Id"],
        expose_headers=EXPOSED,
        max_age=600,
    )

    async def answers(scope: Any, receive: Any, send: Any) -> None:
        asks_first = scope["type"] == "http" and scope["method"] == "OPTIONS"
        await (preflight if asks_first else app)(scope, receive, send)

    return answers


def _handle_errors(app: FastAPI) -> None:
    async def answered(request: Request, error: Exception) -> Response:
        return answer_to(error)

    for kind in (ShopError, RequestValidationError, HTTPException, Exception):  # the edge logs what is unexpected
        app.add_exception_handler(kind, answered)


def _operations(runtime: Runtime) -> APIRouter:
    router = APIRouter()

    @router.get("/livez")
    async def livez() -> Response:
        return json_response({"status": "alive", "service": runtime.settings.service})

    async def readyz() -> Response:
        needs, without = await readiness(runtime)
        ready = needs["database"] == "ok"
        document = {"status": "ready" if ready else "not ready", "service": runtime.settings.service}
        return json_response({**document, "needs": needs, "can_do_without": without}, 200 if ready else 503)

    router.add_api_route("/readyz", readyz)
    router.add_api_route("/health", readyz)

    @router.get("/metrics")
    async def metrics(request: Request) -> Response:
        request.app.edge.settle()
        return Response(runtime.metrics.exposition(), media_type=runtime.metrics.content_type)

    return router


def serve(settings_class: type[Settings], app_path: str) -> None:
    """Run one service in this process until it is told to stop: `python -m order_service.main`."""
    import uvicorn

    os.umask(0o077)  # databases, media and mails are for this user only, also where a service runs alone
    settings = load_settings(settings_class)
    options: dict[str, Any] = {
        "host": settings.host,
        "port": settings.port,
        "http": "common.service.protocol:QuickProtocol",
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "proxy_headers": False,  # the edge reads them, from TRUSTED_PROXIES only
        "lifespan": "on",
        "ws": "none",
        "timeout_keep_alive": 65,
        "timeout_graceful_shutdown": _DRAIN_SECONDS,
        "backlog": 4096,
    }
    if settings.workers > 1:
        if settings.database_url is None:
            raise SystemExit("WORKERS needs DATABASE_URL: an SQLite file may be opened by one process only.")
        uvicorn.run(app_path, factory=True, workers=settings.workers, **options)
        return
    module, _, factory = app_path.partition(":")
    app = getattr(importlib.import_module(module), factory)(settings)
    uvicorn.Server(uvicorn.Config(app.edge, **options)).run()
