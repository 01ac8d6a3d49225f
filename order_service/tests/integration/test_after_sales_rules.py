"""Near-valid calls by the hundred, against a second writing of the rules: no difference in answers, orders or cards."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from common.config import private_file
from common.ids import new_id
from common.security.tokens import new_private_key
from order_service.tests.retail_model import Refused, RetailModel
from tests.support.suite import InProcessSuite
from user_service.tests.conftest import People, Person

Json = dict[str, Any]
ADDRESS = {"address1": "1 Elm St", "address2": "", "city": "Denver", "state": "CO", "zip": "80218", "country": "USA"}
PEOPLE, PRODUCTS, VARIANTS, STOCK = 4, 6, 5, 100_000
SEED = 20_261_121


@pytest.fixture(scope="module")
def private_key() -> bytes:
    return new_private_key()


class Retail:
    """A small shop in two writings: the running services, and the model."""

    def __init__(self, suite: InProcessSuite, seed: int) -> None:
        self.suite = suite
        self.dice = random.Random(seed)
        self.people = People(suite.users, suite.apps["user"].state.room)
        self.model = RetailModel({}, {}, {})
        self.tokens: dict[str, Person] = {}
        self.accepted, self.refused = 0, 0
        self.asked: dict[tuple[str, str], str] = {}

    async def open(self, orders: int) -> None:
        self.owner = await self.people.person("owner@shop.example", roles=("owner",))
        await self._products()
        for number in range(PEOPLE):
            await self._person(f"person{number}@mail.example")
        for start in range(0, orders, 50):
            await self._orders(range(start, min(start + 50, orders)))

    async def _products(self) -> None:
        items = []
        for place in range(PRODUCTS):
            variants = {
                f"i{place}{n}": {"price": self._price(), "stock": STOCK if self.dice.random() < 0.8 else 0}
                for n in range(VARIANTS)
            }
            self.model.products[f"p{place}"] = variants
            rows = [
                {
                    "id": item,
                    "options": [{"name": "colour", "value": item}],
                    "price": {"amount": variant["price"], "currency": "EUR"},
                    "quantity": variant["stock"],
                }
                for item, variant in variants.items()
            ]
            items.append({"id": f"p{place}", "title": f"Product {place}", "variants": rows})
        await self._imported(self.suite.products, "/api/v1/products/imports", items)

    async def _person(self, email: str) -> None:
        person = await self.people.person(email)
        self.tokens[person.id] = person
        wallet: Json = {}
        for kind in ("card", "paypal"):
            body = {"type": kind, "provider": "test", "token": "tok_approve"}
            answer = await self.suite.users.post("/api/v1/users/me/payment-methods", json=body, headers=person.bearer)
            wallet[answer.raise_for_status().json()["id"]] = None
        for balance in (self.dice.randint(0, 2_000), 80_000):
            body = {"balance": {"amount": balance, "currency": "EUR"}, "owner_id": person.id}
            headers = {**self.owner.bearer, "Idempotency-Key": new_id("key")}
            answer = await self.suite.users.post("/api/v1/gift-cards", json=body, headers=headers)
            wallet[answer.raise_for_status().json()["id"]] = balance
        self.model.users[person.id] = wallet

    async def _orders(self, numbers: range) -> None:
        items = []
        for number in numbers:
            order_id, user = f"#F{number}", self.dice.choice(list(self.model.users))
            status = self.dice.choices(("pending", "delivered", "processed", "cancelled"), (10, 8, 1, 1))[0]
            pieces = [self._piece() for _ in range(self.dice.randint(1, 5))]
            method, total = self.dice.choice(list(self.model.users[user])), sum(piece["price"] for piece in pieces)
            moved = [("payment", total, method)] + ([("refund", total, method)] if status == "cancelled" else [])
            self.model.orders[order_id] = {
                "user": user,
                "status": status,
                "items": pieces,
                "history": moved,
                "asked": None,
                "address": dict(ADDRESS),
            }
            items.append(self._as_imported(order_id))
        await self._imported(self.suite.orders, "/api/v1/orders/imports", items)

    def _piece(self) -> Json:
        product = self.dice.choice(list(self.model.products))
        item = self.dice.choice(list(self.model.products[product]))
        return {"item": item, "product": product, "price": self._price()}

    def _price(self) -> int:
        return self.dice.randint(500, 30_000)

    def _as_imported(self, order_id: str) -> Json:
        order = self.model.orders[order_id]
        lines = [
            {
                "product_id": piece["product"],
                "variant_id": piece["item"],
                "title": piece["product"],
                "unit_price": {"amount": piece["price"], "currency": "EUR"},
            }
            for piece in order["items"]
        ]
        sent = order["status"] in ("delivered", "processed")
        parcels = [{"variant_ids": [piece["item"] for piece in order["items"]]}] if sent else []
        payments = [
            {"type": kind, "amount": {"amount": amount, "currency": "EUR"}, "payment_method_id": method}
            for kind, amount, method in order["history"]
        ]
        made = {"id": order_id, "customer_id": order["user"], "status": order["status"], "address": ADDRESS}
        return {**made, "lines": lines, "fulfilments": parcels, "payments": payments}

    async def _imported(self, client: httpx.AsyncClient, path: str, items: list[Json]) -> None:
        answer = await client.post(path, json={"items": items}, headers=self.owner.bearer)
        assert answer.raise_for_status().json()["rejected"] == [], answer.text

    async def step(self) -> None:
        """One call to both; twice or at the same time as often as not, since that must make no difference."""
        name = self.dice.choices(list(_CALLS), [weight for weight, _ in _CALLS.values()])[0]
        user, order_id, method, path, body, judge = _CALLS[name][1](self)
        told = json.dumps([name, user, order_id, body])
        try:
            judge()
            expected = True
        except Refused:
            expected = False
        headers = {**self._person_of(user).bearer, "Idempotency-Key": new_id("key")}
        address = f"/api/v1/orders/{quote(order_id, safe='')}/{path}"
        calls = [self._call(method, address, body, headers) for _ in range(self.dice.choice((1, 1, 1, 2)))]
        answers = await asyncio.gather(*calls)
        assert len({answer.text for answer in answers}) == 1 or not expected, told
        for answer in answers:
            assert answer.status_code in ((200, 201) if expected else (402, 404, 409, 422)), (told, answer.text)
        self.accepted, self.refused = self.accepted + expected, self.refused + (not expected)
        if order_id in self.model.orders:
            await self._compare(order_id, told)

    def asked_of(self, order_id: str, kind: str) -> str:
        """The id of the order's latest return or exchange."""
        return self.asked.get((order_id, kind), "unknown")

    async def _call(self, method: str, path: str, body: Json, headers: Json) -> httpx.Response:
        return await self.suite.orders.request(method, path, json=body, headers=headers)

    def _person_of(self, user: str) -> Person:
        return self.owner if user == "staff" else self.tokens[user]

    async def _compare(self, order_id: str, told: str) -> None:
        order = self.model.orders[order_id]
        bearer = self.tokens[order["user"]].bearer
        shown = (await self._call("GET", f"/api/v1/orders/{quote(order_id, safe='')}", {}, bearer)).json()
        assert shown["status"] == order["status"], told
        for kind in ("return", "exchange"):
            for row in shown[f"{kind}s"]:
                self.asked[order_id, kind] = row["id"]
        assert _pieces_of(shown) == sorted((piece["item"], piece["price"]) for piece in order["items"]), told
        assert _sums_of_ledger(shown) == _sums(order["history"]), told
        assert {name: shown["address"].get(name, "") for name in ADDRESS} == order["address"], told
        assert shown["total"]["amount"] == sum(piece["price"] for piece in order["items"]), told
        held = sum(amount if kind == "payment" else -amount for kind, amount, _ in order["history"])
        assert shown["refundable"]["amount"] == held, told
        answer = await self.suite.users.get("/api/v1/users/me/payment-methods", params={"limit": 100}, headers=bearer)
        wallet = {each["id"]: each.get("balance") for each in answer.json()["items"]}
        for method, balance in self.model.users[order["user"]].items():
            if balance is not None:
                assert wallet[method]["amount"] == balance, told


