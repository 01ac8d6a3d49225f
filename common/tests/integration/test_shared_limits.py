"""Limits that all processes share, and what becomes of them without Valkey."""

from common.cache import Valkey
from common.security.limits import Limiter, limit_rule
from common.tests.integration.conftest import OwnValkey

RULE = limit_rule("writes", "3/minute")
assert RULE is not None


async def test_two_processes_count_together(valkey: Valkey, own_valkey: OwnValkey) -> None:
    other = Valkey(own_valkey.url)
    one, two = Limiter(valkey), Limiter(other)
    answers = [await limiter.check_shared(RULE, "usr_1") for limiter in (one, two, one, two)]
    assert [allowed for allowed, _ in answers] == [True, True, True, False]
    assert 1 <= answers[-1][1] <= 60
    assert (await one.check_shared(RULE, "usr_2"))[0]
    await other.close()


async def test_a_counter_that_lost_its_lifetime_gets_one_again(valkey: Valkey) -> None:
    limiter = Limiter(valkey)
    await limiter.check_shared(RULE, "usr_1")
    await valkey.client.persist("limit:writes:usr_1")
    await limiter.check_shared(RULE, "usr_1")
    assert 0 < await valkey.client.ttl("limit:writes:usr_1") <= 60


async def test_without_valkey_each_process_counts_for_itself(valkey: Valkey, own_valkey: OwnValkey) -> None:
    limiter = Limiter(valkey)
    await limiter.check_shared(RULE, "usr_1")
    own_valkey.kill()
    answers = [(await limiter.check_shared(RULE, "usr_1"))[0] for _ in range(4)]
    assert answers == [True, True, True, False]
