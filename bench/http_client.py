"""A small keep-alive HTTP/1.1 client whose own cost does not drown what it measures."""

import asyncio
import time
from typing import Any, Self

import httptools
import orjson


class Connection(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._transport: Any = None
        self._parser: Any = None
        self._body: list[bytes] = []
        self._done: asyncio.Future[int] | None = None
        self._watch: bytes | None = None
        self.seen_at = 0.0

    @classmethod
    async def open(cls, host: str, port: int) -> Self:
        connection = cls(host, port)
        await asyncio.get_running_loop().create_connection(lambda: connection, host, port)
        return connection

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._done is not None and not self._done.done():
            self._done.set_exception(ConnectionError("the server closed the connection"))

    def on_body(self, body: bytes) -> None:
        self._body.append(body)
        if self._watch is not None and self._watch in body:
            self.seen_at, self._watch = time.perf_counter(), None

    def on_message_complete(self) -> None:
        if self._done is not None and not self._done.done():
            self._done.set_result(self._parser.get_status_code())

    def encode(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
        """The bytes of a request, to be made once and sent often."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._host}:{self._port}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        return "\r\n".join([*lines, "", ""]).encode() + body

    async def send(self, request: bytes, watch: bytes | None = None) -> tuple[int, bytes]:
        """Status and body; `seen_at` is when `watch` first came by in it."""
        self._parser = httptools.HttpResponseParser(self)
        self._body, self._watch = [], watch
        self._done = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        status = await self._done
        return status, b"".join(self._body)

    async def call(
        self, method: str, path: str, content: Any = None, headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        """Status and parsed JSON."""
        given = {**(headers or {}), **({"Content-Type": "application/json"} if content is not None else {})}
        body = orjson.dumps(content) if content is not None else b""
        status, answer = await self.send(self.encode(method, path, body, given))
        return status, orjson.loads(answer) if answer else None

    def close(self) -> None:
        self._transport.close()
