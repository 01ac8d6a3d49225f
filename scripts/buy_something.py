"""Looks, asks and buys as a guest in a running shop (python -m scripts.buy_something http://localhost:8080).

The address is the shop window's or the gateway's; the services are where its /config.json says. Only a shop with the
test payment provider (ENV is not production) can be tried this way, and the order stays in it.
"""

import sys
import time
from typing import Any
from uuid import uuid4

import httpx

from common.config import DEFAULT_PORTS

ADDRESS = {"name": "Ada", "address1": "1 Main St", "city": "Berlin", "state": "BE", "zip": "10115", "country": "DE"}
KEPT_INSIDE = ("/internal/v1/events", "/metrics")


class Broken(Exception):
    """The shop answered something else than a working shop does."""


class Visitor:
    """A guest who knows the services by name: `visitor.call("GET", "product", "/api/v1/products")`."""

    def __init__(self, http: httpx.Client, shop: str) -> None:
        self.http = http
        self.services: dict[str, str] = self._json(http.get(f"{shop}/config.json"))["services"]
        guest = self._json(http.post(f"{self.services['user']}/api/v1/auth/guest"))
        self._bearer = {"Authorization": f"Bearer {guest['access_token']}"}

    def call(self, method: str, service: str, path: str, json: Any = None, **headers: str) -> dict[str, Any]:
        url = self.services[service] + path
        return self._json(self.http.request(method, url, json=json, headers=self._bearer | headers))

    def first_event(self, message: str) -> tuple[float, float]:
        """Seconds until the assistant's first event, and until its last."""
        url, body = f"{self.services['ai']}/api/v1/chat", {"message_id": uuid4().hex, "message": message}
        started, seen, text = time.perf_counter(), [], ""
        with self.http.stream("POST", url, json=body, headers=self._bearer) as answer:
            for piece in answer.iter_text():
                seen.append(time.perf_counter() - started)
                text += piece
        if "event: done" not in text:
            raise Broken(f"the assistant ended without done: {text[-300:]}")
        return seen[0], seen[-1]

    @staticmethod
    def _json(answer: httpx.Response) -> dict[str, Any]:
        if not answer.is_success:
            raise Broken(f"{answer.request.method} {answer.url} answered {answer.status_code}: {answer.text[:500]}")
        return dict(answer.json())


def buy(visitor: Visitor) -> dict[str, Any]:
    """The placed and paid order for one of what lies on the shelf."""
    found = visitor.call("GET", "product", "/api/v1/products?in_stock=true&limit=1")["items"]
    if not found:
        raise Broken("no product is in stock")
    cart = visitor.call("POST", "order", "/api/v1/carts")
    path = f"/api/v1/carts/{cart['id']}"
    visitor.call("POST", "order", f"{path}/items", {"variant_id": found[0]["variant_id"], "quantity": 1})
    visitor.call("PUT", "order", f"{path}/address", ADDRESS)
    cart = visitor.call("PUT", "order", f"{path}/shipping", {"shipping_method": "standard"})
    wish = {"cart_id": cart["id"], "cart_version": cart["version"], "expected_total": cart["totals"]["total"]}
    wish |= {"payment": {"provider": "test"}, "email": "ada@mail.example"}
    order = visitor.call("POST", "order", "/api/v1/checkouts", wish, **{"Idempotency-Key": uuid4().hex})
    if (order["checkout_state"], order["payment_status"]) != ("placed", "paid"):
        raise Broken(f"the order is {order['checkout_state']} and {order['payment_status']}")
    return visitor.call("GET", "order", f"/api/v1/orders/{order['id']}")


def check_the_gateway(http: httpx.Client, shop: str) -> None:
    """Behind one origin, what the services say to each other must not be reachable."""
    for path in KEPT_INSIDE:
        if (answer := http.get(shop + path)).status_code != 404:
            raise Broken(f"{path} is reachable from outside: {answer.status_code}")


def main(arguments: list[str]) -> int:
    shop = (arguments[0] if arguments else f"http://127.0.0.1:{DEFAULT_PORTS['web_service']}").rstrip("/")
    try:
        with httpx.Client(timeout=60) as http:
            visitor = Visitor(http, shop)
            first, last = visitor.first_event("a mouse under 50 euros")
            print(f"asked: the first event came after {first * 1000:.0f} ms, the last after {last * 1000:.0f} ms")
            order = buy(visitor)
            total = order["total"]
            print(f"bought: order {order['number']}, {total['amount'] / 100:.2f} {total['currency']}")
            if set(visitor.services.values()) == {shop}:
                check_the_gateway(http, shop)
                print(f"kept inside: {', '.join(KEPT_INSIDE)}")
    except (Broken, httpx.HTTPError) as reason:
        print(f"The shop at {shop} does not work: {reason!r}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
