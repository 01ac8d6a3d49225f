"""A shop of real services with an assistant in it, and Ada, whose orders were sent and have arrived."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from ai_service.app.factory import create_app
from ai_service.app.settings import AiSettings
from ai_service.tests.conftest import URLS, served
from ai_service.tests.support.talking import Shopper
from common.ids import new_id
from order_service.tests.gift_shop import GiftShop, open_gift_shop
from user_service.tests.conftest import Person

Json = dict[str, Any]


@dataclass
class House:
    """Ada has two cards."""

    shop: GiftShop
    client: httpx.AsyncClient
    ada: Person
    cards: list[str]

    def talker(self, person: Person, language: str = "en") -> Shopper:
        return Shopper(self.client, {**person.bearer, "Accept-Language": language})

    async def variants(self, *prices: int, title: str = "Wireless mouse", colours: Sequence[str] = ()) -> list[str]:
        names = [colours[place] if colours else f"Colour {place}" for place in range(len(prices))]
        variants = [
            {
                "price": {"amount": price, "currency": "EUR"},
                "quantity": 10,
                "sku": new_id("sku"),
                "options": [{"name": {"en": "Colour"}, "value": {"en": name}}],
            }
            for name, price in zip(names, prices, strict=True)
        ]
        body = {"title": title, "variants": variants}
        answer = await self.shop.suite.products.post("/api/v1/products", json=body, headers=self.shop.owner.bearer)
        return [str(variant["id"]) for variant in answer.raise_for_status().json()["variants"]]

    async def bought(self, variant: str) -> Json:
        answer = await self.shop.buy(self.ada, variant, payment_method_id=self.cards[0])
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def delivered(self, variant: str) -> Json:
        order = await self.bought(variant)
        path = f"/api/v1/orders/{order['id']}/fulfilments"
        sent = (await self.shop.call(self.shop.owner, "POST", path)).json()
        answer = await self.shop.call(self.shop.owner, "POST", f"{path}/{sent['fulfilments'][0]['id']}/delivered")
        assert answer.json()["status"] == "delivered", answer.text
        return await self.order(order["id"])

    async def order(self, order_id: str) -> Json:
        return dict((await self.shop.call(self.ada, "GET", f"/api/v1/orders/{order_id}")).json())


async def _card(shop: GiftShop, person: Person, last4: str, first: bool) -> str:
    body = {"type": "card", "provider": "test", "token": "tok_approve", "brand": "Visa", "last4": last4}
    expiry = {"exp_month": 12, "exp_year": 2031, "is_default": first}
    path = "/api/v1/users/me/payment-methods"
    answer = await shop.suite.users.post(path, json=body | expiry, headers=person.bearer)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


@asynccontextmanager
async def open_house(
    make_settings: Callable[..., Any], folder: Path, private_key: bytes, **settings: Any
) -> AsyncIterator[House]:
    async with open_gift_shop(make_settings, folder, private_key) as shop:
        mounts = {
            f"all://{name}.test": httpx.ASGITransport(app=shop.suite.apps[name])
            for name in ("user", "product", "order")
        }
        async with (
            httpx.AsyncClient(mounts=mounts) as http,
            served(create_app(make_settings(AiSettings, **URLS, **settings), http=http)) as client,
        ):
            ada = await shop.people.person("ada@mail.example")
            cards = [await _card(shop, ada, last4, last4 == "4242") for last4 in ("4242", "1881")]
            yield House(shop, client, ada, cards)


def proposal(answer: Json) -> Json:
    assert answer["confirmations"], answer["tool_calls"]
    [found] = answer["confirmations"]
    return dict(found)


def refusal(answer: Json) -> Json:
    assert answer["confirmations"] == []
    return dict(answer["tool_calls"][0]["data"]["error"])


async def confirmed(shopper: Shopper, offered: Json) -> Json:
    answer = await shopper.decide(offered["confirmation_id"])
    assert answer.status_code == 200, answer.text
    assert (await shopper.decide(offered["confirmation_id"])).text == answer.text
    return dict(answer.json()["result"]["order"])
