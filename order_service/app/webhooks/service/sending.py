"""Sending what is due: leased, several at a time, and no endpoint in the way of another.

A crash between sending and noting it down sends it again when the lease is over, with the same id: nothing is lost,
and the receiver knows it for the same.
"""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from common.background import Background
from common.clock import Clock
from common.database import Database, retrying, system_scope, use_tenant
from common.egress import AddressNotAllowed, Egress, EgressFailed
from common.observability.logs import get_logger
from common.security.secrets import CannotUnseal
from order_service.app.webhooks.patience import Chance, wished_pause
from order_service.app.webhooks.repository import queue
from order_service.app.webhooks.service.outcomes import Attempt, Outcomes
from order_service.app.webhooks.service.secrets import EndpointSecrets
from order_service.app.webhooks.signing import body_of, signed_headers

log = get_logger(__name__)
Json = dict[str, Any]
ANSWER_BYTES = 2048
_HEADERS = {"Content-Type": "application/json", "User-Agent": "Shopkeeper-Webhooks/1.0"}
_FAILING_AT_ONCE = 1  # an endpoint that fails is knocked at by one


@dataclass(frozen=True, slots=True)
class Limits:
    """`timeout` in seconds; the lease is longer than any attempt, with room for a slow database."""

    timeout: float
    at_once: int
    at_once_each: int

    @property
    def lease(self) -> timedelta:
        return timedelta(seconds=self.timeout + 30)


class WebhookSender:
    """`wake` has the loop look again at once."""

    def __init__(
        self,
        database: Database,
        egress: Egress,
        secrets: EndpointSecrets,
        clock: Clock,
        background: Background,
        limits: Limits,
        failing_days: int,
        chance: Chance = random.random,
    ) -> None:
        self._database = database
        self._egress = egress
        self._secrets = secrets
        self._clock = clock
        self._background = background
        self._limits = limits
        self._outcomes = Outcomes(database, clock, timedelta(days=failing_days), chance)
        self._busy: Counter[str] = Counter()  # by endpoint
        self._sending: set[asyncio.Task[Any]] = set()
        self.wake = asyncio.Event()

    async def dispatch(self) -> int:
        """Begin to send what is due, in all shops, as far as there is room; how many that was."""
        if len(self._sending) >= self._limits.at_once:
            return 0
        with system_scope():
            async with self._database.reading() as session:
                waiting = await queue.waiting_endpoints(session, self._clock.now())
        rooms = self._rooms(waiting)
        if not rooms:
            return 0
        claimed = await self._claim(rooms)
        for endpoint, delivery in claimed:
            self._begin(endpoint, delivery)
        return len(claimed)

    async def settle(self) -> None:
        """Wait until nothing is being sent."""
        while self._sending:
            await asyncio.wait(self._sending)

    def _rooms(self, waiting: list[Json]) -> list[tuple[Json, int]]:
        """Which endpoints get how many: nobody all, and who comes first is left to chance."""
        random.shuffle(waiting)
        left, rooms = self._limits.at_once - len(self._sending), []
        for endpoint in waiting:
            most = _FAILING_AT_ONCE if endpoint["failing_since"] else self._limits.at_once_each
            room = min(most - self._busy[endpoint["id"]], left)
            if room > 0:
                left -= room
                rooms.append((endpoint, room))
        return rooms

    @retrying
    async def _claim(self, rooms: list[tuple[Json, int]]) -> list[tuple[Json, Json]]:
        now = self._clock.now()
        claimed: list[tuple[Json, Json]] = []
        async with self._database.unit_of_work() as session:
            for endpoint, room in rooms:
                with use_tenant(endpoint["tenant_id"]):
                    rows = await queue.claim(session, endpoint["id"], room, now, now + self._limits.lease)
                claimed += [(endpoint, row) for row in rows]
        return claimed

    def _begin(self, endpoint: Json, delivery: Json) -> None:
        endpoint_id = endpoint["id"]

        def ended(task: asyncio.Task[Any]) -> None:
            self._sending.discard(task)
            self._busy[endpoint_id] -= 1
            self.wake.set()

        self._busy[endpoint_id] += 1
        task = self._background.start("webhooks.send", self._send(endpoint, delivery))
        self._sending.add(task)
        task.add_done_callback(ended)

    async def _send(self, endpoint: Json, delivery: Json) -> None:
        with use_tenant(endpoint["tenant_id"]):
            attempt = await self._attempt(endpoint, delivery)
            await self._outcomes.note(endpoint, delivery, attempt)
        if not attempt.well:
            reason = attempt.error or attempt.status_code
            log.info("webhook not delivered", endpoint=endpoint["id"], delivery=delivery["id"], reason=reason)

    async def _attempt(self, endpoint: Json, delivery: Json) -> Attempt:
        at, began = self._clock.now(), time.monotonic()
        body = body_of(delivery["type"], delivery["happened_at"], delivery["data"])
        status, error, text, wish = None, None, b"", None
        try:
            signed = signed_headers(delivery["event_id"], at, body, self._secrets.signing(endpoint, at))
            answer = await self._egress.request(
                "POST",
                endpoint["url"],
                headers={**_HEADERS, **signed},
                content=body,
                seconds=self._limits.timeout,
                most_bytes=ANSWER_BYTES,
            )
        except AddressNotAllowed:
            error = AddressNotAllowed.code
        except EgressFailed as failed:
            error = failed.code
        except CannotUnseal:
            error = "secret_lost"
        else:
            status, text, wish = answer.status, answer.content, wished_pause(answer.headers.get("Retry-After"), at)
        latency = int((time.monotonic() - began) * 1000)
        readable = text.decode(errors="replace").replace("\0", "�")
        return Attempt(at, latency, status, error, readable, wish)
