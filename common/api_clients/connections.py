"""HTTP/1.1 to siblings on connections that stay open: what a request of ours needs, and nothing else of a browser."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

import httptools

MOST, IDLE_SECONDS = 200, 30.0
CONNECT_SECONDS, TURN_SECONDS = 1.0, 2.0  # the caller's deadline bounds the rest


@dataclass(frozen=True, slots=True)
class Exchange:
    """What came back; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class NeverSent(ConnectionError):
    """No connection was to be had: the request cannot have left us."""


class Connections:
    """To all siblings. A connection carries one request at a time; the one that was used last is used next."""

    def __init__(self) -> None:
        self._idle: dict[str, list[_Connection]] = {}
        self._turns = asyncio.Semaphore(MOST)

    async def exchange(self, method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> Exchange:
        """`url` begins with http:// and is sent as it is spelled."""
        origin, slash, path = url[7:].partition("/")
        request = _spelled(method, slash + path, origin, headers, content)
        if self._turns.locked():
            await self._wait_for_turn()
        else:
            await self._turns.acquire()
        try:
            connection = self._kept(origin) or await _Connection.opened(origin)
            try:
                answer = await connection.exchange(request)
            except BaseException:  # also when called off: what still comes belongs to nobody
                connection.abort()
                raise
        finally:
            self._turns.release()
        if connection.stays:
            self._idle.setdefault(origin, []).append(connection)
        else:
            connection.abort()
        return answer

    def close(self) -> None:
        for connections in self._idle.values():
            while connections:
                connections.pop().abort()

    async def _wait_for_turn(self) -> None:
        try:
            async with asyncio.timeout(TURN_SECONDS):
                await self._turns.acquire()
        except TimeoutError as error:
            raise NeverSent("too many requests are under way") from error

    def _kept(self, origin: str) -> "_Connection | None":
        idle = self._idle.get(origin)
        while idle:
            connection = idle.pop()
            if connection.is_fresh():
                return connection
            connection.abort()
        return None


class _Connection(asyncio.Protocol):
    """One connection and the answer that is arriving on it."""

    def __init__(self) -> None:
        self.stays = False
        self._loop = asyncio.get_running_loop()
        self._transport: Any = None
        self._idle_since = 0.0
        self._answered: asyncio.Future[Exchange] | None = None
        self._parser: Any = httptools.HttpResponseParser(self)
        self._headers: dict[str, str] = {}
        self._body: list[bytes] = []

    @classmethod
    async def opened(cls, origin: str) -> Self:
        place = urlsplit(f"//{origin}")
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                host, port = place.hostname or "", place.port or 80
                _, connection = await asyncio.get_running_loop().create_connection(cls, host, port)
        except OSError as error:  # a timeout is one too
            raise NeverSent(str(error) or type(error).__name__) from error
        return connection

    def is_fresh(self) -> bool:
        return self.stays and not self._transport.is_closing() and self._loop.time() - self._idle_since < IDLE_SECONDS

    async def exchange(self, request: bytes) -> Exchange:
        self.stays, self._headers, self._body = False, {}, []
        self._answered = self._loop.create_future()
        self._transport.write(request)
        return await self._answered

    def abort(self) -> None:
        self.stays = False
        self._transport.abort()

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self._answered is None or self._answered.done():  # nobody asked: whose would it be?
            self.abort()
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as error:
            self._fail(ConnectionError(f"not an answer: {error}"))

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(ConnectionResetError("the connection was closed before the answer"))

    def on_message_begin(self) -> None:
        if self._answered is None or self._answered.done():  # a second answer behind the one that was asked for
            self.abort()

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        status, answered = self._parser.get_status_code(), self._answered
        if status < 200:  # an interim answer
            self._headers = {}
        elif answered is not None and not answered.done():
            self.stays, self._idle_since = self._parser.should_keep_alive(), self._loop.time()
            answered.set_result(Exchange(status, self._headers, b"".join(self._body)))
            self._headers, self._body = {}, []

    def _fail(self, error: Exception) -> None:
        self.abort()
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(error)


def _spelled(method: str, path: str, host: str, headers: Mapping[str, str], content: bytes | None) -> bytes:
    lines = [f"{method} {path or '/'} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if content is not None or method not in ("GET", "DELETE"):
        lines.append(f"Content-Length: {len(content or b'')}")
    head = "\r\n".join(lines)
    if head.count("\r") != len(lines) - 1 or head.count("\n") != len(lines) - 1:
        raise ValueError("a header holds a line break")
    return head.encode("latin-1") + b"\r\n\r\n" + (content or b"")
