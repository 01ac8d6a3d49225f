"""What the house model promises on the wire, whatever is said."""

import asyncio
import json

import pytest

from ai_service.app.house_model.model import HouseModel
from ai_service.tests.house_model.shop import Shop, tool_specs
from ai_service.tests.house_model.talker import Talker
from common.api_clients.llm.types import ChatRequest, Chunk, Finished, Message, TextDelta, ToolCallDelta, Usage


def _chunks(model: HouseModel, request: ChatRequest) -> list[Chunk]:
    async def collect() -> list[Chunk]:
        return [chunk async for chunk in model.stream(request)]

    return asyncio.run(collect())


def test_streams_an_answer_in_pieces_and_finishes(model: HouseModel) -> None:
    chunks = _chunks(model, ChatRequest([Message("user", "what can you do?")], tool_specs()))
    assert len([chunk for chunk in chunks if isinstance(chunk, TextDelta)]) > 1
    assert isinstance(chunks[-2], Usage)
    assert chunks[-1] == Finished("stop")


def test_calls_a_tool_with_an_id_and_json_arguments(model: HouseModel) -> None:
    chunks = _chunks(model, ChatRequest([Message("user", "无线鼠标 50欧以内")], tool_specs()))
    call = chunks[0]
    assert isinstance(call, ToolCallDelta)
    assert call.id
    assert json.loads(call.arguments) == {"query": "无线 鼠标", "max_price": 50.0, "limit": 5}
    assert chunks[-1] == Finished("tool_calls")


def test_answers_the_same_request_the_same_way(model: HouseModel) -> None:
    request = ChatRequest([Message("user", "a monitor under 200 euros")], tool_specs())
    assert _chunks(model, request) == _chunks(model, request)


@pytest.mark.parametrize("text", ["add the first one", "put a mechanical keyboard in my cart", "buy the first one"])
def test_writes_nothing_after_a_fail_over(model: HouseModel, text: str) -> None:
    talker = Talker(model, Shop(), writes_allowed=False)
    talker.say("mechanical keyboard")
    reply = talker.say(text)
    assert talker.shop.lines == []
    assert "won't change anything" in reply.text


def test_says_so_when_the_tool_is_not_there(model: HouseModel) -> None:
    talker = Talker(model, Shop(), without=("list_orders", "get_order", "cancel_order"))
    reply = talker.say("where is my order?")
    assert reply.calls == []
    assert "I can't look up your orders" in reply.text


def test_says_so_when_a_tool_needs_what_it_does_not_have(model: HouseModel) -> None:
    specs = tool_specs()
    specs[0].parameters["required"] = ["query", "warehouse"]
    chunks = _chunks(model, ChatRequest([Message("user", "find me a mouse")], specs))
    text = "".join(chunk.text for chunk in chunks if isinstance(chunk, TextDelta))
    assert "warehouse" in text
    assert chunks[-1] == Finished("stop")


@pytest.mark.parametrize("text", ["yes", "yes, confirm it", "ok do it", "I confirm", "好的", "确认", "是的，下单"])
def test_never_confirms_by_chat_text(model: HouseModel, text: str) -> None:
    talker = Talker(model, Shop())
    for said in ("mechanical keyboard", "add it", "check out"):
        talker.say(said)
    assert len(talker.shop.proposals) == 1
    reply = talker.say(text)
    assert talker.shop.orders == []
    assert "confirm" in reply.text.lower() or "确认" in reply.text


@pytest.mark.parametrize(
    "text", ["", "   ", "?!…", "🙂", "\x00", "a" * 4000, "价" * 4000, "{}[]()", "1", "0", "-5 of them"]
)
def test_survives_whatever_is_typed(model: HouseModel, text: str) -> None:
    talker = Talker(model, Shop())
    talker.say("wireless mouse")
    assert talker.say(text).text
    assert talker.shop.lines == []


def test_speaks_the_language_of_the_last_message(model: HouseModel) -> None:
    talker = Talker(model, Shop())
    assert "assistant" in talker.say("who are you?").text
    assert "助手" in talker.say("你是谁？").text
    assert "assistant" in talker.say("and again in English: who are you?").text


def test_takes_an_address_and_an_email_given_in_the_chat(model: HouseModel) -> None:
    talker = Talker(model, Shop(guest=True, address=False))
    for said in ("mechanical keyboard", "add it", "check out", "Max Muster, Hauptstr. 5, 10115 Berlin, Germany"):
        reply = talker.say(said)
    assert "e-mail" in reply.text
    talker.say("max@example.com")
    (proposal,) = talker.shop.proposals.values()
    assert proposal["email"] == "max@example.com"
    assert proposal["address"] == {
        "name": "Max Muster", "address1": "Hauptstr. 5", "zip": "10115", "city": "Berlin", "state": "", "country": "DE",
    }  # fmt: skip


def test_shows_only_what_the_tools_returned(model: HouseModel) -> None:
    talker = Talker(model, Shop())
    reply = talker.say("24 inch monitor under 200 euros")
    titles = [item["title"] for item in reply.results[0]["items"]]
    lines = [line for line in reply.text.splitlines() if line[:1].isdigit()]
    assert len(lines) == len(titles) == 3
    assert all(title in line for title, line in zip(titles, lines, strict=True))


def _orders(shop: Shop, *statuses: str) -> None:
    for status in statuses:
        shop.call("add_to_cart", {"variant_id": "k1-1"})
        shop.order(shop.lines, status, clear=True)


@pytest.mark.parametrize(
    ("confirm", "told"),
    [(True, "The return from order 1001 is asked for"), (False, "All right, the order stays as it is")],
)
def test_speaks_of_the_proposal_whose_button_was_pressed(model: HouseModel, confirm: bool, told: str) -> None:
    talker = Talker(model, Shop())
    _orders(talker.shop, "delivered", "pending")
    talker.say("return order 1001")
    talker.say("cancel order 1002, it was a mistake")
    assert told in talker.decide("cnf_1", confirm=confirm).text
    assert "press the “Confirm” button" in talker.say("yes").text


def test_a_rejected_purchase_is_one_also_when_the_basket_was_changed_since(model: HouseModel) -> None:
    talker = Talker(model, Shop())
    for said in ("mechanical keyboard", "add it", "check out", "wireless mouse", "add the first one"):
        talker.say(said)
    assert "nothing was bought" in talker.decide("cnf_1", confirm=False).text
    assert talker.shop.orders == []
