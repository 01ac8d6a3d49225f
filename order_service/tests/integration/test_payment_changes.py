"""Another of the customer's methods pays all of it, and the first one gets all of it back."""

import asyncio
from typing import Any

import pytest

from order_service.tests.shop import Shop, Shopper

Json = dict[str, Any]


async def bought(shopper: Shopper, shop: Shop) -> Json:
    cart = await shopper.cart((await shop.variant(), 1))
    answer = await shopper.check_out(cart, payment=None, payment_method_id="pm_ada")
    order: Json = answer.json()
    return order


async def changed(shopper: Shopper, order: Json, method: str, key: str | None = None) -> Any:
    return await shopper.after_sales(order["id"], "payment-change", {"payment_method_id": method}, key)


def money_of(order: Json) -> list[tuple[str, int, str | None]]:
    return [(entry["type"], entry["amount"]["amount"], entry["payment_method_id"]) for entry in order["ledger"]]


async def test_the_new_method_pays_and_the_old_one_is_refunded(shop: Shop) -> None:
    shopper = shop.shopper()
    order = await bought(shopper, shop)
    total = order["total"]["amount"]
    answer = await changed(shopper, order, "pm_other")
    assert answer.status_code == 201, answer.text
    after = answer.json()
    assert (after["status"], after["payment_status"], after["refunded"]["amount"]) == ("pending", "paid", 0)
    assert money_of(after) == [
        ("payment", total, "pm_ada"),
        ("payment", total, "pm_other"),
        ("refund", total, "pm_ada"),
    ]
    assert after["refundable"]["amount"] == total
    second = await changed(shopper, order, "pm_ada")
    assert (second.status_code, second.json()["code"]) == (409, "not_one_payment")


async def test_a_cancelled_order_gives_back_to_who_paid_in_the_end(shop: Shop) -> None:
    shopper = shop.shopper()
    order = await bought(shopper, shop)
    total = order["total"]["amount"]
    await changed(shopper, order, "pm_other")
    cancelled = (await shopper.cancel(order["id"])).json()
    assert (cancelled["payment_status"], cancelled["refunded"]["amount"]) == ("refunded", total)
    net: dict[str | None, int] = {}
    for kind, amount, method in money_of(cancelled):
        net[method] = net.get(method, 0) + (amount if kind == "payment" else -amount)
    assert net == {"pm_ada": 0, "pm_other": 0}
    assert money_of(cancelled)[3:] == [("refund", total, "pm_other")]


async def test_a_cancellation_leaves_the_old_refund_to_the_change_it_belongs_to(shop: Shop) -> None:
    shopper = shop.shopper()
    order = await bought(shopper, shop)
    shop.checkpoints.deadly = "placed"
    assert (await changed(shopper, order, "pm_other")).status_code == 500
    shop.checkpoints.deadly = None
    assert (await shopper.cancel(order["id"])).status_code == 201
    await shop.recover()
    await shop.recover()
    after = await shop.order(order["id"])
    assert (after["payment_status"], after["refunded"], len(after["ledger"])) == ("refunded", order["total"], 4)
    assert len(await shop.rows("test_provider_refunds")) == 2


@pytest.mark.parametrize(
    ("method", "status", "code"),
    [
        ("pm_ada", 409, "same_payment_method"),
        ("pm_bob", 404, "unknown_payment_method"),
        ("pm_declines", 402, "payment_declined"),
    ],
)
async def test_a_refusal_changes_nothing(shop: Shop, method: str, status: int, code: str) -> None:
    shopper = shop.shopper()
    order = await bought(shopper, shop)
    answer = await changed(shopper, order, method)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    after = await shop.order(order["id"])
    assert (after["ledger"], after["changes"], after["payment_status"]) == (order["ledger"], [], "paid")
    assert await shop.rows("refunds") == []


@pytest.mark.parametrize("step", ["begun", "authorised", "captured", "placed", "refund answered", "refunded"])
async def test_killed_anywhere_it_is_paid_once(shop: Shop, step: str) -> None:
    shopper = shop.shopper()
    order = await bought(shopper, shop)
    total = order["total"]["amount"]
    shop.checkpoints.deadly = step
    assert (await changed(shopper, order, "pm_other", "key_1")).status_code in (201, 500)
    shop.checkpoints.deadly = None
    await shop.recover()
    await shop.recover()
    after = await shop.order(order["id"])
    assert money_of(after) == [
        ("payment", total, "pm_ada"),
        ("payment", total, "pm_other"),
        ("refund", total, "pm_ada"),
    ]
    assert len(await shop.rows("test_provider_refunds")) == 1
    again = await changed(shopper, order, "pm_other", "key_1")
    assert (again.status_code, again.json()["ledger"]) == (201, after["ledger"])


async def test_of_rivals_one_wins(shop: Shop) -> None:
    shopper = shop.shopper()
    order = await bought(shopper, shop)
    answers = await asyncio.gather(*(changed(shopper, order, "pm_other") for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert len((await shop.order(order["id"]))["ledger"]) == 3
