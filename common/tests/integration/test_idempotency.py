"""Idempotency keys on each database: one effect, equal replies, no 5xx remembered, no crash for ever."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from common.clock import Clock, utc_now
from common.database import Database, system_scope, use_tenant
from common.errors import Conflict, Forbidden, ShopError, Unavailable, problem
from common.idempotency import Idempotency, KeyReused, Receipt
from common.security.caller import Caller
from common.tests.integration.conftest import MadeUpSettings, made_up_tables, until

ALICE = Caller("usr_alice", "default", "ses_1")
BOB = Caller("usr_bob", "default", "ses_2")


class OutOfPaint(Conflict):
    code = "out_of_paint"
    title = "There is no paint left"


class HandClock(Clock):
    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return utc_now() + self.ahead


class Painting:
    """An operation that counts how often it was really done."""

    def __init__(self, *failures: Exception, slow: bool = False) -> None:
        self.done = 0
        self._failures = list(failures)
        self._slow = slow
        self.entered, self.go_on = asyncio.Event(), asyncio.Event()

    async def __call__(self) -> tuple[int, Any]:
        self.entered.set()
        if self._slow:
            await self.go_on.wait()
        if self._failures:
            raise self._failures.pop(0)
        self.done += 1
        return 201, {"z": 1, "a": [self.done, "ü"]}


@pytest.fixture(autouse=True)
def for_the_default_shop() -> Any:
    with use_tenant("default"):
        yield


@pytest.fixture
async def processes(settings: MadeUpSettings, database: Database) -> AsyncIterator[list[tuple[Idempotency, Database]]]:
    """Two processes of one service; on SQLite there can only be one."""
    if settings.database_url is None:
        yield [(Idempotency(), database)]
        return
    other = Database(settings, made_up_tables())
    await other.start()
    yield [(Idempotency(), database), (Idempotency(), other)]
    await other.stop()


async def rows(database: Database) -> int:
    keys = database.metadata.tables["idempotency_keys"]
    with system_scope():
        async with database.reading() as session:
            return int(await session.scalar(select(func.count()).select_from(keys)) or 0)


async def test_the_same_key_and_body_get_the_same_reply(database: Database) -> None:
    painting, keys = Painting(), Idempotency()
    first = await keys.run(database, ALICE, "paint", "k1", {"b": 1, "a": 2}, painting)
    again = await keys.run(database, ALICE, "paint", "k1", {"a": 2, "b": 1}, painting)
    after_restart = await Idempotency().run(database, ALICE, "paint", "k1", {"b": 1, "a": 2}, painting)
    assert first == (201, {"z": 1, "a": [1, "ü"]}, False)
    assert again == after_restart == (201, {"z": 1, "a": [1, "ü"]}, True)
    assert list(again[1]) == ["z", "a"], "byte for byte"
    assert painting.done == 1


async def test_another_body_is_refused_and_changes_nothing(database: Database) -> None:
    painting, keys = Painting(), Idempotency()
    await keys.run(database, ALICE, "paint", "k1", b"red", painting)
    with pytest.raises(KeyReused):
        await keys.run(database, ALICE, "paint", "k1", b"blue", painting)
    assert painting.done == 1


async def test_a_key_belongs_to_its_subject_operation_and_tenant(database: Database) -> None:
    painting, keys = Painting(), Idempotency()
    await keys.run(database, ALICE, "paint", "k1", b"red", painting)
    await keys.run(database, BOB, "paint", "k1", b"blue", painting)
    await keys.run(database, ALICE, "draw", "k1", b"blue", painting)
    with use_tenant("elsewhere"):
        await keys.run(database, ALICE, "paint", "k1", b"blue", painting)
    assert painting.done == 4


async def test_fifty_at_once_have_one_effect_and_fifty_equal_replies(
    processes: list[tuple[Idempotency, Database]],
) -> None:
    painting = Painting(slow=True)

    async def one(n: int) -> tuple[int, Any, bool]:
        keys, database = processes[n % len(processes)]
        return await keys.run(database, ALICE, "paint", "k1", b"red", painting)

    tasks = [asyncio.create_task(one(n)) for n in range(50)]
    await painting.entered.wait()
    with pytest.raises(KeyReused):
        await processes[-1][0].run(processes[-1][1], ALICE, "paint", "k1", b"blue", painting)
    painting.go_on.set()
    replies = await asyncio.gather(*tasks)
    assert painting.done == 1
    assert {(status, str(body)) for status, body, _ in replies} == {(201, "{'z': 1, 'a': [1, 'ü']}")}
    assert sum(not replayed for _, _, replayed in replies) == 1


async def test_a_refusal_is_a_reply_too(database: Database) -> None:
    painting = Painting(OutOfPaint("Red is out.", colours=["red"]))
    for _ in range(3):
        with pytest.raises(ShopError) as refused:
            await Idempotency().run(database, ALICE, "paint", "k1", b"red", painting)
        assert problem(refused.value, "t") == {
            "type": "about:blank",
            "title": "There is no paint left",
            "status": 409,
            "code": "out_of_paint",
            "trace_id": "t",
            "detail": "Red is out.",
            "colours": ["red"],
        }
    assert painting.done == 0


@pytest.mark.parametrize("failure", [Unavailable(), ShopError(), Forbidden(), ZeroDivisionError()])
async def test_what_may_go_better_next_time_is_not_remembered(database: Database, failure: Exception) -> None:
    painting, keys = Painting(failure), Idempotency()
    with pytest.raises(type(failure)):
        await keys.run(database, ALICE, "paint", "k1", b"red", painting)
    assert await rows(database) == 0
    assert (await keys.run(database, ALICE, "paint", "k1", b"red", painting))[::2] == (201, False)


async def test_a_503_reply_is_not_remembered(database: Database) -> None:
    async def busy() -> tuple[int, Any]:
        return 503, {}

    assert (await Idempotency().run(database, ALICE, "paint", "k1", b"red", busy))[0] == 503
    assert await rows(database) == 0


async def test_the_work_goes_on_when_its_caller_hangs_up(database: Database) -> None:
    painting, keys = Painting(slow=True), Idempotency()
    caller = asyncio.create_task(keys.run(database, ALICE, "paint", "k1", b"red", painting))
    await painting.entered.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    painting.go_on.set()
    assert await keys.run(database, ALICE, "paint", "k1", b"red", painting) == (201, {"z": 1, "a": [1, "ü"]}, True)
    assert painting.done == 1


async def test_a_crashed_holder_keeps_the_key_only_until_its_lease_ends(database: Database) -> None:
    if database.dialect == "sqlite":
        pytest.skip("one process owns a SQLite file: a crash leaves no claim")
    painting = Painting(slow=True)
    silent = asyncio.create_task(Idempotency().run(database, ALICE, "paint", "k1", b"red", painting))
    await until(lambda: rows(database))
    waiting = asyncio.create_task(Idempotency().run(database, ALICE, "paint", "k1", b"red", Painting()))
    _, pending = await asyncio.wait([waiting], timeout=0.2)
    assert pending, "the holder may still be alive"
    keys = database.metadata.tables["idempotency_keys"]
    with system_scope():
        async with database.unit_of_work() as session:
            await session.execute(update(keys).values(leased_until=utc_now() - timedelta(seconds=1)))
    assert (await asyncio.wait_for(waiting, 60))[::2] == (201, False)
    painting.go_on.set()  # nothing is left behind half done
    await asyncio.wait_for(silent, 60)


@pytest.mark.parametrize(("behind", "taken"), [(timedelta(seconds=30), False), (timedelta(days=2), True)])
async def test_a_clock_that_is_behind_takes_no_living_claim(
    processes: list[tuple[Idempotency, Database]], behind: timedelta, taken: bool
) -> None:
    database = processes[0][1]
    if database.dialect == "sqlite":
        pytest.skip("one process owns a SQLite file: there are no claims")
    painting, clock = Painting(slow=True), HandClock()
    clock.ahead = -behind
    alive = asyncio.create_task(processes[0][0].run(database, ALICE, "paint", "k1", b"red", painting))
    await painting.entered.wait()
    others = Painting()
    late = asyncio.create_task(Idempotency(clock).run(processes[1][1], ALICE, "paint", "k1", b"red", others))
    if taken:
        assert (await asyncio.wait_for(late, 60))[::2] == (201, False)
    _, pending = await asyncio.wait([late], timeout=0.2)
    painting.go_on.set()
    await alive
    assert (await asyncio.wait_for(late, 60))[2] is not taken
    assert (bool(pending), others.done) == (not taken, int(taken))


class SignedPainting(Painting):
    """Writes its reply into the transaction of its effect, and may fail before or after that is committed."""

    def __init__(self, database: Database, *, fails: str = "") -> None:
        super().__init__()
        self.receipt = Receipt()
        self._database = database
        self._fails = fails

    async def __call__(self) -> tuple[int, Any]:
        reply = {"painted": self.done + 1}
        async with self._database.unit_of_work() as session:
            effect = {"tenant_id": "default", "position": 1, "what": "a picture"}
            await session.execute(self._database.metadata.tables["effects"].insert(), effect)
            await self.receipt.write(session, 201, reply)
            if self._fails == "before":
                raise ZeroDivisionError
        self.done += 1
        if self._fails == "after":
            raise OutOfPaint
        return 201, reply


async def test_a_receipt_is_there_with_the_effect(database: Database) -> None:
    painting = SignedPainting(database)
    first = await Idempotency().run(database, ALICE, "paint", "k1", b"red", painting, painting.receipt)
    again = await Idempotency().run(database, ALICE, "paint", "k1", b"red", painting, painting.receipt)
    assert (first, again) == ((201, {"painted": 1}, False), (201, {"painted": 1}, True))
    assert await rows(database) == 1


async def test_a_receipt_goes_with_the_effect_that_is_undone(database: Database) -> None:
    painting = SignedPainting(database, fails="before")
    with pytest.raises(ZeroDivisionError):
        await Idempotency().run(database, ALICE, "paint", "k1", b"red", painting, painting.receipt)
    assert await rows(database) == 0
    second = SignedPainting(database)
    reply = await Idempotency().run(database, ALICE, "paint", "k1", b"red", second, second.receipt)
    assert reply == (201, {"painted": 1}, False)


async def test_a_receipt_counts_whatever_comes_after_it(database: Database) -> None:
    painting = SignedPainting(database, fails="after")
    with pytest.raises(OutOfPaint):
        await Idempotency().run(database, ALICE, "paint", "k1", b"red", painting, painting.receipt)
    again = await Idempotency().run(database, ALICE, "paint", "k1", b"red", painting, painting.receipt)
    assert again == (201, {"painted": 1}, True)
    assert painting.done == 1


async def test_remembers_a_day_and_forgets_in_the_end(database: Database) -> None:
    clock = HandClock()
    keys, painting = Idempotency(clock), Painting()
    await keys.run(database, ALICE, "paint", "k1", b"red", painting)
    clock.ahead = timedelta(hours=25)
    assert await keys.forget_old(database) == 0
    assert (await keys.run(database, ALICE, "paint", "k1", b"red", painting))[2] is True
    clock.ahead = timedelta(hours=49)
    assert await keys.forget_old(database) == 1
    assert await rows(database) == 0
