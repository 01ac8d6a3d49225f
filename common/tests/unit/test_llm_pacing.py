"""Breaker, limits, retry budget and continued texts, by a clock that stands still."""

from random import Random

import pytest

from common.api_clients.llm.breaker import Breaker
from common.api_clients.llm.candidates import Candidate, estimated_tokens, in_order, needs_of
from common.api_clients.llm.continuation import Continuation
from common.api_clients.llm.pacing import RetryBudget
from common.api_clients.llm.standing import Standing
from common.api_clients.llm.types import (
    BrokenStream,
    ChatRequest,
    Message,
    ModelMisconfigured,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
    ToolSpec,
    Usage,
)


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def call(breaker, well):
    breaker.begin()
    breaker.succeeded() if well else breaker.failed()


def test_the_breaker_opens_on_repeated_failures_and_lets_one_call_find_out(clock):
    breaker = Breaker(15, clock)
    for well in (True, False, False):
        call(breaker, well)
    assert breaker.state == "closed"
    call(breaker, False)
    assert (breaker.state, breaker.admits()) == ("open", False)
    clock.now += 15
    assert (breaker.state, breaker.admits()) == ("half_open", True)
    breaker.begin()
    assert not breaker.admits()
    breaker.abandoned()
    assert breaker.admits()
    call(breaker, False)
    clock.now += 29
    assert breaker.state == "open"
    clock.now += 1
    call(breaker, True)
    assert (breaker.state, breaker.admits()) == ("closed", True)


def test_few_failures_among_many_calls_open_nothing(clock):
    breaker = Breaker(15, clock)
    for well in (True, True, False) * 4:
        call(breaker, well)
    assert breaker.state == "closed"


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (ModelTimeout("slow"), "open"),
        (ModelMisconfigured("key"), "open"),
        (BrokenStream("cut"), "closed"),
        (ModelRefused("content"), "closed"),
    ],
)
def test_what_would_cost_every_shopper_a_deadline_opens_it_at_once(clock, error, state):
    standing = Standing(15, clock)
    standing.failed("m", error)
    assert standing.breaker.state == state


def test_a_rest_of_nothing_never_opens(clock):
    standing = Standing(0, clock)
    for _ in range(5):
        standing.failed("m", ModelTimeout("slow"))
    standing.failed("m", ModelUnavailable("busy", retry_after=3600))
    assert standing.available(1)


def test_retry_after_is_kept_to_within_reason(clock):
    standing = Standing(15, clock)
    standing.failed("m", ModelUnavailable("busy", retry_after=40))
    assert (standing.available(1), standing.available(1, begun=True), standing.rests_for) == (False, False, 40)
    clock.now += 40
    assert standing.available(1)
    standing.failed("m", ModelUnavailable("busy", retry_after=86_400))
    assert standing.rests_for == 120


def test_at_most_a_fifth_of_the_calls_are_repeated(clock):
    budget = RetryBudget(clock)
    assert [budget.take() for _ in range(4)] == [True, True, True, False]
    for _ in range(50):
        budget.called()
    assert [budget.take() for _ in range(8)] == [True] * 7 + [False]
    clock.now += 61
    assert budget.take()


def test_own_limits_are_kept_to_and_what_is_begun_may_overdraw_them(clock):
    standing = Standing(15, clock)
    standing.requests_per_minute, standing.tokens_per_minute = 2, 1000
    standing.begin(600)
    assert (standing.available(400), standing.available(401), standing.available(401, begun=True)) == (
        True,
        False,
        True,
    )
    standing.succeeded("m", 0.1, Usage(input_tokens=100, output_tokens=100), 600)
    assert standing.available(800)
    standing.begin(1)
    assert not standing.available(1)
    clock.now += 60
    assert standing.available(5000)


def test_figures_are_of_the_last_five_minutes(clock):
    standing = Standing(15, clock)
    standing.succeeded("old", 9.0, None, 0)
    clock.now += 301
    for wait in (0.1, 0.2, 0.3, 0.4):
        standing.succeeded("m", wait, None, 0)
    standing.failed("n", BrokenStream("cut"))
    figures = standing.figures()
    assert (figures.calls, figures.errors, figures.p50_ms, figures.p95_ms) == (5, 1, 300, 400)
    assert figures.last_error == "model_broken_stream"
    assert standing.figures("n").calls == 1


@pytest.mark.parametrize(
    ("said", "pieces", "new"),
    [
        ("We have ", ["two ", "monitors."], "two monitors."),
        ("We have ", ["We ha", "ve two mon", "itors."], "two monitors."),
        ("We have two", ["\nWe have two monitors."], " monitors."),
        ("Hello. We have two", ["We have", " two monitors."], " monitors."),
        ("我们有两款显", ["我们有两款", "显示器。"], "示器。"),
        ("您好。我们有两款", ["有两款显示器。"], "显示器。"),
        ("There are 1", ["1 of them"], "1 of them"),
        ("All is said.", ["All is", " said."], ""),
        ("We have two m", ["We have three monitors."], "\n\nWe have three monitors."),
        ("yes or no, yes", ["yes"], "yes"),
        ("", ["Hello"], "Hello"),
    ],
)
def test_a_continued_text_repeats_and_loses_nothing(said, pieces, new):
    text = Continuation(said)
    assert "".join(map(text.feed, pieces)) + text.end() == new


class Model:
    provider = "p"

    def __init__(self, name):
        self.name = name


def candidate(name, clock, **options):
    return Candidate(f"mdl_{name}", Model(name), Standing(15, clock), **options)


def test_needs_and_size_are_read_from_the_request():
    tool = ToolSpec("t", "does", {"type": "object"})
    request = ChatRequest([Message("user", "看" * 30, images=["data:image/png;base64,x"])], [tool], max_tokens=500)
    request.response_schema = {"type": "object"}
    assert needs_of(request) == {"chat", "tools", "json", "vision"}
    assert estimated_tokens(request) == (90 + 4 + 17) // 3 + 1000 + 500


def test_priority_then_weight_and_first_of_all_who_began_or_was_wished_for(clock):
    a, b, c = candidate("a", clock, weight=3), candidate("b", clock), candidate("c", clock, priority=200)
    lots = iter([0.5, 0.5, 0.5] * 4)
    assert in_order([c, b, a], None, [], lambda: next(lots)) == [a, b, c]
    assert in_order([c, b, a], "mdl_c", [], lambda: next(lots)) == [c, a, b]
    assert in_order([c, b, a], "mdl_b", ["c"], lambda: next(lots)) == [b, c, a]
    assert in_order([a, b, c], None, ["nowhere", "c", "mdl_b"], lambda: next(lots)) == [c, b, a]


def test_equals_come_first_as_often_as_their_weight_says(clock):
    heavy, light = candidate("a", clock, weight=3), candidate("b", clock)
    lots = Random(7).random
    first = [in_order([heavy, light], None, [], lots)[0] for _ in range(2000)]
    assert 0.70 < first.count(heavy) / 2000 < 0.80


def test_only_what_a_model_is_declared_to_do_and_to_hold_is_asked_of_it(clock):
    small = candidate("a", clock, abilities=frozenset({"chat"}), context_window=1000)
    assert small.can(frozenset({"chat"}), 1000)
    assert not small.can(frozenset({"chat"}), 1001)
    assert not small.can(frozenset({"chat", "tools"}), 10)
    assert candidate("b", clock).can(frozenset({"chat", "vision"}), 10**9)
