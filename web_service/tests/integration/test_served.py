"""The shop window as it is served: gunicorn, its worker, its log lines."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.config import ROOT
from tests.support.ports import free_port


class Served:
    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.output = folder / "output.txt"
        environment = os.environ | {"WEB_SERVICE_PORT": str(self.port), "DATA_DIR": str(folder), "ENV": "development"}
        with open(self.output, "wb") as output:
            command = [sys.executable, "-m", "web_service.main"]
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)

    def get(self, path: str, **headers: str) -> int:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status

    def wait_ready(self) -> None:
        deadline = time.monotonic() + 60
        while True:
            try:
                assert self.get("/readyz") == 200
                return
            except OSError:
                assert self.process.poll() is None, self.output.read_text()
                assert time.monotonic() < deadline
                time.sleep(0.05)

    def workers(self) -> list[str]:
        return Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()


def lives(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):  # the one before the file is opened, the other before it is read
        return False


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    if served.process.poll() is None:
        served.process.terminate()
        served.process.wait(60)


def test_one_json_line_per_request_and_a_clean_end(served: Served) -> None:
    served.wait_ready()
    served.get("/config.json", **{"X-Request-Id": "tour-1"})
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(60) == 0
    lines = [json.loads(line) for line in served.output.read_text().splitlines()]
    requests = [line for line in lines if line["event"] == "request"]
    assert [(line["path"], line["status"], line["request_id"]) for line in requests] == [
        ("/config.json", 200, "tour-1")
    ]


def test_the_worker_dies_with_its_master(served: Served) -> None:
    served.wait_ready()
    (worker,) = served.workers()
    served.process.kill()
    served.process.wait()
    deadline = time.monotonic() + 20
    while lives(worker):
        assert time.monotonic() < deadline, "the worker outlived its master"
        time.sleep(0.02)
