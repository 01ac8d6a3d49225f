"""A running order_service with the real product_service beside it, and a network that can be told to fail."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import httpx
from fastapi.responses import JSONResponse
from httpx import ASGITransport, AsyncClient, Response

from common.clock import Clock, utc_now
from common.database import system_scope, use_tenant
from common.errors import NotFound, problem
from common.ids import new_id
from common.runtime import Runtime
from order_service.app.dependencies import Room, build_room
from order_service.app.factory import create_app
from order_service.app.settings import OrderSettings
from product_service.app.factory import create_app as create_product_app
from product_service.app.settings import ProductSettings
from tests.support.issuer import Issuer

Json = dict[str, Any]
ADDRESS = {
    "name": "Ada Lovelace",
    "address1": "12 St James's Square",
    "city": "London",
    "state": "LND",
    "zip": "SW1Y 4JH",
    "country": "GB",
}
STAFF = (
    "catalogue:write",
    "stock:read",
    "stock:write",
    "orders:read",
    "orders:write",
    "refunds:write",
    "reports:read",
    "promotions:write",
    "webhooks:write",
    "shipping:write",
)


class EndOfTheWorld(Exception):
    """The process is gone: nothing of ours may handle this."""


class MovableClock(Clock):
    """The present, or as far from it as a test says; after `stand_still` it moves by the test's hand alone."""

    def __init__(self) -> None:
        self.ahead = timedelta()
        self._stands_at: datetime | None = None

    def now(self) -> datetime:
        return (self._stands_at or utc_now()) + self.ahead

    def stand_still(self) -> None:
        self._stands_at = utc_now()

    def advance(self, seconds: float) -> None:
        self.ahead += timedelta(seconds=seconds)


class Checkpoints:
    """Ends the world when a saga reaches the named step."""

    def __init__(self) -> None:
        self.deadly: str | None = None
        self.reached: list[str] = []

    def __call__(self, name: str) -> None:
        self.reached.append(name)
        if name == self.deadly:
            raise EndOfTheWorld(name)


class Network(httpx.AsyncBaseTransport):
    """Takes requests to the apps in this process. `refused`: nothing arrives. `mute`: it arrives, no answer comes back.

    Both hold parts of paths; `requests` keeps what was sent. Other hosts are reached as they are.
    """

    def __init__(self) -> None:
        self.apps: dict[str, ASGITransport] = {}
        self.outside = httpx.AsyncHTTPTransport()
        self.refused: set[str] = set()
        self.mute: set[str] = set()
        self.requests: list[str] = []

    async def aclose(self) -> None:
        await self.outside.aclose()

    async def handle_async_request(self, request: httpx.Request) -> Response:
        path = request.url.path
        self.requests.append(f"{request.method} {path}")
        if any(part in path for part in self.refused):
            raise httpx.ConnectError("connection refused", request=request)
        app = self.apps.get(request.url.host, self.outside)
        response = await app.handle_async_request(request)
        if any(part in path for part in self.mute):
            await response.aread()
            raise httpx.ReadTimeout("no answer", request=request)
        return response


