"""Rows that a service goes by at every turn and keeps in memory: few, rarely changed, and to be right at once."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from common.runtime import Runtime

EVERY, ALONE_EVERY = 1.0, 60.0


class KeptRows:
    """`load()` reads the rows anew. Other processes hear of a change by the bell, and look every second besides."""

    def __init__(self, runtime: "Runtime", name: str, load: Callable[[], Awaitable[None]]) -> None:
        self._load = load
        self._one_at_a_time = asyncio.Lock()
        self._bell = runtime.events.bell
        self._channel = f"kept:{runtime.settings.service}:{name}"
        wake = asyncio.Event()
        self._bell.on_ring(self._channel, lambda text: wake.set())
        alone = runtime.database.dialect == "sqlite"  # no other process writes that file
        runtime.background.loop(f"kept.{name}", self.read, every=ALONE_EVERY if alone else EVERY, wake=wake)

    async def read(self) -> None:
        """One after the other, so that an older answer never replaces a newer one."""
        async with self._one_at_a_time:
            await self._load()

    async def changed(self) -> None:
        """After a commit: counts here when this returns, elsewhere a moment later."""
        await self.read()
        self._bell.ring(self._channel)
