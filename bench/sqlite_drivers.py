"""What one statement costs by way of the driver: `python -m bench.sqlite_drivers` (needs aiosqlite beside us)."""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy import event, select, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

import common.database  # noqa: F401 - registers sqlite+loop

ROWS, TIMES = 1000, 1000


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    stock: Mapped[int] = mapped_column(default=0)


async def measure(driver: str, folder: Path) -> None:
    engine = create_async_engine(f"sqlite+{driver}:///{folder / driver}.db")

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: object, record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            cursor.execute(f"PRAGMA {pragma}")

    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session:
        session.add_all(Item(name=f"item {number}") for number in range(ROWS))
        await session.commit()
    items = Item.__table__
    raw = text("SELECT name, stock FROM items WHERE id = :id")

    async def orm(number: int) -> None:
        async with AsyncSession(engine) as session:
            (await session.execute(select(Item).where(Item.id == number))).scalar_one()

    async def core(number: int) -> None:
        async with AsyncSession(engine) as session:
            (await session.execute(select(items.c.name, items.c.stock).where(items.c.id == number))).one()

    async def plain(number: int) -> None:
        async with engine.connect() as connection:
            (await connection.execute(raw, {"id": number})).one()

    work: dict[str, Callable[[int], Awaitable[None]]] = {
        "ORM row by key": orm,
        "Core row by key": core,
        "text row by key": plain,
    }
    for name, once in work.items():
        await once(1)
        wall, cpu = time.perf_counter(), time.process_time()
        for number in range(TIMES):
            await once(number % ROWS + 1)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        sys.stdout.write(f"| {driver} | {name} | {wall / TIMES * 1e6:.0f} | {cpu / TIMES * 1e6:.0f} |\n")
    await engine.dispose()


async def main() -> None:
    sys.stdout.write("| driver | what | µs wall | µs CPU |\n|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as folder:
        for driver in ("loop", "aiosqlite"):
            await measure(driver, Path(folder))


if __name__ == "__main__":
    asyncio.run(main())
