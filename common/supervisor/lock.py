"""One DATA_DIR belongs to one running suite."""

import fcntl
import os
from pathlib import Path

from common.supervisor.plan import CannotStart


class DataDirLock:
    """Held by the supervisor's open file; the kernel lets go of it however the supervisor ends."""

    def __init__(self, data_dir: Path) -> None:
        try:
            data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = open(data_dir / "supervisor.lock", "a+")  # noqa: SIM115 - stays open as long as we run
        except OSError as error:
            raise CannotStart(f"DATA_DIR {data_dir} cannot be written ({error.strerror}); set DATA_DIR.") from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.seek(0)
            pid = self._file.read().strip() or "unknown"
            self._file.close()
            raise CannotStart(
                f"{data_dir} is in use by the suite that runs as pid {pid}; stop that one, or set another DATA_DIR."
            ) from error
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Give DATA_DIR back; the file stays, since deleting it would let two suites lock two files."""
        self._file.truncate(0)
        self._file.close()
