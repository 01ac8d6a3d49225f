"""From the logs of the services to deliveries: one for each endpoint that wants an event, with the cursor, so once."""

from collections.abc import Collection
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, after_commit, system_scope
from common.events import Consumer, Event, EventLog
from common.events.consumer import Handler, Wanted
from order_service.app.webhooks.happenings import BY_SOURCE, wanted_of
from order_service.app.webhooks.repository import endpoints, queue
from order_service.app.webhooks.service.deliveries import new_delivery
from order_service.app.webhooks.service.sending import WebhookSender


class WebhookRecording:
    def __init__(self, database: Database, sender: WebhookSender, clock: Clock) -> None:
        self._database = database
        self._sender = sender
        self._clock = clock

    def consume(self, events: EventLog) -> None:
        """Follow all logs from now on."""
        for source in BY_SOURCE:
            events.consume(source, self._handlers(source), name=_name(source), wanted=self._wanted(source))

    def follow(self, events: EventLog) -> list[Consumer]:
        """The same, each to be told when to read."""
        return [
            events.follow(source, self._handlers(source), name=_name(source), wanted=self._wanted(source))
            for source in BY_SOURCE
        ]

    def _wanted(self, source: str) -> Wanted:
        async def wanted() -> Collection[str]:
            with system_scope():
                async with self._database.reading() as session:
                    return wanted_of(source, await endpoints.wishes(session))

        return wanted

    def _handlers(self, source: str) -> dict[str, Handler]:
        async def record(session: AsyncSession, event: Event) -> None:
            await self._record(session, source, event)

        return dict.fromkeys(BY_SOURCE[source], record)

    async def _record(self, session: AsyncSession, source: str, event: Event) -> None:
        listening = await endpoints.listening(session, event.created_at)
        wanting = [row.id for row in listening if row.event_types is None or event.type in row.event_types]
        if not wanting:
            return
        now, subject_id = self._clock.now(), _subject(event)
        first = await queue.due_before(session, wanting, source, subject_id)
        rows: list[dict[str, Any]] = []
        for endpoint_id in wanting:
            due = max(now, first.get(endpoint_id, now))
            rows.append(new_delivery(endpoint_id, event, source, subject_id, now) | {"due_at": due})
        await queue.add(session, self._database.dialect, rows)
        after_commit(session, self._sender.wake.set)


def _name(source: str) -> str:
    return f"webhooks.{source}"


def _subject(event: Event) -> str:
    """What must be told in order: an order's payments belong to it."""
    order_id = event.data.get("order_id")
    return order_id if isinstance(order_id, str) and len(order_id) <= 64 else event.subject_id
