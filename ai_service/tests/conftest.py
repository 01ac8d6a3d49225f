"""A served ai_service, a scripted model, a double of the shop, and shoppers who talk."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Any

import httpx
import pytest
import uvicorn
from sqlalchemy import text

from ai_service.app.factory import create_app
from ai_service.app.settings import AiSettings
from ai_service.tests.support.shop import ShopDouble
from ai_service.tests.support.talking import Shopper
from common.database import system_scope
from tests.support.issuer import Issuer
from tests.support.scripted_llm import ScriptedLLM

URLS = {f"{name}_service_url": f"http://{name}.test" for name in ("user", "product", "order")}


@pytest.fixture
async def llm() -> AsyncIterator[ScriptedLLM]:
    async with ScriptedLLM() as server:
        yield server


@pytest.fixture
def shop(issuer: Issuer) -> ShopDouble:
    return ShopDouble(issuer)


@asynccontextmanager
async def served(app: Any) -> AsyncIterator[httpx.AsyncClient]:
    """Over a real socket: only so can a connection break in mid-answer."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, timeout_graceful_shutdown=1))
    running = asyncio.create_task(server.serve())
    try:
        while not server.started and not running.done():  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.005)
        port = server.servers[0].sockets[0].getsockname()[1]
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        await running


@pytest.fixture
async def start(
    make_settings: Callable[..., Any], shop: ShopDouble, llm: ScriptedLLM
) -> AsyncIterator[Callable[..., Any]]:
    """`client, app = await start(**settings)`: an ai_service on this test's database with the scripted model."""
    async with AsyncExitStack() as stack:

        async def run(**settings: Any) -> tuple[httpx.AsyncClient, Any]:
            model = {"llm_base_url": llm.base_url, "llm_model": "scripted-1", "llm_first_token_timeout": 6.0}
            http = await stack.enter_async_context(httpx.AsyncClient(mounts=shop.mounts()))
            app = create_app(make_settings(AiSettings, **URLS, **(model | settings)), http=http)
            return await stack.enter_async_context(served(app)), app

        yield run


@pytest.fixture
async def ai(start: Callable[..., Any]) -> tuple[httpx.AsyncClient, Any]:
    client, app = await start()
    return client, app


@pytest.fixture
def client(ai: tuple[httpx.AsyncClient, Any]) -> httpx.AsyncClient:
    return ai[0]


@pytest.fixture
def app(ai: tuple[httpx.AsyncClient, Any]) -> Any:
    return ai[1]


@pytest.fixture
def shopper(client: httpx.AsyncClient, issuer: Issuer) -> Shopper:
    return Shopper(client, issuer.bearer("usr_ann"))


@pytest.fixture
def stranger(client: httpx.AsyncClient, issuer: Issuer) -> Shopper:
    return Shopper(client, issuer.bearer("usr_bob"))


@pytest.fixture
def staff(client: httpx.AsyncClient, issuer: Issuer) -> Callable[..., Any]:
    """`await staff("PATCH", "/api/v1/tools/…", …)` in the name of a manager, or of another member of the staff."""

    async def ask(method: str, path: str, language: str = "en", by: str = "usr_boss", **body: Any) -> httpx.Response:
        bearer = issuer.bearer(by, roles=("manager",), permissions=("tools:read", "tools:write", "approvals:decide"))
        return await client.request(method, path, json=body or None, headers={**bearer, "Accept-Language": language})

    return ask


@pytest.fixture
def rows_of() -> Callable[..., Any]:
    """`await rows_of(app, "tool_calls")`: what a table of that service holds, as dicts."""

    async def read(app: Any, table: str, order: str = "id") -> list[dict[str, Any]]:
        with system_scope():
            async with app.state.runtime.database.reading() as session:
                found = await session.execute(text(f"SELECT * FROM {table} ORDER BY {order}"))
                return [dict(row) for row in found.mappings()]

    return read


@pytest.fixture
def rows(app: Any, rows_of: Callable[..., Any]) -> Callable[..., Any]:
    """`await rows("tool_calls")`: the same of the service that `app` is."""
    return partial(rows_of, app)
