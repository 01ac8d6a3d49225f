"""Cancelling: only what is exactly pending, everything back, once."""

import asyncio

import pytest

from order_service.tests.shop import Shop


async def test_a_cancelled_order_gives_money_and_stock_back(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = (await shopper.buy(variant, 3)).json()
    answer = await shopper.cancel(order["id"], "ordered by mistake")
    assert answer.status_code == 201, answer.text
    cancelled = answer.json()
    assert (cancelled["status"], cancelled["payment_status"]) == ("cancelled", "refunded")
    assert (cancelled["cancel_reason"], cancelled["number"]) == ("ordered by mistake", "1001")
    assert [(entry["type"], entry["amount"]) for entry in cancelled["ledger"]] == [
        ("payment", order["total"]),
        ("refund", order["total"]),
    ]
    assert await shop.stock(variant) == (10, 0)
    assert len(await shop.events("order.cancelled")) == 1
    assert len(await shop.events("payment.refunded")) == 1


async def test_an_order_is_cancelled_once(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = (await shopper.buy(variant)).json()
    answers = await asyncio.gather(*(shopper.cancel(order["id"], key="key_1") for _ in range(10)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    other_key = await shopper.cancel(order["id"])
    assert (other_key.status_code, other_key.json()["code"]) == (409, "order_not_pending")
    assert await shop.stock(variant) == (10, 0)
    assert len(await shop.rows("test_provider_refunds")) == 1


@pytest.mark.parametrize("reason", ["changed my mind", "", None])
async def test_there_are_two_reasons_only(shop: Shop, reason: str) -> None:
    shopper = shop.shopper()
    order = (await shopper.buy(await shop.variant())).json()
    answer = await shopper.cancel(order["id"], reason)
    assert answer.status_code == 422
    assert (await shop.order(order["id"]))["status"] == "pending"


async def test_a_processed_order_stays(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = (await shopper.buy(variant)).json()
    async with shop.room.database.unit_of_work() as session:
        table = shop.room.database.metadata.tables["orders"]
        await session.execute(table.update().where(table.c.tenant_id == "default").values(status="processed"))
    answer = await shopper.cancel(order["id"])
    assert (answer.status_code, answer.json()["code"]) == (409, "order_not_pending")
    assert answer.json()["order_status"] == "processed"
    assert await shop.rows("refunds") == []
    assert await shop.stock(variant) == (9, 0)


async def test_a_foreign_order_is_not_there_and_staff_needs_the_permission(shop: Shop) -> None:
    order = (await shop.shopper("usr_ada").buy(await shop.variant())).json()
    assert (await shop.shopper("usr_bob").cancel(order["id"])).status_code == 404
    assert (await shop.shopper("usr_bob").cancel("ord_unknown")).status_code == 404
    support = shop.shopper("usr_support")
    support.bearer = shop.issuer.bearer("usr_support", roles=("support",), permissions=("orders:read",))
    assert (await support.cancel(order["id"])).json()["code"] == "missing_permission"
    manager = shop.shopper("usr_staff")
    manager.bearer = shop.staff
    assert (await manager.cancel(order["id"])).status_code == 201


async def test_a_refund_whose_answer_was_lost_is_given_once(shop: Shop) -> None:
    shopper = shop.shopper()
    order = (await shopper.buy(await shop.variant(), token="tok_refund_timeout")).json()
    answer = await shopper.cancel(order["id"])
    assert (answer.status_code, answer.json()["payment_status"]) == (201, "refund_pending")
    await shop.recover()
    after = await shop.order(order["id"])
    assert (after["status"], after["payment_status"], len(after["ledger"])) == ("cancelled", "refunded", 2)
    assert len(await shop.rows("test_provider_refunds")) == 1


async def test_stock_comes_back_once_product_service_does(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    order = (await shopper.buy(variant)).json()
    shop.network.refused.add("/internal/v1/restocks")
    assert (await shopper.cancel(order["id"])).status_code == 201
    assert await shop.stock(variant) == (9, 0)
    shop.network.refused.clear()
    await shop.recover()
    assert await shop.stock(variant) == (10, 0)
    assert (await shop.order(order["id"]))["payment_status"] == "refunded"
