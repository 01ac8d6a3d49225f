"""Lets requests to the MCP server in, and brings it up at the first one."""

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from contextvars import Context
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ai_service.app.mcp_server.tools import McpTools, Visit

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]


@dataclass(slots=True)
class McpDoor:
    """`instructions` is what agents are told of the shop. The SDK costs 0.9 s and 33 MB, so only a shop that is asked
    over MCP has it; it is imported in a thread, since the shop goes on meanwhile."""

    tools: McpTools
    instructions: str
    most_sessions: int
    idle_seconds: float
    _opening: asyncio.Task["StreamableHTTPSessionManager"] | None = None
    _running: asyncio.Task[None] | None = None
    _closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, visit: Visit, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if self._opening is None:
            # In a context of its own: what goes on in there must not run under the first visitor's tenant.
            self._opening = asyncio.create_task(self._open(), context=Context())
        manager = await asyncio.shield(self._opening)
        server = importlib.import_module("ai_service.app.mcp_server.server")
        visited = {**scope, server.VISIT: visit, "user": server.owner_of(visit)}
        await manager.handle_request(visited, receive, send)

    async def _open(self) -> "StreamableHTTPSessionManager":
        server = await asyncio.to_thread(importlib.import_module, "ai_service.app.mcp_server.server")
        manager: StreamableHTTPSessionManager = server.session_manager(
            self.tools, self.instructions, self.most_sessions, self.idle_seconds
        )
        ready = asyncio.Event()
        self._running = asyncio.create_task(self._run(manager, ready), name="mcp sessions")
        await ready.wait()
        return manager

    async def _run(self, manager: "StreamableHTTPSessionManager", ready: asyncio.Event) -> None:
        async with manager.run():
            ready.set()
            await self._closing.wait()

    async def shut_down(self) -> None:
        """Ends the sessions that are open."""
        self._closing.set()
        if self._running is not None:
            await self._running
