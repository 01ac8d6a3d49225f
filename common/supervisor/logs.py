"""The services' log lines on one screen, each behind its service's name."""

import asyncio
import contextlib
import fcntl
import os
import select
import sys

_COLOURS = (36, 32, 33, 35, 34, 96, 92)  # cyan, green, yellow, magenta, blue, and two bright ones
_PAUSE = 0.02  # seconds between two looks into a busy pipe: one wake-up for many lines
_PIPE_BYTES = 1 << 20
_LONGEST_LINE = 1 << 20


class Screen:
    """Standard output; falls silent, rather than stop the shop, when nobody reads it any more."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        self._prefixes: dict[str, bytes] = {}
        self._open = True

    def prefix(self, name: str) -> bytes:
        """The same colour for the same name as long as we run."""
        if name not in self._prefixes:
            text = f"{name:<{self._width}} | "
            colour = _COLOURS[len(self._prefixes) % len(_COLOURS)]
            self._prefixes[name] = (f"\x1b[{colour}m{text}\x1b[0m" if self._colours else text).encode()
        return self._prefixes[name]

    def lines(self, name: str, block: bytes) -> None:
        """Show whole lines, `block` being without its last newline."""
        prefix = self.prefix(name)
        self._write(prefix + block.replace(b"\n", b"\n" + prefix) + b"\n")

    def say(self, text: str) -> None:
        """A line of the supervisor's own."""
        self.lines("main", text.encode())

    def show(self, text: str) -> None:
        """Text without a prefix: the table."""
        self._write(text.encode() + b"\n")

    def _write(self, data: bytes) -> None:
        while data and self._open:
            try:
                data = data[os.write(1, data) :]
            except BlockingIOError:
                select.select([], [1], [])
            except OSError:
                self._open = False


class LogPipe:
    """Carries what one process prints to the screen, in whole lines."""

    def __init__(self, name: str, screen: Screen) -> None:
        self._name = name
        self._screen = screen
        self._tail = b""
        self._loop = asyncio.get_running_loop()
        self._reader, self.writer = os.pipe()
        os.set_blocking(self._reader, False)
        if hasattr(fcntl, "F_SETPIPE_SZ"):
            with contextlib.suppress(PermissionError):  # a user over his pipe quota keeps the small pipe
                fcntl.fcntl(self._reader, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        self._later: asyncio.TimerHandle | None = None
        self._loop.add_reader(self._reader, self._wait_for_more)

    def spawned(self) -> None:
        """The child has its copy of the writing end; ours goes."""
        os.close(self.writer)

    def finish(self) -> None:
        """Show what is left and close; the process is gone."""
        self._loop.remove_reader(self._reader)
        if self._later:
            self._later.cancel()
        while self._take():
            pass
        if self._tail:
            self._screen.lines(self._name, self._tail)
        os.close(self._reader)

    def _wait_for_more(self) -> None:
        self._loop.remove_reader(self._reader)
        self._later = self._loop.call_later(_PAUSE, self._look)

    def _look(self) -> None:
        self._later = None
        if self._take() is not None:
            self._loop.add_reader(self._reader, self._wait_for_more)

    def _take(self) -> bool | None:
        """One read: True when there was something, False when nothing was there, None at the end."""
        try:
            data = os.read(self._reader, _PIPE_BYTES)
        except BlockingIOError:
            return False
        if not data:
            return None
        complete, newline, self._tail = (self._tail + data).rpartition(b"\n")
        if newline:
            self._screen.lines(self._name, complete)
        if len(self._tail) > _LONGEST_LINE:
            self._screen.lines(self._name, self._tail)
            self._tail = b""
        return True
