"""The real suite: main.py on free ports with a folder of its own, driven over HTTP from outside."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import httpx
import psutil

from common.config import ROOT, SERVICES
from tests.support.ports import free_port

T = TypeVar("T")


def eventually(ask: Callable[[], T], seconds: float = 30.0, what: str = "the awaited condition") -> T:
    """The first truthy answer within the deadline; a connection that is refused meanwhile counts as no answer."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if answer := ask():
                return answer
        except httpx.TransportError:
            pass
        assert time.monotonic() < deadline, f"{what} did not come within {seconds:g} s"
        time.sleep(0.05)


class RunningSuite:
    """Starts, asks and stops the suite; `restart` with the same folder is a second start of the same shop."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.data_dir = folder / "data"
        self.output = folder / "output.txt"
        self.ports = {service: free_port() for service in SERVICES}
        ports = {f"{service.upper()}_PORT": str(port) for service, port in self.ports.items()}
        inherited = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
        self.environment = inherited | ports | {"DATA_DIR": str(self.data_dir)} | settings
        self.process: subprocess.Popen[bytes] | None = None
        self.http = httpx.Client(timeout=30)
        self._staff_tokens: dict[str, str] = {}

    def launch(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start main.py without waiting for anything."""
        with open(self.output, "ab") as output:
            command = [sys.executable, "main.py", *arguments]
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=output, stderr=output)
        return self.process

    def start(self, *arguments: str) -> "RunningSuite":
        """Start and wait until the table of addresses is printed."""
        opened = self.printed().count("Shopkeeper is open")
        process = self.launch(*arguments)

        def is_open() -> bool:
            assert process.poll() is None, self.printed()[-5000:]
            return self.printed().count("Shopkeeper is open") > opened

        eventually(is_open, 90, "the open suite")
        return self

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send the signal and wait; the exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(90)

    def printed(self) -> str:
        return self.output.read_text(errors="replace") if self.output.exists() else ""

    def url(self, service: str, path: str = "") -> str:
        """`url("order", "/api/v1/carts")`."""
        return f"http://127.0.0.1:{self.ports[f'{service}_service']}{path}"

    def get(self, service: str, path: str, token: str | None = None, **options: Any) -> httpx.Response:
        return self.call("GET", service, path, token, **options)

    def post(self, service: str, path: str, token: str | None = None, **options: Any) -> httpx.Response:
        return self.call("POST", service, path, token, **options)

    def call(self, method: str, service: str, path: str, token: str | None = None, **options: Any) -> httpx.Response:
        headers = dict(options.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        return self.http.request(method, self.url(service, path), headers=headers, **options)

    def processes(self) -> dict[str, psutil.Process]:
        """The supervisor's children by service (and `valkey`)."""
        assert self.process is not None
        found = {}
        for child in psutil.Process(self.process.pid).children():
            try:
                line = " ".join(child.cmdline())
            except psutil.Error:  # it has just ended
                continue
            name = re.search(r"-m (\w+)_service\.main|/(valkey)-server\b", line)
            if name is not None:  # else it was forked a moment ago, and is not yet what it will be
                found[name[1] or name[2]] = child
        return found

    def guest(self) -> str:
        """A fresh guest's access token."""
        answer = self.post("user", "/api/v1/auth/guest")
        return str(answer.raise_for_status().json()["access_token"])

    def sign_in(self, email: str, password: str) -> str:
        answer = self.post("user", "/api/v1/auth/token", data={"username": email, "password": password})
        return str(answer.raise_for_status().json()["access_token"])

    def demo_password(self, role: str) -> tuple[str, str]:
        """E-mail and password of a demo account, read off the screen as a person would."""

        def shown() -> re.Match[str] | None:
            return re.search(rf"^ +{role} +(\S+@\S+) +(\S+)$", self.printed(), re.MULTILINE)

        match = eventually(shown, 30, f"the {role}'s sign-in line")
        assert match is not None
        return match[1], match[2]

    def staff_token(self, role: str = "owner") -> str:
        """Signed in once: sign-ins are limited, and slow on purpose."""
        if role not in self._staff_tokens:
            self._staff_tokens[role] = self.sign_in(*self.demo_password(role))
        return self._staff_tokens[role]
