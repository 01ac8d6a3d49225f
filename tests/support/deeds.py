"""What people do in a shop that takes more than one step, made ready so that only its last request is to be sent."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.support.disasters import Disasters, Send
from tests.support.open_shop import Customer, Json, OpenShop, Person, Staff


@dataclass
class Deed:
    """`expected` are the clear answers."""

    send: Send
    expected: frozenset[int] = frozenset({201})


@dataclass
class Stage:
    """`customer` has two saved cards; `cheap` and `dear` are variants of one product."""

    shop: OpenShop
    staff: Staff
    customer: Customer
    cards: tuple[str, str]
    cheap: str
    dear: str
    disasters: Disasters

    @property
    def variants(self) -> list[str]:
        return [self.cheap, self.dear]


async def set_stage(shop: OpenShop) -> Stage:
    staff, customer = await shop.staff(), await shop.newcomer()
    cards = [await customer.card(), await customer.card()]
    cheap, dear = await staff.choices(4900, 5900, quantity=10_000)
    return Stage(shop, staff, customer, (cards[0], cards[1]), cheap, dear, Disasters(shop.suite))


async def purchase(stage: Stage, token: str = "tok_approve", expected: int = 201) -> Deed:
    customer = await stage.shop.guest()
    payment = {"provider": "test", "token": token}
    wish = customer.wish(await customer.cart((stage.cheap, 1)), payment=payment)
    key = str(uuid4())
    return Deed(lambda: customer.check_out(wish, key), frozenset({expected}))


async def declined_purchase(stage: Stage) -> Deed:
    return await purchase(stage, "tok_decline", 402)


async def cancellation(stage: Stage) -> Deed:
    customer = await stage.shop.guest()
    order = await customer.buy(stage.cheap)
    return posted(customer, order, "cancellation", {"reason": "no longer needed"})


async def refund(stage: Stage) -> Deed:
    customer = await stage.shop.guest()
    order = await customer.buy(stage.cheap, 2)
    line = {"line_id": order["lines"][0]["id"], "quantity": 1}
    return posted(stage.staff, order, "refunds", {"lines": [line], "restock": True, "reason": "scratched"})


async def payment_change(stage: Stage) -> Deed:
    order = await _bought(stage, stage.cheap)
    return posted(stage.customer, order, "payment-change", {"payment_method_id": stage.cards[1]})


async def dearer_items(stage: Stage) -> Deed:
    order = await _bought(stage, stage.cheap)
    return posted(stage.customer, order, "item-changes", _swap(stage, stage.cheap, stage.dear))


async def cheaper_items(stage: Stage) -> Deed:
    order = await _bought(stage, stage.dear)
    return posted(stage.customer, order, "item-changes", _swap(stage, stage.dear, stage.cheap))


async def return_received(stage: Stage) -> Deed:
    order = await _delivered(stage, stage.cheap)
    asked = await posted(stage.customer, order, "returns", {"items": [stage.cheap]}).send()
    return_id = asked.raise_for_status().json()["returns"][0]["id"]
    return posted(stage.staff, order, f"returns/{return_id}/receipt", {})


async def exchange_completed(stage: Stage) -> Deed:
    order = await _delivered(stage, stage.cheap)
    asked = await posted(stage.customer, order, "exchanges", _swap(stage, stage.cheap, stage.dear)).send()
    exchange_id = asked.raise_for_status().json()["exchanges"][0]["id"]
    return posted(stage.staff, order, f"exchanges/{exchange_id}/completion", {})


SALES: dict[str, Callable[[Stage], Awaitable[Deed]]] = {
    "purchase": purchase,
    "declined purchase": declined_purchase,
    "cancellation": cancellation,
    "refund": refund,
}
AFTER_SALES: dict[str, Callable[[Stage], Awaitable[Deed]]] = {
    "payment change": payment_change,
    "dearer items": dearer_items,
    "cheaper items": cheaper_items,
    "return": return_received,
    "exchange": exchange_completed,
}
DEEDS = SALES | AFTER_SALES


def posted(person: Person, order: Json, path: str, body: Any) -> Deed:
    """A POST under an order, with one key however often it is sent."""
    headers = {"Idempotency-Key": str(uuid4())}
    return Deed(lambda: person.call("POST", "order", f"/api/v1/orders/{order['id']}/{path}", body, headers))


async def _bought(stage: Stage, variant: str) -> Json:
    customer = stage.customer
    cart = await customer.cart((variant, 1))
    answer = await customer.check_out(customer.wish(cart, payment=None, payment_method_id=stage.cards[0]))
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def _delivered(stage: Stage, variant: str) -> Json:
    order = await _bought(stage, variant)
    sent = await posted(stage.staff, order, "fulfilments", {}).send()
    parcel = sent.raise_for_status().json()["fulfilments"][0]["id"]
    answer = await posted(stage.staff, order, f"fulfilments/{parcel}/delivered", None).send()
    return dict(answer.raise_for_status().json())


def _swap(stage: Stage, old: str, new: str) -> Json:
    return {"swaps": [{"from": old, "to": new}], "payment_method_id": stage.cards[1]}
