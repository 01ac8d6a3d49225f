"""The demo shop of the pictures: the orders of a month are brought in, then people buy, all over the API."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from tests.browser.people import available, paid_order, registered
from tests.support.open_shop import ADDRESS
from tests.support.running_suite import RunningSuite

Json = dict[str, Any]
NAMES = ["Ada Lovelace", "Grace Hopper", "Lin Yutang", "Mary Somerville", "Alan Turing"]
GOODS = ["keyboard", "monitor", "mouse", "headphones", "desk lamp", "webcam", "charger", "ssd"]
DAYS = 29  # before today
CARD = {"type": "card", "provider": "test", "token": "tok_approve", "brand": "Visa", "last4": "4242"}


@dataclass
class Customer:
    id: str
    name: str
    token: str
    card: str

    @property
    def address(self) -> Json:
        return ADDRESS | {"name": self.name}


def enliven(suite: RunningSuite) -> None:
    """Always the same people and the same goods, so that pictures taken again differ by their dates."""
    customers = [_customer(suite, name) for name in NAMES]
    goods = [available(suite, words) for words in GOODS]
    sold = _month(customers, goods)
    report = suite.post("order", "/api/v1/orders/imports", suite.staff_token(), json={"items": sold})
    if rejected := report.raise_for_status().json()["rejected"]:
        raise RuntimeError(f"The orders of the last month were not taken: {rejected}")
    for place, product in enumerate(goods):
        customer = customers[place % len(customers)]
        order = paid_order(suite, 1 + place % 2, customer.token, product["variant_id"], customer.address)
        if place < 2:
            sent = suite.post("order", f"/api/v1/orders/{order['id']}/fulfilments", suite.staff_token(), json={})
            sent.raise_for_status()


def _customer(suite: RunningSuite, name: str) -> Customer:
    email, password = registered(suite, name, f"{name.split()[0].lower()}@mail.example")
    token = suite.sign_in(email, password)
    person = suite.get("user", "/api/v1/users/me", token).raise_for_status().json()
    card = suite.post("user", "/api/v1/users/me/payment-methods", token, json=CARD).raise_for_status().json()
    return Customer(person["id"], name, token, card["id"])


def _month(customers: list[Customer], goods: list[Json]) -> list[Json]:
    """Orders of every day before today; more of them at weekends, and of what stands first."""
    today, numbers = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0), count(1001)
    orders = []
    for age in range(DAYS, 0, -1):
        day = today - timedelta(days=age)
        for place in range(1 + age * 7 % 4 + (2 if day.weekday() >= 5 else 0)):
            customer, product = customers[(age + place) % len(customers)], goods[age * place % len(goods)]
            orders.append(_sale(str(next(numbers)), customer, product, day + timedelta(minutes=93 * place), age))
    return orders


def _sale(number: str, customer: Customer, product: Json, at: datetime, age: int) -> Json:
    """One piece, paid by card and, after two days, delivered."""
    line = {"product_id": product["id"], "variant_id": product["variant_id"], "title": product["title"]}
    return {
        "id": number,
        "customer_id": customer.id,
        "status": "delivered" if age > 2 else "processed",
        "address": customer.address,
        "lines": [line | {"unit_price": product["price"]}],
        "fulfilments": [{"variant_ids": [product["variant_id"]]}],
        "payments": [{"type": "payment", "amount": product["price"], "payment_method_id": customer.card}],
        "placed_at": at.isoformat(),
    }
