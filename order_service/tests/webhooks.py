"""A shop with its webhooks at hand: news are read and sent when a test says so."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

from common.events.consumer import Consumer
from order_service.app.settings import OrderSettings
from order_service.app.webhooks.service import WebhookServices, make_webhooks
from order_service.app.webhooks.service.sending import WebhookSender
from order_service.tests.shop import Json, Shop, open_shop
from tests.support.issuer import Issuer

PATH = "/api/v1/webhook-endpoints"
ALLOWED = ["127.0.0.0/8"]  # where the receivers of tests are


class Hooks:
    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.services: WebhookServices = shop.room.webhooks
        self.consumers: list[Consumer] = self.services.recording.follow(shop.runtime.events)

    def another_worker(self) -> WebhookSender:
        """The sender of a second process on the same database."""
        runtime = self.shop.runtime
        settings = cast(OrderSettings, runtime.settings)
        return make_webhooks(settings, runtime.database, self.shop.clock, runtime.background).sender

    async def call(self, method: str, path: str = "", body: Any = None, **params: Any) -> Any:
        """The JSON of an answer that must be good."""
        answer = await self.shop.client.request(method, PATH + path, json=body, params=params, headers=self.shop.staff)
        assert answer.status_code < 300, answer.text
        return answer.json() if answer.content else None

    async def endpoint(self, url: str, *event_types: str, **fields: Any) -> Json:
        """A new one, with its secret."""
        made: Json = await self.call("POST", "", {"url": url, "event_types": list(event_types) or None, **fields})
        return made

    async def news(self) -> None:
        """Read what happened."""
        await self.shop.runtime.events._relay.relay()
        for consumer in self.consumers:
            await consumer.catch_up()

    async def send(self) -> None:
        """Send all that is due."""
        while await self.services.sender.dispatch():
            await self.services.sender.settle()

    async def tell(self) -> None:
        await self.news()
        await self.send()

    async def deliveries(self, endpoint: Json, **filters: Any) -> list[Json]:
        """The oldest first."""
        found: list[Json] = (await self.call("GET", f"/{endpoint['id']}/deliveries", limit=100, **filters))["items"]
        return found[::-1]

    async def log(self, delivery: Json) -> list[tuple[int | None, str | None]]:
        """(status, error) of its attempts, the first one first."""
        path = f"/{delivery['endpoint_id']}/deliveries/{delivery['id']}"
        log = (await self.call("GET", path))["log"]
        return [(attempt["status_code"], attempt["error"]) for attempt in reversed(log)]

    async def order(self) -> str:
        """The id of an order that was placed and paid."""
        answer = await self.shop.shopper().buy(await self.shop.variant())
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])


@asynccontextmanager
async def open_hooks(make_settings: Callable[..., Any], people: Issuer, **overrides: Any) -> AsyncIterator[Hooks]:
    async with open_shop(make_settings, people, **{"egress_allow": ALLOWED} | overrides) as shop:
        yield Hooks(shop)
