"""One request to a sibling service and its answer, below the conveniences of an HTTP client.

httpx spends more on a request than the sibling on its answer (cookies, redirects, authentication, header objects of
its own), and siblings need none of it: on the one client of a process a request goes to aiohttp at once. Any other
client, such as one that reaches apps in this process, sends it as it always does.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport
from yarl import URL

_CONNECT, _POOL = 1.0, 2.0  # seconds; the caller's deadline bounds the rest
_TIMEOUTS = {"connect": _CONNECT, "read": None, "write": None, "pool": _POOL}
_TIMEOUT = aiohttp.ClientTimeout(sock_connect=_CONNECT, connect=_POOL)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    content: bytes


Send = Callable[[str, str, Mapping[str, str], bytes | None], Awaitable[Exchange]]
LOST = (httpx.TransportError, aiohttp.ClientError, TimeoutError, OSError)


class SiblingsClient(httpx.AsyncClient):
    """httpx on aiohttp's transport for everybody, and aiohttp itself for calls to siblings.

    Their cookies are not kept: they would be sent along with somebody else's call.
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        super().__init__(transport=AiohttpTransport(client=self.session), trust_env=False)

    def session(self) -> aiohttp.ClientSession:
        """The one session, opened when the loop runs."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=200, keepalive_timeout=30)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def exchange(self, method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> Exchange:
        sent = self.session().request(
            method, URL(url, encoded=True), headers=headers, data=content, allow_redirects=False, timeout=_TIMEOUT
        )
        async with sent as answer:
            return Exchange(answer.status, answer.headers, await answer.read())

    async def aclose(self) -> None:
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
        return Exchange(response.status_code, response.headers, response.content)

    return send


def was_never_sent(error: Any) -> bool:
    """Whether the request cannot have left us."""
    return isinstance(
        error,
        (
            aiohttp.ClientConnectorError,
            aiohttp.ConnectionTimeoutError,
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.PoolTimeout,
        ),
    )
