"""What one look for orders that nobody works on any more costs in a shop with a million, on SQLite: ms of CPU.

`python -m bench.sweeps`
"""

import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import uvloop
from sqlalchemy import insert, or_, select, text

from bench.report import say
from common.clock import utc_now
from common.config import load_settings
from common.database import Database, system_scope, use_tenant
from order_service.app.base import Base
from order_service.app.orders import repository
from order_service.app.settings import OrderSettings

ROUNDS, ORDERS = 15, 1_000_000
_ORDERS = Base.metadata.tables["orders"]


async def _seed(database: Database, count: int) -> None:
    """That many placed orders, copies of one."""
    sample = {column.name: _value(column) for column in _ORDERS.columns if not column.nullable}
    copied = ", ".join("printf('ord_%08d', n)" if name == "id" else f'"{name}"' for name in sample)
    numbers = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)"
    names = ", ".join(f'"{name}"' for name in sample)
    with use_tenant("default"):
        async with database.unit_of_work() as session:
            await session.execute(insert(_ORDERS), sample)
            copying = (
                f"{numbers} INSERT INTO orders ({names}) SELECT {copied} FROM numbers, orders WHERE tenant_id = :of"
            )
            await session.execute(text(copying), {"count": count, "of": "default"})


def _value(column: Any) -> Any:
    kinds = {int: 0, bool: False, dict: {}, list: []}
    if column.name == "tenant_id":
        return "default"
    return utc_now() if column.name.endswith("_at") else kinds.get(column.type.python_type, "x")


async def best_of(work: Callable[[], Awaitable[Any]]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        await work()
        best = min(best, time.process_time() - started)
    return best * 1e3


async def main(folder: Path, count: int) -> None:
    database = Database(load_settings(OrderSettings, data_dir=folder), Base.metadata)
    await database.start()
    await _seed(database, count)
    lease, now = _ORDERS.c.lease_until, utc_now()
    halves = select(_ORDERS.c.id).where(or_(lease <= now, lease > now)).order_by(lease).limit(50)

    async def sweep() -> None:
        async with database.reading() as session:
            await repository.due(session, now)

    async def walk() -> None:
        async with database.reading() as session:
            (await session.execute(halves)).all()

    with system_scope():
        entered, walked = await best_of(sweep), await best_of(walk)
    say(f"{count:,} orders, none leased: {entered:.2f} ms; without a lower bound {walked:.1f}")
    await database.stop()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        uvloop.run(main(Path(name), int(sys.argv[1]) if sys.argv[1:] else ORDERS))
