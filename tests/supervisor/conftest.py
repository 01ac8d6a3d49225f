"""Runs a real supervisor over stand-in services in a folder of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path
from typing import TypeVar

import pytest

from tests.support.ports import free_port

T = TypeVar("T")
HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
MAIN = """
import sys
from pathlib import Path
from typing import TypeVar
from common.supervisor import Service, run

SERVICES = (
    Service("front_service", "front_service.main", "FRONT_SERVICE_PORT", 1, "front", depends_on=("back_service",),
            has_database=False),
    Service("back_service", "back_service.main", "BACK_SERVICE_PORT", 1, "back"),
)
if __name__ == "__main__":
    sys.exit(run(SERVICES, root=Path(__file__).parent))
"""


def eventually(ask: Callable[[], T], seconds: float = 60.0) -> T:
    """The first truthy answer within the deadline."""
    deadline = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < deadline, "the awaited condition did not come"
        time.sleep(0.02)
    return answer


def alive(pid: int) -> bool:
    """True for a process that runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):  # the one before the file is opened, the other before it is read
        return False


class House:
    """A root folder with two stand-in services, and the supervisor that runs them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data_dir = root / "data"
        self.ports = {"front_service": free_port(), "back_service": free_port()}
        (root / "main.py").write_text(MAIN)
        for name, port in self.ports.items():
            (root / name).mkdir()
            shutil.copy(HERE / "stand_in_service.py", root / name / "main.py")
            (root / name / ".env").write_text(f"{name.upper()}_PORT={port}\n")
        (root / ".env").write_text("DATA_DIR=data\nPYTHON_PATH=\n")
        self.output = root / "output.txt"
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        inherited = {k: v for k, v in os.environ.items() if k not in ("REDIS_URL", "DATABASE_URL", "DATA_DIR")}
        with open(self.output, "ab") as output:
            process = subprocess.Popen(
                [sys.executable, str(self.root / "main.py"), *arguments],
                env=inherited | {"PYTHONPATH": str(REPOSITORY)} | environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._started.append(process)
        return process

    def open(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start and wait for the table of addresses."""
        process = self.start(*arguments, **environment)
        eventually(lambda: "Shopkeeper is open" in self.printed() or process.poll() is not None)
        assert process.poll() is None, self.printed()
        return process

    def printed(self) -> str:
        return self.output.read_text() if self.output.exists() else ""

    def ask(self, name: str, path: str = "/") -> dict:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.ports[name]}{path}", timeout=30) as answer:
            return json.load(answer)

    def answers(self, name: str) -> dict | None:
        try:
            return self.ask(name)
        except (OSError, HTTPException):  # nobody listens, or it dies in the middle of its answer
            return None

    def notes(self) -> list[str]:
        path = self.data_dir / "notes.txt"
        return path.read_text().splitlines() if path.exists() else []

    def close(self) -> None:
        for process in self._started:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(60)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()
