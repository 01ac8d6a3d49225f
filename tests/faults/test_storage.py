"""The disk is full, the database is locked: the shop says so, loses nothing, and goes on when it is over."""

import asyncio
import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Suites
from tests.support.books import check_books, closed_books
from tests.support.disasters import insist
from tests.support.open_shop import OpenShop, soon
from tests.support.running_suite import RunningSuite
from tests.support.rush import Rush, ask_again

pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on a disk of 96 MB; needs root."""
    folder = tmp_path_factory.mktemp("small_disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", folder], check=False).returncode:
        pytest.skip("mounting a small disk needs root and CAP_SYS_ADMIN")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture(scope="module")
def running(small_disk: Path) -> Iterator[RunningSuite]:
    suites = Suites(small_disk)
    yield suites.make(SEED_DEMO="true").start()
    suites.close()


@contextmanager
def no_space_left(folder: Path) -> Iterator[None]:
    """Every byte of the disk is taken."""
    ballast = folder / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError:
            pass
    try:
        yield
    finally:
        ballast.unlink()


@pytest.fixture
async def rush(shop: OpenShop) -> AsyncIterator[Rush]:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    rush = Rush(await shop.guests(6), variants)
    yield rush
    orders = await closed_books(staff, variants)
    await ask_again(rush)
    assert rush.unexpected == []
    await check_books(staff, variants, await closed_books(staff, variants))
    kept = {order["id"]: order["payment_status"] for order in orders}
    assert {kept[each["id"]] for each in rush.acknowledged if each["id"] in kept} == {"paid"}


async def test_a_full_disk(shop: OpenShop, rush: Rush, small_disk: Path) -> None:
    patients = [(one, one.wish(await one.cart((rush.variants[0], 1)))) for one in await shop.guests(30)]
    async with rush:
        await rush.more(8)
        with no_space_left(small_disk):
            await asyncio.sleep(2)  # the others run into it all the while
            for patient, wish in patients:  # a log that is written from its start again has room for some more
                refused = await patient.check_out(wish, "patience")
                if refused.status_code not in {201, 202}:
                    break
                await asyncio.sleep(0.5)
            assert refused.status_code == 503, refused.text
            assert int(refused.headers["Retry-After"]) > 0
            looking = await patient.call("GET", "product", "/api/v1/products")
            assert looking.status_code == 200  # needs no disk
        await rush.more(8, 60)
    assert (await insist(lambda: patient.check_out(wish, "patience"))).status_code == 201


@pytest.mark.parametrize("service", ["order", "product"])
async def test_a_database_locked_by_somebody_else(shop: OpenShop, rush: Rush, service: str) -> None:
    """A backup tool, a person with a shell: the file is locked for some seconds."""
    file = shop.suite.data_dir / f"{service}.db"
    assert file.exists(), os.listdir(shop.suite.data_dir)
    async with rush:
        await rush.more(6)
        connection = sqlite3.connect(file, timeout=20, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(4)
        connection.execute("ROLLBACK")
        connection.close()
        await rush.more(8, 60)


async def test_it_is_ready_again(shop: OpenShop) -> None:
    async def ready() -> bool:
        names = ("user", "product", "order", "ai")
        return all([(await shop.http.get(shop.suite.url(name, "/readyz"))).status_code == 200 for name in names])

    await soon(ready, 30, "every service")
