"""Killing a service at a named point: which points a deed passes, and doing it again with one of them deadly."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

import httpx

from common.failpoints import PASSED, REHEARSAL
from tests.support.open_shop import soon
from tests.support.running_suite import RunningSuite

progress = logging.getLogger("chaos")  # `make chaos` shows it
logging.getLogger("httpx").setLevel(logging.WARNING)
UNCLEAR = frozenset({429, 500, 502, 503, 504})
Send = Callable[[], Awaitable[httpx.Response]]


class Disasters:
    """In the folder that the suite was given as FAILPOINTS_DIR."""

    def __init__(self, suite: RunningSuite) -> None:
        self._folder = Path(suite.environment["FAILPOINTS_DIR"])

    def rehearse(self) -> None:
        """From here on the points are listed."""
        (self._folder / PASSED).write_text("")
        (self._folder / REHEARSAL).touch()

    def rehearsed(self) -> list[str]:
        """What was passed, each point once, in the order of their first passing."""
        (self._folder / REHEARSAL).unlink()
        return list(dict.fromkeys((self._folder / PASSED).read_text().splitlines()))

    def arm(self, point: str) -> None:
        (self._folder / f"{point}.sprung").unlink(missing_ok=True)
        (self._folder / point).touch()

    async def disarm(self, point: str, seconds: float = 5) -> bool:
        """Whether it has killed; who reads the news comes by some time after all is done."""

        async def sprung() -> bool:
            return self.sprung(point)

        with suppress(AssertionError):
            await soon(sprung, seconds)
        (self._folder / point).unlink(missing_ok=True)
        return self.sprung(point)

    def sprung(self, point: str) -> bool:
        return (self._folder / f"{point}.sprung").exists()


async def all_back(suite: RunningSuite, http: httpx.AsyncClient, seconds: float = 30) -> None:
    """Every service is ready again."""

    async def ready() -> bool:
        answers = [await http.get(suite.url(name, "/readyz")) for name in ("user", "product", "order")]
        return all(answer.status_code == 200 for answer in answers)

    await soon(ready, seconds, "the services' return")


async def insist(send: Send, seconds: float = 30) -> httpx.Response:
    """Ask with the same words until there is a clear answer, as a client with a key does."""
    deadline = monotonic() + seconds
    while True:
        try:
            answer = await send()
            if answer.status_code not in UNCLEAR:
                return answer
        except httpx.TransportError:
            pass
        assert monotonic() < deadline, f"no clear answer within {seconds:g} s"
        await asyncio.sleep(0.1)
