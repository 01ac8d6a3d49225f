"""What follows from an attempt: delivered, tried again later, or given up; and what it says about the endpoint."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from yarl import URL

from common.clock import Clock
from common.database import Database, retrying
from common.observability.logs import get_logger
from order_service.app.audit import service as audit
from order_service.app.webhooks.models import DELIVERED, FAILED, FAILING, GONE
from order_service.app.webhooks.patience import KEEP_TRYING, Chance, next_try
from order_service.app.webhooks.repository import endpoints, queue

log = get_logger(__name__)
Json = dict[str, Any]
_GONE_STATUS = 410


@dataclass(frozen=True, slots=True)
class Attempt:
    """`wish` is how long the receiver asked us to wait."""

    at: datetime
    latency_ms: int
    status_code: int | None
    error: str | None
    answer: str
    wish: timedelta | None = None

    @property
    def well(self) -> bool:
        return self.status_code is not None and 200 <= self.status_code < 300


class Outcomes:
    def __init__(self, database: Database, clock: Clock, failing_for: timedelta, chance: Chance) -> None:
        self._database = database
        self._clock = clock
        self._failing_for = failing_for
        self._chance = chance

    async def note(self, endpoint: Json, delivery: Json, attempt: Attempt) -> None:
        """Write it down; where somebody else has taken the delivery over meanwhile, only that it was tried."""
        try:
            await self._note(endpoint, delivery, attempt)
        except IntegrityError:
            log.info("a delivery was removed while it was sent", delivery=delivery["id"])

    @retrying
    async def _note(self, endpoint: Json, delivery: Json, attempt: Attempt) -> None:
        async with self._database.unit_of_work() as session:
            await queue.add_attempt(session, _row(delivery, attempt))
            if attempt.well:
                await self._delivered(session, delivery, attempt)
            else:
                await self._not_delivered(session, endpoint, delivery, attempt)

    async def _delivered(self, session: AsyncSession, delivery: Json, attempt: Attempt) -> None:
        now = self._clock.now()
        done = {"status": DELIVERED, "due_at": None, "ended_at": now, **_last(attempt)}
        if await queue.end(session, delivery, done, whoever_holds_it=True):
            await queue.move_those_behind(session, delivery, now, now + KEEP_TRYING)
        await endpoints.note_success(session, delivery["endpoint_id"])

    async def _not_delivered(self, session: AsyncSession, endpoint: Json, delivery: Json, attempt: Attempt) -> None:
        now = self._clock.now()
        gone = attempt.status_code == _GONE_STATUS
        given_up = gone or now >= delivery["give_up_at"]
        if given_up:
            due, changes = now, {"status": FAILED, "due_at": None, "ended_at": now}
        else:
            due = next_try(now, delivery["tries"] + 1, delivery["give_up_at"], attempt.wish, self._chance)
            changes = {"due_at": due}
        if await queue.end(session, delivery, {**changes, **_last(attempt)}):
            await queue.move_those_behind(session, delivery, due, due + KEEP_TRYING)
        since = await endpoints.note_failure(session, delivery["endpoint_id"], now)
        if gone:
            await self._disable(session, endpoint, GONE)
        elif since is not None and since <= now - self._failing_for:
            await self._disable(session, endpoint, FAILING)

    async def _disable(self, session: AsyncSession, endpoint: Json, reason: str) -> None:
        if await endpoints.disable(session, endpoint["id"], reason, self._clock.now()):
            detail = {"host": URL(endpoint["url"]).host, "reason": reason}
            endpoint_id = endpoint["id"]
            await audit.record(session, "webhook_endpoint.disabled", actor_id=None, subject_id=endpoint_id, **detail)
            log.warning("webhook endpoint disabled", endpoint=endpoint_id, reason=reason)


def _row(delivery: Json, attempt: Attempt) -> Json:
    row = {"tenant_id": delivery["tenant_id"], "delivery_id": delivery["id"], "at": attempt.at}
    row |= {"latency_ms": attempt.latency_ms, "status_code": attempt.status_code, "error": attempt.error}
    return row | {"answer": attempt.answer}


def _last(attempt: Attempt) -> Json:
    return {"last_status_code": attempt.status_code, "last_error": attempt.error}
