"""The Valkey client against a real server that comes and goes."""

import asyncio
import os
import signal
import time

import pytest
from redis.exceptions import ResponseError

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


async def test_questions_on_the_shared_line_get_each_their_own_answers(valkey: Valkey) -> None:
    await valkey.client.mset({f"k{number}": number for number in range(100)})
    questions = [asyncio.create_task(valkey.ask(("GET", f"k{n}"), ("ECHO", f"e{n}"))) for n in range(100)]
    await asyncio.sleep(0)
    for left in questions[::7]:  # whoever leaves before the answer takes nobody else's
        left.cancel()
    answers = await asyncio.gather(*questions, return_exceptions=True)
    for number, answer in enumerate(answers):
        if number % 7:
            assert answer == [b"%d" % number, b"e%d" % number]
        else:
            assert isinstance(answer, asyncio.CancelledError)


async def test_a_wrong_question_fails_alone(valkey: Valkey) -> None:
    await valkey.client.set("a", "text")
    wrong = asyncio.create_task(valkey.ask(("INCR", "a")))
    assert await valkey.ask(("GET", "a")) == [b"text"]
    with pytest.raises(ResponseError, match="integer"):
        await wrong
    assert valkey.available


async def test_the_shared_line_is_lost_and_found_with_its_server(own_valkey: OwnValkey) -> None:
    valkey = Valkey(own_valkey.url, answer_within=1, rest=0.05)
    assert await valkey.ask(("PING",)) == [b"PONG"]
    os.kill(own_valkey.pid, signal.SIGSTOP)
    started = time.monotonic()
    frozen = await asyncio.gather(*(valkey.ask(("PING",)) for _ in range(20)), return_exceptions=True)
    assert time.monotonic() - started < 10  # together, not one after the other
    assert all(isinstance(answer, ValkeyAway) for answer in frozen)
    os.kill(own_valkey.pid, signal.SIGCONT)
    await until(lambda: _answers(valkey))
    own_valkey.kill()
    with pytest.raises(ValkeyAway):
        await valkey.ask(("PING",))
    own_valkey.start()
    await until(lambda: _answers(valkey))
    await valkey.close()


async def test_a_line_that_was_cut_while_nobody_asked_is_no_failure(valkey: Valkey, own_valkey: OwnValkey) -> None:
    assert await valkey.ask(("PING",)) == [b"PONG"]
    await valkey.client.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
    assert await valkey.ask(("PING",)) == [b"PONG"]
    assert valkey.available


async def test_without_a_url_it_is_always_away() -> None:
    nowhere = Valkey(None)
    with pytest.raises(ValkeyAway):
        await nowhere.client.get("a")
    with pytest.raises(ValkeyAway):
        await nowhere.ask(("PING",))
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
        assert time.monotonic() - started < 5  # no answer is waited for, which would take ten
    assert not valkey.available
    own_valkey.start()
    await until(valkey.ping)
    assert valkey.available
    assert not valkey.steady_for(60)


async def test_a_frozen_server_costs_one_short_wait(own_valkey: OwnValkey) -> None:
    client = Valkey(own_valkey.url, answer_within=1, rest=600)
    await client.ping()
    os.kill(own_valkey.pid, signal.SIGSTOP)
    try:
        started = time.monotonic()
        for _ in range(20):
            with pytest.raises(ValkeyAway):
                await client.client.get("a")
        assert time.monotonic() - started < 10
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


async def _answers(valkey: Valkey) -> bool:
    try:
        return await valkey.ask(("PING",)) == [b"PONG"]
    except ValkeyAway:
        return False


async def _gone(valkey: Valkey) -> bool:
    return await valkey.client.exists("lock:turn") == 0
