"""Events of a turn, contexts, languages and prices: the small rules."""

import asyncio

import pytest

from ai_service.app.chat.events import TurnStream, place_of, stored_bytes
from ai_service.app.chat.language import language_of
from ai_service.app.conversations.messages import from_json, recent, to_json
from ai_service.app.shown.answers import answer_of
from ai_service.app.usage.service import Price
from common.api_clients.llm.types import Message, ToolCall, Usage


async def test_followers_get_what_is_there_and_what_comes():
    stream = TurnStream(3)
    stream.emit("message.delta", {"text": "a"})
    early = asyncio.create_task(_all(stream.follow()))
    late = asyncio.create_task(_all(stream.follow(after=1)))
    await asyncio.sleep(0)
    stream.emit("done", {"status": "done"})
    stream.end()
    whole = b'id: 3-1\nevent: message.delta\ndata: {"text":"a"}\n\nid: 3-2\nevent: done\ndata: {"status":"done"}\n\n'
    assert await early == whole
    assert await late == whole[whole.index(b"id: 3-2") :]
    assert stored_bytes(3, stream.to_json([])) == whole
    assert stored_bytes(3, stream.to_json([]), after=1) == await late


async def _all(pieces):
    return b"".join([piece async for piece in pieces])


@pytest.mark.parametrize(
    ("event_id", "place"),
    [("2-14", (2, 14)), (None, None), ("", None), ("x", None), ("1-", None), ("-1-2", None), ("9" * 40 + "-1", None)],
)
def test_places_are_read_from_event_ids(event_id, place):
    assert place_of(event_id) == place


def test_an_answer_is_its_events_put_together():
    events = [
        ("tool.call", {"call_id": "c", "name": "n", "arguments": {}, "label": "l"}),
        ("tool.result", {"call_id": "c", "name": "n", "ok": True, "summary": "s", "data": {}}),
        ("message.delta", {"text": "Hel"}),
        ("message.delta", {"text": "lo"}),
        ("done", {"status": "done", "message_id": "m"}),
    ]
    answer = answer_of(events)
    assert (answer["message"], answer["status"], len(answer["tool_calls"])) == ("Hello", "done", 1)
    assert answer["tool_calls"][0]["summary"] == "s"


def test_messages_survive_storage():
    messages = [
        Message("user", "hi"),
        Message("assistant", "", [ToolCall("c", "n", "{}")]),
        Message("tool", "{}", tool_call_id="c", name="n"),
    ]
    assert from_json(to_json(messages)) == messages


def test_a_context_is_cut_between_turns_and_keeps_the_last_one():
    messages = [message for n in range(5) for message in (Message("user", f"q{n}"), Message("assistant", "x" * 100))]
    assert [message.content for message in recent(messages, 2, 1000)][::2] == ["q3", "q4"]
    assert [message.content for message in recent(messages, 5, 150)][::2] == ["q4"]
    assert recent(messages, 5, 1)[0].content == "q4"
    assert recent([], 5, 1) == []


@pytest.mark.parametrize(
    ("message", "reader", "language"),
    [
        ("第二个 MX Master 3 多少钱", "en", "zh"),
        ("show me a wireless mouse", "zh", "en"),
        ("MX Master", "zh", "zh"),
        ("ok", "en", "en"),
    ],
)
def test_answers_in_the_language_of_the_question(message, reader, language):
    assert language_of(message, reader) == language


def test_cost_is_rounded_up_and_cached_tokens_have_their_own_price():
    price = Price(input=2_000_000, cached=500_000, output=8_000_000)
    assert price.cost(Usage(100, 10, cached_tokens=40)) == 60 * 2 + 20 + 80
    assert Price(input=1).cost(Usage(1, 0)) == 1
    assert Price().cost(Usage(1000, 1000)) == 0


def test_tokens_that_a_provider_counts_beside_its_totals_take_nothing_off_the_cost():
    price = Price(input=2_000_000, cached=500_000, output=8_000_000, reasoning=1_000_000)
    assert price.cost(Usage(10, 10, cached_tokens=400, reasoning_tokens=400)) == 5 + 10
