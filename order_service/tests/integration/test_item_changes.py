"""Other variants of the same products, once: the difference, the totals, the stock, and nothing on a refusal."""

import asyncio
from typing import Any

import pytest

from order_service.tests.shop import Shop, Shopper

Json = dict[str, Any]


async def bought(shopper: Shopper, *lines: tuple[str, int], **changes: Any) -> Json:
    answer = await shopper.check_out(await shopper.cart(*lines), **changes)
    assert answer.status_code == 201, answer.text
    order: Json = answer.json()
    return order


def by_saved(method: str) -> Json:
    return {"payment": None, "payment_method_id": method}


def money_of(order: Json) -> list[tuple[str, int, str | None]]:
    return [(entry["type"], entry["amount"]["amount"], entry["payment_method_id"]) for entry in order["ledger"]]


async def test_the_difference_is_paid_and_stock_changes_places(shop: Shop) -> None:
    cheap, dear = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (cheap, 1), **by_saved("pm_ada"))
    answer = await shopper.swap(order["id"], (cheap, dear), method="pm_other")
    assert answer.status_code == 201, answer.text
    changed = answer.json()
    assert (changed["status"], changed["payment_status"]) == ("pending (item modified)", "paid")
    assert changed["total"]["amount"] == order["total"]["amount"] + 1000
    assert changed["subtotal"]["amount"] == 5900
    [line] = changed["lines"]
    assert (line["id"], line["variant_id"], line["quantity"]) == (order["lines"][0]["id"], dear, 1)
    assert (line["options"], line["unit_price"]["amount"]) == ({"Colour": "Colour 1"}, 5900)
    assert money_of(changed) == [
        ("payment", order["total"]["amount"], "pm_ada"),
        ("payment", 1000, "pm_other"),
    ]
    assert (await shop.stock(cheap), await shop.stock(dear)) == ((10, 0), (9, 0))
    [change] = changed["changes"]
    assert (change["kind"], change["state"], change["difference"]["amount"]) == ("items", "done", 1000)
    assert changed["refunded"]["amount"] == 0
    [news] = await shop.events("order.items_changed")
    assert news["data"]["swaps"] == [{"from_variant_id": cheap, "to_variant_id": dear}]


async def test_what_it_is_cheaper_by_goes_to_the_chosen_means(shop: Shop) -> None:
    cheap, dear = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (dear, 2), **by_saved("pm_ada"))
    changed = (await shopper.swap(order["id"], (dear, cheap), (dear, cheap), method="pm_other")).json()
    assert changed["total"]["amount"] == order["total"]["amount"] - 2000
    assert money_of(changed)[1:] == [("refund", 2000, "pm_other")]
    assert (changed["payment_status"], changed["refunded"]["amount"]) == ("paid", 0)
    assert [(row["amount"], row["token"]) for row in await shop.rows("test_provider_credits")] == [
        (2000, "tok_approve")
    ]
    assert await shop.rows("test_provider_refunds") == []
    assert changed["refundable"]["amount"] == changed["total"]["amount"]
    assert (await shop.stock(cheap), await shop.stock(dear)) == ((8, 0), (10, 0))


async def test_the_means_that_paid_gets_a_refund_of_its_payment(shop: Shop) -> None:
    cheap, dear = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (dear, 1))
    changed = (await shopper.swap(order["id"], (dear, cheap))).json()
    assert money_of(changed)[1:] == [("refund", 1000, None)]
    assert len(await shop.rows("test_provider_refunds")) == 1
    assert await shop.rows("test_provider_credits") == []


async def test_a_line_is_split_by_pieces(shop: Shop) -> None:
    first, second, third = await shop.choices(1000, 1200, 1000)
    shopper = shop.shopper()
    order = await bought(shopper, (first, 3))
    line = order["lines"][0]["id"]
    changed = (await shopper.swap(order["id"], (line, second), (first, third))).json()
    shown = [(each["variant_id"], each["quantity"], each["total"]["amount"]) for each in changed["lines"]]
    assert shown == [(first, 1, 1000), (second, 1, 1200), (third, 1, 1000)]
    assert changed["lines"][0]["id"] == line
    assert changed["total"]["amount"] == order["total"]["amount"] + 200
    assert sum(each["tax"]["amount"] for each in changed["lines"]) <= changed["tax"]["amount"]


