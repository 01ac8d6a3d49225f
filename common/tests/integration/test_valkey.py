"""The Valkey client against a real server that comes and goes."""

import os
import signal
import time

import pytest

from common.cache import Valkey, ValkeyAway
from common.tests.integration.conftest import OwnValkey, until


async def test_speaks_every_command_and_answers_in_bytes(valkey: Valkey) -> None:
    await valkey.client.set("a", "1", ex=60)
    await valkey.client.hset("h", mapping={"x": "y"})
    assert await valkey.client.mget("a", "missing") == [b"1", None]
    assert await valkey.client.hgetall("h") == {b"x": b"y"}
    pipeline = valkey.client.pipeline()
    pipeline.incr("n")
    pipeline.incr("n")
    assert await pipeline.execute() == [1, 2]


async def test_a_wrong_command_is_an_error_of_ours_and_not_an_absence(valkey: Valkey) -> None:
    await valkey.client.set("a", "text")
    with pytest.raises(Exception, match="integer") as caught:
        await valkey.client.incr("a")
    assert not isinstance(caught.value, ValkeyAway)
    assert valkey.available


async def test_without_a_url_it_is_always_away() -> None:
    nowhere = Valkey(None)
    with pytest.raises(ValkeyAway):
        await nowhere.client.get("a")
    assert not nowhere.available
    assert await nowhere.ping() is False
    await nowhere.close()


async def test_killed_in_use_it_fails_at_once_and_comes_back_by_itself(valkey: Valkey, own_valkey: OwnValkey) -> None:
    assert await valkey.ping()
    own_valkey.kill()
    for _ in range(20):
        started = time.monotonic()
        with pytest.raises(ValkeyAway):
            await valkey.client.get("a")
        assert time.monotonic() - started < 0.2
    assert not valkey.available
    own_valkey.start()
    await until(valkey.ping)
    assert valkey.available
    assert not valkey.steady_for(60)


async def test_a_frozen_server_costs_one_short_wait(own_valkey: OwnValkey) -> None:
    client = Valkey(own_valkey.url, answer_within=0.2, rest=30)
    await client.ping()
    os.kill(own_valkey.pid, signal.SIGSTOP)
    try:
        started = time.monotonic()
        for _ in range(10):
            with pytest.raises(ValkeyAway):
                await client.client.get("a")
        assert time.monotonic() - started < 1.5
    finally:
        os.kill(own_valkey.pid, signal.SIGCONT)
    await client.close()


async def test_a_server_that_refuses_to_serve_is_away_and_comes_back(valkey: Valkey, own_valkey: OwnValkey) -> None:
    operator = Valkey(own_valkey.url)
    await operator.client.config_set("min-replicas-to-write", "1")
    with pytest.raises(ValkeyAway):
        await valkey.client.set("a", "1")
    assert not valkey.available
    await operator.client.config_set("min-replicas-to-write", "0")
    await until(valkey.ping)
    await valkey.client.set("a", "1")
    await operator.close()


async def test_a_lock_is_held_once_and_given_back(valkey: Valkey) -> None:
    async with valkey.lock("turn", ttl=5) as first:
        async with valkey.lock("turn", ttl=5) as second:
            assert (first, second) == (True, False)
        async with valkey.lock("turn", ttl=5) as third:
            assert third is False, "a loser does not give back what it never had"
    async with valkey.lock("turn", ttl=5) as again:
        assert again


async def test_a_lock_that_ran_out_is_not_taken_from_its_new_holder(valkey: Valkey) -> None:
    async with valkey.lock("turn", ttl=0.05) as slow:
        assert slow
        await until(lambda: _gone(valkey))
        async with valkey.lock("turn", ttl=5) as quick:
            assert quick
            await valkey._unlock("turn", b"not the token")
            assert await valkey.client.exists("lock:turn") == 1


async def test_a_flush_loses_nothing_that_cannot_be_done_again(valkey: Valkey) -> None:
    async with valkey.lock("turn", ttl=5) as held:
        assert held
        await valkey.client.flushall()
    assert await valkey.ping()


async def _gone(valkey: Valkey) -> bool:
    return await valkey.client.exists("lock:turn") == 0
