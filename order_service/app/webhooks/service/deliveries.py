"""What was delivered, what was not, and sending it again."""

from datetime import datetime
from typing import Any

from common.clock import Clock
from common.database import Database, after_commit, current_tenant, retrying
from common.errors import Conflict, NotFound
from common.events import Event
from common.ids import new_id
from common.pagination import decode_cursor, encode_cursor
from common.security.caller import Caller
from order_service.app.audit import service as audit
from order_service.app.webhooks.happenings import TEST
from order_service.app.webhooks.models import PENDING
from order_service.app.webhooks.patience import KEEP_TRYING
from order_service.app.webhooks.repository import deliveries
from order_service.app.webhooks.service.endpoints import found as endpoint_found
from order_service.app.webhooks.service.sending import WebhookSender
from order_service.app.webhooks.signing import body_of

Json = dict[str, Any]
_SHOWN = (
    *("id", "endpoint_id", "event_id", "type", "subject_id", "status", "attempts", "last_status_code", "last_error"),
    *("created_at", "ended_at"),
)


class NoSuchDelivery(NotFound):
    title = "There is no such delivery to this endpoint"


class EndpointDisabled(Conflict):
    code = "webhook_endpoint_disabled"
    title = "The endpoint is disabled: enable it first"


class WebhookDeliveries:
    def __init__(self, database: Database, sender: WebhookSender, clock: Clock) -> None:
        self._database = database
        self._sender = sender
        self._clock = clock

    async def page(self, endpoint_id: str, equal: Json, limit: int, cursor: str | None) -> Json:
        """Newest first; `equal`: status, type."""
        before = decode_cursor(cursor, (str,))[0] if cursor is not None else None
        async with self._database.reading() as session:
            await endpoint_found(session, endpoint_id)
            rows = await deliveries.page(session, endpoint_id, equal, limit + 1, before)
        shown = rows[:limit]
        more = len(rows) > limit
        return {
            "items": [_rendered(row) for row in shown],
            "next_cursor": encode_cursor(shown[-1]["id"]) if more else None,
        }

    async def view(self, endpoint_id: str, delivery_id: str) -> Json:
        """With the body and every attempt."""
        async with self._database.reading() as session:
            row = await _found(session, endpoint_id, delivery_id)
            log = await deliveries.log_of(session, delivery_id)
        names = ("at", "latency_ms", "status_code", "error", "answer")
        attempts = [{name: attempt[name] for name in names} for attempt in log]
        body = body_of(row["type"], row["happened_at"], row["data"]).decode()
        return _rendered(row) | {"body": body, "log": attempts}

    @retrying
    async def resend(self, caller: Caller, endpoint_id: str, delivery_id: str) -> Json:
        """As soon as may be, with the same id; for three days, if it must be. What is being sent now is left alone."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            await self._refuse_unless_enabled(session, endpoint_id)
            row = await _found(session, endpoint_id, delivery_id, lock=True)
            if row["status"] != PENDING or row["lease_until"] is None or row["lease_until"] <= now:
                again = {"status": PENDING, "due_at": now, "give_up_at": now + KEEP_TRYING, "tries": 0}
                await deliveries.change(session, delivery_id, again | {"ended_at": None, "lease_until": None})
            detail = {"endpoint": endpoint_id, "type": row["type"]}
            actor_id = caller.subject_id
            await audit.record(session, "webhook_delivery.resent", actor_id=actor_id, subject_id=delivery_id, **detail)
            after_commit(session, self._sender.wake.set)
            return _rendered(await _found(session, endpoint_id, delivery_id))

    @retrying
    async def test(self, caller: Caller, endpoint_id: str) -> Json:
        """An event of no meaning, tried once."""
        now = self._clock.now()
        data = {"endpoint_id": endpoint_id, "actor_id": caller.subject_id}
        event_id = new_id("evt")
        event = Event(TEST, event_id, data, event_id, current_tenant(), now, 0)
        row = new_delivery(endpoint_id, event, "order_service", event_id, now) | {"give_up_at": now}
        async with self._database.unit_of_work() as session:
            await self._refuse_unless_enabled(session, endpoint_id)
            await deliveries.add(session, row)
            after_commit(session, self._sender.wake.set)
        return _rendered(row)

    async def _refuse_unless_enabled(self, session: Any, endpoint_id: str) -> None:
        if not (await endpoint_found(session, endpoint_id))["enabled"]:
            raise EndpointDisabled


def new_delivery(endpoint_id: str, event: Event, source: str, subject_id: str, now: datetime) -> Json:
    return {
        "tenant_id": event.tenant_id,
        "id": new_id("whd"),
        "endpoint_id": endpoint_id,
        "event_id": event.id,
        "type": event.type,
        "source": source,
        "subject_id": subject_id,
        "seq": event.seq,
        "data": event.data,
        "happened_at": event.created_at,
        "status": PENDING,
        "attempts": 0,
        "tries": 0,
        "due_at": now,
        "lease_until": None,
        "give_up_at": now + KEEP_TRYING,
        "created_at": now,
        "ended_at": None,
        "last_status_code": None,
        "last_error": None,
    }


async def _found(session: Any, endpoint_id: str, delivery_id: str, *, lock: bool = False) -> Json:
    row = await deliveries.find(session, endpoint_id, delivery_id, lock=lock)
    if row is None:
        raise NoSuchDelivery
    return row


def _rendered(row: Json) -> Json:
    return {name: row[name] for name in _SHOWN} | {"next_attempt_at": row["due_at"]}
