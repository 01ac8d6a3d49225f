"""Goods come back: nothing moves before they are received, then the money does, once."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from common.clock import utc_now
from order_service.tests.shop import Shop, Shopper

Json = dict[str, Any]
BY_CARD = {"payment": None, "payment_method_id": "pm_ada"}


async def asked(shopper: Shopper, order: Json, *items: str, to: str | None = None, key: str | None = None) -> Any:
    return await shopper.after_sales(order["id"], "returns", {"items": list(items), "refund_to": to}, key)


def money_of(order: Json) -> list[tuple[str, int, str | None]]:
    return [(entry["type"], entry["amount"]["amount"], entry["payment_method_id"]) for entry in order["ledger"]]


async def test_nothing_moves_before_the_goods_are_received_then_it_does(shop: Shop) -> None:
    variant = await shop.variant(price=4900)
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((variant, 3), **BY_CARD)
    answer = await asked(shopper, order, order["lines"][0]["id"], variant)
    assert answer.status_code == 201, answer.text
    requested = answer.json()
    assert (requested["status"], requested["ledger"]) == ("return requested", order["ledger"])
    [wanted] = requested["returns"]
    assert (wanted["state"], wanted["lines"][0]["quantity"], wanted["amount"]["amount"]) == ("requested", 2, 9800)
    assert await shop.stock(variant) == (7, 0)
    assert (await shop.order(order["id"]))["actions"] == ["returns/receipt", "returns/rejection", "refunds"]

    received = await staff.after_sales(order["id"], f"returns/{wanted['id']}/receipt", {}, "key_1")
    assert received.status_code == 201, received.text
    after = received.json()
    assert (after["status"], after["payment_status"]) == ("delivered", "partially_refunded")
    assert money_of(after)[1:] == [("refund", 9800, "pm_ada")]
    assert (after["refunded"]["amount"], after["lines"][0]["refunded"]) == (9800, 2)
    assert (after["returns"][0]["state"], after["returns"][0]["settled"]) == ("received", True)
    assert await shop.stock(variant) == (9, 0)
    again = await staff.after_sales(order["id"], f"returns/{wanted['id']}/receipt", {}, "key_1")
    assert again.text == received.text
    other_key = await staff.after_sales(order["id"], f"returns/{wanted['id']}/receipt", {})
    assert (other_key.status_code, other_key.json()["code"]) == (409, "nothing_requested")
    second = await asked(shopper, order, variant)
    assert (second.status_code, second.json()["code"]) == (409, "already_requested")
    assert len(await shop.rows("test_provider_refunds")) == 1


async def test_only_what_came_is_paid_back_and_only_what_is_whole_goes_on_the_shelf(shop: Shop) -> None:
    variant = await shop.variant(price=4900)
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((variant, 3))
    wanted = (await asked(shopper, order, variant, variant, variant)).json()["returns"][0]
    line, path = order["lines"][0]["id"], f"returns/{wanted['id']}/receipt"
    too_many = await staff.after_sales(order["id"], path, {"lines": [{"line_id": line, "quantity": 4}]})
    assert (too_many.status_code, too_many.json()["code"]) == (409, "not_announced")
    came = {"lines": [{"line_id": line, "quantity": 2, "restocked": 1}]}
    after = (await staff.after_sales(order["id"], path, came)).json()
    assert (after["refunded"]["amount"], after["lines"][0]["refunded"], after["lines"][0]["restocked"]) == (9800, 2, 1)
    assert await shop.stock(variant) == (8, 0)


async def test_a_rejected_return_leaves_the_order_as_it_was(shop: Shop) -> None:
    variant = await shop.variant()
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((variant, 1))
    wanted = (await asked(shopper, order, variant)).json()["returns"][0]
    path = f"returns/{wanted['id']}/rejection"
    after = (await staff.after_sales(order["id"], path, {"reason": "It was used."})).json()
    assert (after["status"], after["ledger"], after["returns"][0]["reason"]) == (
        "delivered",
        order["ledger"],
        "It was used.",
    )
    assert await shop.stock(variant) == (9, 0)
    assert (await asked(shopper, order, variant)).status_code == 201
    assert (await shopper.after_sales(order["id"], path, {"reason": "me too"})).json()["code"] == "missing_permission"


@pytest.mark.parametrize(
    ("items", "to", "status", "code"),
    [
        (["var"] * 3, None, 409, "too_many_pieces"),
        (["unknown"], None, 409, "unknown_piece"),
        (["var"], "pm_other", 409, "wrong_refund_method"),
        (["var"], "pm_bob", 404, "unknown_payment_method"),
        ([], None, 422, "invalid_input"),
    ],
)
async def test_a_refusal_changes_nothing(shop: Shop, items: list[str], to: str | None, status: int, code: str) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = await shopper.delivered((variant, 2), **BY_CARD)
    answer = await asked(shopper, order, *(variant if item == "var" else item for item in items), to=to)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    after = await shop.order(order["id"])
    assert (after["status"], after["returns"], after["ledger"]) == ("delivered", [], order["ledger"])


async def test_only_what_was_delivered_comes_back_and_only_to_its_own_customer(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    pending = (await shopper.buy(variant)).json()
    assert (await asked(shopper, pending, variant)).json()["code"] == "order_not_delivered"
    delivered = await shopper.delivered((variant, 1))
    assert (await asked(shop.shopper("usr_bob"), delivered, variant)).status_code == 404


async def test_of_rivals_one_wins_and_a_repeated_wish_is_one(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = await shopper.delivered((variant, 2))
    answers = await asyncio.gather(
        *(asked(shopper, order, variant, key="key_1") for _ in range(3)),
        *(asked(shopper, order, variant) for _ in range(3)),
    )
    assert sorted(answer.status_code for answer in answers) in ([201] * 3 + [409] * 3, [201] + [409] * 5)
    assert len((await shop.order(order["id"]))["returns"]) == 1


@pytest.mark.parametrize("step", ["return received", "refund answered", "refunded", "restocked"])
async def test_killed_while_the_goods_are_received_money_and_stock_move_once(shop: Shop, step: str) -> None:
    variant = await shop.variant(price=4900)
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((variant, 2))
    wanted = (await asked(shopper, order, variant)).json()["returns"][0]
    path = f"returns/{wanted['id']}/receipt"
    shop.checkpoints.deadly = step
    assert (await staff.after_sales(order["id"], path, {}, "key_1")).status_code == 500
    shop.checkpoints.deadly = None
    await shop.recover()
    after = (await staff.after_sales(order["id"], path, {}, "key_1")).json()
    assert (after["payment_status"], after["refunded"]["amount"], len(after["ledger"])) == (
        "partially_refunded",
        4900,
        2,
    )
    assert await shop.stock(variant) == (9, 0)
    assert len(await shop.rows("test_provider_refunds")) == 1


async def test_what_the_staff_refunded_meanwhile_is_not_paid_twice(shop: Shop) -> None:
    variant = await shop.variant(price=4900)
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((variant, 1))
    wanted = (await asked(shopper, order, variant)).json()["returns"][0]
    refunded = {"reason": "kindness", "lines": [{"line_id": order["lines"][0]["id"], "quantity": 1}]}
    assert (await staff.after_sales(order["id"], "refunds", refunded)).status_code == 201
    after = (await staff.after_sales(order["id"], f"returns/{wanted['id']}/receipt", {})).json()
    assert (after["refunded"]["amount"], len(after["ledger"]), after["returns"][0]["amount"]["amount"]) == (4900, 2, 0)
    assert await shop.stock(variant) == (10, 0)


async def test_it_is_too_late_once_the_shops_days_are_over(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = await shopper.delivered((variant, 1))
    assert order["return_until"] is not None
    table = shop.room.database.metadata.tables["orders"]
    async with shop.room.database.unit_of_work() as session:
        past = utc_now() - timedelta(seconds=1)
        await session.execute(table.update().where(table.c.tenant_id == "default").values(return_until=past))
    answer = await asked(shopper, order, variant)
    assert (answer.status_code, answer.json()["code"]) == (409, "return_window_over")
    assert (await shop.order(order["id"]))["actions"] == ["refunds"]
