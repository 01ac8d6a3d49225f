"""The guard for code that speaks httpx (providers' clients): each request is looked at, each answer has its limit."""

from collections.abc import AsyncIterator
from typing import cast

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from common.egress.guard import Egress, checked_connector

_KEPT_OPEN = 30.0  # seconds


class AnswerTooLarge(httpx.ReadError):
    """More came than `most_bytes`, or it came packed, of which nobody knows the size."""


def guarded_client(egress: Egress, most_bytes: int = 50_000_000, at_once: int = 100) -> httpx.AsyncClient:
    """An httpx client that reaches what Egress allows; AddressNotAllowed for the rest, also behind a redirect.

    Deadlines are the caller's: give every call a timeout. `at_once` connections at most, further calls wait for one.
    """
    return httpx.AsyncClient(transport=_Guarded(egress, most_bytes, at_once), trust_env=False, follow_redirects=False)


class _Guarded(httpx.AsyncBaseTransport):
    def __init__(self, egress: Egress, most_bytes: int, at_once: int) -> None:
        self._egress = egress
        self._at_once = at_once
        self._most = most_bytes
        self._inner = AiohttpTransport(client=self._session)

    def _session(self) -> aiohttp.ClientSession:
        connector = checked_connector(self._egress, keepalive_timeout=_KEPT_OPEN, limit=self._at_once)
        return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._egress.check(str(request.url))
        request.headers["Accept-Encoding"] = "identity"
        response = await self._inner.handle_async_request(request)
        stream = cast(httpx.AsyncByteStream, response.stream)
        if response.headers.get("content-encoding", "identity") != "identity":
            await stream.aclose()
            raise AnswerTooLarge("the answer came packed though nothing packed was asked for", request=request)
        response.stream = _Limited(stream, self._most)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Limited(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream, most: int) -> None:
        self._stream = stream
        self._left = most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._stream:
            self._left -= len(piece)
            if self._left < 0:
                raise AnswerTooLarge("the answer is larger than is read")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