async def test_nothing_moves_where_nothing_differs(shop: Shop) -> None:
    one, other = await shop.choices(4900, 4900)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 1))
    changed = (await shopper.swap(order["id"], (one, other))).json()
    assert (changed["status"], changed["total"], len(changed["ledger"])) == (
        "pending (item modified)",
        order["total"],
        1,
    )
    again = await bought(shopper, (one, 1))
    same = await shopper.swap(again["id"], (one, one))
    assert (same.status_code, same.json()["total"]) == (201, again["total"])


@pytest.mark.parametrize(
    ("swaps", "method", "status", "code"),
    [
        ([(0, 3)], None, 409, "other_product"),
        ([(0, 1), (0, 2), (0, 1)], None, 409, "too_many_pieces"),
        ([(3, 3)], None, 409, "unknown_piece"),
        ([(0, 2)], "pm_bob", 404, "unknown_payment_method"),
        ([(0, 2)], "pm_declines", 402, "payment_declined"),
        ([(0, 4)], None, 409, "out_of_stock"),
    ],
)
async def test_a_refusal_changes_nothing(
    shop: Shop, swaps: list[tuple[int, int]], method: str | None, status: int, code: str
) -> None:
    lamp = await shop.choices(4900, 4500, 5900)
    variants = [*lamp, await shop.variant(), "var_unknown"]
    shopper = shop.shopper()
    order = await bought(shopper, (variants[0], 2))
    answer = await shopper.swap(order["id"], *((variants[old], variants[new]) for old, new in swaps), method=method)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    after = await shop.order(order["id"])
    for name in ("status", "lines", "ledger", "total", "changes", "payment_status"):
        assert after[name] == order[name], name
    assert [await shop.stock(variant) for variant in variants[:4]] == [(8, 0), (10, 0), (10, 0), (10, 0)]
    assert (await shopper.swap(order["id"], (variants[0], variants[2]))).status_code == 201


async def test_it_happens_once_and_then_nothing_else_does(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 2))
    assert "item-changes" in (await shopper.call("GET", f"/api/v1/orders/{order['id']}")).json()["actions"]
    changed = await shopper.swap(order["id"], (one, other))
    assert changed.json()["actions"] == ["address"]
    for answer in (await shopper.swap(order["id"], (one, other)), await shopper.cancel(order["id"])):
        assert (answer.status_code, answer.json()["code"]) == (409, "order_not_pending")


async def test_sent_twice_or_ten_times_it_happens_once(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 2))
    same = await asyncio.gather(*(shopper.swap(order["id"], (one, other), key="key_1") for _ in range(10)))
    assert {answer.status_code for answer in same} == {201}
    assert len({answer.text for answer in same}) == 1
    assert (len(await shop.rows("test_provider_payments")), await shop.stock(other)) == (2, (9, 0))
    assert (await shopper.swap(order["id"], (one, one), key="key_1")).json()["code"] == "idempotency_key_reused"


async def test_of_rivals_one_wins(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 2))
    answers = await asyncio.gather(
        *(shopper.swap(order["id"], (one, other)) for _ in range(5)), *(shopper.cancel(order["id"]) for _ in range(3))
    )
    assert [answer.status_code for answer in answers].count(201) == 1
    assert {answer.status_code for answer in answers} == {201, 409}
    after = await shop.order(order["id"])
    paid = sum(entry["amount"]["amount"] * (1 if entry["type"] == "payment" else -1) for entry in after["ledger"])
    if after["status"] == "cancelled":
        assert (paid, await shop.stock(one), await shop.stock(other)) == (0, (10, 0), (10, 0))
    else:
        assert (paid, await shop.stock(one), await shop.stock(other)) == (after["total"]["amount"], (9, 0), (9, 0))


