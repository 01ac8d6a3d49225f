"""`kill -9` while invoices are written: before and after the commit that holds number and document alike."""

import asyncio
from collections.abc import Iterator
from uuid import uuid4

import pytest

from common.failpoints import file_name
from tests.conftest import Suites
from tests.support.disasters import Disasters, all_back, insist
from tests.support.open_shop import Customer, Json, OpenShop, soon
from tests.support.running_suite import RunningSuite

pytestmark = [pytest.mark.faults, pytest.mark.timeout(120)]
READING = "order events.consumer._move_in_one_transaction"
DEATHS = [file_name(f"{READING} {moment}") for moment in ("before commit", "committed")]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSuite]:
    folder = tmp_path_factory.mktemp("invoices")
    (folder / "points").mkdir()
    suites = Suites(folder)
    yield suites.make(FAILPOINTS_DIR=str(folder / "points")).start()
    suites.close()


async def bought(customer: Customer, variant: str) -> str:
    """The id of a paid order, however often the service dies meanwhile."""
    wish, key = customer.wish(await customer.cart((variant, 1))), str(uuid4())
    answer = await insist(lambda: customer.check_out(wish, key))
    assert answer.status_code in (201, 202), answer.text
    return str(answer.json()["id"])


async def test_no_number_is_lost_and_none_given_twice(shop: OpenShop) -> None:
    staff, disasters = await shop.staff(), Disasters(shop.suite)
    variant, orders = await staff.shelf(quantity=100), list[str]()
    for death in DEATHS:
        customers = await shop.guests(6)
        disasters.arm(death)
        orders += await asyncio.gather(*(bought(customer, variant) for customer in customers))

        async def sprung(point: str = death) -> bool:
            return disasters.sprung(point)

        await soon(sprung, 30, f"a death at {death}")
        await all_back(shop.suite, shop.http)

    async def all_written() -> list[Json] | None:
        found = await staff.every("order", "/api/v1/invoices")
        return found if len(found) >= len(orders) else None

    written = await soon(all_written, 30, "an invoice of every order")
    assert sorted(each["number"] for each in written) == [f"INV-{n:05d}" for n in range(1, len(orders) + 1)]
    assert sorted(each["order_id"] for each in written) == sorted(orders)
