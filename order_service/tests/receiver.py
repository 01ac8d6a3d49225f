"""Somebody else's server: a real one, that checks signatures by itself and answers as it is told."""

import asyncio
import base64
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from aiohttp import web


@dataclass(frozen=True)
class Received:
    """One request, as it came."""

    id: str
    timestamp: int
    signatures: list[str]
    body: bytes
    headers: dict[str, str]

    @property
    def type(self) -> str:
        return str(json.loads(self.body)["type"])

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)["data"]
        return found

    def is_signed_with(self, secret: str) -> bool:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        signed = f"{self.id}.{self.timestamp}.".encode() + self.body
        return "v1," + base64.b64encode(hmac.new(key, signed, sha256).digest()).decode() in self.signatures


@dataclass
class Receiver:
    """`answers` are given one after the other, then 204; while `open` is not set nobody gets one."""

    url: str = ""
    received: list[Received] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def serve(self, request: web.Request) -> web.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        signatures = headers["webhook-signature"].split(" ")
        body = await request.read()
        got = Received(headers["webhook-id"], int(headers["webhook-timestamp"]), signatures, body, headers)
        async with self.came:
            self.received.append(got)
            self.came.notify_all()
        await self.open.wait()
        return self.answers.pop(0) if self.answers else web.Response(status=204)

    async def has(self, count: int) -> list[Received]:
        """So many requests, once they have come."""
        async with asyncio.timeout(60), self.came:
            await self.came.wait_for(lambda: len(self.received) >= count)
        return self.received


@asynccontextmanager
async def receiver() -> AsyncIterator[Receiver]:
    receiving = Receiver()
    receiving.open.set()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", receiving.serve)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiving.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hooks?from=shop"
    yield receiving
    receiving.open.set()
    await runner.cleanup()
