"""The recovery loop: every checkout that nobody works on any more is taken to its end."""

import asyncio
from datetime import timedelta
from typing import Any

from common.clock import Clock
from common.database import Database, retrying, system_scope, use_tenant
from common.languages import use_language
from common.observability.logs import get_logger
from order_service.app.checkout.errors import StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.draft import Placing
from order_service.app.checkout.service.endings import EndedByRival, Endings
from order_service.app.checkout.service.paying import CAPTURE, VOID
from order_service.app.checkout.service.saga import Saga
from order_service.app.orders import progress
from order_service.app.orders import service as orders
from order_service.app.payments import service as payments

log = get_logger(__name__)
_AT_ONCE = 8
_TIMED_OUT = {
    "code": "checkout_timed_out",
    "detail": "The checkout was not finished in time; nothing was charged.",
}
MONEY_STEPS = (CAPTURE, VOID, "refund")


class CheckoutRecovery:
    """`wanted` seconds long an unfinished purchase is made after all; later it is undone."""

    def __init__(
        self,
        database: Database,
        saga: Saga[Placing],
        endings: Endings,
        clock: Clock,
        *,
        deadline: float,
        lease: float,
        wanted: float,
        pause: float,
        review: float,
    ) -> None:
        self._database = database
        self._saga = saga
        self._endings = endings
        self._clock = clock
        self._deadline = deadline
        self._lease = timedelta(seconds=lease)
        self._wanted = timedelta(seconds=wanted)
        self._pause = pause
        self._review = review

    async def run_once(self) -> int:
        """Take up what is due, in all shops; how many were due."""
        with system_scope():
            async with self._database.reading() as session:
                due = await progress.due(session, self._clock.now())
        gate = asyncio.Semaphore(_AT_ONCE)
        results = await asyncio.gather(*(self._gated(gate, row) for row in due), return_exceptions=True)
        for row, result in zip(due, results, strict=True):
            if isinstance(result, Exception):  # its lease stands; the others are not held up
                log.error("checkout not recovered", order=row.id, error=repr(result))
        return len(due)

    async def _gated(self, gate: asyncio.Semaphore, row: Any) -> None:
        async with gate:
            with use_tenant(row.tenant_id):
                placing = await self._take_over(row)
                if placing is not None:
                    with use_language(placing.order["language"]):
                        await self._resume(placing)

    @retrying
    async def _take_over(self, row: Any) -> Placing | None:
        """The order, ours for the time of a lease; None when somebody else was first."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            if not await progress.take_over(session, row.id, row.lease_until, now + self._lease, now):
                return None
            order = await orders.find(session, row.id)
            lines = await orders.lines_of(session, row.id)
            [payment, *_] = await payments.payments_of(session, row.id)
        return Placing(order, lines, payment, resumed=True) if order is not None else None

    async def _resume(self, placing: Placing) -> None:
        try:
            await self._run(placing)
        except EndedByRival:
            return
        except StillOpen as still_open:
            old = self._clock.now() - placing.order["created_at"] > self._wanted
            if old and still_open.step in MONEY_STEPS:
                await self._endings.review(placing, self._review)
            else:
                await self._endings.look_again(placing, self._pause)
        else:
            log.info("checkout recovered", order=placing.id, state=placing.order["checkout_state"])

    async def _run(self, placing: Placing) -> None:
        deadline = Deadline(self._deadline)
        try:
            await self._saga.run(placing, deadline)
        except StillOpen as still_open:
            old = self._clock.now() - placing.order["created_at"] > self._wanted
            if not old or still_open.step in MONEY_STEPS or placing.order["refusal"] is not None:
                raise
            await self._saga.refuse(placing, _TIMED_OUT, Deadline(self._deadline))
