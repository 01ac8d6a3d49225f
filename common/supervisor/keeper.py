"""Keeps one process running: starts it, starts it again when it dies, a little later each time."""

import asyncio
import time
from collections.abc import Callable

from common.supervisor.logs import Screen
from common.supervisor.plan import CannotStart
from common.supervisor.probes import Probe, wait_until
from common.supervisor.process import Process, ending

FIRST_DELAY = 0.25
LONGEST_DELAY = 5.0
STEADY = 30.0  # seconds a process must run for its next death to count as the first
START_ATTEMPTS = 3  # deaths before it was ever ready, after which starting is given up


class Keeper:
    """One kept process.

    `obstacle` says why starting is pointless right now (a port taken meanwhile); without a process that is not
    `vital` the suite opens all the same.
    """

    def __init__(
        self,
        name: str,
        start: Callable[[], Process],
        probe: Probe,
        screen: Screen,
        obstacle: Callable[[], str | None] = lambda: None,
        vital: bool = True,
    ) -> None:
        self.name = name
        self.process: Process | None = None
        self.ready = False
        self._start = start
        self._probe = probe
        self._screen = screen
        self._obstacle = obstacle
        self._vital = vital
        self._stopping = asyncio.Event()
        self._restart_wanted = False
        self._deaths = 0

    def begin(self) -> asyncio.Task[None]:
        """Start the process at once and keep it from now on."""
        self.process = self._start()
        return asyncio.create_task(self._keep(), name=f"keep {self.name}")

    async def wait_ready(self, seconds: float) -> bool:
        """True once the process answers; CannotStart when it keeps dying before it does."""
        waiting = asyncio.create_task(wait_until(self._probe, seconds))
        while not waiting.done():
            if self._deaths >= START_ATTEMPTS:
                waiting.cancel()
                if not self._vital:
                    return False
                raise CannotStart(f"{self.name} ended {self._deaths} times before it was ready; it says why above.")
            await asyncio.wait([waiting], timeout=0.05)
        self.ready = waiting.result()
        return self.ready

    def restart(self) -> None:
        """Let it end and start it again without delay (after its code changed)."""
        self._restart_wanted = True
        if self.process:
            self.process.terminate()

    async def stop(self, grace: float) -> None:
        """End it for good."""
        self._stopping.set()
        if self.process and not await self.process.stop(grace):
            self._screen.say(f"{self.name} did not end within {grace:g} s and was killed")

    def kill(self) -> None:
        """End it for good and at once."""
        self._stopping.set()
        if self.process:
            self.process.kill()

    async def _keep(self) -> None:
        delay = FIRST_DELAY
        while self.process:
            began = time.monotonic()
            code = await self.process.exited
            if self._stopping.is_set():
                return
            if self._restart_wanted:
                self._restart_wanted = False
            else:
                self._deaths += 0 if self.ready else 1
                delay = FIRST_DELAY if time.monotonic() - began > STEADY else delay
                self._screen.say(f"{self.name} {ending(code)}; starting it again in {delay:g} s")
                delay = await self._pause(delay)
            while not self._stopping.is_set() and (complaint := self._obstacle()):
                self._screen.say(complaint)
                delay = await self._pause(delay)
            if self._stopping.is_set():
                return
            self.process = self._start()

    async def _pause(self, delay: float) -> float:
        """Wait, unless we are to stop; returns the next, longer delay."""
        await asyncio.wait([asyncio.ensure_future(self._stopping.wait())], timeout=delay)
        return min(delay * 2, LONGEST_DELAY)
