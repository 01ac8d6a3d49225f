"""The suite as a command-line tool finds it: the one that runs here, or one of its own for as long as it works."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from common.config import ROOT, Settings, service_secret

START_SECONDS, POLL_SECONDS = 60.0, 0.2
NOT_POSSIBLE = 2  # the exit code where there is nobody to talk to, or nothing to bring


class NoSuite(Exception):
    """There is nobody to talk to; the text says why."""


@contextmanager
def running_suite(settings: Settings, services: Sequence[str], log_name: str) -> Iterator[None]:
    """`services` answer for as long as this lasts; a suite that had to be started writes to DATA_DIR/`log_name`."""
    if _answers(settings, services):
        yield
        return
    say("No suite is running here: starting one for the import.")
    command = [sys.executable, str(ROOT / "main.py"), "--only", ",".join(services)]
    log = settings.data_dir / log_name
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_until_ready(settings, services, process, log)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)
    say("Start the shop with: make run")


def _answers(settings: Settings, services: Sequence[str]) -> bool:
    try:
        ready = [httpx.get(f"{settings.url_of(name)}/readyz", timeout=3.0) for name in services]
    except httpx.TransportError:
        return False
    return all(answer.status_code == httpx.codes.OK for answer in ready)


def _wait_until_ready(
    settings: Settings, services: Sequence[str], process: "subprocess.Popen[bytes]", log: Path
) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(settings, services):
        if process.poll() is not None or time.monotonic() > deadline:
            raise NoSuite(f"The suite did not start; {log} says why:\n{_tail(log)}")
        time.sleep(POLL_SECONDS)


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:])


def token_of_the_suite(http: httpx.Client, settings: Settings, client_id: str) -> str:
    """Signed in by the key that the suite keeps under DATA_DIR."""
    form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": service_secret(settings)}
    answer = http.post(f"{settings.user_service_url}/api/v1/auth/token", data=form)
    if answer.status_code != httpx.codes.OK:
        raise NoSuite(f"The suite at {settings.user_service_url} does not know the key in {settings.data_dir}/keys.")
    return str(answer.json()["access_token"])


def refusal(answer: httpx.Response) -> str:
    """What a problem document says, for a person."""
    try:
        return str(answer.json().get("detail") or answer.json()["title"])
    except (ValueError, KeyError):
        return f"HTTP {answer.status_code}"


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def complain(text: str, code: int = NOT_POSSIBLE) -> int:
    sys.stderr.write(f"{text}\n")
    return code
