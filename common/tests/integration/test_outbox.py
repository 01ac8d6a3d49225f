"""The outbox on each database: written with the change, numbered without gaps or skips, kept for a week."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from common.background import Background
from common.cache import Valkey
from common.clock import Clock, utc_now
from common.database import Database, use_tenant
from common.events import Bell, EventLog, publish, publish_many
from common.events.relay import Relay
from common.events.tables import event_tables
from common.tests.integration.conftest import MadeUpSettings, made_up_tables


class LaterClock(Clock):
    def __init__(self, days: float) -> None:
        self._ahead = timedelta(days=days)

    def now(self) -> Any:
        return utc_now() + self._ahead


def relay_of(database: Database, clock: Clock | None = None) -> Relay:
    tables = event_tables(database.metadata)
    return Relay("made_up_service", database, tables, Bell(Valkey(None)), clock or Clock())


def log_of(database: Database) -> EventLog:
    def no_siblings(service: str) -> Any:
        raise AssertionError(service)

    return EventLog("made_up_service", database, Bell(Valkey(None)), Background(), no_siblings)


async def write(database: Database, *subjects: str, tenant: str = "default", type: str = "thing.happened") -> None:
    with use_tenant(tenant):
        async with database.unit_of_work() as session:
            for subject in subjects:
                await publish(session, type, subject, {"n": 1})


async def write_and_fail(database: Database) -> None:
    with use_tenant("default"):
        async with database.unit_of_work() as session:
            await publish(session, "thing.happened", "never", {})
            raise ZeroDivisionError


async def test_an_event_is_there_with_its_change_and_not_without_it(database: Database) -> None:
    await write(database, "a")
    with pytest.raises(ZeroDivisionError):
        await write_and_fail(database)
    await write(database, "b", tenant="other")
    await relay_of(database).relay()
    page = await log_of(database).read()
    assert [(event.seq, event.subject_id, event.tenant_id) for event in page.items] == [
        (1, "a", "default"),
        (2, "b", "other"),
    ]
    assert (page.read_to, page.oldest, page.newest) == (2, 1, 2)
    assert page.items[0].data == {"n": 1}
    assert page.items[0].created_at.tzinfo is not None


async def test_reads_by_number_type_and_page(database: Database) -> None:
    await write(database, "a", "b")
    await write(database, "c", type="other.happened")
    await write(database, "d")
    await relay_of(database).relay()
    log = log_of(database)
    first = await log.read(limit=2)
    assert ([event.subject_id for event in first.items], first.read_to) == (["a", "b"], 2)
    rest = await log.read(after=first.read_to, limit=2)
    assert ([event.subject_id for event in rest.items], rest.read_to) == (["c", "d"], 4)
    others = await log.read(types=["other.happened"])
    assert ([event.subject_id for event in others.items], others.read_to) == (["c"], 4)
    assert (await log.read(after=4)).items == []


async def test_a_slow_transaction_is_numbered_after_the_quick_one_that_overtook_it(database: Database) -> None:
    if database.dialect == "sqlite":
        pytest.skip("SQLite has one writer: nobody overtakes")
    relay, log = relay_of(database), log_of(database)
    written, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        with use_tenant("default"):
            async with database.unit_of_work() as session:
                await publish(session, "thing.happened", "slow", {})
                written.set()
                await go_on.wait()

    task = asyncio.create_task(slow())
    await written.wait()
    await write(database, "quick")
    await relay.relay()
    seen = await log.read()
    assert [event.subject_id for event in seen.items] == ["quick"]
    go_on.set()
    await task
    await relay.relay()
    assert [event.subject_id for event in (await log.read(after=seen.read_to)).items] == ["slow"]


async def test_several_processes_number_every_event_once_and_readers_miss_none(settings: MadeUpSettings) -> None:
    if settings.database_url is None:
        pytest.skip("one process owns a SQLite file")
    processes = [Database(settings, made_up_tables()) for _ in range(3)]
    for database in processes:
        await database.start()
    writing = asyncio.Event()

    async def write_and_relay(database: Database, name: int) -> None:
        relay = relay_of(database)
        for n in range(20):
            await write(database, f"{name}.{n}")
            await relay.relay()

    async def read_along() -> list[str]:
        log, cursor, seen = log_of(processes[0]), 0, []
        while True:
            finished = writing.is_set()
            page = await log.read(after=cursor, limit=7)
            seen += [event.subject_id for event in page.items]
            assert page.read_to >= cursor
            cursor = page.read_to
            if finished and not page.items:
                return seen
            await asyncio.sleep(0.002)

    reader = asyncio.create_task(read_along())
    await asyncio.gather(*(write_and_relay(database, name) for name, database in enumerate(processes)))
    await relay_of(processes[0]).relay()
    writing.set()
    seen = await reader
    page = await log_of(processes[0]).read(limit=100)
    assert sorted(seen) == sorted(f"{name}.{n}" for name in range(3) for n in range(20))
    assert [event.seq for event in page.items] == list(range(1, 61))
    for name in range(3):
        own = [subject for subject in seen if subject.startswith(f"{name}.")]
        assert own == [f"{name}.{n}" for n in range(20)]
    for database in processes:
        await database.stop()


async def test_forgets_what_is_older_than_a_week_but_never_its_place(database: Database) -> None:
    await write(database, "a", "b", "c")
    await relay_of(database).relay()
    assert await relay_of(database, LaterClock(days=6)).forget_old() == 0
    assert await relay_of(database, LaterClock(days=8)).forget_old() == 2
    page = await log_of(database).read()
    assert ([event.subject_id for event in page.items], page.oldest, page.newest) == (["c"], 3, 3)
    await write(database, "d")
    await relay_of(database).relay()
    assert [event.seq for event in (await log_of(database).read(after=3)).items] == [4]


async def test_a_commit_wakes_the_relay_and_a_rollback_does_not(database: Database) -> None:
    log = log_of(database)
    heard: list[set[str]] = []
    database.equip(on_publish=heard.append)
    await write(database, "a", "b")
    with pytest.raises(ZeroDivisionError):
        await write_and_fail(database)
    assert heard == [{"thing.happened"}]
    assert log.consumers == []


async def test_an_event_and_its_row_are_read_together(database: Database) -> None:
    effects = database.metadata.tables["effects"]
    with use_tenant("default"):
        async with database.unit_of_work() as session:
            await session.execute(insert(effects).values(tenant_id="default", position=1, what="first"))
            await publish(session, "thing.happened", "first", {})
        async with database.reading() as session:
            found = (
                (await session.execute(select(effects.c.what).where(effects.c.tenant_id == "default"))).scalars().all()
            )
    assert found == ["first"]
    await relay_of(database).relay()
    assert [event.subject_id for event in (await log_of(database).read()).items] == ["first"]


async def test_many_at_once_are_numbered_in_their_order(database: Database) -> None:
    await write(database, "before")
    with use_tenant("default"):
        async with database.unit_of_work() as session:
            await publish_many(session, "thing.happened", ((f"s{n:04d}", {"n": n}) for n in range(1200)))
    await relay_of(database).relay()
    page = await log_of(database).read(limit=2000)
    assert [event.seq for event in page.items] == list(range(1, 1202))
    assert [event.subject_id for event in page.items] == ["before", *(f"s{n:04d}" for n in range(1200))]
