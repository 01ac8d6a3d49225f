"""Log lines in files that stay small: a full one moves aside, and the oldest goes."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows: one process per file there, so nobody has to wait
    fcntl = None  # type: ignore[assignment]

FILE_BYTES, FILES = 8_000_000, 4
_BLOCK = 262_144
_LONGEST_LINE = 65_536


class RotatedFile:
    """Appends whole lines. Several processes may share the file: each write is one append, and one of them rotates."""

    def __init__(self, path: Path, most_bytes: int = FILE_BYTES, files: int = FILES) -> None:
        self._path = path
        self._most = most_bytes
        self._files = files
        self._descriptor: int | None = None

    def write(self, lines: bytes) -> None:
        """`lines` end with a line break. OSError when they cannot be written."""
        if self._descriptor is None:
            self._open()
        descriptor = self._descriptor
        if descriptor is not None and os.write(descriptor, lines) and os.fstat(descriptor).st_size >= self._most:
            self._rotate(descriptor)

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def _rotate(self, descriptor: int) -> None:
        with self._alone():
            with contextlib.suppress(FileNotFoundError):
                if os.stat(self._path).st_ino == os.fstat(descriptor).st_ino:  # nobody else was quicker
                    for number in range(self._files - 1, 0, -1):
                        older = self._path if number == 1 else numbered(self._path, number - 1)
                        with contextlib.suppress(FileNotFoundError):
                            os.replace(older, numbered(self._path, number))
            self.close()
            self._open()

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        lock = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if fcntl is not None:
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def numbered(path: Path, number: int) -> Path:
    """The file that was full `number` rotations ago."""
    return path.with_name(f"{path.name}.{number}")


def lines_from_the_end(path: Path, most_bytes: int) -> Iterator[bytes]:
    """The newest line first, through the older files; no more than `most_bytes` are read."""
    for place in (path, *(numbered(path, number) for number in range(1, FILES))):
        try:
            with place.open("rb") as file:
                left = min(file.seek(0, os.SEEK_END), most_bytes)
                most_bytes -= left
                yield from _backwards(file, left)
        except FileNotFoundError:
            return
        if most_bytes <= 0:
            return


def _backwards(file: BinaryIO, left: int) -> Iterator[bytes]:
    """Whole lines only: what the bound cuts in two is left out."""
    end = file.tell()
    begin, tail = end - left, b""
    while end > begin:
        start = max(begin, end - _BLOCK)
        file.seek(start)
        block = file.read(end - start) + tail
        tail, *lines = block.split(b"\n")
        yield from (line for line in reversed(lines) if line)
        end, tail = start, tail if len(tail) <= _LONGEST_LINE else b""
    if begin == 0 and tail:
        yield tail
