"""The four services in one process: real apps, real HTTP semantics, no sockets."""

import importlib
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Any, Self

from httpx import ASGITransport, AsyncClient, ConnectError

SERVICES = ("user", "product", "order", "ai")


class InProcessSuite:
    """`suite.users`, `.products`, `.orders`, `.ai` are httpx clients; `suite.apps["order"]` the application."""

    def __init__(
        self, make_settings: Callable[..., Any], services: tuple[str, ...] = SERVICES, **overrides: Any
    ) -> None:
        self._make_settings = make_settings
        self._services = services
        self._overrides = overrides
        self._stack = AsyncExitStack()
        self.apps: dict[str, Any] = {}
        self.clients: dict[str, AsyncClient] = {}

    async def __aenter__(self) -> Self:
        urls = {f"{name}_service_url": f"http://{name}.test" for name in SERVICES}
        transports: dict[str, ASGITransport] = {}
        for name in self._services:
            settings_class = _settings_class(name)
            settings = self._make_settings(settings_class, **{**urls, **self._overrides})
            mounts = _Mounts(transports)
            http = await self._stack.enter_async_context(AsyncClient(transport=mounts))
            app = importlib.import_module(f"{name}_service.app.factory").create_app(settings, http=http)
            self.apps[name] = app
            transports[f"{name}.test"] = ASGITransport(app=app)
        for name, app in self.apps.items():
            await self._stack.enter_async_context(app.router.lifespan_context(app))
            client = AsyncClient(transport=transports[f"{name}.test"], base_url=f"http://{name}.test", timeout=60)
            self.clients[name] = await self._stack.enter_async_context(client)
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._stack.aclose()

    @property
    def users(self) -> AsyncClient:
        return self.clients["user"]

    @property
    def products(self) -> AsyncClient:
        return self.clients["product"]

    @property
    def orders(self) -> AsyncClient:
        return self.clients["order"]

    @property
    def ai(self) -> AsyncClient:
        return self.clients["ai"]


class _Mounts(ASGITransport):
    """Sends each request to the application of its host; hosts may be added later."""

    def __init__(self, transports: dict[str, ASGITransport]) -> None:
        self._transports = transports

    async def handle_async_request(self, request: Any) -> Any:
        transport = self._transports.get(request.url.host)
        if transport is None:  # a sibling that this suite does without
            raise ConnectError(f"{request.url.host} is not here", request=request)
        return await transport.handle_async_request(request)

    async def aclose(self) -> None:
        """The transports end with their applications."""


def _settings_class(name: str) -> Any:
    module = importlib.import_module(f"{name}_service.app.settings")
    return getattr(module, f"{name.capitalize() if name != 'ai' else 'Ai'}Settings")
