"""Limits counted in the process."""

import pytest

from common.cache import Valkey
from common.security.limits import Limiter, limit_rule


def test_reads_rules_in_words() -> None:
    for text, amount, seconds in (
        ("6000/minute", 6000, 60),
        ("10 per 5 minutes", 10, 300),
        (" 1 / Second ", 1, 1),
        ("2 per hour", 2, 3600),
        ("7/2days", 7, 172_800),
    ):
        rule = limit_rule("reads", text)
        assert rule is not None
        assert (rule.name, rule.amount, rule.seconds) == ("reads", amount, seconds)
    assert limit_rule("reads", " ") is None
    for text in ("often", "10", "10/fortnight", "-1/minute", "10/minute or so"):
        with pytest.raises(ValueError, match="not a rate limit"):
            limit_rule("reads", text)


def test_refuses_the_one_too_many_and_says_how_long_to_wait() -> None:
    limiter, rule = Limiter(Valkey(None)), limit_rule("reads", "3/minute")
    assert rule is not None
    assert [limiter.check(rule, "a")[0] for _ in range(4)] == [True, True, True, False]
    assert 1 <= limiter.check(rule, "a")[1] <= 60
    assert limiter.check(rule, "b") == (True, 0)


def test_two_rules_do_not_share_their_counts() -> None:
    limiter = Limiter(Valkey(None))
    one, two = limit_rule("one", "1/minute"), limit_rule("two", "1/minute")
    assert one is not None
    assert two is not None
    assert limiter.check(one, "a")[0]
    assert limiter.check(two, "a")[0]
    assert not limiter.check(one, "a")[0]


def test_a_flood_of_addresses_is_bounded() -> None:
    limiter, rule = Limiter(Valkey(None)), limit_rule("reads", "3/minute")
    assert rule is not None
    for n in range(100_005):
        limiter.check(rule, str(n))
    assert len(limiter._windows[rule].counts) < 100_005
