"""Returns and exchanges by talking to the house model, over the real shop: asked for, proposed, done when confirmed."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from ai_service.tests.support.after_sales import House, confirmed, open_house, proposal
from common.security.tokens import new_private_key

Json = dict[str, Any]


@pytest.fixture(scope="module")
def private_key() -> bytes:
    return new_private_key()


@pytest.fixture
async def house(make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes) -> AsyncIterator[House]:
    async with open_house(make_settings, tmp_path, private_key) as house:
        yield house


async def test_asks_which_order_and_proposes_the_return_to_the_cent(house: House) -> None:
    [mouse] = await house.variants(4900)
    [lamp] = await house.variants(2500, title="Desk lamp")
    earlier, later = await house.delivered(mouse), await house.delivered(lamp)
    ada = house.talker(house.ada)
    asked = await ada.say("I want to return something")
    assert asked["confirmations"] == []
    assert all(order["number"] in asked["message"] for order in (earlier, later))
    offered = proposal(await ada.say("the one with the mouse"))
    details = offered["details"]
    assert (details["kind"], details["number"], details["to_get"]["amount"]) == ("return", earlier["number"], 4900)
    assert details["payment_label"] == "Visa •••• 4242"
    said = await ada.say("yes")
    assert said["confirmations"] == []
    assert await house.order(earlier["id"]) == earlier
    assert (await confirmed(ada, offered))["status"] == "return requested"


async def test_exchanges_for_the_colour_that_was_said_in_chinese(house: House) -> None:
    black, _ = await house.variants(4900, 5900, colours=("Black", "White"))
    order = await house.delivered(black)
    ada = house.talker(house.ada, "zh")
    asked = await ada.say("鼠标想换货")
    assert asked["confirmations"] == []
    assert "White" in asked["message"]
    offered = proposal(await ada.say("换成白色的"))
    details = offered["details"]
    [change] = details["changes"]
    assert (details["kind"], change["from_variant"], change["to_variant"]) == ("exchange", "Black", "White")
    assert (details["to_pay"]["amount"], details["to_get"]["amount"]) == (1000, 0)
    assert (await confirmed(ada, offered))["status"] == "exchange requested"
    [wanted] = (await house.order(order["id"]))["exchanges"]
    assert wanted["difference"]["amount"] == 1000


async def test_asks_where_the_money_goes_when_there_is_a_gift_card(house: House) -> None:
    [mouse] = await house.variants(4900)
    order = await house.delivered(mouse)
    card = await house.shop.card(house.ada, 1000)
    ada = house.talker(house.ada)
    asked = await ada.say("please send the mouse back")
    assert asked["confirmations"] == []
    assert "gift card" in asked["message"]
    offered = proposal(await ada.say("onto the gift card"))
    assert offered["details"]["payment_label"].startswith("Gift card •••• ")
    await confirmed(ada, offered)
    [wanted] = (await house.order(order["id"]))["returns"]
    assert wanted["refund_to"] == card


async def test_changes_an_item_of_an_order_that_was_not_sent_yet(house: House) -> None:
    black, white = await house.variants(4900, 4900, colours=("Black", "White"))
    order = await house.bought(black)
    ada = house.talker(house.ada)
    offered = proposal(await ada.say(f"can you make the mouse in order {order['number']} white"))
    assert offered["details"]["kind"] == "item_change"
    assert (await confirmed(ada, offered))["status"] == "pending (item modified)"
    assert (await house.order(order["id"]))["lines"][0]["variant_id"] == white


async def test_sends_a_pending_order_to_another_address_and_has_it_paid_otherwise(house: House) -> None:
    [mouse] = await house.variants(4900)
    order = await house.bought(mouse)
    ada = house.talker(house.ada)
    assert (await ada.say("can you change the address of my order"))["confirmations"] == []
    offered = proposal(await ada.say("Ada Lovelace, 1 Side Street, 75001 Paris, France"))
    assert offered["details"]["address_before"] == order["address"]
    await confirmed(ada, offered)
    after = await house.order(order["id"])
    assert [after["address"][part] for part in ("address1", "zip", "city", "country")] == [
        *("1 Side Street", "75001", "Paris", "FR"),
    ]
    offered = proposal(await ada.say(f"pay order {order['number']} with the card ending in 1881 instead"))
    details = offered["details"]
    assert (details["payment_before"], details["payment_label"]) == ("Visa •••• 4242", "Visa •••• 1881")
    assert await house.order(order["id"]) == after
    await confirmed(ada, offered)


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [("en", "I want to return the mouse", "has not been delivered"), ("zh", "鼠标我想退货", "还没有送达")],
)
async def test_says_why_nothing_can_be_sent_back_yet(house: House, language: str, text: str, why: str) -> None:
    [mouse] = await house.variants(4900)
    order = await house.bought(mouse)
    answer = await house.talker(house.ada, language).say(text)
    assert answer["confirmations"] == []
    assert why in answer["message"]
    assert await house.order(order["id"]) == order


async def test_says_that_an_order_has_one_return(house: House) -> None:
    [mouse] = await house.variants(4900)
    order = await house.delivered(mouse)
    ada = house.talker(house.ada)
    await confirmed(ada, proposal(await ada.say("return my mouse please")))
    again = await ada.say(f"I want to return the mouse from order {order['number']}")
    assert again["confirmations"] == []
    assert "one return or one exchange" in again["message"]


async def test_answers_questions_on_returns_from_the_policy(house: House) -> None:
    [mouse] = await house.variants(4900)
    await house.delivered(mouse)
    for text in ("how long can I return something?", "what is your return policy?", "多少天之内可以退货？"):
        answer = await house.talker(house.ada).say(text)
        assert answer["confirmations"] == []
        assert [call["name"] for call in answer["tool_calls"]] == ["search_policies"]
