"""People at the doors of a running suite: customers who buy, staff who looks after the shelves."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Any, TypeVar
from uuid import uuid4

import httpx

from tests.support.running_suite import RunningSuite

Json = dict[str, Any]
T = TypeVar("T")
PASSWORD = "correct horse battery"
ADDRESS = {"name": "Ada", "address1": "1 Main St", "city": "Berlin", "state": "BE", "zip": "10115", "country": "DE"}


async def soon(ask: Callable[[], Any], seconds: float = 30.0, what: str = "the awaited condition") -> Any:
    """The first truthy answer of a coroutine function within the deadline; a broken connection is no answer."""
    deadline = monotonic() + seconds
    while True:
        try:
            if answer := await ask():
                return answer
        except httpx.TransportError:
            pass
        assert monotonic() < deadline, f"{what} did not come within {seconds:g} s"
        await asyncio.sleep(0.05)


class Person:
    """Somebody with a token, who sees the suite from outside."""

    def __init__(self, suite: RunningSuite, http: httpx.AsyncClient, token: str) -> None:
        self.suite = suite
        self.http = http
        self.bearer = {"Authorization": f"Bearer {token}"}

    async def call(
        self, method: str, service: str, path: str, json: Any = None, headers: dict[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        url = self.suite.url(service, path)
        return await self.http.request(method, url, json=json, headers=self.bearer | (headers or {}), **more)

    async def get(self, service: str, path: str, **params: Any) -> Any:
        """The JSON of an answer that must be a good one."""
        answer = await self.call("GET", service, path, params=params or None)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def every(self, service: str, path: str, **params: Any) -> list[Json]:
        """All items of a list, page by page."""
        return [item async for item in self._pages(service, path, params)]

    async def _pages(self, service: str, path: str, params: dict[str, Any]) -> AsyncIterator[Json]:
        cursor: dict[str, str] = {}
        while True:
            page = await self.get(service, path, limit=100, **params, **cursor)
            for item in page["items"]:
                yield item
            if page["next_cursor"] is None:
                return
            cursor = {"cursor": page["next_cursor"]}


class Customer(Person):
    async def cart(self, *lines: tuple[str, int]) -> Json:
        """The open cart, with these variants, an address and standard shipping."""
        cart = (await self.call("POST", "order", "/api/v1/carts")).raise_for_status().json()
        path = f"/api/v1/carts/{cart['id']}"
        for variant_id, quantity in lines:
            line = {"variant_id": variant_id, "quantity": quantity}
            (await self.call("POST", "order", f"{path}/items", line)).raise_for_status()
        (await self.call("PUT", "order", f"{path}/address", ADDRESS)).raise_for_status()
        answer = await self.call("PUT", "order", f"{path}/shipping", {"shipping_method": "standard"})
        return dict(answer.raise_for_status().json())

    def wish(self, cart: Json, **changes: Any) -> Json:
        """What to send to check out this cart as it was shown."""
        wanted = {
            "cart_id": cart["id"],
            "cart_version": cart["version"],
            "expected_total": cart["totals"]["total"],
            "payment": {"provider": "test"},
            "email": "ada@mail.example",
        }
        return {name: value for name, value in (wanted | changes).items() if value is not None}

    async def check_out(self, wish: Json, key: str | None = None) -> httpx.Response:
        headers = {"Idempotency-Key": key or str(uuid4())}
        return await self.call("POST", "order", "/api/v1/checkouts", wish, headers)

    async def buy(self, variant_id: str, quantity: int = 1) -> Json:
        """A paid order."""
        cart = await self.cart((variant_id, quantity))
        answer = await self.check_out(self.wish(cart))
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def card(self, token: str = "tok_approve") -> str:
        """The id of a card that is saved now."""
        card = {"type": "card", "provider": "test", "token": token, "brand": "Visa", "last4": "4242"}
        answer = await self.call("POST", "user", "/api/v1/users/me/payment-methods", card)
        return str(answer.raise_for_status().json()["id"])

    async def order(self, order_id: str) -> Json:
        return dict(await self.get("order", f"/api/v1/orders/{order_id}"))

    async def cancel(self, order_id: str, reason: str = "no longer needed") -> httpx.Response:
        headers = {"Idempotency-Key": str(uuid4())}
        return await self.call("POST", "order", f"/api/v1/orders/{order_id}/cancellation", {"reason": reason}, headers)


class Staff(Person):
    async def shelf(self, price: int = 4900, quantity: int = 10, title: str = "Desk lamp") -> str:
        """The id of a new product's only variant."""
        return (await self.choices(price, quantity=quantity, title=title))[0]

    async def choices(self, *prices: int, quantity: int = 10, title: str = "Desk lamp") -> list[str]:
        """The ids of a new product's variants, at these prices."""
        variants = [
            {
                "sku": f"SKU-{uuid4().hex[:12]}",
                "price": {"amount": price, "currency": "EUR"},
                "quantity": quantity,
                "options": [{"name": {"en": "Size"}, "value": {"en": f"Size {place}"}}] if len(prices) > 1 else [],
            }
            for place, price in enumerate(prices)
        ]
        answer = await self.call("POST", "product", "/api/v1/products", {"title": title, "variants": variants})
        assert answer.status_code == 201, answer.text
        return [str(variant["id"]) for variant in answer.json()["variants"]]

    async def reprice(self, variant_id: str, price: int) -> None:
        change = {"price": {"amount": price, "currency": "EUR"}}
        (await self.call("PATCH", "product", f"/api/v1/variants/{variant_id}", change)).raise_for_status()

    async def stock(self, variant_id: str) -> tuple[int, int]:
        """(on hand, reserved)"""
        level = await self.get("product", f"/api/v1/inventory/{variant_id}")
        return level["on_hand"], level["reserved"]

    async def ledger(self, variant_id: str) -> Counter[str]:
        """Pieces by kind: initial, adjustment, sale (negative), restock."""
        pieces: Counter[str] = Counter()
        for entry in await self.every("product", f"/api/v1/inventory/{variant_id}/ledger"):
            pieces[entry["kind"]] += entry["quantity"]
        return pieces

    async def orders(self, **filters: Any) -> list[Json]:
        return await self.every("order", "/api/v1/orders", **filters)


