"""Refunds by the staff: never more than was paid, once, whatever happens on the way."""

import asyncio
from typing import Any

import pytest
from httpx import Response

from common.ids import new_id
from order_service.tests.shop import Json, Shop


async def refund(shop: Shop, order: Json, key: str | None = None, **body: Any) -> Response:
    headers = {**shop.staff, "Idempotency-Key": key or new_id("key")}
    path = f"/api/v1/orders/{order['id']}/refunds"
    return await shop.client.post(path, json={"reason": "arrived broken", **body}, headers=headers)


async def bought(shop: Shop, *, price: int = 1000, quantity: int = 3, token: str = "tok_approve") -> tuple[str, Json]:
    variant = await shop.variant(price=price)
    return variant, (await shop.shopper().buy(variant, quantity, token)).json()


async def test_a_part_is_given_back_and_then_the_rest(shop: Shop) -> None:
    _, order = await bought(shop)
    part = await refund(shop, order, amount={"amount": 500, "currency": "EUR"})
    assert part.status_code == 201, part.text
    assert (part.json()["payment_status"], part.json()["refunded"]["amount"]) == ("partially_refunded", 500)
    assert [(one["amount"]["amount"], one["status"]) for one in part.json()["refunds"]] == [(500, "done")]
    rest = (await refund(shop, order)).json()
    assert (rest["payment_status"], rest["refunded"], rest["status"]) == ("refunded", order["total"], "pending")
    assert [entry["amount"]["amount"] for entry in rest["ledger"]] == [3490, 500, 2990]
    none_left = await refund(shop, order)
    assert (none_left.status_code, none_left.json()["code"]) == (409, "nothing_to_refund")
    assert len(await shop.events("payment.refunded")) == 2
    mails = [(mail["kind"], mail["about"][:4]) for mail in await shop.rows("order_mails")]
    assert sorted(mails) == [("order_confirmation", ""), ("order_refunded", "rfr_"), ("order_refunded", "rfr_")]


async def test_pieces_are_paid_back_as_they_were_paid_and_come_back_on_the_shelf(shop: Shop) -> None:
    variant, order = await bought(shop)
    line = order["lines"][0]["id"]
    answer = (await refund(shop, order, lines=[{"line_id": line, "quantity": 1}], restock=True)).json()
    assert answer["refunded"]["amount"] == 1000
    shown = answer["lines"][0]
    assert (shown["refunded"], shown["restocked"], shown["to_send"]) == (1, 1, 2)
    assert await shop.stock(variant) == (8, 0)
    assert (await shop.shopper().cancel(order["id"])).status_code == 201
    assert await shop.stock(variant) == (10, 0)
    assert (await shop.order(order["id"]))["refunded"] == order["total"]
    assert sum(row["amount"] for row in await shop.rows("test_provider_refunds")) == order["total"]["amount"]


async def test_more_than_was_paid_is_refused_also_in_parallel(shop: Shop) -> None:
    _, order = await bought(shop)
    too_much = await refund(shop, order, amount={"amount": 3491, "currency": "EUR"})
    assert (too_much.status_code, too_much.json()["code"]) == (409, "refund_exceeds_payment")
    assert too_much.json()["left"] == order["total"]
    other = await refund(shop, order, amount={"amount": 1, "currency": "USD"})
    assert other.json()["code"] == "refund_exceeds_payment"
    assert await shop.rows("refunds") == []
    answers = await asyncio.gather(*(refund(shop, order, amount={"amount": 1000, "currency": "EUR"}) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [409] * 5
    after = await shop.order(order["id"])
    assert (after["refunded"]["amount"], after["payment_status"]) == (3000, "partially_refunded")
    assert sum(row["amount"] for row in await shop.rows("test_provider_refunds")) == 3000


async def test_the_same_key_gives_back_once(shop: Shop) -> None:
    _, order = await bought(shop)
    amount = {"amount": 100, "currency": "EUR"}
    answers = await asyncio.gather(*(refund(shop, order, "key_1", amount=amount) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    assert (await refund(shop, order, "key_1")).json()["code"] == "idempotency_key_reused"
    assert [row["amount"] for row in await shop.rows("refunds")] == [100]


@pytest.mark.parametrize("step", ["refund decided", "refund answered", "refunded", "restocked"])
async def test_a_refund_that_was_begun_is_finished(shop: Shop, step: str) -> None:
    variant, order = await bought(shop)
    line = order["lines"][0]["id"]
    body: Json = {"lines": [{"line_id": line, "quantity": 2}], "restock": True}
    shop.checkpoints.deadly = step
    assert (await refund(shop, order, "key_1", **body)).status_code == 500
    shop.checkpoints.deadly = None
    await shop.recover()
    after = await shop.order(order["id"])
    assert (after["payment_status"], after["refunded"]["amount"]) == ("partially_refunded", 2000)
    assert await shop.stock(variant) == (9, 0)
    again = await refund(shop, order, "key_1", **body)
    assert (again.status_code, again.json()["refunded"]["amount"]) == (201, 2000)
    assert [row["amount"] for row in await shop.rows("test_provider_refunds")] == [2000]
    assert await shop.stock(variant) == (9, 0)


async def test_a_refund_whose_answer_was_lost_is_given_once(shop: Shop) -> None:
    _, order = await bought(shop, token="tok_refund_timeout")
    answer = await refund(shop, order, amount={"amount": 300, "currency": "EUR"})
    assert (answer.status_code, answer.json()["payment_status"]) == (201, "refund_pending")
    await shop.recover()
    after = await shop.order(order["id"])
    assert (after["payment_status"], after["refunded"]["amount"]) == ("partially_refunded", 300)
    assert len(await shop.rows("test_provider_refunds")) == 1


async def test_an_order_that_would_be_empty_is_to_be_cancelled(shop: Shop) -> None:
    variant, order = await bought(shop)
    answer = await refund(shop, order, restock=True)
    assert (answer.status_code, answer.json()["code"]) == (409, "cancel_instead")
    assert await shop.rows("refund_requests") == []
    assert await shop.stock(variant) == (7, 0)


async def test_malformed_and_forbidden_refunds_change_nothing(shop: Shop) -> None:
    _, order = await bought(shop)
    line = order["lines"][0]["id"]
    for body, status, code in (
        ({"lines": [{"line_id": "oln_x", "quantity": 1}]}, 422, "unknown_line"),
        ({"lines": [{"line_id": line, "quantity": 4}]}, 409, "too_many_pieces"),
        ({"lines": [{"line_id": line, "quantity": 1}] * 2}, 422, "invalid_input"),
        ({"amount": {"amount": 0, "currency": "EUR"}}, 422, "invalid_input"),
        ({"amount": {"amount": 5, "currency": "EUR"}, "restock": True}, 422, "invalid_input"),
        ({"reason": " "}, 422, "invalid_input"),
    ):
        answer = await refund(shop, order, **body)  # type: ignore[arg-type]
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    path, body = f"/api/v1/orders/{order['id']}/refunds", {"reason": "x"}
    mine = await shop.shopper().call("POST", path, body, Idempotency_Key="k")
    assert (mine.status_code, mine.json()["code"]) == (403, "missing_permission")
    stranger = shop.issuer.bearer("usr_x", tenant="other", roles=("owner",), permissions=("*",))
    foreign = await shop.client.post(path, json=body, headers={**stranger, "Idempotency-Key": "k"})
    assert foreign.status_code == 404
    assert await shop.rows("refunds") == []
