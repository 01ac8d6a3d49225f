"""Transactions, tenants and dialects on a real database."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from sqlalchemy import MetaData, func, insert, select, text, update
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from common.config import Settings
from common.database import (
    JSON,
    NAMING,
    Code,
    Database,
    IdMixin,
    TenantMixin,
    TimestampMixin,
    after_commit,
    retrying,
    scoped,
    system_scope,
    upsert,
    use_tenant,
)
from common.database.ownership import FileInUse
from common.database.scoping import CrossTenant, UnscopedStatement


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


class Jar(Base, TenantMixin, IdMixin, TimestampMixin):
    __tablename__ = "jars"
    id_prefix = "jar"
    label: Mapped[str] = mapped_column(Code(40), default="")
    sweets: Mapped[int] = mapped_column(default=0)
    texts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class ShelfSettings(Settings):
    service = "shelf_service"


@pytest.fixture
async def database(make_settings: Callable[..., Any]) -> AsyncIterator[Database]:
    database = Database(make_settings(ShelfSettings), Base.metadata)
    await database.start()
    with use_tenant("north"):
        yield database
    await database.stop()


async def add(database: Database, **values: Any) -> Jar:
    jar = Jar(**values)
    async with database.unit_of_work() as session:
        session.add(jar)
    return jar


async def sweets(database: Database) -> list[int]:
    async with database.reading() as session:
        return list((await session.scalars(select(Jar.sweets).order_by(Jar.sweets))).all())


async def test_a_row_comes_back_as_it_was_written(database: Database) -> None:
    jar = await add(database, label="Ω", sweets=3, texts={"en": "sweet", "zh": "糖"})
    async with database.reading() as session:
        found = (await session.scalars(select(Jar))).one()
    assert (found.id, found.tenant_id, found.label, found.sweets) == (jar.id, "north", "Ω", 3)
    assert found.texts == {"en": "sweet", "zh": "糖"}
    assert found.created_at == jar.created_at
    assert found.created_at.tzinfo is not None


async def test_an_error_undoes_everything_and_calls_nobody(database: Database) -> None:
    told: list[str] = []

    async def fail_half_way() -> None:
        async with database.unit_of_work() as session:
            session.add(Jar(sweets=1))
            await session.flush()
            after_commit(session, lambda: told.append("committed"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_half_way()
    assert await sweets(database) == []
    assert told == []


async def test_what_follows_a_commit_is_called_after_it(database: Database) -> None:
    told: list[str] = []
    async with database.unit_of_work() as session:
        session.add(Jar())
        after_commit(session, lambda: told.append("committed"))
        assert told == []
    assert told == ["committed"]


async def test_a_second_unit_of_work_inside_the_first_is_refused(database: Database) -> None:
    async with database.unit_of_work():
        with pytest.raises(RuntimeError, match="already open"):
            async with database.unit_of_work():
                pass


async def test_one_write_is_committed_and_has_no_second(database: Database) -> None:
    heard: list[str] = []
    filling = (
        update(Jar.__table__).where(Jar.__table__.c.tenant_id == "north").values(sweets=Jar.__table__.c.sweets + 1)
    )
    await add(database, label="one", sweets=1)
    for _ in range(2):  # the second time it is prepared
        async with database.one_write() as session:
            after_commit(session, lambda: heard.append("written"))
            await session.execute(filling)

    async def two() -> None:
        async with database.one_write() as session:
            await session.scalar(select(Jar.__table__.c.sweets).where(Jar.__table__.c.tenant_id == "north"))
            await session.execute(filling)

    with pytest.raises(RuntimeError, match="takes a unit of work"):
        await two()
    async with database.reading() as session:
        assert await session.scalar(scoped(select(Jar.__table__.c.sweets), Jar)) == 3
    assert heard == ["written"] * 2


async def test_a_caller_cancelled_in_mid_commit_leaves_all_or_nothing(database: Database) -> None:
    told: list[int] = []

    async def write(number: int) -> None:
        async with database.unit_of_work() as session:
            session.add(Jar(sweets=number))
            after_commit(session, lambda: told.append(number))

    for number in range(60):
        task = asyncio.create_task(write(number))
        for _ in range(number % 12):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await sweets(database) == sorted(told)
    await add(database, sweets=1000)  # the writer is not left locked
    assert (await sweets(database))[-1] == 1000


async def test_rivals_lose_no_update(database: Database) -> None:
    await add(database, sweets=0)

    @retrying
    async def eat_one() -> None:
        async with database.unit_of_work() as session:
            await session.execute(scoped(update(Jar.__table__), Jar).values(sweets=Jar.__table__.c.sweets + 1))

    await asyncio.gather(*(eat_one() for _ in range(40)))
    assert await sweets(database) == [40]


async def test_another_tenant_sees_and_changes_nothing(database: Database) -> None:
    jar = await add(database, sweets=5)
    with use_tenant("south"):
        assert await sweets(database) == []
        async with database.unit_of_work() as session:
            await session.execute(update(Jar).values(sweets=0))
            await session.execute(scoped(update(Jar.__table__), Jar).values(sweets=0))
            assert await session.get(Jar, ("south", jar.id)) is None
        with pytest.raises(CrossTenant):
            await add(database, tenant_id="north", sweets=9)
    assert await sweets(database) == [5]


async def test_both_tenants_may_have_the_same_id(database: Database) -> None:
    await add(database, id="#W1", sweets=1)
    with use_tenant("south"):
        await add(database, id="#W1", sweets=2)
        assert await sweets(database) == [2]
    assert await sweets(database) == [1]
    with system_scope():
        assert await sweets(database) == [1, 2]


async def test_core_inserts_get_a_tenant_and_an_id_too(database: Database) -> None:
    async with database.unit_of_work() as session:
        await session.execute(insert(Jar.__table__), [{"sweets": 1}, {"sweets": 2}])
    async with database.reading() as session:
        rows = (await session.execute(scoped(select(Jar.__table__.c.id, Jar.__table__.c.tenant_id), Jar))).all()
    assert len({row.id for row in rows}) == 2
    assert all(row.id.startswith("jar_") and row.tenant_id == "north" for row in rows)


async def test_sql_that_names_no_tenant_is_refused(database: Database) -> None:
    with pytest.raises(UnscopedStatement):
        async with database.reading() as session:
            await session.execute(text("SELECT sweets FROM jars"))
    with pytest.raises(UnscopedStatement):
        async with database.unit_of_work() as session:
            await session.execute(text("DELETE FROM jars"))


async def test_work_for_nobody_is_an_error(database: Database) -> None:
    with system_scope(), pytest.raises(StatementError, match="no tenant is named"):
        await add(database, sweets=1)


async def test_keys_differ_by_case(database: Database) -> None:
    await add(database, id="jar_a", label="Red")
    await add(database, id="jar_A", label="red")
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Jar).where(Jar.label == "red")) == 1
        assert (await session.get_one(Jar, ("north", "jar_A"))).label == "red"


async def test_upsert_inserts_then_updates_then_leaves_alone(database: Database) -> None:
    keys = ["tenant_id", "id"]
    for values, changed in (({"sweets": 1}, ["sweets"]), ({"sweets": 7}, ["sweets"]), ({"sweets": 9}, [])):
        async with database.unit_of_work() as session:
            await session.execute(upsert(Jar, database.dialect, {"id": "j", **values}, keys, changed))
    assert await sweets(database) == [7]


async def test_a_long_read_runs_beside_the_loop(database: Database) -> None:
    await add(database, sweets=4)
    counted = await database.read_in_thread(
        lambda connection: connection.execute(text("SELECT sum(sweets) FROM jars WHERE tenant_id = 'north'")).scalar()
    )
    assert counted == 4


async def test_a_second_process_is_refused_with_the_pid_of_the_first(
    database: Database, make_settings: Callable[..., Any]
) -> None:
    if database.dialect != "sqlite":
        pytest.skip("server databases are shared by processes")
    rival = Database(make_settings(ShelfSettings), Base.metadata)
    with pytest.raises(FileInUse, match=f"in use by process {os.getpid()}"):
        await rival.start()
