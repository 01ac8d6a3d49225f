"""Loops that run as long as the service: relays, recovery, expiry; each survives its own errors."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from common.errors import Unavailable
from common.observability.logs import get_logger

log = get_logger(__name__)
_BACKOFF_CAP = 30.0
_CANCEL_AGAIN = 0.5


class Background:
    """The tasks of one service; `stop` cancels them and waits until they are gone."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, name: str, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run one piece of work; its failure is logged."""
        task = asyncio.create_task(_logged(name, work), name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: work.close())  # cancelled before its first step, it would never be awaited
        return task

    def loop(
        self, name: str, step: Callable[[], Awaitable[Any]], every: float, wake: asyncio.Event | None = None
    ) -> asyncio.Task[Any]:
        """Run `step` every so many seconds, or at once when `wake` is set; after an error wait longer and longer."""
        return self.start(name, _forever(name, step, every, wake))

    async def stop(self) -> None:
        running = set(self._tasks)
        while running:
            for task in running:
                task.cancel()
            # once may not do: a cancellation that comes while asyncmy connects is swallowed (seen on Python 3.11)
            _, running = await asyncio.wait(running, timeout=_CANCEL_AGAIN)


async def _logged(name: str, work: Coroutine[Any, Any, Any]) -> Any:
    try:
        return await work
    except Exception:  # the last line before the event loop: an error here is nobody else's to see
        log.exception("background work failed", task=name)
        return None


async def _forever(name: str, step: Callable[[], Awaitable[Any]], every: float, wake: asyncio.Event | None) -> None:
    failures = 0
    while True:
        try:
            await step()
            failures = 0
        except Unavailable as error:  # a neighbour is away: nothing here to trace
            failures += 1
            log.warning("background step waits", task=name, failures=failures, reason=error.detail)
        except Exception:  # a loop outlives any one failure of its step
            failures += 1
            log.exception("background step failed", task=name, failures=failures)
        pause = every if not failures else min(_BACKOFF_CAP, max(every, 0.5) * 2 ** min(failures, 6))
        if wake is None:
            await asyncio.sleep(pause)
        else:
            await _sleep_unless_woken(wake, pause)


async def _sleep_unless_woken(wake: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await wake.wait()
    except TimeoutError:
        return
    wake.clear()