class Shop:
    """The two services over HTTP, and the order room for what HTTP does not show."""

    def __init__(self, client: AsyncClient, products: AsyncClient, issuer: Issuer, parts: "Parts") -> None:
        self.client = client
        self.products = products
        self.issuer = issuer
        self.clock = parts.clock
        self.checkpoints = parts.checkpoints
        self.network = parts.network
        self.room = parts.room
        self.runtime = parts.runtime
        self.staff = issuer.bearer("usr_staff", roles=("manager",), permissions=STAFF)

    def shopper(self, name: str = "usr_ada") -> "Shopper":
        return Shopper(self, name, self.issuer.bearer(name))

    def of_staff(self) -> "Shopper":
        return Shopper(self, "usr_staff", self.staff)

    def guest(self, name: str = "gst_1") -> "Shopper":
        return Shopper(self, name, self.issuer.bearer(name, roles=("guest",)))

    async def variant(self, price: int = 4900, quantity: int = 10, title: str = "Desk lamp", **fields: Any) -> str:
        """The id of a new product's only variant."""
        one = {"price": {"amount": price, "currency": "EUR"}, "quantity": quantity, "sku": new_id("sku")}
        body = {"title": title, "variants": [one], **fields}
        answer = await self.products.post("/api/v1/products", json=body, headers=self.staff)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["variants"][0]["id"])

    async def choices(self, *prices: int, quantity: int = 10) -> list[str]:
        """The ids of a new product's variants, at these prices."""
        variants = [
            {
                "price": {"amount": price, "currency": "EUR"},
                "quantity": quantity,
                "sku": new_id("sku"),
                "options": [{"name": {"en": "Colour"}, "value": {"en": f"Colour {place}"}}],
            }
            for place, price in enumerate(prices)
        ]
        body = {"title": "Desk lamp", "variants": variants}
        answer = await self.products.post("/api/v1/products", json=body, headers=self.staff)
        assert answer.status_code == 201, answer.text
        return [str(variant["id"]) for variant in answer.json()["variants"]]

    async def reprice(self, variant_id: str, price: int) -> None:
        body = {"price": {"amount": price, "currency": "EUR"}}
        answer = await self.products.patch(f"/api/v1/variants/{variant_id}", json=body, headers=self.staff)
        assert answer.status_code == 200, answer.text

    async def stock(self, variant_id: str) -> tuple[int, int]:
        """(on hand, reserved)"""
        level = (await self.products.get(f"/api/v1/inventory/{variant_id}", headers=self.staff)).json()
        return level["on_hand"], level["reserved"]

    async def order(self, order_id: str) -> Json:
        answer = await self.client.get(f"/api/v1/orders/{order_id}", headers=self.staff)
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()
        return found

    async def orders(self, **filters: str) -> list[Json]:
        answer = await self.client.get("/api/v1/orders", params={"limit": "100", **filters}, headers=self.staff)
        assert answer.status_code == 200, answer.text
        items: list[Json] = answer.json()["items"]
        return items

    async def recover(self, seconds: float = 20) -> None:
        """Time passes, and the recovery loop comes by."""
        self.clock.advance(seconds)
        await self.room.recovery.run_once()
        await self.room.settlement.run_once()
        await self.room.refund_settlement.run_once()
        await self.room.after_sales.recover()

    async def rows(self, table: str) -> list[Json]:
        """A table of order_service as it is."""
        metadata = self.room.database.metadata.tables[table]
        with system_scope():
            async with self.room.database.reading() as session:
                return [dict(row) for row in (await session.execute(metadata.select())).mappings()]

    async def events(self, *types: str) -> list[Json]:
        return [row for row in await self.rows("outbox") if row["type"] in types]


class Shopper:
    """Somebody who buys."""

    def __init__(self, shop: Shop, subject_id: str, bearer: dict[str, str]) -> None:
        self.shop = shop
        self.id = subject_id
        self.bearer = bearer

    async def call(self, method: str, path: str, body: Any = None, **headers: str) -> Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.shop.client.request(method, path, json=body, headers={**self.bearer, **named})

    async def cart(self, *lines: tuple[str, int]) -> Json:
        """An open cart with these variants, an address and standard shipping."""
        cart = (await self.call("POST", "/api/v1/carts")).json()
        path = f"/api/v1/carts/{cart['id']}"
        for variant_id, quantity in lines:
            answer = await self.call("POST", f"{path}/items", {"variant_id": variant_id, "quantity": quantity})
            assert answer.status_code == 201, answer.text
        assert (await self.call("PUT", f"{path}/address", ADDRESS)).status_code == 200
        answer = await self.call("PUT", f"{path}/shipping", {"shipping_method": "standard"})
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()
        return found

    def wish(self, cart: Json, token: str = "tok_approve", **changes: Any) -> Json:
        return {
            "cart_id": cart["id"],
            "cart_version": cart["version"],
            "expected_total": cart["totals"]["total"],
            "payment": {"provider": "test", "token": token},
            "email": "ada@mail.example",
            **changes,
        }

    async def check_out(
        self, cart: Json, token: str = "tok_approve", key: str | None = None, **changes: Any
    ) -> Response:
        body = self.wish(cart, token, **changes)
        return await self.call("POST", "/api/v1/checkouts", body, Idempotency_Key=key or new_id("key"))

    async def buy(self, variant_id: str, quantity: int = 1, token: str = "tok_approve") -> Response:
        return await self.check_out(await self.cart((variant_id, quantity)), token)

    async def after_sales(self, order_id: str, path: str, body: Any, key: str | None = None) -> Response:
        """A POST under one of the shopper's orders."""
        return await self.call("POST", f"/api/v1/orders/{order_id}/{path}", body, Idempotency_Key=key or new_id("key"))

    async def swap(
        self, order_id: str, *swaps: tuple[str, str], method: str | None = None, key: str | None = None
    ) -> Response:
        wanted = {"swaps": [{"from": old, "to": new} for old, new in swaps], "payment_method_id": method}
        return await self.after_sales(order_id, "item-changes", wanted, key)

    async def delivered(self, *lines: tuple[str, int], **changes: Any) -> Json:
        """An order that was bought, sent and arrived."""
        order = (await self.check_out(await self.cart(*lines), **changes)).json()
        path = f"/api/v1/orders/{order['id']}/fulfilments"
        sent = (await self.shop.client.post(path, headers=self.shop.staff)).json()
        parcel = sent["fulfilments"][0]["id"]
        answer = await self.shop.client.post(f"{path}/{parcel}/delivered", headers=self.shop.staff)
        assert answer.json()["status"] == "delivered", answer.text
        found: Json = answer.json()
        return found

    async def cancel(self, order_id: str, reason: str = "no longer needed", key: str | None = None) -> Response:
        path = f"/api/v1/orders/{order_id}/cancellation"
        return await self.call("POST", path, {"reason": reason}, Idempotency_Key=key or new_id("key"))


