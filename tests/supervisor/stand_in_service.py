"""A service of the smallest kind, for tests of the supervisor: answers, lingers, forks and fails on request."""

import json
import os
import signal
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from common.processes import die_with_parent

NAME = Path(__file__).parent.name
DATA_DIR = Path(os.environ["DATA_DIR"])


def note(text: str) -> None:
    """Leave a line that the test can read after we are gone."""
    with open(DATA_DIR / "notes.txt", "a") as notes:
        notes.write(f"{NAME} {text}\n")


def wait_for_file(path: Path) -> None:
    """So long a request takes: until somebody writes this file."""
    deadline = time.monotonic() + 60
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.02)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer: object = {"pid": os.getpid(), "environment": dict(os.environ)}
        if self.path.startswith("/until/"):
            note("slow begins")
            wait_for_file(DATA_DIR / self.path.removeprefix("/until/"))
            note("slow ends")
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        sys.stdout.write(f"{NAME} {self.path}\n")


class Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close() waits for the requests in flight: this is how a service drains


def main() -> None:
    if os.environ.get("BROKEN") == NAME:
        sys.exit(f"{NAME} cannot work like this")
    if os.environ.get("FORKS") == NAME and os.fork() == 0:  # a worker, as gunicorn has them
        die_with_parent(os.getppid())
        time.sleep(60)
    server = Server(("127.0.0.1", int(os.environ[f"{NAME.upper()}_PORT"])), Handler)

    def stop(number: int, frame: object) -> None:
        (DATA_DIR / f"{NAME} was told to stop").touch()
        if os.environ.get("STUBBORN") != NAME:
            raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    try:
        server.serve_forever(poll_interval=0.02)
    finally:
        server.server_close()
        note("stopped")


if __name__ == "__main__":
    main()
