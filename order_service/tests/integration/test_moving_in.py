"""Orders of another shop move in: under their own ids, once, and what was paid there can be given back from here."""

import asyncio
from typing import Any

import pytest

from order_service.tests.gift_shop import GiftShop, Json

IMPORTS = "/api/v1/orders/imports"
ADDRESS = {"address1": "215 River Road", "city": "New York", "state": "NY", "zip": "10083", "country": "USA"}


def dollars(amount: int, currency: str = "USD") -> Json:
    return {"amount": amount, "currency": currency}


def line(variant_id: str, price: int, **fields: Any) -> Json:
    named = {"product_id": f"p{variant_id}", "title": "Water Bottle", "options": {"capacity": "1000ml"}}
    return {"variant_id": variant_id, **named, "unit_price": dollars(price), **fields}


def moved(kind: str, amount: int, method: str) -> Json:
    return {"type": kind, "amount": dollars(amount), "payment_method_id": method}


def order(**changes: Any) -> Json:
    whole = {
        "id": "#W2611340",
        "customer_id": "james_li_5688",
        "status": "pending",
        "address": ADDRESS,
        "lines": [line("v1", 4784), line("v1", 4784), line("v2", 48881)],
        "payments": [moved("payment", 58449, "gift_card_1725971")],
    }
    return {**whole, **changes}


@pytest.fixture
async def shop(gift_shop: GiftShop) -> GiftShop:
    """With James Li, who has a gift card and a PayPal account."""
    methods = [
        {"id": "gift_card_1725971", "type": "gift_card", "balance": dollars(1700)},
        {"id": "paypal_1", "type": "paypal"},
    ]
    james = {"id": "james_li_5688", "email": "james@example.com", "first_name": "James", "last_name": "Li"}
    await gift_shop.bring("users", james | {"payment_methods": methods})
    variants = [{"id": variant, "price": dollars(4784), "quantity": 5} for variant in ("v1", "v2")]
    await gift_shop.bring("products", {"id": "pv1", "title": "Water Bottle", "variants": variants})
    return gift_shop


async def test_an_order_keeps_its_id_lines_and_payment(shop: GiftShop) -> None:
    report = await shop.bring("orders", order())
    assert report == {"created": 1, "unchanged": 0, "rejected": []}
    found = await shop.order("#W2611340")
    assert (found["number"], found["status"], found["payment_status"]) == ("#W2611340", "pending", "paid")
    assert (found["total"], found["refundable"]) == (dollars(58449), dollars(58449))
    shown = [(one["variant_id"], one["quantity"], one["unit_price"], one["options"]) for one in found["lines"]]
    assert shown == [
        ("v1", 1, dollars(4784), {"capacity": "1000ml"}),
        ("v1", 1, dollars(4784), {"capacity": "1000ml"}),
        ("v2", 1, dollars(48881), {"capacity": "1000ml"}),
    ]
    assert (found["address"]["name"], found["address"]["zip"]) == ("James Li", "10083")
    [paid] = found["ledger"]
    assert (paid["type"], paid["amount"], paid["provider"]) == ("payment", dollars(58449), "gift_card")
    assert await shop.standing("gift_card_1725971") == (1700, 0, ["issue"])
    told = (await shop.call(shop.owner, "GET", "/api/v1/reports/dashboard?currency=USD")).raise_for_status().json()
    assert (told["orders"], told["conversion"]["placed"]) == (1, 0)  # no cart of ours became it


async def test_a_cancellation_gives_the_money_back_where_it_came_from(shop: GiftShop) -> None:
    by_paypal = order(id="#W2", lines=[line("v2", 900)], payments=[moved("payment", 900, "paypal_1")])
    await shop.bring("orders", order(), by_paypal)
    for order_id in ("#W2611340", "#W2"):
        path = f"/api/v1/orders/{order_id.replace('#', '%23')}/cancellation"
        answer = await shop.call(shop.owner, "POST", path, {"reason": "no longer needed"})
        assert (answer.status_code, answer.json()["payment_status"]) == (201, "refunded"), answer.text
        assert [each["type"] for each in (await shop.order(order_id))["ledger"]] == ["payment", "refund"]
    assert await shop.standing("gift_card_1725971") == (1700 + 58449, 0, ["issue", "refund"])
    level = await shop.suite.products.get("/api/v1/inventory/v1", headers=shop.owner.bearer)
    assert level.json()["on_hand"] == 7


