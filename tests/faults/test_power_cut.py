"""The power goes in the middle of a sale: what was acknowledged is there, and every database is whole."""

import asyncio
import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import Suites
from tests.support.disasters import progress
from tests.support.open_shop import Customer, OpenShop
from tests.support.power import Disk
from tests.support.preloading import library, python_with
from tests.support.running_suite import RunningSuite

SEED = os.environ.get("CHAOS_SEED") or "1"
pytestmark = pytest.mark.timeout(900)


@dataclass
class Sale:
    """How long the log was when an order was acknowledged, by order."""

    log: Path
    acknowledged: dict[str, int] = field(default_factory=dict)

    async def visit(self, customer: Customer, variant: str, times: int) -> None:
        for _ in range(times):
            order = await customer.buy(variant)
            self.acknowledged[order["id"]] = self.log.stat().st_size

    def cuts(self, count: int) -> list[int]:
        """Random moments from the first acknowledged order to the end."""
        dice = random.Random(SEED)
        return sorted(dice.randint(min(self.acknowledged.values()), self.log.stat().st_size - 1) for _ in range(count))


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("power") / "writes"


@pytest.fixture(scope="module")
def running(log: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSuite]:
    suites = Suites(tmp_path_factory.mktemp("watched"))
    suite = suites.make()
    loaded = library("writes", log.parent)
    python = python_with(loaded, log.parent / "python", WATCHED_DIR=str(suite.data_dir.resolve()), WRITES_LOG=str(log))
    suite.environment |= {"ORDER_SERVICE_PYTHON": python, "PRODUCT_SERVICE_PYTHON": python}
    yield suite.start()
    suites.close()


async def sell(shop: OpenShop, log: Path, buyers: int, times: int) -> Sale:
    staff, sale = await shop.staff(), Sale(log)
    variants = [await staff.shelf(quantity=1000) for _ in range(4)]
    guests = await shop.guests(buyers)
    visits = (sale.visit(guest, variants[place % 4], times) for place, guest in enumerate(guests))
    await asyncio.gather(*visits)
    return sale


@pytest.mark.faults
async def test_thirty_cuts(shop: OpenShop, log: Path, tmp_path: Path) -> None:
    cut_and_look(await sell(shop, log, buyers=6, times=5), tmp_path, 30)


@pytest.mark.chaos
async def test_three_hundred_cuts(shop: OpenShop, log: Path, tmp_path: Path) -> None:
    cut_and_look(await sell(shop, log, buyers=8, times=40), tmp_path, 300)


def cut_and_look(sale: Sale, folder: Path, count: int) -> None:
    disk = Disk(sale.log, SEED)
    for number, at in enumerate(sale.cuts(count), 1):
        disk.cut(at, folder)
        must = {order_id for order_id, moment in sale.acknowledged.items() if moment <= at}
        assert must
        assert must - kept(folder) == set(), f"CHAOS_SEED={SEED}: cut {number} at {at}"
        if number % 50 == 0:
            progress.info("%d cuts, %d orders acknowledged before the last", number, len(must))
    pretending = Disk(sale.log, SEED, obeyed=False)  # that a loss would be seen
    pretending.cut(sale.log.stat().st_size - 1, folder)
    with pytest.raises((AssertionError, sqlite3.DatabaseError)):
        assert set(sale.acknowledged) - kept(folder) == set()


def kept(folder: Path) -> set[str]:
    """Orders that are paid and whose goods are sold, once both services would be up again."""
    paid = _asked(folder / "order.db", "SELECT id FROM orders WHERE payment_status = 'paid'")
    sold = _asked(folder / "product.db", "SELECT reference FROM reservations WHERE status = 'committed'")
    return paid & sold


def _asked(file: Path, query: str) -> set[str]:
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = {row[0] for row in database.execute(query)}
    for left in file.parent.glob(f"{file.name}-*"):
        left.unlink()
    return found
