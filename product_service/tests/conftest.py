"""A running product_service for each test, with staff, shoppers and services to call it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient, Response

from common.clock import Clock, utc_now
from common.database import use_tenant
from product_service.app.dependencies import Room
from product_service.app.factory import create_app
from product_service.app.settings import ProductSettings
from tests.support.issuer import USER_URL, Issuer

Json = dict[str, Any]
STAFF = ("catalogue:write", "stock:read", "stock:write")


class MovableClock(Clock):
    """The present, or as far from it as a test says."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> Any:
        return utc_now() + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)


class Shop:
    """The service over HTTP, and its room for what HTTP does not show."""

    def __init__(self, app: Any, client: AsyncClient, issuer: Issuer, clock: MovableClock) -> None:
        self.app = app
        self.client = client
        self.issuer = issuer
        self.clock = clock
        self.staff = issuer.bearer("usr_staff", roles=("manager",), permissions=STAFF)
        self.shopper = issuer.bearer("usr_shopper")
        self.service = issuer.service_bearer()

    @property
    def room(self) -> Room:
        room: Room = self.app.state.room
        return room

    async def get(self, path: str, headers: dict[str, str] | None = None, **params: Any) -> Response:
        return await self.client.get(path, headers=headers, params=params)

    async def post(self, path: str, body: Json, headers: dict[str, str] | None = None) -> Response:
        return await self.client.post(path, json=body, headers=self.staff if headers is None else headers)

    async def product(self, title: str = "Desk lamp", price: int = 4900, quantity: int = 10, **fields: Any) -> Json:
        """A product with one variant, as staff makes it."""
        variant = {"price": {"amount": price, "currency": "EUR"}, "quantity": quantity}
        answer = await self.post("/api/v1/products", {"title": title, "variants": [variant], **fields})
        assert answer.status_code == 201, answer.text
        made: Json = answer.json()
        return made

    async def hold(self, reservation_id: str, lines: dict[str, int], expires_in: int = 900) -> Response:
        listed = [{"variant_id": key, "quantity": n} for key, n in lines.items()]
        body = {"id": reservation_id, "lines": listed, "expires_in": expires_in}
        return await self.post("/internal/v1/reservations", body, self.service)

    async def commit(self, reservation_id: str, reference: str = "ord_1") -> Response:
        path = f"/internal/v1/reservations/{reservation_id}/commit"
        return await self.post(path, {"reference": reference}, self.service)

    async def release(self, reservation_id: str) -> Response:
        return await self.post(f"/internal/v1/reservations/{reservation_id}/release", {}, self.service)

    async def stock(self, variant_id: str) -> tuple[int, int]:
        """(on_hand, reserved), after checking that the ledger explains what lies on the shelf."""
        level = (await self.get(f"/api/v1/inventory/{variant_id}", self.staff)).json()
        ledger = await self.ledger(variant_id)
        assert level["on_hand"] == sum(entry["quantity"] for entry in ledger)
        assert level["available"] == level["on_hand"] - level["reserved"]
        return level["on_hand"], level["reserved"]

    async def ledger(self, variant_id: str) -> list[Json]:
        answer = await self.get(f"/api/v1/inventory/{variant_id}/ledger", self.staff, limit=100)
        assert answer.status_code == 200, answer.text
        items: list[Json] = answer.json()["items"]
        return items

    async def events(self, *types: str, count: int) -> list[Json]:
        """The events of these types, once there are `count`: on a server a relay numbers them a little later."""
        async with asyncio.timeout(60):
            while True:
                answer = await self.get("/internal/v1/events", self.service, after=0, limit=500)
                assert answer.status_code == 200, answer.text
                found = [event for event in answer.json()["items"] if event["type"] in types]
                if len(found) >= count:
                    return found
                await asyncio.sleep(0.05)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def shop(make_settings: Callable[..., Any], issuer: Issuer, clock: MovableClock) -> AsyncIterator[Shop]:
    settings = make_settings(ProductSettings, user_service_url=USER_URL, reservation_sweep_seconds=3600.0)
    app = create_app(settings, http=issuer.client(), clock=clock)
    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=ASGITransport(app=app), base_url="http://product.test", timeout=60) as client,
    ):
        with use_tenant("default"):
            yield Shop(app, client, issuer, clock)
