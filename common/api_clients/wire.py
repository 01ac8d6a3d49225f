"""One request to a sibling service and its answer, below the conveniences of an HTTP client.

httpx and aiohttp spend more on a request than the sibling on its answer (cookies, redirects, authentication, header
objects of their own), and siblings need none of it: the one client of a process sends it over connections of our own.
Behind https it is aiohttp's. Any other client, such as one that reaches apps in this process, sends it as it always
does.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport
from yarl import URL

from common.api_clients.connections import CONNECT_SECONDS, TURN_SECONDS, Connections, Exchange, NeverSent

_TIMEOUTS = {"connect": CONNECT_SECONDS, "read": None, "write": None, "pool": TURN_SECONDS}
_TIMEOUT = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, connect=TURN_SECONDS)

Send = Callable[[str, str, Mapping[str, str], bytes | None], Awaitable[Exchange]]
LOST = (httpx.TransportError, aiohttp.ClientError, TimeoutError, OSError)


class SiblingsClient(httpx.AsyncClient):
    """httpx on aiohttp's transport for everybody, and a shorter way for calls to siblings.

    Their cookies are not kept: they would be sent along with somebody else's call.
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._connections = Connections()
        super().__init__(transport=AiohttpTransport(client=self.session), trust_env=False)

    def session(self) -> aiohttp.ClientSession:
        """The one session, opened when the loop runs."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=200, keepalive_timeout=30)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def exchange(self, method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> Exchange:
        if url.startswith("http://"):
            return await self._connections.exchange(method, url, headers, content)
        sent = self.session().request(
            method, URL(url, encoded=True), headers=headers, data=content, allow_redirects=False, timeout=_TIMEOUT
        )
        async with sent as answer:
            return Exchange(answer.status, _in_lower_case(answer.headers), await answer.read())

    async def aclose(self) -> None:
        self._connections.close()
        await super().aclose()
        if self._session is not None:
            await self._session.close()


def sender(http: httpx.AsyncClient) -> Send:
    """How requests to siblings go out through this client."""
    return http.exchange if isinstance(http, SiblingsClient) else _through(http)


def _through(http: httpx.AsyncClient) -> Send:
    async def send(method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> Exchange:
        request = httpx.Request(method, url, headers=dict(headers), content=content, extensions={"timeout": _TIMEOUTS})
        response = await http.send(request)
        return Exchange(response.status_code, _in_lower_case(response.headers), response.content)

    return send


def _in_lower_case(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def was_never_sent(error: Any) -> bool:
    """Whether the request cannot have left us."""
    return isinstance(
        error,
        (
            NeverSent,
            aiohttp.ClientConnectorError,
            aiohttp.ConnectionTimeoutError,
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.PoolTimeout,
        ),
    )
