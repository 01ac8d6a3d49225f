"""One service's clock is two days off, jumps in the middle of a sale, and is put right again.

While it is ahead, nobody's token is good there any more, so that it refuses everybody, and a payment that seems to be
two days old is not sent again; what it wrote with that clock must not outlive it.
"""

import asyncio
from collections.abc import Iterator

import pytest

from tests.support.books import check_books, closed_books
from tests.support.disasters import all_back, insist
from tests.support.open_shop import OpenShop, soon
from tests.support.preloading import WrongClock
from tests.support.rush import Rush, ask_again

pytestmark = [pytest.mark.timeout(240)]
DAYS = 2


@pytest.fixture(scope="module")
def clocks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, WrongClock]:
    folder = tmp_path_factory.mktemp("clocks")
    return {service: WrongClock(folder, service) for service in ("order", "product")}


@pytest.fixture(scope="module")
def suite_settings(clocks: dict[str, WrongClock]) -> dict[str, str]:
    return {f"{service.upper()}_SERVICE_PYTHON": clock.python() for service, clock in clocks.items()}


@pytest.fixture(autouse=True)
def put_right(clocks: dict[str, WrongClock]) -> Iterator[None]:
    yield
    for clock in clocks.values():
        clock.set(0)


@pytest.mark.chaos
@pytest.mark.parametrize("days", [DAYS, -DAYS])
@pytest.mark.parametrize("service", ["order", "product"])
async def test_off_in_mid_sale_and_at_its_next_start(
    shop: OpenShop, clocks: dict[str, WrongClock], service: str, days: int
) -> None:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    async with Rush(await shop.guests(6), variants) as rush:
        await rush.more(6)
        for _ in range(2):
            clocks[service].set(days)
            await asyncio.sleep(3)
            await killed(shop, service)
            await all_back(shop.suite, shop.http)
            await asyncio.sleep(3)
            clocks[service].set(0)
            await rush.more(6, 60)
    await right_in_the_end(shop, rush)


@pytest.mark.faults
async def test_nothing_waits_for_a_moment_that_only_a_wrong_clock_could_name(
    shop: OpenShop, clocks: dict[str, WrongClock]
) -> None:
    """A recovery that ran two days ahead dies with the leases it took."""
    staff = await shop.staff()
    variant = await staff.shelf(quantity=10)
    buyers = await shop.guests(4)
    wishes = [buyer.wish(await buyer.cart((variant, 1))) for buyer in buyers]
    product = shop.suite.processes()["product"]
    product.suspend()
    try:
        asked = [
            asyncio.ensure_future(buyer.check_out(wish, "a-key")) for buyer, wish in zip(buyers, wishes, strict=True)
        ]

        async def begun() -> bool:
            return [each["checkout_state"] for each in await staff.orders()] == ["placing"] * len(buyers)

        await soon(begun, 30, "checkouts that wait")
        clocks["order"].set(DAYS)
        await asyncio.sleep(3)  # every lease is over now, and is taken anew
        await killed(shop, "order")
    finally:
        product.resume()
    await asyncio.wait(asked)
    clocks["order"].set(0)
    await all_back(shop.suite, shop.http)
    for buyer, wish in zip(buyers, wishes, strict=True):
        answer = await insist(lambda buyer=buyer, wish=wish: buyer.check_out(wish, "a-key"))  # type: ignore[misc]
        assert answer.status_code in {201, 202}, answer.text
    await check_books(staff, [variant], await closed_books(staff, [variant]))


async def killed(shop: OpenShop, service: str) -> None:
    victim = shop.suite.processes()[service]
    victim.kill()
    await asyncio.to_thread(victim.wait, 10)


async def right_in_the_end(shop: OpenShop, rush: Rush) -> None:
    staff = await shop.staff()
    await closed_books(staff, rush.variants)
    await ask_again(rush)
    assert [each for each in rush.unexpected if " 401 " not in each and "payment_timeout" not in each] == []
    await check_books(staff, rush.variants, await closed_books(staff, rush.variants))
