"""The command line of main.py."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from common.supervisor.lock import DataDirLock
from common.supervisor.plan import CannotStart, Service, Settings, check_workers, place, select
from common.supervisor.ports import require_free_ports
from common.supervisor.suite import Options, Suite


def run(services: Sequence[Service], root: Path, arguments: Sequence[str] | None = None) -> int:
    """Run the suite until a signal; the exit code, 2 with one sentence on standard error when it cannot start."""
    os.umask(0o077)  # what the services write is theirs alone: databases hold password hashes and addresses
    asked = _parser(services).parse_args(arguments)
    settings = Settings(root)
    try:
        chosen = select(services, asked.only)
        check_workers(chosen, settings, asked.workers)
        placed = place(chosen, settings)
        lock = DataDirLock(settings.data_dir)
        try:
            require_free_ports(placed)
            asyncio.run(Suite(placed, settings, Options(reload=asked.reload, workers=asked.workers)).run())
        finally:
            lock.release()
    except CannotStart as reason:
        print(reason, file=sys.stderr)  # noqa: T201 - the one sentence
        return 2
    return 0


def _parser(services: Sequence[Service]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Runs the shop: every service, and Valkey unless REDIS_URL is set.")
    names = ", ".join(service.name for service in services)
    parser.add_argument("--only", metavar="a,b", help=f"run just these of {names}")
    parser.add_argument("--reload", action="store_true", help="restart a service when its code changes")
    parser.add_argument(
        "--workers", type=_count, default=1, metavar="N", help="processes per service on a database server"
    )
    return parser


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of workers; use 1 or more")
    return int(text)
