"""The router over scripted servers and real HTTP: who is asked, who takes over, and what the reader sees of it."""

import asyncio
from dataclasses import replace
from time import monotonic

import httpx
import pytest

from common.api_clients.llm.answers import complete
from common.api_clients.llm.candidates import Candidate
from common.api_clients.llm.deadlines import Deadlines, Retries
from common.api_clients.llm.openai_compatible import OpenAICompatibleModel
from common.api_clients.llm.router import ModelRouter
from common.api_clients.llm.standing import Standing
from common.api_clients.llm.types import ChatRequest, Finished, Message, TextDelta, ToolCallDelta, ToolSpec
from tests.support.scripted_llm import Cut, Hang, Reply, ScriptedLLM, call, delta, refuse, say

ASK = ChatRequest([Message("user", "Hello")])
TOOLS = [ToolSpec("search", "Searches.", {"type": "object"})]


class House:
    """Stands in for the built-in model: it answers at once and shows what it was asked."""

    name = provider = "house"

    def __init__(self):
        self.asked = []

    async def stream(self, request):
        self.asked.append(request)
        yield TextDelta("from the house")
        yield Finished("stop")


class Scene:
    """Two providers, `first` asked before `second`, and the house behind them."""

    def __init__(self, http, first, second):
        self.http, self.first, self.second = http, first, second
        self.house = House()
        self.offered = [self.candidate("first", first, 1), self.candidate("second", second, 2)]
        self.router = ModelRouter(self.candidates, self.house, Retries(first_wait=0.01))

    def candidate(self, name, server, priority, rest=15.0, **options):
        deadlines = Deadlines(connect=30, first_token=30, between_tokens=30, total=60)
        model = OpenAICompatibleModel(self.http, server.base_url, name, "key", deadlines, name)
        return Candidate(f"mdl_{name}", model, Standing(rest), priority=priority, **options)

    def candidates(self):
        return self.offered

    async def answer(self, request=ASK):
        model = self.router.for_turn(request)
        return await complete(model, replace(request)), model

    def asked(self):
        return len(self.first.requests), len(self.second.requests)


@pytest.fixture
async def scene():
    async with ScriptedLLM() as first, ScriptedLLM() as second, httpx.AsyncClient() as http:
        first.otherwise = second.otherwise = refuse(500)
        yield Scene(http, first, second)


async def test_the_first_by_priority_answers_and_is_metered_under_its_own_name(scene):
    scene.first.add(say("Hello there"))
    answer, model = await scene.answer()
    assert (answer.text, model.name, model.provider, scene.asked()) == ("Hello there", "first", "first", (1, 0))
    figures = scene.offered[0].standing.figures("mdl_first")
    assert (figures.calls, figures.errors) == (1, 0)


@pytest.mark.parametrize("fault", [refuse(500), refuse(401), refuse(429, "60"), Reply([Cut()]), Reply([])])
async def test_before_the_first_token_the_next_one_takes_over_with_writes_allowed(scene, fault):
    scene.first.add(fault)
    scene.second.add(say("Second"))
    request = replace(ASK)
    model = scene.router.for_turn(ASK)
    assert (await complete(model, request)).text == "Second"
    assert (model.name, request.writes_allowed, scene.asked()) == ("second", True, (1, 1))
    assert scene.second.requests[0]["model"] == "second"
    assert [message["role"] for message in scene.second.requests[0]["messages"]] == ["user"]


async def test_in_mid_stream_another_goes_on_without_repeated_or_lost_text_and_without_writes(scene):
    scene.first.add(Reply([delta(content="We have "), delta(content="two mon"), Cut()]))
    scene.second.add(say("We have two monitors for you.", pieces=5))
    request = replace(ASK)
    answer = await complete(scene.router.for_turn(ASK), request)
    assert answer.text == "We have two monitors for you."
    assert scene.second.requests[0]["messages"][-1] == {"role": "assistant", "content": "We have two mon"}
    assert not request.writes_allowed
    assert request.messages == ASK.messages


async def test_a_half_streamed_call_is_dropped_and_asked_for_anew(scene):
    half = delta(tool_calls=[{"index": 0, "id": "a", "function": {"name": "place_order", "arguments": '{"pay'}}])
    scene.first.add(Reply([delta(content="Let me see. "), half, Cut()]))
    scene.second.add(call(("search", {"query": "mouse"})))
    answer, _ = await scene.answer(replace(ASK, tools=TOOLS))
    assert [(each.name, each.arguments) for each in answer.tool_calls] == [("search", '{"query":"mouse"}')]
    assert answer.text == "Let me see. "


async def test_a_turn_stays_with_its_model_and_loses_its_writes_when_another_takes_over(scene):
    scene.first.add(call(("search", {})), call(("search", {})))
    request, model = replace(ASK, tools=TOOLS), scene.router.for_turn(ASK)
    for _ in range(2):
        await complete(model, request)
        scene.offered.reverse()  # the second is first now, for other turns
        scene.offered[:] = [replace(offer, priority=3 - offer.priority) for offer in scene.offered]
    assert (scene.asked(), request.writes_allowed) == ((2, 0), True)
    scene.second.add(say("I go on."))
    assert (await complete(model, request)).text == "I go on."
    assert scene.asked() == (5, 1)  # in the middle of a turn it is asked again before it is given up
    assert not request.writes_allowed


