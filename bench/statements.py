"""What one statement and one unit of work cost on SQLite, in µs of CPU: the best of many short runs.

`python -m bench.statements`
"""

import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import uvloop
from sqlalchemy import Column, Integer, MetaData, Table, bindparam, insert, select, update

from bench.report import say
from common.config import Settings, load_settings
from common.database import NAMING, Code, Database, Id

ROUNDS, TIMES = 15, 60
METADATA = MetaData(naming_convention=NAMING)
JARS = Table("jars", METADATA, Column("id", Id(), primary_key=True), Column("label", Code()), Column("sweets", Integer))
ADD = insert(JARS)
FIND = select(JARS).where(JARS.c.id == bindparam("jar"))
FILL = update(JARS).where(JARS.c.id == bindparam("jar")).values(sweets=bindparam("amount"))


class BenchSettings(Settings):
    service = "bench_service"


async def best_of(work: Callable[[], Awaitable[Any]]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for _ in range(TIMES):
            await work()
        best = min(best, (time.process_time() - started) / TIMES)
    return best * 1e6


async def main(folder: Path) -> None:
    database = Database(load_settings(BenchSettings, data_dir=folder), METADATA)
    await database.start()
    async with database.writer.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    async with database.unit_of_work() as session:
        await session.execute(ADD, {"id": "jar_1", "label": "a", "sweets": 0})

    async def read() -> None:
        async with database.reading() as session:
            (await session.execute(FIND, {"jar": "jar_1"})).first()

    async def write(statements: int = 1) -> None:
        async with database.unit_of_work() as session:
            for _ in range(statements):
                await session.execute(FILL, {"jar": "jar_1", "amount": 3})

    say(f"reading one row: {await best_of(read):.0f} µs")
    one, more = await best_of(write), await best_of(lambda: write(21))
    say(f"a unit of work with one update: {one:.0f} µs; each further update: {(more - one) / 20:.0f} µs")
    await database.stop()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        uvloop.run(main(Path(name)))