async def test_while_it_runs_the_order_is_left_alone(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper, staff = shop.shopper(), shop.shopper("usr_staff")
    staff.bearer = shop.staff
    order = await bought(shopper, (one, 2))
    open_answer = await shopper.swap(order["id"], (one, other), method="pm_slow")
    assert (open_answer.status_code, open_answer.json()["changes"][0]["state"]) == (202, "running")
    assert open_answer.json()["actions"] == []
    path = f"/api/v1/orders/{order['id']}"
    address = {"address1": "1 Road", "address2": "", "city": "B", "state": "", "zip": "1", "country": "GB"}
    for answer in (
        await shopper.cancel(order["id"]),
        await shopper.swap(order["id"], (one, other)),
        await shopper.after_sales(order["id"], "payment-change", {"payment_method_id": "pm_other"}),
        await shopper.call("PUT", f"{path}/address", address),
        await staff.call("POST", f"{path}/fulfilments"),
        await staff.call("POST", f"{path}/refunds", {"reason": "a gift"}, Idempotency_Key="key_1"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "change_in_progress"), answer.text
    await shop.recover(40)
    after = await shop.order(order["id"])
    assert (after["status"], after["changes"][0]["state"]) == ("pending (item modified)", "done")
    assert after["total"]["amount"] == order["total"]["amount"] + 1000


@pytest.mark.parametrize(
    "step",
    ["begun", "held", "authorised", "committed", "captured", "placed", "refunded", "restocked"],
)
@pytest.mark.parametrize("prices", [(4900, 5900), (5900, 4900)])
async def test_killed_anywhere_it_is_made_to_the_end(shop: Shop, step: str, prices: tuple[int, int]) -> None:
    one, other = await shop.choices(*prices)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 2), **by_saved("pm_ada"))
    shop.checkpoints.deadly = step
    assert (await shopper.swap(order["id"], (one, other), method="pm_other", key="key_1")).status_code == 500
    shop.checkpoints.deadly = None
    await shop.recover()
    await shop.recover()
    after = await shop.order(order["id"])
    difference = prices[1] - prices[0]
    assert (after["status"], after["changes"][0]["state"]) == ("pending (item modified)", "done")
    assert after["total"]["amount"] == order["total"]["amount"] + difference
    assert money_of(after)[1:] == [("payment" if difference > 0 else "refund", abs(difference), "pm_other")]
    assert (await shop.stock(one), await shop.stock(other)) == ((9, 0), (9, 0))
    again = await shopper.swap(order["id"], (one, other), method="pm_other", key="key_1")
    assert (again.status_code, again.json()["ledger"]) == (201, after["ledger"])


@pytest.mark.parametrize("step", ["refusal decided", "voided", "stock given back", "refused"])
async def test_killed_while_it_is_undone_everything_is_as_it_was(shop: Shop, step: str) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 2))
    shop.checkpoints.deadly = step
    answer = await shopper.swap(order["id"], (one, other), method="pm_declines", key="key_1")
    assert answer.status_code == 500
    shop.checkpoints.deadly = None
    await shop.recover()
    after = await shop.order(order["id"])
    assert (after["status"], after["ledger"], after["changes"]) == ("pending", order["ledger"], [])
    assert (await shop.stock(one), await shop.stock(other)) == ((8, 0), (10, 0))
    again = await shopper.swap(order["id"], (one, other), method="pm_declines", key="key_1")
    assert (again.status_code, again.json()["code"]) == (402, "payment_declined")
    assert (await shopper.cancel(order["id"])).status_code == 201


async def test_a_price_that_changed_meanwhile_is_told_not_charged(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 1))
    shop.network.refused.add("/internal/v1/reservations")
    assert (await shopper.swap(order["id"], (one, other), key="key_1")).status_code == 202
    shop.network.refused.clear()
    await shop.reprice(other, 6900)
    await shop.recover()
    after = await shop.order(order["id"])
    assert (after["status"], after["ledger"]) == ("pending", order["ledger"])
    assert await shop.stock(other) == (10, 0)


async def test_a_credit_that_no_card_takes_goes_back_to_where_the_money_came_from(shop: Shop) -> None:
    one, other = await shop.choices(5900, 4900)
    shopper = shop.shopper()
    order = await bought(shopper, (one, 1), **by_saved("pm_ada"))
    assert (await shopper.swap(order["id"], (one, other), method="pm_declines")).status_code == 201
    await shop.recover()
    after = await shop.order(order["id"])
    assert money_of(after)[1:] == [("refund", 1000, "pm_ada")]
    assert after["changes"][0]["state"] == "done"


async def test_a_foreign_order_is_not_there(shop: Shop) -> None:
    one, other = await shop.choices(4900, 5900)
    order = await bought(shop.shopper(), (one, 1))
    answer = await shop.shopper("usr_bob").swap(order["id"], (one, other), method="pm_bob")
    assert answer.status_code == 404
