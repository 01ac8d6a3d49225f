"""Valkey dies or stands still: browsing and buying go on, events still arrive."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import psutil
import pytest
from redis.asyncio import Redis

from common.supervisor.valkey import socket_path
from tests.support.open_shop import PASSWORD, Customer, OpenShop, soon
from tests.support.rush import Rush, check_the_books, settled

pytestmark = [pytest.mark.faults, pytest.mark.timeout(180)]


@pytest.fixture
async def frozen(shop: OpenShop) -> AsyncIterator[psutil.Process]:
    """Valkey accepts connections and answers none: worse than dead, and the supervisor does not notice."""
    valkey = shop.suite.processes()["valkey"]
    valkey.suspend()
    yield valkey
    valkey.resume()


async def sign_out(customer: Customer) -> None:
    assert (await customer.call("POST", "user", "/api/v1/auth/logout")).status_code in {200, 204}


async def browse_buy_and_merge(shop: OpenShop) -> None:
    """The shop's day: look around, buy as a guest, register, find the order there, get the mail, sign out."""
    guest, staff = await shop.guest(), await shop.staff()
    for path in ("/api/v1/products", "/api/v1/search?q=mouse", "/api/v1/categories"):
        assert (await guest.call("GET", "product", path)).status_code == 200
    variant = await staff.shelf()
    order = await guest.buy(variant, 2)
    assert await staff.stock(variant) == (8, 0)
    account = {"email": f"{uuid4().hex[:12]}@mail.example", "password": PASSWORD}
    (await guest.call("POST", "user", "/api/v1/auth/register", account)).raise_for_status()
    customer = await shop.sign_in(account["email"], PASSWORD)

    async def merged() -> bool:
        return [each["id"] for each in await customer.every("order", "/api/v1/orders")] == [order["id"]]

    await soon(merged, 15, "the guest's order")

    async def mailed() -> bool:
        mails = (shop.suite.data_dir / "mails").glob("*.eml")
        return any(order["number"] in mail.read_text() for mail in mails)

    await soon(mailed, 15, "the mail")
    answer = await customer.call(
        "POST", "ai", "/api/v1/chat", {"message_id": "m1", "message": "hello", "stream": False}
    )
    assert (answer.status_code, answer.json()["status"]) == (200, "done")
    await sign_out(customer)
    assert (await customer.call("POST", "order", "/api/v1/carts")).status_code == 401


async def test_the_shop_works_while_valkey_stands_still(shop: OpenShop, frozen: psutil.Process) -> None:
    started = asyncio.get_running_loop().time()
    await browse_buy_and_merge(shop)
    assert asyncio.get_running_loop().time() - started < 30
    assert frozen.is_running()


async def test_who_signed_out_meanwhile_stays_out_when_valkey_is_back(shop: OpenShop) -> None:
    customers = [await shop.newcomer() for _ in range(2)]
    for customer in customers:
        assert (await customer.call("POST", "order", "/api/v1/carts")).status_code == 201
    valkey = shop.suite.processes()["valkey"]
    valkey.suspend()
    await sign_out(customers[0])
    valkey.resume()
    for _ in range(40):
        assert (await customers[0].call("POST", "order", "/api/v1/carts")).status_code in {401, 503}
        await asyncio.sleep(0.05)
    valkey.kill()
    await sign_out(customers[1])
    for _ in range(60):
        assert {(await each.call("POST", "order", "/api/v1/carts")).status_code for each in customers} <= {401, 503}
        await asyncio.sleep(0.05)


async def test_valkey_killed_again_and_again_in_a_rush(shop: OpenShop) -> None:
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    killed = set()
    async with Rush(await shop.guests(8), variants) as rush:
        await rush.more(8)
        for _ in range(3):
            valkey = await soon(lambda: _valkey(shop), 30, "Valkey")
            killed.add(valkey.pid)
            valkey.kill()
            await rush.more(8)
    assert len(killed) == 3
    assert {each.answer.status_code for each in rush.purchases if each.answer is not None} == {201}
    await check_the_books(rush, staff, await settled(rush, staff))

    async def back() -> bool:
        seen = [(await shop.http.get(shop.suite.url(name, "/readyz"))).json() for name in ("user", "product", "order")]
        return all(each["can_do_without"]["valkey"] == "ok" for each in seen)

    await soon(back, 60, "Valkey")
    await browse_buy_and_merge(shop)


async def test_valkey_emptied_again_and_again_in_a_rush(shop: OpenShop) -> None:
    """What it knows can be asked for elsewhere; who was signed out stays out."""
    staff = await shop.staff()
    variants = [await staff.shelf(quantity=500) for _ in range(4)]
    gone = await shop.newcomer()
    await sign_out(gone)
    async with (
        Redis(unix_socket_path=str(socket_path(shop.suite.data_dir))) as valkey,
        Rush(await shop.guests(8), variants) as rush,
    ):
        for _ in range(5):
            await valkey.flushall()
            assert (await gone.call("POST", "order", "/api/v1/carts")).status_code == 401
            await rush.more(8)
    assert {each.answer.status_code for each in rush.purchases if each.answer is not None} == {201}
    await check_the_books(rush, staff, await settled(rush, staff))
    assert (await gone.call("POST", "order", "/api/v1/carts")).status_code == 401


async def _valkey(shop: OpenShop) -> psutil.Process | None:
    return shop.suite.processes().get("valkey")
