"""PostgreSQL's planner hears of a table that grew without waiting for the server's own rounds."""

import time

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, func, insert, select, text

from common.config import Settings
from common.database import Database
from common.database.statistics import PlannerStatistics

_ours_alone = {"autovacuum_enabled": "false"}  # the server's own round might come in the middle
_goods = Table("goods", MetaData(), Column("id", Integer, primary_key=True), postgresql_with=_ours_alone)


async def known_rows(database: Database) -> int:
    async with database.reading() as session:
        found = await session.scalar(text("SELECT reltuples FROM pg_class WHERE oid = 'goods'::regclass"))
    return int(found)


async def test_a_table_that_grew_is_analysed_and_one_that_did_not_is_left_alone(settings: Settings) -> None:
    database = Database(settings, _goods.metadata)
    if database.dialect != "postgresql":
        pytest.skip("SQLite plans without statistics, MySQL keeps its own up to date")
    await database.start()
    try:
        statistics = PlannerStatistics(database)
        before = await known_rows(database)
        async with database.unit_of_work() as session:
            await session.execute(insert(_goods), [{"id": number} for number in range(800)])
            counted = await session.scalar(select(func.count()).select_from(_goods))
        assert (before <= 0, counted) == (True, 800)
        await database.writer.dispose()  # the server counts what changed when the connection ends, at the latest
        deadline = time.monotonic() + 60
        while not (grown := await statistics.refresh()):
            assert time.monotonic() < deadline
        assert [name.rpartition(".")[2] for name in grown] == ["goods"]
        assert await known_rows(database) == 800
        async with database.unit_of_work() as session:
            await session.execute(insert(_goods), [{"id": number} for number in range(800, 1100)])
        await database.writer.dispose()
        assert await statistics.refresh() == []
        assert await known_rows(database) == 800
    finally:
        await database.stop()
