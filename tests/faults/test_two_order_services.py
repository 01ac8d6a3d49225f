"""Two order services on one database server: each dies in a rush, and the books are right all the same."""

import asyncio
import copy
import subprocess
import sys
from collections.abc import Iterator

import httpx
import psutil
import pytest

from common.config import ROOT
from tests.conftest import Suites
from tests.support.books import check_books, closed_books
from tests.support.databases import throw_away_database
from tests.support.open_shop import Customer, OpenShop
from tests.support.ports import free_port
from tests.support.running_suite import RunningSuite, eventually
from tests.support.rush import Rush, ask_again

pytestmark = pytest.mark.timeout(300)


class SecondOrderService:
    """A process beside the suite's own, with the same settings and a port of its own."""

    def __init__(self, suite: RunningSuite) -> None:
        self.door = copy.copy(suite)
        self.door.ports = suite.ports | {"order_service": free_port()}
        self._environment = suite.processes()["order"].environ()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        port = {
            "PORT": str(self.door.ports["order_service"]),
            "ORDER_SERVICE_PORT": str(self.door.ports["order_service"]),
        }
        command = [sys.executable, "-m", "order_service.main"]
        with open(self.door.output, "ab") as output:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment | port, stdout=output, stderr=output
            )
        eventually(lambda: self.door.get("order", "/readyz").status_code == 200, 60, "the second order service")

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait(10)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("postgres", marks=pytest.mark.faults),
        pytest.param("mysql", marks=pytest.mark.chaos),
    ],
)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSuite]:
    with throw_away_database(request.param) as database:
        suites = Suites(tmp_path_factory.mktemp("two"))
        yield suites.make(DATABASE_URL=str(database.url)).start()
        suites.close()


@pytest.fixture(scope="module")
def second(running: RunningSuite) -> Iterator[SecondOrderService]:
    service = SecondOrderService(running)
    service.start()
    yield service
    service.kill()


def through(door: RunningSuite, customers: list[Customer]) -> list[Customer]:
    """The same people at another door."""
    return [Customer(door, each.http, each.bearer["Authorization"].removeprefix("Bearer ")) for each in customers]


async def test_each_dies_in_a_rush(shop: OpenShop, second: SecondOrderService) -> None:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    people = await shop.guests(8)
    async with Rush(people[:4] + through(second.door, people[4:]), variants) as rush:
        await rush.more(12)
        second.kill()
        await rush.more(6)
        await asyncio.to_thread(second.start)
        await rush.more(6)
        own: psutil.Process = shop.suite.processes()["order"]
        own.kill()
        await rush.more(12, 60)
    await closed_books(staff, variants)
    await ask_again(rush)
    assert rush.unexpected == []
    await check_books(staff, variants, await closed_books(staff, variants))


async def test_one_key_at_both_doors_at_once_is_one_order(shop: OpenShop, second: SecondOrderService) -> None:
    staff, [customer] = await shop.staff(), await shop.guests(1)
    variant = await staff.shelf(quantity=10)
    wish = customer.wish(await customer.cart((variant, 1)))
    doors = [customer, *through(second.door, [customer])]
    answers: list[httpx.Response] = await asyncio.gather(*(doors[n % 2].check_out(wish, "one-key") for n in range(20)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await staff.stock(variant) == (9, 0)
