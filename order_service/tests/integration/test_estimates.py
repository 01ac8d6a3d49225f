"""What a return, an exchange or changed items would cost or give back: said beforehand, and nothing is kept."""

from typing import Any

from order_service.tests.shop import Shop, Shopper

Json = dict[str, Any]


async def estimated(shopper: Shopper, order: Json, what: str, body: Json) -> Any:
    return await shopper.call("POST", f"/api/v1/orders/{order['id']}/{what}/estimate", body)


def sums(answer: Any) -> tuple[int, int]:
    assert answer.status_code == 200, answer.text
    return answer.json()["to_pay"]["amount"], answer.json()["to_get"]["amount"]


async def test_an_estimate_is_what_then_moves_and_keeps_nothing(shop: Shop) -> None:
    cheap, dear = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = await shopper.delivered((cheap, 2))
    for what, body, expected in (
        ("returns", {"items": [cheap, cheap]}, (0, 9800)),
        ("exchanges", {"swaps": [{"from": cheap, "to": dear}]}, (1000, 0)),
    ):
        assert sums(await estimated(shopper, order, what, body)) == expected
    found = await shopper.call("GET", f"/api/v1/orders/{order['id']}")
    assert (found.json()["status"], found.json()["returns"], found.json()["exchanges"]) == ("delivered", [], [])
    wanted = (await shopper.after_sales(order["id"], "returns", {"items": [cheap, cheap]})).json()["returns"][0]
    assert wanted["amount"]["amount"] == 9800


async def test_refuses_where_the_operation_would(shop: Shop) -> None:
    cheap, dear = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    order = (await shopper.buy(cheap)).json()
    swaps = {"swaps": [{"from": cheap, "to": dear}]}
    assert sums(await estimated(shopper, order, "item-changes", swaps)) == (1000, 0)
    for what, body in (("returns", {"items": [cheap]}), ("exchanges", swaps)):
        answer = await estimated(shopper, order, what, body)
        assert (answer.status_code, answer.json()["code"]) == (409, "order_not_delivered")
        stranger = await estimated(shop.shopper("usr_bob"), order, what, body)
        assert stranger.status_code == 404


async def test_another_difference_than_the_one_shown_changes_nothing(shop: Shop) -> None:
    cheap, dear = await shop.choices(4900, 5900)
    shopper = shop.shopper()
    pending, delivered = (await shopper.buy(cheap)).json(), await shopper.delivered((cheap, 1))
    seen = {"swaps": [{"from": cheap, "to": dear}], "expected_difference": {"amount": 1000, "currency": "EUR"}}
    await shop.reprice(dear, 6900)
    for order, what in ((pending, "item-changes"), (delivered, "exchanges")):
        answer = await shopper.after_sales(order["id"], what, seen)
        assert (answer.status_code, answer.json()["code"]) == (409, "difference_changed")
        assert answer.json()["difference"]["amount"] == 2000
        after = await shop.order(order["id"])
        assert (after["status"], after["total"], after["ledger"]) == (order["status"], order["total"], order["ledger"])
    await shop.reprice(dear, 5900)
    assert (await shopper.after_sales(pending["id"], "item-changes", seen)).status_code == 201
