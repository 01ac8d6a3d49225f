"""The health check of the image waits for every service its container was started for."""

import asyncio

import pytest

from common.supervisor.plan import Placed, Service
from main import SERVICES
from scripts.healthy import healthy, wanted
from tests.support.ports import free_port

ALL = ["user", "product", "order", "ai", "web"]


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("/sbin/docker-init -- /shop/deploy/start all", ALL),
        ("python main.py", ALL),
        ("/sbin/docker-init -- /shop/deploy/start order_service", ["order"]),
        ("python -m order_service.main", ["order"]),
        ("python main.py --only user,web", ["user", "web"]),
        ("/sbin/docker-init -- /shop/deploy/start all --only=web_service", ["web"]),
    ],
)
def test_asks_whom_the_container_was_started_for(command: str, names: list[str]) -> None:
    assert {service.short_name for service in wanted(command.split(" "))} == set(names)


async def answering(status: bytes) -> tuple[asyncio.Server, int]:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.0 " + status + b"\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


def placed(service: Service, port: int) -> Placed:
    return Placed(service, "0.0.0.0", port, ())


async def test_one_that_is_not_ready_or_does_not_listen_makes_the_whole_unhealthy() -> None:
    ready, ready_port = await answering(b"200 OK")
    busy, busy_port = await answering(b"503 Service Unavailable")
    first, second = SERVICES[:2]
    assert await healthy([placed(first, ready_port)])
    assert not await healthy([placed(first, ready_port), placed(second, busy_port)])
    assert not await healthy([placed(first, ready_port), placed(second, free_port())])
    for server in (ready, busy):
        server.close()
        await server.wait_closed()
