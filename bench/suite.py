"""The suite under test: started by main.py on free ports in a folder of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import psutil

from common.config import ROOT, SERVICES
from tests.support.ports import free_port

READY_WITHIN = 60


class Suite:
    """`database_url`: a server's; without one the suite runs on SQLite."""

    def __init__(self, data_dir: Path, database_url: str | None = None, **settings: str) -> None:
        self.data_dir = data_dir
        self.database = database_url.partition("://")[0] if database_url else "SQLite"
        settings |= {"DATABASE_URL": database_url} if database_url else {}
        self.ports = {service: free_port() for service in SERVICES}
        ports = {f"{service.upper()}_PORT": str(port) for service, port in self.ports.items()}
        path = os.pathsep.join(filter(None, [str(ROOT / "bench" / "as_installed"), os.environ.get("PYTHONPATH")]))
        own = {"DATA_DIR": str(data_dir), "SEED_DEMO": "false", "PYTHONPATH": path}
        self._environment = {**os.environ, **ports, **own, **settings}
        self._process: subprocess.Popen[bytes] | None = None
        self.log = data_dir.parent / "suite.log"

    def start(self) -> float:
        """Seconds until all five are ready."""
        started = time.perf_counter()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "main.py"], cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        waiting = set(SERVICES)
        while waiting:
            if self._process.poll() is not None or time.perf_counter() - started > READY_WITHIN:
                raise RuntimeError(f"the suite did not start; see {self.log}")
            waiting -= {service for service in waiting if self._is_ready(service)}
            time.sleep(0.02)
        return time.perf_counter() - started

    def _is_ready(self, service: str) -> bool:
        try:
            return httpx.get(f"{self.url(service)}/readyz", timeout=1).status_code == 200
        except httpx.TransportError:
            return False

    def url(self, service: str) -> str:
        return f"http://127.0.0.1:{self.ports[service]}"

    def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(timeout=60)
            self._process = None

    def memory(self) -> int:
        """Proportional set size of the whole tree, in bytes."""
        assert self._process is not None
        root = psutil.Process(self._process.pid)
        return sum(_pss(process) for process in (root, *root.children(recursive=True)))

    def import_token(self) -> str:
        """A token of the command line's own, as `make import` uses it."""
        secret = (self.data_dir / "keys" / "service_secret").read_text()
        form = {"grant_type": "client_credentials", "client_id": "catalogue_import", "client_secret": secret}
        answer = httpx.post(f"{self.url('user_service')}/api/v1/auth/token", data=form)
        return str(answer.raise_for_status().json()["access_token"])

    def shoppers(self, count: int) -> list[str]:
        """Access tokens of freshly signed-up shoppers."""
        return [self._shopper(f"bench{number}-{time.time_ns()}@shop.example") for number in range(count)]

    def _shopper(self, email: str) -> str:
        users, password = self.url("user_service"), "a long enough password"
        httpx.post(f"{users}/api/v1/auth/register", json={"email": email, "password": password}).raise_for_status()
        answer = httpx.post(f"{users}/api/v1/auth/token", data={"username": email, "password": password})
        return str(answer.raise_for_status().json()["access_token"])

    def send(self, method: str, url: str, headers: dict[str, str], content: Any) -> Any:
        return httpx.request(method, url, headers=headers, json=content, timeout=30).raise_for_status().json()

    def get(self, service: str, path: str, **options: Any) -> Any:
        return httpx.get(f"{self.url(service)}{path}", timeout=30, **options).raise_for_status().json()


def _pss(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0