class Parts:
    def __init__(self) -> None:
        self.clock = MovableClock()
        self.checkpoints = Checkpoints()
        self.network = Network()
        self.room: Room
        self.runtime: Runtime


def people_of_user_service(issuer: Issuer) -> None:
    """What order_service asks of user_service about people."""
    saved = {
        ("usr_ada", "pm_ada"): "tok_approve",
        ("usr_ada", "pm_other"): "tok_approve",
        ("usr_ada", "pm_declines"): "tok_decline",
        ("usr_ada", "pm_slow"): "tok_late",
        ("usr_bob", "pm_bob"): "tok_approve",
    }

    @issuer.app.get("/internal/v1/users/{user_id}")
    async def user(user_id: str) -> Any:
        return {"id": user_id, "email": f"{user_id}@mail.example", "name": user_id, "language": "en"}

    @issuer.app.get("/internal/v1/users/{user_id}/payment-methods/{method_id}")
    async def payment_method(user_id: str, method_id: str) -> Any:
        token = saved.get((user_id, method_id))
        if token is None:
            return JSONResponse(problem(NotFound(), "trace"), 404, media_type="application/problem+json")
        return {"id": method_id, "type": "card", "provider": "test", "provider_token": token}


@asynccontextmanager
async def open_shop(make_settings: Callable[..., Any], issuer: Issuer, **overrides: Any) -> AsyncIterator[Shop]:
    parts = Parts()
    urls = {f"{name}_service_url": f"http://{name}.test" for name in ("user", "product", "order")}
    quick = {"provider_timeout": 0.02, "unknown_outcome_wait": 1.0, "test_provider_late": 30.0}

    @asynccontextmanager
    async def build(runtime: Runtime) -> AsyncIterator[Room]:
        parts.runtime = runtime
        parts.room = build_room(runtime, parts.clock, parts.checkpoints)
        yield parts.room

    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(AsyncClient(transport=parts.network))
        product_app = create_product_app(make_settings(ProductSettings, **urls), http=http)
        order_app = create_app(make_settings(OrderSettings, **urls, **(quick | overrides)), http=http, build=build)
        apps = {"user.test": issuer.app, "product.test": product_app, "order.test": order_app}
        parts.network.apps = {host: ASGITransport(app=app, raise_app_exceptions=False) for host, app in apps.items()}
        for app in (product_app, order_app):
            await stack.enter_async_context(app.router.lifespan_context(app))
        clients = [
            await stack.enter_async_context(
                AsyncClient(transport=parts.network.apps[host], base_url=f"http://{host}", timeout=60)
            )
            for host in ("order.test", "product.test")
        ]
        with use_tenant("default"):
            yield Shop(clients[0], clients[1], issuer, parts)
