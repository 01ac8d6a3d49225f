"""The road to product_service is slow, closed, or loses every answer; and payments time out after they were charged."""

import asyncio
import random
from collections.abc import Iterator

import pytest

from tests.conftest import Suites
from tests.support.bad_road import BadRoad, State
from tests.support.books import check_books, closed_books
from tests.support.disasters import insist
from tests.support.open_shop import OpenShop
from tests.support.running_suite import RunningSuite
from tests.support.rush import Rush, ask_again

pytestmark = pytest.mark.timeout(240)
TROUBLE: tuple[State, ...] = ("slow", "closed", "losing answers")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSuite]:
    suites = Suites(tmp_path_factory.mktemp("roads"))
    suite = suites.make()
    with BadRoad(suite.ports["product_service"]) as road:
        suite.environment["PRODUCT_SERVICE_URL"] = f"http://127.0.0.1:{road.port}"
        suite.road = road  # type: ignore[attr-defined]
        yield suite.start()
        suites.close()


@pytest.fixture
def road(running: RunningSuite) -> Iterator[BadRoad]:
    road: BadRoad = running.road  # type: ignore[attr-defined]
    yield road
    road.state = "good"


@pytest.mark.parametrize(
    ("troubles", "seconds"),
    [
        pytest.param(TROUBLE[-1:], 2, marks=pytest.mark.faults),
        pytest.param(TROUBLE * 2, 6, marks=pytest.mark.chaos),
    ],
)
async def test_a_bad_road_in_mid_sale(shop: OpenShop, road: BadRoad, troubles: tuple[State, ...], seconds: int) -> None:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    async with Rush(await shop.guests(6), variants) as rush:
        for trouble in troubles:
            await rush.more(6)
            road.state = trouble
            await asyncio.sleep(seconds)
            road.state = "good"
        await rush.more(6, 60)
    await closed_books(staff, variants)
    await ask_again(rush)
    assert rush.unexpected == []
    await check_books(staff, variants, await closed_books(staff, variants))


@pytest.mark.chaos
async def test_payments_that_time_out_after_they_were_charged(shop: OpenShop, road: BadRoad) -> None:
    """Every answer of the provider is lost, and so are half of our neighbours', and then we die."""
    staff, dice = await shop.staff(), random.Random(1)
    variant = await staff.shelf(quantity=500)
    tokens = ["tok_charge_timeout", "tok_charge_timeout", "tok_late", "tok_timeout", "tok_approve"]
    buyers = await shop.guests(20)
    carts = [await buyer.cart((variant, 1)) for buyer in buyers]
    wishes = [
        buyer.wish(cart, payment={"provider": "test", "token": dice.choice(tokens)})
        for buyer, cart in zip(buyers, carts, strict=True)
    ]

    async def trouble() -> None:
        await asyncio.sleep(1)
        road.state = "losing answers"
        await asyncio.sleep(2)
        shop.suite.processes()["order"].kill()
        road.state = "good"

    answers, _ = await asyncio.gather(
        asyncio.gather(
            *(
                insist(lambda buyer=buyer, wish=wish: buyer.check_out(wish, "a-key"), 60)  # type: ignore[misc]
                for buyer, wish in zip(buyers, wishes, strict=True)
            )
        ),
        trouble(),
    )
    assert {answer.status_code for answer in answers} <= {201, 202, 402, 409}
    orders = await closed_books(staff, [variant], 120)
    await check_books(staff, [variant], orders)
    sold = [order["cart_id"] for order in orders if order["checkout_state"] == "placed"]
    assert len(set(sold)) == len(sold)
