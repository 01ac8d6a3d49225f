"""HTTP spoken by hand over a real connection, so that nothing tidies up what really came."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import uvicorn

Answer = tuple[bytes, dict[str, str], bytes]  # status line, headers, body
_PATIENCE = 60.0  # seconds; nothing here takes any time


@asynccontextmanager
async def served(app: Any, **options: Any) -> AsyncIterator[int]:
    """The port on which an ASGI application is served as our services are."""
    as_we_serve: dict[str, Any] = {"log_config": None, "server_header": False, "proxy_headers": False, "ws": "none"}
    options = as_we_serve | {"timeout_keep_alive": 65} | options
    config = uvicorn.Config(app, port=0, http="common.service.protocol:QuickProtocol", **options)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        assert not serving.done(), "the server did not start"
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await serving


class Reader:
    """One connection. A header that came twice fails the test."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def connect(cls, port: int) -> Self:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    def send(self, *lines: str, first: str = "GET /pages/1 HTTP/1.1", body: bytes = b"") -> None:
        self.writer.write("\r\n".join([first, "Host: one.test", *lines, "", ""]).encode() + body)

    async def answer(self, *, headers_only: bool = False) -> Answer:
        head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), _PATIENCE)
        status, *lines = head.decode().rstrip().split("\r\n")
        names = [line.split(": ", 1)[0] for line in lines]
        assert len(set(names) - {"vary"}) == len([name for name in names if name != "vary"]), "a header came twice"
        headers = dict(line.split(": ", 1) for line in lines)
        length = 0 if headers_only else int(headers.get("content-length", 0))
        return status.encode(), headers, await asyncio.wait_for(self.reader.readexactly(length), _PATIENCE)

    async def ended(self) -> bool:
        """The server closed the connection, and said nothing more."""
        try:
            return await asyncio.wait_for(self.reader.read(), _PATIENCE) == b""
        except ConnectionResetError:  # while we were still sending
            return True

    async def ask(self, *lines: str, **how: Any) -> Answer:
        self.send(*lines, **how)
        return await self.answer()
