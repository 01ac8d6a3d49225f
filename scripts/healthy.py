"""For the image's health check: every service that this container was started for is ready."""

import asyncio
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from common.supervisor.plan import Placed, Service, Settings, place, select
from common.supervisor.probes import http_ready
from main import SERVICES


def wanted(command: Sequence[str]) -> list[Service]:
    """Whom a command line starts: the service it names, those of `--only`, else the whole suite.

    Asked of the command and not of the open ports: a service that died, or does not listen yet, has none.
    """
    named = [service for service in SERVICES if service.name in command or service.module in command]
    only = [after for before, after in pairwise(command) if before == "--only"]
    only += [word.removeprefix("--only=") for word in command if word.startswith("--only=")]
    return named or select(SERVICES, only[-1] if only else None)


def first_process() -> list[str]:
    """The command line of the container's process 1: deploy/start's, or what it became, or an init's before both."""
    return [word.decode(errors="replace") for word in Path("/proc/1/cmdline").read_bytes().split(b"\0")]


async def healthy(placed: Sequence[Placed]) -> bool:
    return all(await asyncio.gather(*(http_ready(each.probe_host, each.port, each.service.health) for each in placed)))


if __name__ == "__main__":
    settings = Settings(Path(__file__).resolve().parent.parent)
    sys.exit(0 if asyncio.run(healthy(place(wanted(first_process()), settings))) else 1)