def _pieces_of(shown: Json) -> list[tuple[str, int]]:
    return sorted(
        (line["variant_id"], line["unit_price"]["amount"]) for line in shown["lines"] for _ in range(line["quantity"])
    )


def _sums_of_ledger(shown: Json) -> dict[tuple[str, str], int]:
    return _sums([(each["type"], each["amount"]["amount"], each["payment_method_id"]) for each in shown["ledger"]])


def _sums(history: list[tuple[str, int, str]]) -> dict[tuple[str, str], int]:
    """A refund may come in two parts, of what a means paid and a credit for the rest."""
    found: dict[tuple[str, str], int] = {}
    for kind, amount, method in history:
        found[kind, method] = found.get((kind, method), 0) + amount
    return found


Call = tuple[str, str, str, str, Json, Callable[[], None]]


def _whose(retail: Retail, *statuses: str) -> tuple[str, str, Json]:
    """(caller, order, the order): mostly a fitting one of the caller's own."""
    dice, orders = retail.dice, retail.model.orders
    fitting = [order_id for order_id, order in orders.items() if order["status"] in statuses]
    order_id = dice.choice(fitting if fitting and dice.random() < 0.85 else list(orders))
    order = orders[order_id]
    user = order["user"] if dice.random() < 0.97 else dice.choice(list(retail.model.users))
    return user, "#unknown" if dice.random() < 0.01 else order_id, order


def _method(retail: Retail, order: Json) -> str:
    dice, users = retail.dice, retail.model.users
    owner = order["user"] if dice.random() < 0.95 else dice.choice(list(users))
    return "pm_unknown" if dice.random() < 0.02 else str(dice.choice(list(users[owner])))


def _items(retail: Retail, order: Json) -> list[str]:
    dice = retail.dice
    items = dice.sample([piece["item"] for piece in order["items"]], dice.randint(1, len(order["items"])))
    if dice.random() < 0.08:
        items.append(dice.choice(items))
    if dice.random() < 0.05:
        items.append(retail._piece()["item"])
    return items


