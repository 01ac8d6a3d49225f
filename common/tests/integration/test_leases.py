"""A lease is over when its time is, and when its end is further away than any lease's."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from common.config import Settings
from common.database import Database, UtcDateTime, leases

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
_leases = Table("leases", MetaData(), Column("id", Integer, primary_key=True), Column("until", UtcDateTime()))


@pytest.mark.parametrize(
    ("until", "over"),
    [
        (NOW - timedelta(days=2), True),
        (NOW, True),
        (NOW + timedelta(seconds=15), False),
        (NOW + timedelta(hours=1, minutes=5), False),  # the longest there is, read by a clock that is behind
        (NOW + leases.LONGEST_LEASE, False),
        (NOW + timedelta(days=2), True),
        (None, False),
    ],
)
async def test_a_clock_that_jumped_leaves_nothing_leased(
    settings: Settings, until: datetime | None, over: bool
) -> None:
    database = Database(settings, _leases.metadata)
    await database.start()
    try:
        async with database.unit_of_work() as session:
            await session.execute(insert(_leases).values(id=1, until=until))
        async with database.reading() as session:
            found = (
                await session.execute(select(_leases).where(leases.run_out(_leases.c.until)), leases.at(NOW))
            ).all()
    finally:
        await database.stop()
    assert bool(found) is over
