"""Named points at which a rehearsal of disasters ends a process; nothing of this exists unless FAILPOINTS_DIR is set.

Every write transaction has two, named after the function that opened it ("… before commit", "… committed"), and every
call to a sibling has one ("… answered"). While a file `rehearsal` lies in the folder, the points that are passed are
listed in `passed`. A file named like a point kills the next process that comes by, once, as `kill -9` does.
"""

import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

Point = Callable[[str], None]
Unit = Callable[[], AbstractAsyncContextManager[Any]]
REHEARSAL, PASSED = "rehearsal", "passed"
_ID = re.compile(r"/[a-z]{2,4}_[0-9a-z]+|/[0-9a-f-]{20,}")


class Failpoints:
    """Those of one service, in the folder that all services of a suite share."""

    def __init__(self, folder: Path, service: str) -> None:
        self._folder = folder
        self._service = service

    def reached(self, name: str) -> None:
        """Returns, or nothing of this process ever does anything again."""
        point = file_name(f"{self._service} {name}")
        if (self._folder / REHEARSAL).exists():
            with open(self._folder / PASSED, "a") as passed:  # one short line: appended whole
                passed.write(f"{point}\n")
        try:
            os.rename(self._folder / point, self._folder / f"{point}.sprung")
        except FileNotFoundError:
            return
        os.kill(os.getpid(), signal.SIGKILL)

    def watch_transactions(self, database: Any) -> None:
        """A point before and one after every commit; one write alone is committed by then, on PostgreSQL."""
        database.unit_of_work = self._watched(database.unit_of_work)
        database.one_write = self._watched(database.one_write)

    def _watched(self, open_unit: Unit) -> Unit:
        def opened() -> AbstractAsyncContextManager[Any]:
            return watched(_caller(sys._getframe(1)))

        @asynccontextmanager
        async def watched(name: str) -> AsyncIterator[Any]:
            async with open_unit() as session:
                yield session
                self.reached(f"{name} before commit")
            self.reached(f"{name} committed")

        return opened

    def watch_calls(self, http: Any) -> None:
        """A point behind every answer of a sibling that may have changed something."""
        exchange = http.exchange

        async def watched(method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> Awaitable[Any]:
            answer = await exchange(method, url, headers, content)
            if method != "GET":
                path = _ID.sub("/ID", url.partition("://")[2].partition("/")[2].partition("?")[0])
                self.reached(f"{method} {path} answered")
            return answer  # type: ignore[no-any-return]

        http.exchange = watched


def file_name(point: str) -> str:
    """A point's name as that of a file."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "_", point)


def _caller(frame: Any) -> str:
    """`orders.progress.place`: the function that opened the transaction, without the service's own folders."""
    module = str(frame.f_globals.get("__name__", "")).removeprefix("common.")
    module = re.sub(r"^\w+_service\.app\.", "", module)
    return f"{module}.{frame.f_code.co_name}"
