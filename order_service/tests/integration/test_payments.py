"""Every way a payment provider can behave ends in a paid order or in nothing at all."""

import pytest

from order_service.app.payments.test_provider import NotInProduction, TestProvider
from order_service.tests.shop import Shop


async def states(shop: Shop) -> list[str]:
    return [payment["state"] for payment in await shop.rows("test_provider_payments")]


@pytest.mark.parametrize("token", ["tok_approve", "tok_charge_timeout"])
async def test_what_was_charged_is_an_order_also_when_the_answer_was_lost(shop: Shop, token: str) -> None:
    variant = await shop.variant()
    answer = await shop.shopper().buy(variant, token=token)
    assert answer.status_code == 201, answer.text
    assert await states(shop) == ["captured"]
    assert await shop.stock(variant) == (9, 0)


@pytest.mark.parametrize(
    ("token", "code", "provider_states"),
    [
        ("tok_decline", "payment_declined", ["declined"]),
        ("tok_decline_capture", "payment_declined", ["declined"]),
        ("tok_timeout", "payment_timeout", ["voided"]),
    ],
)
async def test_a_payment_that_fails_leaves_nothing(
    shop: Shop, token: str, code: str, provider_states: list[str]
) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    answer = await shopper.buy(variant, token=token)
    assert (answer.status_code, answer.json()["code"]) == (402, code)
    assert await states(shop) == provider_states
    assert await shop.stock(variant) == (10, 0)
    order = await shop.order(answer.json()["order_id"])
    assert (order["checkout_state"], order["payment_status"], order["ledger"]) == ("refused", "unpaid", [])
    assert (await shopper.call("GET", "/api/v1/carts/current")).json()["status"] == "open"
    assert await shop.events("order.placed") == []
    assert await shop.rows("order_mails") == []


async def test_a_late_payment_is_waited_for(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 1))
    answer = await shopper.check_out(cart, "tok_late", key="key_1")
    assert (answer.status_code, answer.json()["checkout_state"]) == (202, "placing")
    assert await shop.stock(variant) == (10, 1)
    order_id = answer.json()["id"]
    other_key = await shopper.check_out(cart)
    assert (other_key.json()["code"], other_key.json()["order_id"]) == ("already_ordered", order_id)
    assert (await shopper.cancel(order_id)).json()["code"] == "checkout_in_progress"
    await shop.recover(5)
    assert (await shop.order(order_id))["checkout_state"] == "placing"
    await shop.recover(40)
    order = await shop.order(order_id)
    assert (order["checkout_state"], order["payment_status"], order["number"]) == ("placed", "paid", "1001")
    assert await states(shop) == ["captured"]
    assert await shop.stock(variant) == (9, 0)


async def test_what_stays_unknown_is_reviewed_by_staff_and_ends_when_the_provider_speaks(shop: Shop) -> None:
    variant = await shop.variant()
    shopper = shop.shopper()
    answer = await shopper.buy(variant, token="tok_silent_capture")
    assert answer.status_code == 202
    order_id = answer.json()["id"]
    await shop.recover(30)
    assert (await shop.order(order_id))["checkout_state"] == "placing"
    await shop.recover(200)
    order = await shop.order(order_id)
    assert (order["checkout_state"], order["payment_status"]) == ("payment_review", "unclear")
    assert [found["id"] for found in await shop.orders(checkout_state="payment_review")] == [order_id]
    assert (await shopper.cancel(order_id)).json()["code"] == "checkout_in_progress"
    assert (await shopper.call("POST", "/api/v1/carts")).status_code == 201  # shopping goes on
    async with shop.room.database.unit_of_work() as session:
        table = shop.room.database.metadata.tables["test_provider_payments"]
        await session.execute(table.update().where(table.c.tenant_id == "default").values(token="tok_approve"))
    await shop.recover(100)
    order = await shop.order(order_id)
    assert (order["checkout_state"], order["payment_status"]) == ("placed", "paid")
    assert await states(shop) == ["captured"]
    assert len(order["ledger"]) == 1


async def test_a_silent_authorisation_is_called_off_in_the_end(shop: Shop) -> None:
    variant = await shop.variant()
    answer = await shop.shopper().buy(variant, token="tok_silent")
    assert answer.status_code == 202
    await shop.recover(200)
    order = await shop.order(answer.json()["id"])
    assert order["checkout_state"] == "payment_review"
    async with shop.room.database.unit_of_work() as session:
        table = shop.room.database.metadata.tables["test_provider_payments"]
        await session.execute(table.update().where(table.c.tenant_id == "default").values(token="tok_approve"))
    await shop.recover(100)
    order = await shop.order(answer.json()["id"])
    assert order["checkout_state"] in ("placed", "refused")
    expected = {"placed": (["captured"], (9, 0)), "refused": (["voided"], (10, 0))}[order["checkout_state"]]
    assert (await states(shop), await shop.stock(variant)) == expected


def test_the_test_provider_refuses_production() -> None:
    with pytest.raises(NotInProduction, match="ENV=production"):
        TestProvider(None, None, env="production", timeout=1, late=1)  # type: ignore[arg-type]
