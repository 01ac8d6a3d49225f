"""One process per SQLite file: a lock beside it, held for as long as the process lives."""

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl


class FileInUse(RuntimeError):
    """Another process owns this database file."""


class FileOwnership:
    """Takes and gives back the lock `<file>.lock`, which names its holder's pid."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Own the file or raise FileInUse naming the pid that does."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = open(self._path, "a+", encoding="ascii")  # noqa: SIM115 - held open as the lock
        if sys.platform != "win32":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                pid = file.read().strip() or "unknown"
                file.close()
                raise FileInUse(f"{self._path.name.removesuffix('.lock')} is in use by process {pid}") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def give_back(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
