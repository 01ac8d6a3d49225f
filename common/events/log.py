"""A service's event log: reading it, keeping it in order, and following the logs of others."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from common.clock import Clock
from common.database import Database, system_scope
from common.events.bell import EVERYTHING, Bell
from common.events.consumer import Consumer, Handler, Log, Rebuild, Wanted
from common.events.publish import ON_PUBLISH
from common.events.relay import Relay, events_channel
from common.events.shapes import Event, EventPage
from common.events.tables import event_tables

if TYPE_CHECKING:
    from common.api_clients.base import ServiceClient
    from common.background import Background

RELAY_EVERY, BURST, POLL_EVERY, FORGET_EVERY = 1.0, 0.03, 2.0, 3600.0


class EventLog:
    """One per service. `client_of` gives a client for a sibling whose log is followed."""

    def __init__(
        self,
        service: str,
        database: Database,
        bell: Bell,
        background: "Background",
        client_of: "Callable[[str], ServiceClient]",
        clock: Clock | None = None,
    ) -> None:
        self.service = service
        self.bell = bell
        self._database = database
        self._background = background
        self._client_of = client_of
        self._tables = event_tables(database.metadata)
        self._relay = Relay(service, database, self._tables, bell, clock or Clock())
        self._news = asyncio.Event()
        self.consumers: list[Consumer] = []

    def start(self) -> None:
        """Begin to relay; the consumers begin when they are declared."""
        self._database.equip(**{ON_PUBLISH: self._published})
        self._background.loop("events.relay", self._relay_a_burst, every=RELAY_EVERY, wake=self._news)
        self._background.loop("events.forget", self._relay.forget_old, every=FORGET_EVERY)
        self._background.loop("bell.pull", self.bell.pull, every=1.0)
        self._background.loop("bell.hear", self.bell.hear, every=1.0)

    async def _relay_a_burst(self) -> None:
        await asyncio.sleep(BURST)  # commits come in bursts: one ring, and one numbering, for all of them
        await self._relay.relay()

    def _published(self, types: Iterable[str]) -> None:
        self._relay.note(types)
        self._news.set()

    def consume(
        self,
        source: str,
        handlers: Mapping[str, Handler],
        *,
        name: str | None = None,
        rebuild: Rebuild | None = None,
        every: float = POLL_EVERY,
        wakes: bool = True,
        wanted: Wanted | None = None,
    ) -> Consumer:
        """Follow the log of `source`, e.g. `consume("user_service", {"guest.merged": merge_carts})`.

        Each handler is `async (session, event)`; what it writes commits together with the cursor. `rebuild(session)`
        is called when events were forgotten before they were read. With `wakes=False` the bell is not listened to:
        for what nobody waits for, many events read together every so many seconds cost less. `wanted()` names the
        types that are of use at present: others are passed by unread, and wake nobody.
        """
        consumer = self.follow(source, handlers, name=name, rebuild=rebuild, wanted=wanted)
        wake = asyncio.Event()

        def heard(text: str) -> None:
            if consumer.stuck:
                return  # its own pace, not that of the news
            if text == EVERYTHING or not consumer.types.isdisjoint(text.split()):
                wake.set()

        if wakes:
            self.bell.on_ring(events_channel(source), heard)
        self._background.loop(f"events.{consumer.name}", consumer.catch_up, every=every, wake=wake)
        self.consumers.append(consumer)
        return consumer

    def follow(
        self,
        source: str,
        handlers: Mapping[str, Handler],
        *,
        name: str | None = None,
        rebuild: Rebuild | None = None,
        wanted: Wanted | None = None,
    ) -> Consumer:
        """A consumer as in `consume`, that reads when it is told to. The own log is read without a call."""
        log: Log = _OwnLog(self) if source == self.service else self._client_of(source)
        return Consumer(name or source, source, handlers, self._database, self._tables, log, rebuild, wanted)

    async def read(self, after: int = 0, limit: int = 100, types: Sequence[str] = ()) -> EventPage:
        """The numbered events behind `after`, oldest first; only these types if any are named."""
        outbox = self._tables.outbox
        ends = select(
            select(func.min(outbox.c.seq)).scalar_subquery(), select(func.max(outbox.c.seq)).scalar_subquery()
        )
        wanted = select(*(outbox.c[name] for name in Event.__slots__)).where(outbox.c.seq > after)
        if types:
            wanted = wanted.where(outbox.c.type.in_(types))
        with system_scope():
            async with self._database.reading() as session:
                # the end comes first: a row numbered between the two reads must not be counted as read
                oldest, newest = (await session.execute(ends)).one()
                if newest is None or newest <= after:
                    return EventPage([], after, oldest or 0, newest or 0)
                bounded = wanted.where(outbox.c.seq <= newest).order_by(outbox.c.seq).limit(limit)
                items = [Event(**row) for row in (await session.execute(bounded)).mappings()]
        return EventPage(items, items[-1].seq if len(items) == limit else newest, oldest, newest)


class _OwnLog:
    """This service's log, asked as a sibling's is."""

    def __init__(self, events: EventLog) -> None:
        self._events = events

    async def get(self, path: str, *, params: Mapping[str, Any]) -> Any:
        page = await self._events.read(params["after"], params["limit"], params["types"].split(","))
        return page.as_json()
