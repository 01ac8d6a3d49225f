"""Other variants for delivered goods: agreed first, then lines, money and stock change at once."""

from typing import Any

import pytest

from order_service.tests.shop import Shop, Shopper

Json = dict[str, Any]
BY_CARD = {"payment": None, "payment_method_id": "pm_ada"}


async def asked(
    shopper: Shopper, order: Json, *swaps: tuple[str, str], method: str | None = None, key: str | None = None
) -> Any:
    wanted = {"swaps": [{"from": old, "to": new} for old, new in swaps], "payment_method_id": method}
    return await shopper.after_sales(order["id"], "exchanges", wanted, key)


def money_of(order: Json) -> list[tuple[str, int, str | None]]:
    return [(entry["type"], entry["amount"]["amount"], entry["payment_method_id"]) for entry in order["ledger"]]


@pytest.mark.parametrize("prices", [(4900, 5900), (5900, 4900), (4900, 4900)])
async def test_nothing_moves_before_it_is_completed_then_all_does(shop: Shop, prices: tuple[int, int]) -> None:
    one, other = await shop.choices(*prices)
    difference = prices[1] - prices[0]
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((one, 2), **BY_CARD)
    answer = await asked(shopper, order, (one, other), method="pm_other")
    assert answer.status_code == 201, answer.text
    requested = answer.json()
    assert (requested["status"], requested["ledger"], requested["lines"]) == (
        "exchange requested",
        order["ledger"],
        order["lines"],
    )
    [wanted] = requested["exchanges"]
    assert (wanted["state"], wanted["difference"]["amount"]) == ("requested", difference)
    assert (await shop.stock(one), await shop.stock(other)) == ((8, 0), (10, 0))

    await shop.reprice(other, 7000)  # what was agreed stands
    path = f"exchanges/{wanted['id']}/completion"
    completed = await staff.after_sales(order["id"], path, {}, "key_1")
    assert completed.status_code == 201, completed.text
    after = completed.json()
    assert (after["status"], after["payment_status"], after["exchanges"][0]["state"]) == (
        "delivered",
        "paid",
        "completed",
    )
    assert [(line["variant_id"], line["quantity"], line["fulfilled"]) for line in after["lines"]] == [
        (one, 1, 1),
        (other, 1, 1),
    ]
    assert after["total"]["amount"] == order["total"]["amount"] + difference
    moved = [("payment" if difference > 0 else "refund", abs(difference), "pm_other")] if difference else []
    assert money_of(after)[1:] == moved
    assert (await shop.stock(one), await shop.stock(other)) == ((9, 0), (9, 0))
    assert (await staff.after_sales(order["id"], path, {}, "key_1")).text == completed.text
    assert (await staff.after_sales(order["id"], path, {})).json()["code"] == "nothing_requested"
    for again in (
        await asked(shopper, order, (one, other)),
        await shopper.after_sales(order["id"], "returns", {"items": [one]}),
    ):
        assert (again.status_code, again.json()["code"]) == (409, "already_requested")


async def test_what_cannot_be_sold_again_stays_off_the_shelf(shop: Shop) -> None:
    one, other = await shop.choices(4900, 4900)
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((one, 1))
    wanted = (await asked(shopper, order, (one, other))).json()["exchanges"][0]
    path = f"exchanges/{wanted['id']}/completion"
    assert (await staff.after_sales(order["id"], path, {"restock": False})).status_code == 201
    assert (await shop.stock(one), await shop.stock(other)) == ((9, 0), (9, 0))


@pytest.mark.parametrize(
    ("swap", "method", "status", "code"),
    [
        ((0, 2), None, 409, "other_product"),
        ((1, 0), None, 409, "unknown_piece"),
        ((0, 1), "pm_bob", 404, "unknown_payment_method"),
        ((0, 3), None, 409, "out_of_stock"),
    ],
)
async def test_a_refusal_changes_nothing(
    shop: Shop, swap: tuple[int, int], method: str | None, status: int, code: str
) -> None:
    variants = [*await shop.choices(4900, 5900), await shop.variant(), "var_unknown"]
    shopper = shop.shopper()
    order = await shopper.delivered((variants[0], 1), **BY_CARD)
    answer = await asked(shopper, order, (variants[swap[0]], variants[swap[1]]), method=method)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    after = await shop.order(order["id"])
    assert (after["status"], after["exchanges"], after["ledger"]) == ("delivered", [], order["ledger"])


async def test_a_declined_or_rejected_exchange_moves_nothing(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((one, 1), **BY_CARD)
    wanted = (await asked(shopper, order, (one, other), method="pm_declines")).json()["exchanges"][0]
    path = f"exchanges/{wanted['id']}"
    declined = await staff.after_sales(order["id"], f"{path}/completion", {})
    assert (declined.status_code, declined.json()["code"]) == (402, "payment_declined")
    standing = await shop.order(order["id"])
    assert (standing["status"], standing["ledger"], standing["lines"]) == (
        "exchange requested",
        order["ledger"],
        order["lines"],
    )
    rejected = (await staff.after_sales(order["id"], f"{path}/rejection", {"reason": "No money."})).json()
    assert (rejected["status"], rejected["exchanges"][0]["reason"]) == ("delivered", "No money.")
    assert (await shop.stock(one), await shop.stock(other)) == ((9, 0), (10, 0))
    told = (await shopper.call("GET", f"/api/v1/orders/{order['id']}/timeline")).json()["items"]
    asked_for, refused = told[-2:]
    assert (asked_for["type"], asked_for["actor"]["kind"], asked_for["amount"]["amount"]) == (
        "exchange_requested",
        "customer",
        1000,
    )
    assert (refused["type"], refused["actor"], refused["reason"]) == (
        "exchange_rejected",
        {"kind": "staff", "id": None},
        "No money.",
    )


@pytest.mark.parametrize("step", ["begun", "held", "authorised", "committed", "captured", "placed", "restocked"])
async def test_killed_anywhere_it_is_completed_once(shop: Shop, step: str) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper, staff = shop.shopper(), shop.of_staff()
    order = await shopper.delivered((one, 1), **BY_CARD)
    wanted = (await asked(shopper, order, (one, other), method="pm_other")).json()["exchanges"][0]
    path = f"exchanges/{wanted['id']}/completion"
    shop.checkpoints.deadly = step
    assert (await staff.after_sales(order["id"], path, {}, "key_1")).status_code == 500
    shop.checkpoints.deadly = None
    await shop.recover()
    await shop.recover()
    after = (await staff.after_sales(order["id"], path, {}, "key_1")).json()
    assert (after["status"], after["exchanges"][0]["state"], money_of(after)[1:]) == (
        "delivered",
        "completed",
        [("payment", 1000, "pm_other")],
    )
    assert (await shop.stock(one), await shop.stock(other)) == ((10, 0), (9, 0))
