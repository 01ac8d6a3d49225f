"""A consumer: reads a sibling's log in order; its cursor moves in the transaction of the effect, so once only."""

import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any, Protocol, cast

from sqlalchemy import CursorResult, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from common.database import Database, retrying, system_scope, upsert, use_tenant
from common.errors import Unavailable, UpstreamTimeout
from common.events.shapes import Event, EventPage
from common.events.tables import EventTables
from common.observability.logs import get_logger

log = get_logger(__name__)

Handler = Callable[[AsyncSession, Event], Awaitable[None]]
Rebuild = Callable[[AsyncSession], Awaitable[None]]
Wanted = Callable[[], Awaitable[Collection[str]]]
PAGE, TOGETHER = 200, 20
NOTHING = "nothing"  # a type that no event has: the log is followed, and none of it read
_UNSAVED_EVENTS, _UNSAVED_SECONDS = 1000, 3600.0


class Log(Protocol):
    """Where events are read: a sibling's client, or this service's own log."""

    async def get(self, path: str, *, params: Mapping[str, Any]) -> Any: ...


class EventNotApplied(Exception):
    """A handler failed. Nothing of its event was kept, and nothing after it is read before it succeeds."""


class Consumer:
    """Follows the log of `source` under a name of its own; several processes may run the same one."""

    def __init__(
        self,
        name: str,
        source: str,
        handlers: Mapping[str, Handler],
        database: Database,
        tables: EventTables,
        client: Log,
        rebuild: Rebuild | None = None,
        wanted: Wanted | None = None,
    ) -> None:
        self.name = name
        self.source = source
        self.types = frozenset(handlers)  # fewer, where `wanted` says so
        self.stuck = False  # the last round ended at an event that could not be applied
        self._handlers = dict(handlers)
        self._database = database
        self._cursors = cursors = tables.cursors
        self._cursor_moves = (
            update(cursors)
            .where(cursors.c.consumer == bindparam("this"), cursors.c.seq == bindparam("seen"))
            .values(seq=bindparam("new_seq"), updated_at=bindparam("now", type_=cursors.c.updated_at.type))
        )
        self._client = client
        self._rebuild = rebuild
        self._wanted = wanted
        self._saved: int | None = None  # the cursor in the database, as far as we know
        self._saved_at = 0.0
        self._newest = 0  # the end of the log when it was last looked at
        self._read_to = 0  # never behind it; ahead of it by events that are not for us

    @property
    def behind(self) -> int:
        """How many events of the log were not read yet when it was last looked at."""
        return max(0, self._newest - self._read_to)

    async def catch_up(self) -> int:
        """Apply what is new, in order; how many events that was. EventNotApplied when a handler fails.

        A round after a failure goes one event at a time, so that those before the broken one are kept.
        """
        try:
            with system_scope():
                applied = await self._read_to_the_end(1 if self.stuck else TOGETHER)
        except BaseException:
            self.stuck = True
            raise
        self.stuck = False
        return applied

    async def _read_to_the_end(self, together: int) -> int:
        applied = 0
        while (page := await self._read_on()) is not None:
            if not await self._take_in(page, together):
                break
            applied += len(page.items)
            if page.read_to >= page.newest:
                break
        return applied

    async def _read_on(self) -> EventPage | None:
        """The next page; None while the source cannot be reached, which its consumers simply wait out."""
        if self._saved is None:
            self._saved = self._read_to = await self._load_cursor()
            self._saved_at = time.monotonic()
        try:
            answer = await self._ask()
        except (Unavailable, UpstreamTimeout):
            return None
        self._newest = answer["newest"]
        items = [Event.from_json(item) for item in answer["items"]]
        return EventPage(items, answer["read_to"], answer["oldest"], answer["newest"])

    async def _ask(self) -> Any:
        """A page of what is wanted, before and after it was read: what began to be wanted meanwhile is in it too."""
        await self._narrow()
        while True:
            types = ",".join(sorted(self.types)) or NOTHING
            params = {"after": self._read_to, "limit": PAGE, "types": types}
            answer = await self._client.get("/internal/v1/events", params=params)
            if not await self._narrow():
                return answer

    async def _narrow(self) -> bool:
        """Look up which types are wanted now; whether others were before."""
        before = self.types
        if self._wanted is not None:
            self.types = frozenset(self._handlers).intersection(await self._wanted())
        return self.types != before

    async def _take_in(self, page: EventPage, together: int) -> bool:
        """Apply a page; False when this round ends here and the next looks again where our cursor is."""
        saved = self._saved or 0
        if page.newest < saved:
            log.error("the log began anew", consumer=self.name, source=self.source, cursor=saved)
            await self._start_over(0)
            return False
        if page.oldest > self._read_to + 1:
            log.error("events were forgotten unread", consumer=self.name, source=self.source, cursor=self._read_to)
            await self._start_over(page.oldest - 1)
            return False
        for start in range(0, len(page.items), together):
            chunk = page.items[start : start + together]
            if not await self._move(chunk[-1].seq, chunk):
                return False
        self._read_to = page.read_to
        behind = self._read_to - (self._saved or 0)
        if behind >= _UNSAVED_EVENTS or (behind and time.monotonic() - self._saved_at > _UNSAVED_SECONDS):
            return await self._move(self._read_to)
        return True

    async def _start_over(self, at: int) -> None:
        """Rebuild what was made of the events that are gone, and go on behind them."""
        await self._move(at, rebuild=True)

    async def _move(self, to: int, events: Sequence[Event] = (), *, rebuild: bool = False) -> bool:
        """Move the cursor and apply these events in one transaction; False when a rival moved it first."""
        moved = await retrying(self._move_in_one_transaction)(to, events, rebuild)
        if moved:
            self._saved, self._saved_at, self._read_to = to, time.monotonic(), to
        else:
            self._saved = None
        return moved

    async def _move_in_one_transaction(self, to: int, events: Sequence[Event], rebuild: bool) -> bool:
        values = {"this": self.name, "seen": self._saved, "new_seq": to, "now": utc_now()}
        async with self._database.unit_of_work() as session:
            moved = await session.execute(self._cursor_moves, values)
            if cast(CursorResult[Any], moved).rowcount != 1:
                return False
            if rebuild and self._rebuild is not None:
                await self._rebuild(session)
            for event in events:
                await self._apply(session, event)
        return True

    async def _apply(self, session: AsyncSession, event: Event) -> None:
        handler = self._handlers.get(event.type)
        if handler is None:
            return
        with use_tenant(event.tenant_id):
            try:
                await handler(session, event)
                await session.flush()  # here, since the rows belong to this event's tenant
            except Exception as error:
                self._saved = None
                raise EventNotApplied(f"{self.name}: {event.type} {event.seq} of {self.source}") from error

    async def _load_cursor(self) -> int:
        cursors = self._cursors
        stored = select(cursors.c.seq).where(cursors.c.consumer == self.name)
        async with self._database.reading() as session:
            seq = await session.scalar(stored)
        if seq is not None:
            return int(seq)
        first = upsert(cursors, self._database.dialect, {"consumer": self.name, "seq": 0}, keys=["consumer"])
        async with self._database.unit_of_work() as session:
            await session.execute(first)
        return 0
