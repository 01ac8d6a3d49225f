"""The bell: Valkey pub/sub that wakes other processes. It carries no facts; whoever misses it polls."""

import asyncio
from collections.abc import Callable

from common.cache.valkey import Subscription, Valkey, ValkeyAway
from common.observability.logs import get_logger

log = get_logger(__name__)

EVERYTHING = "*"  # the text that stands for "anything may have happened"
Heard = Callable[[str], None]


class Bell:
    """One listening connection for all that this process wants to hear, one queue for what it rings."""

    def __init__(self, valkey: Valkey, retry_after: float = 1.0) -> None:
        self._valkey = valkey
        self._retry_after = retry_after
        self._listeners: dict[str, list[Heard]] = {}
        self._to_ring: dict[tuple[str, str], None] = {}  # ordered, each once
        self._rung = asyncio.Event()
        self.connected = False

    def on_ring(self, channel: str, heard: Heard) -> None:
        """Have `heard(text)` called for every ring; also with EVERYTHING whenever rings may have been missed."""
        self._listeners.setdefault(channel, []).append(heard)

    def ring(self, channel: str, text: str = EVERYTHING) -> None:
        """Wake who listens, soon. Equal rings that wait together are one; while Valkey is away they are lost."""
        self._to_ring[channel, text] = None
        self._rung.set()

    async def pull(self) -> None:
        """Send what is to be rung, until cancelled."""
        while True:
            await self._rung.wait()
            self._rung.clear()
            waiting, self._to_ring = self._to_ring, {}
            try:
                await self._valkey.ask(*(("PUBLISH", channel, text) for channel, text in waiting))
            except ValkeyAway:
                log.debug("the bell did not ring", rings=len(waiting))

    async def hear(self) -> None:
        """Listen until cancelled, through every loss of the connection."""
        while True:
            try:
                async with self._valkey.subscription() as subscription:
                    await self._hear(subscription)
            except ValkeyAway:
                self.connected = False
                await asyncio.sleep(self._retry_after)

    async def _hear(self, subscription: Subscription) -> None:
        while True:
            missing = self._listeners.keys() - subscription.channels
            if missing:
                await subscription.add(*missing)
                self.connected = True
                for channel in missing:
                    self._tell(channel, EVERYTHING)
            if not subscription.channels:
                await asyncio.sleep(self._retry_after)
                continue
            message = await subscription.next(within=1.0)
            if message is not None:
                self._tell(*message)

    def _tell(self, channel: str, text: str) -> None:
        for heard in self._listeners.get(channel, ()):
            heard(text)