class OpenShop:
    """Where people come from: `await shop.guest()`, `await shop.newcomer()`, `await shop.staff()`."""

    def __init__(self, suite: RunningSuite, http: httpx.AsyncClient) -> None:
        self.suite = suite
        self.http = http

    async def guest(self) -> Customer:
        answer = await self.http.post(self.suite.url("user", "/api/v1/auth/guest"))
        return Customer(self.suite, self.http, answer.raise_for_status().json()["access_token"])

    async def guests(self, count: int) -> list[Customer]:
        return list(await asyncio.gather(*(self.guest() for _ in range(count))))

    async def newcomer(self, language: str = "en") -> Customer:
        """A freshly registered customer with an address, signed in."""
        account = {"email": f"{uuid4().hex[:12]}@mail.example", "password": PASSWORD, "name": "Ada Lovelace"}
        headers = {"Accept-Language": language}
        answer = await self.http.post(self.suite.url("user", "/api/v1/auth/register"), json=account, headers=headers)
        answer.raise_for_status()
        customer = await self.sign_in(account["email"], PASSWORD)
        home = ADDRESS | {"is_default": True}
        (await customer.call("POST", "user", "/api/v1/users/me/addresses", home)).raise_for_status()
        return customer

    async def sign_in(self, email: str, password: str, **more: str) -> Customer:
        form = {"username": email, "password": password, **more}
        answer = await self.http.post(self.suite.url("user", "/api/v1/auth/token"), data=form)
        return Customer(self.suite, self.http, answer.raise_for_status().json()["access_token"])

    async def staff(self, role: str = "owner") -> Staff:
        return Staff(self.suite, self.http, self.suite.staff_token(role))
