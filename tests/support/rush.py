"""A rush of buyers who do not give up, and the books afterwards."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import uuid4

import httpx

from tests.support.open_shop import Customer, Json, Staff, soon

BUSY = {429, 502, 503, 504}  # what a shop in trouble may say
KINDS = {"initial", "adjustment", "sale", "restock"}


@dataclass
class Purchase:
    customer: Customer
    key: str
    wish: Json
    answer: httpx.Response | None = None  # None: the connection broke


@dataclass
class Rush:
    """`async with Rush(customers, variants) as rush:` buys one piece after the other until the block ends."""

    customers: list[Customer]
    variants: list[str]
    purchases: list[Purchase] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        self._enough = False
        self._tasks = [asyncio.create_task(self._buyer(place)) for place in range(len(self.customers))]
        return self

    async def __aexit__(self, *error: object) -> None:
        self._enough = True
        async with asyncio.timeout(60):
            await asyncio.gather(*self._tasks)

    @property
    def acknowledged(self) -> list[Json]:
        return [each.answer.json() for each in self.purchases if each.answer and each.answer.status_code == 201]

    async def more(self, count: int, seconds: float = 60) -> None:
        """Returns when so many further purchases were acknowledged."""
        wanted = len(self.acknowledged) + count

        async def enough() -> bool:
            return len(self.acknowledged) >= wanted

        await soon(enough, seconds, f"{count} further purchases")

    async def _buyer(self, place: int) -> None:
        customer, turn = self.customers[place], place
        while not self._enough:
            turn += 1
            try:
                await self._buy(customer, self.variants[turn % len(self.variants)])
            except httpx.TransportError:
                await asyncio.sleep(0.05)  # the door is shut
            except httpx.HTTPStatusError as error:
                self._expect(error.response, BUSY | {409})

    async def _buy(self, customer: Customer, variant_id: str) -> None:
        cart = await customer.cart((variant_id, 1))
        purchase = Purchase(customer, str(uuid4()), customer.wish(cart))
        self.purchases.append(purchase)
        purchase.answer = await customer.check_out(purchase.wish, purchase.key)
        self._expect(purchase.answer, BUSY | {201, 202, 409})

    def _expect(self, answer: httpx.Response, statuses: set[int]) -> None:
        if answer.status_code not in statuses:
            self.unexpected.append(f"{answer.request.url} {answer.status_code} {answer.text}")


async def settled(rush: Rush, staff: Staff, seconds: float = 30) -> list[Json]:
    """All orders, once every one has an end and no stock is held any more."""

    async def all_ended() -> Any:
        orders = await staff.orders()
        return all(order["checkout_state"] != "placing" for order in orders) and orders

    async def nothing_held() -> bool:
        return not any([(await staff.stock(each))[1] for each in rush.variants])

    orders: list[Json] = await soon(all_ended, seconds, "an end of every checkout")
    await soon(nothing_held, seconds, "the end of every hold")
    return orders


async def check_the_books(rush: Rush, staff: Staff, orders: list[Json]) -> None:
    """Acknowledged is paid; a key is one order; on hand = initial + adjustments - sold + restocked, as orders say."""
    assert rush.unexpected == []
    by_id = {order["id"]: order for order in orders}
    for acknowledged in rush.acknowledged:
        assert by_id[acknowledged["id"]]["payment_status"] == "paid"
        assert by_id[acknowledged["id"]]["total"] == acknowledged["total"]
    sold: Counter[str] = Counter()
    for order in orders:
        full = await staff.get("order", f"/api/v1/orders/{order['id']}")
        paid = sum(entry["amount"]["amount"] for entry in full["ledger"] if entry["type"] == "payment")
        back = sum(entry["amount"]["amount"] for entry in full["ledger"] if entry["type"] == "refund")
        if full["checkout_state"] == "placed":
            assert (paid, back) == (full["total"]["amount"], 0)
            sold.update({line["variant_id"]: line["quantity"] for line in full["lines"]})
        else:
            assert paid == back, full
    for variant in rush.variants:
        pieces = await staff.ledger(variant)
        assert set(pieces) <= KINDS
        assert await staff.stock(variant) == (pieces.total(), 0)
        assert -(pieces["sale"] + pieces["restock"]) == sold[variant]
    paid_numbers = [order["number"] for order in orders if order["checkout_state"] == "placed"]
    assert len(set(paid_numbers)) == len(paid_numbers)


async def ask_again(rush: Rush) -> None:
    """Who got no clear answer asks again with the same key, and gets one; who got one gets the same."""
    for purchase in rush.purchases:
        before = purchase.answer
        unclear = before is None or before.status_code in BUSY
        if unclear or before.status_code == 202:
            purchase.answer = await purchase.customer.check_out(purchase.wish, purchase.key)
            assert purchase.answer.status_code in {201, 402, 409} if unclear else purchase.answer.text == before.text
