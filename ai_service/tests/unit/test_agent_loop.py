"""The agent loop with a model that says what it was told to: order, limits, endings."""

import asyncio

import pytest

from ai_service.app.agents.limits import LimitReachedError, Spending, TurnLimits
from ai_service.app.agents.loop import CallEnded, CallStarted, Spoken, TextPiece, run_agent
from ai_service.app.tools.runner import ToolOutcome
from common.api_clients.llm.types import (
    BadModelAnswer,
    ChatRequest,
    Finished,
    Message,
    ModelUnavailable,
    ReasoningDelta,
    TextDelta,
    ToolCallDelta,
    Usage,
)


class ScriptedModel:
    name = provider = "scripted"

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = 0

    async def stream(self, request):
        answer = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        for chunk in answer:
            yield chunk


class Toolbox:
    def __init__(self, changing=()):
        self.changing = changing
        self.running = self.together = 0
        self.ran = []
        self.allowed = []

    def changes(self, name):
        return name in self.changing

    async def run(self, call, *, writes_allowed=True):
        self.allowed.append(writes_allowed)
        self.running += 1
        self.together = max(self.together, self.running)
        await asyncio.sleep(0)
        self.running -= 1
        self.ran.append(call.name)
        return ToolOutcome(call, True, {}, '{"ok":true}')


class Counter:
    def __init__(self, spending=None):
        self.calls, self.said = [], []
        self.spending = spending

    async def begin(self, model, request):
        pass

    async def record(self, model, usage, said, first_token_ms, duration_ms, finished):
        self.calls.append((model.name, usage.input_tokens, finished))
        self.said.append(said)
        if self.spending is not None:
            self.spending.used(usage.input_tokens, usage.input_tokens)


def calls(*names):
    deltas = [ToolCallDelta(index, f"c{index}", name, "{}") for index, name in enumerate(names)]
    return (*deltas, Usage(10, 2), Finished("tool_calls"))


SAID = (TextDelta("Hello "), TextDelta("there"), Usage(5, 2), Finished("stop"))


async def played(model, tools=None, limits=None, meter=None):
    request = ChatRequest([Message("user", "hi")])
    tools, meter = tools or Toolbox(), meter or Counter()
    events = [event async for event in run_agent(model, request, tools, Spending(limits or TurnLimits()), meter)]
    return events, request.messages


async def test_calls_tools_then_speaks():
    meter = Counter()
    events, messages = await played(ScriptedModel(calls("search"), SAID), meter=meter)
    assert [type(event) for event in events] == [CallStarted, CallEnded, TextPiece, TextPiece, Spoken]
    assert [message.role for message in messages] == ["user", "assistant", "tool", "assistant"]
    assert messages[2].tool_call_id == messages[1].tool_calls[0].id
    assert messages[3].content == "Hello there"
    assert meter.calls == [("scripted", 10, True), ("scripted", 5, True)]


async def test_reading_calls_run_together_and_changing_ones_in_order():
    tools = Toolbox()
    await played(ScriptedModel(calls("a", "b", "c"), SAID), tools)
    assert tools.together == 3
    tools = Toolbox(changing=("b",))
    await played(ScriptedModel(calls("a", "b", "c"), SAID), tools)
    assert tools.together == 1
    assert tools.ran == ["a", "b", "c"]


async def test_ids_that_a_model_repeats_are_told_apart():
    _, messages = await played(ScriptedModel(calls("a"), calls("a"), SAID))
    ids = [message.tool_call_id for message in messages if message.role == "tool"]
    assert len(set(ids)) == 2


@pytest.mark.parametrize(
    ("limits", "limit", "asked"),
    [
        (TurnLimits(steps=3), "steps", 3),
        (TurnLimits(tokens=25), "tokens", 3),
        (TurnLimits(cost=15), "cost", 2),
        (TurnLimits(tool_calls=2), "tool_calls", 3),
        (TurnLimits(seconds=0), "seconds", 0),
    ],
)
async def test_stops_at_each_limit_before_going_beyond_it(limits, limit, asked):
    model, tools, spending = ScriptedModel(calls("a")), Toolbox(), Spending(limits)
    with pytest.raises(LimitReachedError) as reached:
        async for _ in run_agent(model, ChatRequest([]), tools, spending, Counter(spending)):
            pass
    assert reached.value.limit == limit
    assert model.asked == asked
    assert len(tools.ran) <= 3


async def test_silence_is_no_answer():
    with pytest.raises(BadModelAnswer):
        await played(ScriptedModel((Finished("stop"),)))


async def test_a_broken_answer_is_metered_too():
    class Broken:
        name = "broken"

        async def stream(self, request):
            yield TextDelta("hm")
            raise BadModelAnswer("cut")

    meter = Counter()
    with pytest.raises(BadModelAnswer):
        await played(Broken(), meter=meter)
    assert (meter.calls, meter.said) == ([("broken", 0, False)], [2])


async def test_a_stopped_answer_is_metered_with_the_bytes_that_were_said_and_a_refused_one_with_none():
    meter = Counter()
    thinking = ScriptedModel((ReasoningDelta("hm"), ToolCallDelta(0, "c", "a", "{}"), TextDelta("是"), *SAID))
    events = run_agent(thinking, ChatRequest([]), Toolbox(), Spending(TurnLimits()), meter)
    await anext(events)
    await events.aclose()

    class Refusing:
        name = "refusing"

        async def stream(self, request):
            raise ModelUnavailable
            yield

    with pytest.raises(ModelUnavailable):
        await played(Refusing(), meter=meter)
    assert meter.calls == [("scripted", 0, False), ("refusing", 0, False)]
    assert meter.said == [7, None]