def _swapped(retail: Retail, order: Json) -> list[tuple[str, str]]:
    dice = retail.dice
    swaps = []
    for item in _items(retail, order):
        product = f"p{item[1]}" if dice.random() < 0.96 else dice.choice(list(retail.model.products))
        sold = retail.model.products[product]
        good = [item for item, variant in sold.items() if variant["stock"]] or list(sold)
        swaps.append((item, dice.choice(good if dice.random() < 0.93 else list(sold))))
    return swaps


def _cancel(retail: Retail) -> Call:
    user, order_id, _ = _whose(retail, "pending")
    reason = retail.dice.choices(("no longer needed", "ordered by mistake", "too dear"), (5, 5, 1))[0]
    return (
        user,
        order_id,
        "POST",
        "cancellation",
        {"reason": reason},
        lambda: retail.model.cancel(user, order_id, reason),
    )


def _address(retail: Retail) -> Call:
    user, order_id, _ = _whose(retail, "pending", "pending (item modified)")
    address = {
        **ADDRESS,
        "address1": f"{retail.dice.randint(1, 999)} Oak Rd",
        "address2": retail.dice.choice(("", "B")),
    }
    if retail.dice.random() < 0.1:
        del address[retail.dice.choice(list(address))]
    return user, order_id, "PUT", "address", address, lambda: retail.model.change_address(user, order_id, address)


def _payment(retail: Retail) -> Call:
    user, order_id, order = _whose(retail, "pending")
    method = _method(retail, order)
    body = {"payment_method_id": method}
    return user, order_id, "POST", "payment-change", body, lambda: retail.model.change_payment(user, order_id, method)


def _change_items(retail: Retail) -> Call:
    user, order_id, order = _whose(retail, "pending")
    swaps, method = _swapped(retail, order), _method(retail, order)
    body = {"swaps": [{"from": old, "to": new} for old, new in swaps], "payment_method_id": method}
    judge = retail.model.change_items
    return user, order_id, "POST", "item-changes", body, lambda: judge(user, order_id, swaps, method)


def _return(retail: Retail) -> Call:
    user, order_id, order = _whose(retail, "delivered")
    items, method = _items(retail, order), _method(retail, order)
    if retail.dice.random() < 0.4:
        method = order["history"][0][2]
    judge = retail.model.ask_return
    body = {"items": items, "refund_to": method}
    return user, order_id, "POST", "returns", body, lambda: judge(user, order_id, items, method)


def _exchange(retail: Retail) -> Call:
    user, order_id, order = _whose(retail, "delivered")
    swaps, method = _swapped(retail, order), _method(retail, order)
    body = {"swaps": [{"from": old, "to": new} for old, new in swaps], "payment_method_id": method}
    judge = retail.model.ask_exchange
    return user, order_id, "POST", "exchanges", body, lambda: judge(user, order_id, swaps, method)


def _decided(kind: str, verb: str) -> Callable[[Retail], Call]:
    def call(retail: Retail) -> Call:
        _, order_id, _ = _whose(retail, f"{kind} requested")
        order_id = order_id if order_id in retail.model.orders else next(iter(retail.model.orders))
        row = retail.asked_of(order_id, kind)
        body = {"reason": "It was used."} if verb == "rejection" else {}
        judges = {
            "receipt": lambda: retail.model.receive_return(order_id),
            "completion": lambda: retail.model.complete_exchange(order_id),
            "rejection": lambda: retail.model.reject(order_id, kind),
        }
        return "staff", order_id, "POST", f"{kind}s/{row}/{verb}", body, judges[verb]

    return call


_CALLS: dict[str, tuple[int, Callable[[Retail], Call]]] = {
    "cancel": (3, _cancel),
    "address": (3, _address),
    "payment": (4, _payment),
    "items": (6, _change_items),
    "return": (4, _return),
    "exchange": (4, _exchange),
    "receipt": (2, _decided("return", "receipt")),
    "return rejection": (1, _decided("return", "rejection")),
    "completion": (2, _decided("exchange", "completion")),
    "exchange rejection": (1, _decided("exchange", "rejection")),
}


@pytest.fixture
async def suite(make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes) -> AsyncIterator[InProcessSuite]:
    private_file(tmp_path / "keys" / "access_tokens.pem", lambda: private_key)
    async with InProcessSuite(make_settings, ("user", "product", "order")) as running:
        yield running


async def _play(suite: InProcessSuite, calls: int, orders: int) -> None:
    retail = Retail(suite, SEED)
    await retail.open(orders)
    for _ in range(calls):
        await retail.step()
    assert retail.accepted > calls // 4
    assert retail.refused > calls // 8


@pytest.mark.timeout(600)
async def test_the_shop_and_the_model_agree_call_by_call(suite: InProcessSuite) -> None:
    await _play(suite, 250, 60)


@pytest.mark.slow
@pytest.mark.timeout(3600)
async def test_the_shop_and_the_model_agree_for_five_thousand_calls(suite: InProcessSuite) -> None:
    await _play(suite, 5_000, 600)
