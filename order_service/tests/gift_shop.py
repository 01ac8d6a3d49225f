"""A shop with the real user_service behind the network: people with wallets, gift cards, imports."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from common.config import private_file
from common.ids import new_id
from order_service.tests.shop import ADDRESS
from tests.support.suite import InProcessSuite
from user_service.tests.conftest import People, Person

Json = dict[str, Any]


class GiftShop:
    """People with wallets, things to buy, and staff who issue gift cards."""

    def __init__(self, suite: InProcessSuite, people: People, owner: Person) -> None:
        self.suite, self.people, self.owner = suite, people, owner

    async def variant(self, price: int, quantity: int = 10) -> str:
        variants = [{"price": {"amount": price, "currency": "EUR"}, "quantity": quantity, "sku": new_id("sku")}]
        body = {"title": "Desk lamp", "variants": variants}
        answer = await self.suite.products.post("/api/v1/products", json=body, headers=self.owner.bearer)
        return str(answer.raise_for_status().json()["variants"][0]["id"])

    async def card(self, owner: Person, amount: int) -> str:
        body = {"balance": {"amount": amount, "currency": "EUR"}, "owner_id": owner.id}
        headers = {**self.owner.bearer, "Idempotency-Key": new_id("key")}
        answer = await self.suite.users.post("/api/v1/gift-cards", json=body, headers=headers)
        return str(answer.raise_for_status().json()["id"])

    async def standing(self, card: str) -> tuple[int, int, list[str]]:
        """(balance, reserved, the types of its ledger, oldest first)"""
        answer = await self.suite.users.get(f"/api/v1/gift-cards/{card}", headers=self.owner.bearer)
        found = answer.raise_for_status().json()
        kinds = [each["type"] for each in reversed(found["ledger"]["items"])]
        return found["balance"]["amount"], found["reserved"]["amount"], kinds

    async def wish(self, person: Person, variant: str, **payment: Any) -> Json:
        orders, headers = self.suite.orders, person.bearer
        path = f"/api/v1/carts/{(await orders.post('/api/v1/carts', headers=headers)).json()['id']}"
        line = {"variant_id": variant, "quantity": 1}
        (await orders.post(f"{path}/items", json=line, headers=headers)).raise_for_status()
        (await orders.put(f"{path}/address", json=ADDRESS, headers=headers)).raise_for_status()
        shipping = {"shipping_method": "standard"}
        cart = (await orders.put(f"{path}/shipping", json=shipping, headers=headers)).raise_for_status().json()
        seen = {"cart_id": cart["id"], "cart_version": cart["version"], "expected_total": cart["totals"]["total"]}
        return {**seen, **payment}

    async def call(self, person: Person, method: str, path: str, body: Any = None) -> Any:
        headers = {**person.bearer, "Idempotency-Key": new_id("key")}
        return await self.suite.orders.request(method, path, json=body, headers=headers)

    async def bring(self, what: str, *items: Json) -> Json:
        """`what` (users, products, orders) come along from another shop."""
        answer = await self.suite.clients[what.removesuffix("s")].post(
            f"/api/v1/{what}/imports", json={"items": list(items)}, headers=self.owner.bearer
        )
        assert answer.status_code == 200, answer.text
        report: Json = answer.json()
        return report

    async def order(self, order_id: str) -> Json:
        answer = await self.call(self.owner, "GET", f"/api/v1/orders/{quote(order_id, safe='')}")
        found: Json = answer.raise_for_status().json()
        return found

    async def buy(self, person: Person, variant: str, **payment: Any) -> Any:
        return await self.call(person, "POST", "/api/v1/checkouts", await self.wish(person, variant, **payment))


@asynccontextmanager
async def open_gift_shop(
    make_settings: Callable[..., Any], folder: Path, private_key: bytes, **overrides: Any
) -> AsyncIterator[GiftShop]:
    private_file(folder / "keys" / "access_tokens.pem", lambda: private_key)
    async with InProcessSuite(make_settings, ("user", "product", "order"), **overrides) as suite:
        people = People(suite.users, suite.apps["user"].state.room)
        yield GiftShop(suite, people, await people.person("owner@mail.example", roles=("owner",)))
