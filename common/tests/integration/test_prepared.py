"""Core statements that run often behave at the third time as at the first, whichever way they go to the database."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextvars import copy_context
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, StatementError

from common.clock import utc_now
from common.database import TENANT, Database, system_scope, use_tenant
from common.database.scoping import UnscopedStatement
from common.tests.integration.test_database import Base, Jar, ShelfSettings

_jars: Any = Jar.__table__
ADD = insert(_jars)
BY_LABELS = (
    select(_jars.c.id, _jars.c.label, _jars.c.texts, _jars.c.created_at)
    .where(_jars.c.tenant_id == TENANT, _jars.c.label.in_(bindparam("labels", expanding=True)))
    .order_by(_jars.c.label)
)
REFILL = (
    update(_jars)
    .where(_jars.c.tenant_id == TENANT, _jars.c.label == bindparam("jar"))
    .values(sweets=_jars.c.sweets + bindparam("more"))
)
SWEETS = select(_jars.c.sweets).where(_jars.c.tenant_id == TENANT).order_by(_jars.c.sweets)
UNSCOPED = select(_jars.c.id)


@pytest.fixture
async def database(make_settings: Callable[..., Any]) -> AsyncIterator[Database]:
    database = Database(make_settings(ShelfSettings), Base.metadata)
    await database.start()
    with use_tenant("north"):
        yield database
    await database.stop()


async def add(database: Database, *labels: str) -> None:
    for label in labels:
        async with database.unit_of_work() as session:
            await session.execute(ADD, {"label": label, "texts": {"en": label, "zh": "糖"}})


async def labels(database: Database, *wanted: str) -> list[str]:
    async with database.reading() as session:
        return [row.label for row in await session.execute(BY_LABELS, {"labels": list(wanted)})]


async def test_values_defaults_and_conversions_are_the_same_every_time(database: Database) -> None:
    began = utc_now()
    await add(database, "a", "b", "c")
    async with database.reading() as session:
        rows = (await session.execute(BY_LABELS, {"labels": ["a", "b", "c"]})).all()
    for _ in range(3):
        async with database.reading() as session:
            assert (await session.execute(BY_LABELS, {"labels": ["a", "b", "c"]})).all() == rows
    assert [row.texts for row in rows] == [{"en": label, "zh": "糖"} for label in "abc"]
    assert len({row.id for row in rows}) == 3
    assert all(row.id.startswith("jar_") for row in rows)
    assert all(began <= row.created_at <= utc_now() for row in rows)


async def test_lists_of_any_length_find_their_rows(database: Database) -> None:
    await add(database, "a", "b", "c")
    for _ in range(2):
        assert await labels(database, "a") == ["a"]
        assert await labels(database, "c", "a") == ["a", "c"]
        assert await labels(database) == []
        assert await labels(database, "b", "z", "c") == ["b", "c"]


async def test_updates_say_how_many_rows_they_touched(database: Database) -> None:
    await add(database, "a")
    touched = []
    for jar in ("a", "z", "a"):
        async with database.unit_of_work() as session:
            touched.append((await session.execute(REFILL, {"jar": jar, "more": 2})).rowcount)
    assert touched == [1, 0, 1]
    async with database.reading() as session:
        assert await session.scalar(SWEETS) == 4


async def test_each_call_works_for_the_tenant_of_its_moment(database: Database) -> None:
    await add(database, "a", "b")
    with use_tenant("south"):
        await add(database, "a")
        assert await labels(database, "a", "b") == ["a"]
    assert await labels(database, "a", "b") == ["a", "b"]


async def test_a_refused_row_is_an_integrity_error_and_undoes_its_unit_alone(database: Database) -> None:
    await add(database, "a", "b")

    async def add_the_same_twice() -> None:
        async with database.unit_of_work() as session:
            for label in ("d", "c", "c"):
                await session.execute(ADD, {"id": f"jar_{label}", "label": label})

    for _ in range(3):
        with pytest.raises(IntegrityError):
            await add_the_same_twice()
    assert await labels(database, "a", "b", "c", "d") == ["a", "b"]


async def test_orm_and_core_share_one_transaction(database: Database) -> None:
    await add(database, "a", "b")

    async def change_its_mind() -> None:
        async with database.unit_of_work() as session:
            await session.execute(ADD, {"label": "c"})
            session.add(Jar(label="d"))
            await session.flush()
            assert len((await session.scalars(select(Jar))).all()) == 4
            await session.execute(REFILL, {"jar": "d", "more": 1})
            raise RuntimeError("changed my mind")

    with pytest.raises(RuntimeError, match="changed my mind"):
        await change_its_mind()
    assert await labels(database, "a", "b", "c", "d") == ["a", "b"]
    async with database.unit_of_work() as session:
        await session.execute(REFILL, {"jar": "a", "more": 1})
        session.add(Jar(label="e"))
    assert await labels(database, "a", "b", "e") == ["a", "b", "e"]


async def test_units_at_the_same_time_lose_nothing(database: Database) -> None:
    await add(database, "a", "b")

    async def refill() -> None:
        async with database.unit_of_work() as session:
            await session.execute(REFILL, {"jar": "a", "more": 1})
            await asyncio.sleep(0)

    await asyncio.gather(*(refill() for _ in range(50)))
    async with database.reading() as session:
        assert list(await session.scalars(SWEETS)) == [0, 50]


async def test_a_unit_called_off_while_it_waits_leaves_the_way_free(database: Database) -> None:
    await add(database, "a", "b")
    outside = copy_context()
    async with database.unit_of_work() as session:
        await session.execute(REFILL, {"jar": "a", "more": 1})
        waiting = asyncio.create_task(add(database, "c"), context=outside)
        if database.dialect == "sqlite":
            await asyncio.sleep(0.01)
            waiting.cancel()
        else:
            await waiting
    await asyncio.wait([waiting])
    await add(database, "d")
    assert await labels(database, "c", "d") == (["d"] if database.dialect == "sqlite" else ["c", "d"])


async def test_a_missing_value_and_an_unscoped_statement_are_refused_every_time(database: Database) -> None:
    for _ in range(3):
        with pytest.raises(StatementError):
            async with database.unit_of_work() as session:
                await session.execute(REFILL, {"jar": "a"})
        with pytest.raises(UnscopedStatement):
            async with database.reading() as session:
                await session.execute(UNSCOPED)
    with system_scope():
        async with database.reading() as session:
            assert (await session.execute(UNSCOPED)).all() == []


async def test_a_unit_of_work_that_is_called_off_leaves_nothing_behind(database: Database) -> None:
    """Wherever it is: the next ones on the same connections begin anew."""
    for _ in range(3):
        await add(database, f"kept {_}")

    async def fill() -> None:
        async with database.unit_of_work() as session:
            await session.execute(ADD, {"label": "lost", "texts": {}})
            for _ in range(20):
                await session.execute(REFILL, {"jar": "lost", "more": 1})
                await asyncio.sleep(0)

    for turns in range(20):  # then it would be committing, which is done to its end
        task = asyncio.create_task(fill())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await labels(database, "lost", "kept 0") == ["kept 0"]
    await asyncio.gather(*(add(database, f"later {n}") for n in range(30)))
    assert len(await labels(database, *(f"later {n}" for n in range(30)))) == 30
