"""More is asked for than can be done: what is begun is waited for, the rest is told when to come back."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import psutil
import pytest

from tests.support.books import check_books, closed_books
from tests.support.disasters import UNCLEAR
from tests.support.open_shop import Customer, OpenShop, soon
from tests.support.rush import Rush

pytestmark = [pytest.mark.faults, pytest.mark.timeout(120)]


@pytest.fixture(scope="module")
def suite_settings() -> dict[str, str]:
    return {"REQUESTS_AT_ONCE": "2"}


@pytest.fixture
async def frozen(shop: OpenShop) -> AsyncIterator[psutil.Process]:
    """Whoever waits for product_service keeps a place."""
    product = shop.suite.processes()["product"]
    yield product
    product.resume()


async def test_a_standing_queue_is_cut_short_and_ends_with_its_cause(shop: OpenShop, frozen: psutil.Process) -> None:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    inside, outside = await shop.guests(3), await shop.guests(20)
    carts = [await buyer.cart() for buyer in inside]
    enough, begun, new = asyncio.Event(), list[int](), list[httpx.Response]()

    async def filling(buyer: Customer, path: str) -> None:
        while not enough.is_set():
            line = {"variant_id": variants[0], "quantity": 1}
            begun.append((await buyer.call("POST", "order", path, line)).status_code)

    async def coming_in(customer: Customer) -> None:
        while not enough.is_set():
            new.append(await customer.call("POST", "order", "/api/v1/carts"))
            await asyncio.sleep(0.1)

    async def turned_away() -> bool:
        metrics = (await shop.http.get(shop.suite.url("order", "/metrics"))).text
        return 'route="turned away",service="order_service",status="503"' in metrics

    frozen.suspend()
    crowd = [
        *(asyncio.create_task(filling(*each)) for each in zip(inside, _items(carts), strict=True)),
        *(asyncio.create_task(coming_in(customer)) for customer in outside),
    ]
    await soon(turned_away, 20, "a refusal on arrival")
    assert (await shop.http.get(shop.suite.url("order", "/readyz"))).status_code == 200
    frozen.resume()
    enough.set()
    await asyncio.gather(*crowd)
    refused = [answer for answer in new if answer.status_code == 503]
    assert {answer.json()["code"] for answer in refused} == {"overloaded"}
    assert {answer.headers["Retry-After"] for answer in refused} <= {"1", "2", "3"}
    assert {answer.status_code for answer in new} <= {200, 201, 503}
    assert set(begun) <= {201, *UNCLEAR}
    async with Rush(inside, variants) as rush:  # it is as if nothing had been
        await rush.more(8)
    assert {each.answer.status_code for each in rush.purchases if each.answer is not None} == {201}
    await check_books(staff, variants, await closed_books(staff, variants))


def _items(carts: list[dict[str, str]]) -> list[str]:
    return [f"/api/v1/carts/{cart['id']}/items" for cart in carts]