async def test_the_house_answers_where_nobody_does_and_begins_anew(scene):
    scene.first.add(Reply([delta(content="We have "), Cut()]))
    scene.offered.pop()
    request = replace(ASK)
    model = scene.router.for_turn(ASK)
    assert (await complete(model, request)).text == "We have \n\nfrom the house"
    assert (model.name, request.writes_allowed) == ("house", False)
    asked = scene.asked()
    assert (await complete(model, request)).text == "from the house"
    assert scene.asked() == asked


async def test_the_last_one_is_asked_again_and_then_left_alone(scene):
    scene.offered.pop()
    answer, model = await scene.answer()
    assert (answer.text, model.name, scene.asked()) == ("from the house", "house", (3, 0))
    assert scene.house.asked[0].writes_allowed
    assert scene.offered[0].standing.breaker.state == "open"
    await scene.answer()
    assert scene.asked() == (3, 0)


async def test_the_breaker_closes_again_by_one_call(scene):
    scene.offered[:] = [scene.candidate("first", scene.first, 1, rest=0.05)]
    await scene.answer()
    breaker = scene.offered[0].standing.breaker
    assert breaker.retry_at is not None
    async with asyncio.timeout(30):
        while breaker.state != "half_open":  # noqa: ASYNC110 - only time brings it about
            await asyncio.sleep(0.01)
    scene.first.add(say("Back"))
    answer, _ = await scene.answer()
    assert (answer.text, breaker.state) == ("Back", "closed")


async def test_the_second_time_brings_it_where_nobody_else_is_there(scene):
    scene.offered.pop()
    scene.first.add(refuse(429, "0.2"), say("Second time"))
    begun = monotonic()
    answer, _ = await scene.answer()
    assert (answer.text, scene.asked()) == ("Second time", (2, 0))
    assert monotonic() - begun >= 0.2


async def test_a_retry_after_is_waited_for_by_all_while_others_answer(scene):
    scene.first.add(refuse(429, "60"))
    scene.second.add(say("One"), say("Two"))
    assert [(await scene.answer())[0].text for _ in range(2)] == ["One", "Two"]
    assert scene.asked() == (1, 2)


async def test_an_outage_is_not_multiplied(scene):
    scene.offered[:] = [scene.candidate("first", scene.first, 1, rest=0.0)]
    for _ in range(20):
        await scene.answer()
    asked, _ = scene.asked()
    assert 23 <= asked <= 24  # twenty, three that may always be, and a fifth of what that makes


async def test_who_has_used_up_his_limit_is_passed_over(scene):
    scene.offered[0].standing.requests_per_minute = 1
    scene.first.add(say("One"))
    scene.second.add(say("Two"))
    assert [(await scene.answer())[0].text for _ in range(2)] == ["One", "Two"]


async def test_who_cannot_do_it_is_not_asked(scene):
    scene.offered[0] = replace(scene.offered[0], abilities=frozenset({"chat"}))
    scene.offered[1] = replace(scene.offered[1], abilities=frozenset({"chat", "tools"}), context_window=2_000)
    scene.first.add(say("One"))
    scene.second.add(say("Two"))
    assert (await scene.answer())[0].text == "One"
    assert (await scene.answer(replace(ASK, tools=TOOLS)))[0].text == "Two"
    seen = ChatRequest([Message("user", "what is this?", images=["https://shop.example/a.png"])])
    assert (await scene.answer(seen))[0].text == "from the house"
    assert (await scene.answer(replace(ASK, tools=TOOLS, max_tokens=4_000)))[0].text == "from the house"


async def test_an_image_goes_along_to_who_can_see(scene):
    scene.first.add(say("A mouse."))
    await scene.answer(ChatRequest([Message("user", "what is this?", images=["https://shop.example/a.png"])]))
    [message] = scene.first.requests[0]["messages"]
    assert message["content"] == [
        {"type": "text", "text": "what is this?"},
        {"type": "image_url", "image_url": {"url": "https://shop.example/a.png"}},
    ]


async def test_cancelling_reaches_the_provider_and_blames_nobody(scene):
    scene.first.add(Reply([delta(content="Well"), Hang()]))
    task = asyncio.create_task(scene.answer())
    await scene.first.asked()
    task.cancel()
    await asyncio.wait_for(scene.first.hung_up.wait(), 30)
    await asyncio.gather(task, return_exceptions=True)
    assert scene.offered[0].standing.figures().errors == 0
    assert scene.offered[0].standing.available(1)


async def test_no_chunk_of_a_broken_answer_ends_it_early(scene):
    scene.first.add(Reply([delta(content="Well"), Cut()]))
    scene.second.add(say(", here."))
    chunks = [chunk async for chunk in scene.router.for_turn(ASK).stream(replace(ASK))]
    assert "".join(chunk.text for chunk in chunks if isinstance(chunk, TextDelta)) == "Well, here."
    assert [type(chunk) for chunk in chunks].count(Finished) == 1
    assert not any(isinstance(chunk, ToolCallDelta) for chunk in chunks)