async def test_parcels_and_refunds_come_along(shop: GiftShop) -> None:
    parcel = {"variant_ids": ["v1", "v2", "v1"], "tracking_number": "357962501027"}
    sent = order(status="delivered", fulfilments=[parcel])
    history = [moved("payment", 58449, "gift_card_1725971"), moved("refund", 58449, "gift_card_1725971")]
    undone = order(id="#W3", status="cancelled", payments=history, cancel_reason="no longer needed")
    twice = [moved("payment", 900, "paypal_1"), moved("payment", 900, "gift_card_1725971")]
    changed = [*twice, moved("refund", 900, "paypal_1")]  # another means of payment was chosen
    other = order(id="#W4", lines=[line("v2", 900)], payments=changed)
    half = [moved("payment", 900, "paypal_1"), moved("refund", 300, "gift_card_1725971")]
    partly = order(id="#W5", lines=[line("v2", 900)], payments=half)
    assert (await shop.bring("orders", sent, undone, other, partly))["created"] == 4
    found = await shop.order("#W2611340")
    assert (found["status"], found["fulfilment_status"]) == ("delivered", "fulfilled")
    assert [(one["fulfilled"], one["to_send"]) for one in found["lines"]] == [(1, 0)] * 3
    [shown] = found["fulfilments"]
    assert (shown["tracking_number"], len(shown["lines"]), shown["delivered_at"] is not None) == (
        "357962501027", 3, True
    )  # fmt: skip
    undone_now = await shop.order("#W3")
    assert (undone_now["payment_status"], undone_now["refundable"]["amount"]) == ("refunded", 0)
    assert (undone_now["cancel_reason"], undone_now["refunded"]) == ("no longer needed", dollars(58449))
    assert [each["type"] for each in undone_now["ledger"]] == ["payment", "refund"]
    changed_now = await shop.order("#W4")
    assert (changed_now["payment_status"], changed_now["refundable"]) == ("paid", dollars(900))
    partly_now = await shop.order("#W5")
    assert (partly_now["payment_status"], partly_now["refundable"]) == ("partially_refunded", dollars(600))
    assert await shop.standing("gift_card_1725971") == (1700, 0, ["issue"])


async def test_the_same_again_changes_nothing_also_in_parallel(shop: GiftShop) -> None:
    reports = await asyncio.gather(*(shop.bring("orders", order()) for _ in range(4)))
    assert sorted(report["created"] for report in reports) == [0, 0, 0, 1]
    assert [report["rejected"] for report in reports] == [[]] * 4
    path = "/api/v1/orders/%23W2611340/cancellation"
    assert (await shop.call(shop.owner, "POST", path, {"reason": "no longer needed"})).status_code == 201
    assert await shop.bring("orders", order()) == {"created": 0, "unchanged": 1, "rejected": []}
    assert (await shop.order("#W2611340"))["status"] == "cancelled"
    [rejected] = (await shop.bring("orders", order(status="processed")))["rejected"]
    assert rejected["code"] == "imported_differently"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"customer_id": "nobody_1"}, "unknown_customer"),
        ({"payments": [moved("payment", 58449, "paypal_of_another")]}, "unknown_payment_method"),
        ({"payments": [moved("payment", 58448, "paypal_1")]}, "payments_differ"),
        ({"payments": [moved("payment", 58449, "paypal_1"), moved("payment", 1, "paypal_1")]}, "payments_differ"),
        ({"payments": [moved("payment", 58449, "paypal_1"), moved("refund", 58450, "paypal_1")]}, "payments_differ"),
        ({"shipping": dollars(0, "EUR")}, "mixed_currencies"),
        ({"fulfilments": [{"variant_ids": ["v1", "v1", "v1"]}]}, "pieces_differ"),
        ({"lines": [line("v2", 900, unit_price=dollars(58449, "EUR"))], "payments": [
            {**moved("payment", 1, "gift_card_1725971"), "amount": dollars(58449, "EUR")}
        ]}, "payments_differ"),
    ],
)  # fmt: skip
async def test_what_does_not_add_up_is_told_and_not_taken(shop: GiftShop, change: Json, code: str) -> None:
    fine = order(id="#W9", lines=[line("v2", 900)], payments=[moved("payment", 900, "paypal_1")])
    report = await shop.bring("orders", order(**change), fine)
    assert (report["created"], [(each["index"], each["code"]) for each in report["rejected"]]) == (1, [(0, code)])
    missing = await shop.call(shop.owner, "GET", "/api/v1/orders/%23W2611340")
    assert missing.status_code == 404


async def test_numbers_that_come_along_are_never_given_again(shop: GiftShop) -> None:
    await shop.bring("orders", order(id="1003"))
    mei = await shop.people.person("mei@mail.example")
    card, variant = await shop.card(mei, 100_000), await shop.variant(4900)
    bought = await shop.buy(mei, variant, payment_method_id=card)
    assert (bought.status_code, bought.json()["number"]) == (201, "1004")


async def test_the_customer_sees_it_and_nobody_else_does(shop: GiftShop) -> None:
    await shop.bring("orders", order())
    mei = await shop.people.person("mei@mail.example")
    assert (await shop.call(mei, "GET", "/api/v1/orders/%23W2611340")).status_code == 404
    refused = await shop.call(mei, "POST", IMPORTS, {"items": [order()]})
    assert (refused.status_code, refused.json()["code"]) == (403, "missing_permission")
    listed = await shop.call(shop.owner, "GET", "/api/v1/orders?customer_id=james_li_5688")
    assert [each["id"] for each in listed.json()["items"]] == ["#W2611340"]
