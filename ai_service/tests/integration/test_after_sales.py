"""Changes, returns and exchanges over the real shop: proposed first, done when confirmed, and nothing else."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ai_service.tests.support.after_sales import House, confirmed, open_house, proposal, refusal
from ai_service.tests.support.talking import Shopper
from common.security.tokens import new_private_key
from tests.support.scripted_llm import ScriptedLLM, call, say

Json = dict[str, Any]
ELSEWHERE = {"address1": "1 Side Street", "city": "Paris", "state": "", "zip": "75001", "country": "FR"}


@pytest.fixture(scope="module")
def private_key() -> bytes:
    return new_private_key()


@dataclass
class Scripted(House):
    """With a scripted model."""

    llm: ScriptedLLM

    async def asked(self, shopper: Shopper, tool: str, **arguments: Any) -> Json:
        """The answer to a message that the model takes for a call of this tool."""
        self.llm.add(call((tool, arguments)), say("Please confirm."))
        return await shopper.say("请" if shopper.bearer["Accept-Language"] == "zh" else "please")


@pytest.fixture
async def house(
    make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes, llm: ScriptedLLM
) -> AsyncIterator[Scripted]:
    model = {"llm_base_url": llm.base_url, "llm_model": "scripted-1"}
    async with open_house(make_settings, tmp_path, private_key, **model) as house:
        llm.otherwise = say("Done.")
        yield Scripted(house.shop, house.client, house.ada, house.cards, llm)


async def test_a_return_is_named_with_its_money_and_asked_for_when_confirmed(house: Scripted) -> None:
    [mouse] = await house.variants(4900)
    order = await house.delivered(mouse)
    ada = house.talker(house.ada)
    line = order["lines"][0]["id"]
    offered = proposal(await house.asked(ada, "return_items", order_id=order["number"], items=[{"item": line}]))
    details = offered["details"]
    assert (details["kind"], details["number"], details["to_get"]["amount"]) == ("return", order["number"], 4900)
    assert [(piece["title"], piece["quantity"]) for piece in details["pieces"]] == [("Wireless mouse", 1)]
    assert details["payment_label"] == "Visa •••• 4242"
    assert await house.order(order["id"]) == order
    assert (await confirmed(ada, offered))["status"] == "return requested"
    [wanted] = (await house.order(order["id"]))["returns"]
    assert (wanted["amount"]["amount"], wanted["refund_to"]) == (4900, house.cards[0])


async def test_a_rejected_return_changes_nothing(house: Scripted) -> None:
    [mouse] = await house.variants(4900)
    order = await house.delivered(mouse)
    ada = house.talker(house.ada)
    offered = proposal(await house.asked(ada, "return_items", order_id=order["id"], items=[{"item": mouse}]))
    assert (await ada.decide(offered["confirmation_id"], "reject")).json()["status"] == "rejected"
    assert await house.order(order["id"]) == order


async def test_an_exchange_is_agreed_at_the_difference_that_was_shown(house: Scripted) -> None:
    black, white = await house.variants(4900, 5900)
    order = await house.delivered(black)
    ada = house.talker(house.ada)
    swaps = [{"item": order["lines"][0]["id"], "to_variant_id": white}]
    offered = proposal(await house.asked(ada, "exchange_items", order_id=order["id"], swaps=swaps))
    details = offered["details"]
    assert (details["kind"], details["to_pay"]["amount"], details["to_get"]["amount"]) == ("exchange", 1000, 0)
    [change] = details["changes"]
    assert (change["from_variant"], change["to_variant"], change["price"]["amount"]) == ("Colour 0", "Colour 1", 5900)
    assert (await confirmed(ada, offered))["status"] == "exchange requested"
    [wanted] = (await house.order(order["id"]))["exchanges"]
    assert wanted["difference"]["amount"] == 1000


async def test_items_of_a_pending_order_change_and_the_difference_moves(house: Scripted) -> None:
    dear, cheap = await house.variants(5900, 4900)
    order = await house.bought(dear)
    ada = house.talker(house.ada)
    swaps = [{"item": order["lines"][0]["id"], "to_variant_id": cheap}]
    offered = proposal(await house.asked(ada, "change_order_items", order_id=order["id"], swaps=swaps))
    assert (offered["details"]["kind"], offered["details"]["to_get"]["amount"]) == ("item_change", 1000)
    assert await house.order(order["id"]) == order
    assert (await confirmed(ada, offered))["status"] == "pending (item modified)"
    after = await house.order(order["id"])
    assert (after["lines"][0]["variant_id"], after["total"]["amount"]) == (cheap, order["total"]["amount"] - 1000)


async def test_another_price_than_the_one_shown_is_refused_when_confirmed(house: Scripted) -> None:
    one, other = await house.variants(4900, 5900)
    order = await house.bought(one)
    ada = house.talker(house.ada)
    swaps = [{"item": one, "to_variant_id": other}]
    offered = proposal(await house.asked(ada, "change_order_items", order_id=order["id"], swaps=swaps))
    price = {"price": {"amount": 6900, "currency": "EUR"}}
    path, owner = f"/api/v1/variants/{other}", house.shop.owner
    (await house.shop.suite.products.patch(path, json=price, headers=owner.bearer)).raise_for_status()
    refused = await ada.decide(offered["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "difference_changed")
    assert await house.order(order["id"]) == order


async def test_another_payment_pays_all_and_the_first_one_goes_back(house: Scripted) -> None:
    [mouse] = await house.variants(4900)
    order = await house.bought(mouse)
    ada = house.talker(house.ada)
    same = refusal(
        await house.asked(ada, "change_order_payment", order_id=order["id"], payment_method_id=house.cards[0])
    )
    assert same["code"] == "same_payment_method"
    unknown = refusal(await house.asked(ada, "change_order_payment", order_id=order["id"], payment_method_id="pm_no"))
    assert unknown["code"] == "payment_method_unknown"
    offered = proposal(
        await house.asked(ada, "change_order_payment", order_id=order["id"], payment_method_id=house.cards[1])
    )
    details = offered["details"]
    assert (details["payment_before"], details["payment_label"]) == ("Visa •••• 4242", "Visa •••• 1881")
    assert details["to_pay"]["amount"] == order["total"]["amount"]
    assert await house.order(order["id"]) == order
    await confirmed(ada, offered)
    total = order["total"]["amount"]
    ledger = [(entry["type"], entry["amount"]["amount"], entry["payment_method_id"])
              for entry in (await house.order(order["id"]))["ledger"]]  # fmt: skip
    assert ledger == [
        ("payment", total, house.cards[0]),
        ("payment", total, house.cards[1]),
        ("refund", total, house.cards[0]),
    ]


async def test_a_pending_order_is_sent_to_the_address_that_was_confirmed(house: Scripted) -> None:
    [mouse] = await house.variants(4900)
    order = await house.bought(mouse)
    ada = house.talker(house.ada)
    offered = proposal(await house.asked(ada, "change_order_address", order_id=order["number"], address=ELSEWHERE))
    assert offered["details"]["address"] == {**ELSEWHERE, "address2": ""}
    assert offered["details"]["address_before"] == order["address"]
    assert await house.order(order["id"]) == order
    await confirmed(ada, offered)
    after = await house.order(order["id"])
    assert {name: after["address"][name] for name in ELSEWHERE} == ELSEWHERE


async def test_what_the_shop_refuses_changes_nothing(house: Scripted) -> None:
    black, white = await house.variants(4900, 5900)
    pending = await house.bought(black)
    ada = house.talker(house.ada, "zh")
    refused = refusal(await house.asked(ada, "return_items", order_id=pending["id"], items=[{"item": black}]))
    assert refused["code"] == "order_not_delivered"
    swaps = [{"item": black, "to_variant_id": white}]
    refused = refusal(await house.asked(ada, "exchange_items", order_id=pending["id"], swaps=swaps))
    assert refused["code"] == "order_not_delivered"
    assert await house.order(pending["id"]) == pending
    there = await house.delivered(black)
    refused = refusal(await house.asked(ada, "change_order_address", order_id=there["id"], address=ELSEWHERE))
    assert refused["code"] == "order_not_changeable"
    assert refused["detail"].startswith(f"订单 {there['number']} 不能这样修改")
    refused = refusal(await house.asked(ada, "change_order_items", order_id=there["id"], swaps=swaps))
    assert refused["code"] == "order_not_pending"
    assert await house.order(there["id"]) == there


async def test_another_shoppers_order_is_not_found(house: Scripted) -> None:
    black, white = await house.variants(4900, 5900)
    order = await house.delivered(black)
    bob = house.talker(await house.shop.people.person("bob@mail.example"))
    swaps = [{"item": black, "to_variant_id": white}]
    for tool, arguments in (
        ("return_items", {"items": [{"item": black}]}),
        ("exchange_items", {"swaps": swaps}),
        ("change_order_items", {"swaps": swaps}),
        ("change_order_payment", {"payment_method_id": house.cards[1]}),
        ("change_order_address", {"address": ELSEWHERE}),
    ):
        for name in (order["id"], order["number"]):
            assert refusal(await house.asked(bob, tool, order_id=name, **arguments))["code"] == "order_not_found"
    assert await house.order(order["id"]) == order
