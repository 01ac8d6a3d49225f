"""Runs of the load generator, and the floor they are held against."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import orjson
import psutil

from bench.report import Row
from bench.statistics import Run
from bench.suite import Suite
from common.config import ROOT
from tests.support.ports import free_port

RUNS = 3


def generate_load(plan: dict[str, Any]) -> Run:
    """Run the load generator in its own process."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.load"], input=orjson.dumps(plan), capture_output=True, cwd=ROOT, check=False
    )
    if done.stderr:
        sys.stderr.write(done.stderr.decode())
    done.check_returncode()
    return Run(**orjson.loads(done.stdout))


@contextmanager
def bare_asgi(body: bytes) -> Iterator[tuple[int, int]]:
    """Port and pid of the floor."""
    port = free_port()
    with tempfile.NamedTemporaryFile() as file:
        file.write(body)
        file.flush()
        process = subprocess.Popen([sys.executable, "-m", "bench.floor", str(port), file.name], cwd=ROOT)
        try:
            _wait_for(lambda: httpx.get(f"http://127.0.0.1:{port}/").status_code == 200)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(timeout=10)


def _wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise TimeoutError


def reads(suite: Suite, paths: list[str], port: int | None = None, **plan: Any) -> Run:
    return generate_load(
        {"kind": "reads", "host": "127.0.0.1", "port": port or suite.ports["product_service"], "paths": paths, **plan}
    )


def pid_listening(port: int) -> int:
    for connection in psutil.net_connections("tcp"):
        if connection.laddr and connection.laddr.port == port and connection.status == "LISTEN" and connection.pid:
            return connection.pid
    raise LookupError(port)


def cpu_seconds(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def floor_of(suite: Suite, path: str) -> Run:
    with bare_asgi(httpx.get(suite.url("product_service") + path).content) as (port, _):
        return reads(suite, [path], port, connections=1, seconds=1)


def latency_row(what: str, runs: list[Run], floor: Run, p50: float, p95: float | None) -> Row:
    run = sorted(runs, key=lambda candidate: candidate.p50)[len(runs) // 2]
    met = run.p50 <= p50 and (p95 is None or run.p95 <= p95) and not run.failures
    target = f"p50 ≤ {p50:g} ms" + (f", p95 ≤ {p95:g} ms" if p95 else "")
    ours = f"p50 {run.p50:.2f} ms, p95 {run.p95:.2f} ms"
    return Row(what, ours, target, met, f"p50 {floor.p50:.2f} ms", f"{floor.p50 / run.p50:.2f}")
