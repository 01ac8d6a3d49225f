"""A service dies in the middle of a rush: no stock held for ever, no order without an end, nothing sold twice."""

import asyncio
from time import monotonic

import pytest

from tests.support.open_shop import OpenShop, soon
from tests.support.rush import Rush, ask_again, check_the_books, settled

pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]

SMALL_TALK = {"message_id": "m1", "message": "hello", "stream": False}


async def is_back(shop: OpenShop, service: str) -> None:
    async def ready() -> bool:
        return (await shop.http.get(shop.suite.url(service, "/readyz"))).status_code == 200

    await soon(ready, 30, f"{service}'s return")


@pytest.mark.parametrize("service", ["product", "order", "user"])
async def test_killed_in_mid_checkout(shop: OpenShop, service: str) -> None:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    async with Rush(await shop.guests(8), variants) as rush:
        await rush.more(12)
        for _ in range(2):
            victim = shop.suite.processes()[service]
            victim.kill()
            await asyncio.to_thread(victim.wait, 10)
            await is_back(shop, service)
            await rush.more(8)
    await settled(rush, staff)
    await ask_again(rush)
    await check_the_books(rush, staff, await settled(rush, staff))


@pytest.mark.parametrize("service", ["product", "user"])
async def test_frozen_in_mid_checkout(shop: OpenShop, service: str) -> None:
    """Worse than dead: connections are taken and never answered. Everybody is told something in time."""
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    async with Rush(await shop.guests(6), variants) as rush:
        await rush.more(6)
        frozen = shop.suite.processes()[service]
        frozen.suspend()
        try:
            customer = rush.customers[0]
            started = monotonic()
            await customer.call("GET", "order", "/api/v1/carts/current")
            answer = await customer.call("POST", "ai", "/api/v1/chat", SMALL_TALK)
            assert answer.status_code == 200
            assert monotonic() - started < 25
            await asyncio.sleep(3)  # long enough that the rush runs into it
        finally:
            frozen.resume()
        await rush.more(8, 60)
    await settled(rush, staff)
    await ask_again(rush)
    await check_the_books(rush, staff, await settled(rush, staff))


async def test_everything_but_the_supervisor_killed_at_once(shop: OpenShop) -> None:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    async with Rush(await shop.guests(8), variants) as rush:
        await rush.more(12)
        for victim in shop.suite.processes().values():
            victim.kill()
        for service in ("user", "product", "order"):
            await is_back(shop, service)
        await rush.more(8, 60)
    await settled(rush, staff)
    await ask_again(rush)
    await check_the_books(rush, staff, await settled(rush, staff))
