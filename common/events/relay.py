"""The relay: gives committed events their numbers, rings the bell, forgets what is older than a week.

On a server database two transactions may commit in another order than they wrote, so a consumer that read by the
order of writing could skip the slower one. Only committed rows are numbered, by one relay at a time: it holds the
lock of its row in `outbox_relays` for that transaction. A relay that dies loses the lock with its connection, so
there is no lease to wait out, and no clock to trust.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from common.clock import Clock
from common.database import Database, retrying, system_scope, upsert
from common.events.bell import EVERYTHING, Bell
from common.events.tables import EventTables

KEPT = timedelta(days=7)
BATCH = 500
_NAMED_IN_A_RING = 20


def events_channel(service: str) -> str:
    """The bell that rings for news in a service's log."""
    return f"events:{service}"


class Relay:
    def __init__(self, service: str, database: Database, tables: EventTables, bell: Bell, clock: Clock) -> None:
        self._channel = events_channel(service)
        self._database = database
        self._tables = tables
        self._bell = bell
        self._clock = clock
        self._written: set[str] = set()
        outbox = tables.outbox
        unnumbered = select(outbox.c.position, outbox.c.type).where(outbox.c.seq.is_(None))
        self._any = unnumbered.limit(1)
        self._next = unnumbered.order_by(outbox.c.position).limit(BATCH)
        self._newest = select(func.coalesce(func.max(outbox.c.seq), 0))
        self._lock = upsert(tables.relays, database.dialect, None, keys=["name"], update=["numbered_at"])
        self._number = update(outbox).where(outbox.c.position == bindparam("at")).values(seq=bindparam("number"))

    def note(self, types: Iterable[str]) -> None:
        """These types were committed in this process."""
        self._written.update(types)

    async def relay(self) -> None:
        """Number what is committed and not numbered yet; tell who listens."""
        types, self._written = self._written, set()
        if self._database.dialect != "sqlite":  # there rows are numbered as they are written: see publish.py
            types = types | await self._number_committed()
        if types:
            self._bell.ring(self._channel, EVERYTHING if len(types) > _NAMED_IN_A_RING else " ".join(types))

    async def _number_committed(self) -> set[str]:
        types: set[str] = set()
        with system_scope():
            more = await self._anything_to_number()
            while more:
                rows = await self._number_batch()
                types.update(row.type for row in rows)
                more = len(rows) == BATCH
        return types

    async def _anything_to_number(self) -> bool:
        async with self._database.reading() as session:
            return (await session.execute(self._any)).first() is not None

    async def _number_batch(self) -> Sequence[Any]:
        return await retrying(self._number_in_one_transaction)()

    async def _number_in_one_transaction(self) -> Sequence[Any]:
        async with self._database.unit_of_work() as session:
            await session.execute(self._lock, {"name": "relay", "numbered_at": self._clock.now()})
            newest = await session.scalar(self._newest) or 0
            rows = (await session.execute(self._next)).all()
            if rows:
                numbers = [{"at": row.position, "number": newest + n} for n, row in enumerate(rows, start=1)]
                await session.execute(self._number, numbers)
        return rows

    async def forget_old(self) -> int:
        """Deletes what is older than a week, but never the newest row: the next number is counted from it."""
        outbox = self._tables.outbox
        oldest = select(outbox.c.seq, outbox.c.created_at).where(outbox.c.seq.is_not(None)).order_by(outbox.c.seq)
        deadline, forgotten = self._clock.now() - KEPT, 0
        with system_scope():
            while True:
                async with self._database.unit_of_work() as session:
                    newest = await session.scalar(select(func.max(outbox.c.seq)))
                    rows = (await session.execute(oldest.limit(BATCH))).all()
                    old = [row.seq for row in rows if row.created_at < deadline and row.seq != newest]
                    if old:
                        await session.execute(delete(outbox).where(outbox.c.seq.between(old[0], old[-1])))
                forgotten += len(old)
                if len(old) < BATCH:
                    return forgotten
