"""Thousands of attempts for a hundred pieces while services are killed: a hundred orders, a hundred charges."""

import asyncio
import os
import random
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from uuid import uuid4

import httpx
import pytest

from tests.support.books import check_books, closed_books
from tests.support.disasters import UNCLEAR, insist, progress
from tests.support.open_shop import Customer, Json, OpenShop, soon

SEED = os.environ.get("CHAOS_SEED") or "1"
PIECES = 100
VICTIMS = ("order", "product", "user", "valkey")


@pytest.fixture(scope="module")
def suite_settings() -> dict[str, str]:
    return {"ACCESS_TOKEN_SECONDS": "7200"}  # nobody signs in again in the middle of it


@dataclass
class Sale:
    """`attempts` checkouts, each under a key of its own, by people who take what they can get."""

    variant: str
    attempts: int
    codes: Counter[tuple[int, str | None]] = field(default_factory=Counter)
    bought: list[Json] = field(default_factory=list)

    async def visit(self, customer: Customer) -> None:
        while self.attempts > 0:
            try:
                wish = customer.wish(await self._one_piece(customer))
            except (httpx.TransportError, httpx.HTTPStatusError):
                await asyncio.sleep(0.1)  # the door is shut
                continue
            await self._try(customer, wish)

    async def _one_piece(self, customer: Customer) -> Json:
        """What was put into the cart before the door was shut, or before it was sold out, is still there."""
        cart = (await customer.call("POST", "order", "/api/v1/carts")).raise_for_status().json()
        return await customer.cart(*([] if cart["items"] else [(self.variant, 1)]))

    async def has_answered(self, count: int) -> bool:
        return self.codes.total() >= count

    async def _try(self, customer: Customer, wish: Json) -> None:
        """Under a new key; the same words again until there is a clear answer."""
        self.attempts -= 1
        key = str(uuid4())
        answer = await insist(lambda: customer.check_out(wish, key), 90)
        code = answer.json().get("code")
        self.codes[answer.status_code, code] += 1
        if answer.status_code == 201:
            self.bought.append(answer.json())


async def kill_some(shop: OpenShop, kills: int, sale: Sale) -> None:
    """Half of them while there is something left to sell, the others at any time."""
    dice, attempts = random.Random(SEED), sale.attempts
    early = [dice.randrange(1, PIECES) for _ in range(kills // 2)]
    later = [dice.randrange(PIECES, attempts - PIECES) for _ in range(kills - len(early))]
    for number, moment in enumerate(sorted(early + later), 1):
        await soon(partial(sale.has_answered, moment), 1800, f"answer {moment}")
        name = dice.choice(VICTIMS)
        victim = shop.suite.processes().get(name)
        if victim is not None:
            victim.kill()
        progress.info("kill %d/%d: %s after %d answers, %s", number, kills, name, moment, dict(sale.codes))


async def sell_out(shop: OpenShop, attempts: int, kills: int, buyers: int = 40) -> None:
    staff = await shop.staff()
    variant = await staff.shelf(quantity=PIECES)
    sale = Sale(variant, attempts)
    killing = asyncio.create_task(kill_some(shop, kills, sale))
    await asyncio.gather(*(sale.visit(guest) for guest in await shop.guests(buyers)))
    await killing
    orders = await closed_books(staff, [variant], 60)
    ours = [each for each in orders if any(line["variant_id"] == variant for line in each["lines"])]
    placed = {each["id"] for each in ours if each["checkout_state"] == "placed"}
    assert len(placed) == PIECES, (f"CHAOS_SEED={SEED}", sale.codes)
    assert {each["id"] for each in sale.bought} <= placed
    assert await staff.stock(variant) == (0, 0)
    charges = [entry for each in ours for entry in each["ledger"] if entry["type"] == "payment"]
    refunds = [entry for each in ours for entry in each["ledger"] if entry["type"] == "refund"]
    assert len(charges) - len(refunds) == PIECES
    assert not {status for status, _ in sale.codes} & UNCLEAR
    await check_books(staff, [variant], orders)


@pytest.mark.faults
@pytest.mark.timeout(240)
async def test_a_small_flash_sale(shop: OpenShop) -> None:
    await sell_out(shop, attempts=400, kills=2)


@pytest.mark.chaos
@pytest.mark.timeout(1800)
async def test_ten_thousand_attempts_and_twenty_kills(shop: OpenShop) -> None:
    await sell_out(shop, attempts=10_000, kills=20, buyers=100)
