"""For the image's health check: every service that listens in this container is ready, and at least one does."""

import asyncio
import sys
from pathlib import Path

from common.supervisor.plan import Placed, Settings, place
from common.supervisor.probes import http_ready
from main import SERVICES


async def listens(host: str, port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection(host, port)
    except OSError:
        return False
    writer.close()
    return True


async def healthy(placed: list[Placed]) -> bool:
    here = [each for each in placed if await listens(each.probe_host, each.port)]
    answers = [await http_ready(each.probe_host, each.port, each.service.health) for each in here]
    return bool(answers) and all(answers)


if __name__ == "__main__":
    settings = Settings(Path(__file__).resolve().parent.parent)
    sys.exit(0 if asyncio.run(healthy(place(SERVICES, settings))) else 1)
