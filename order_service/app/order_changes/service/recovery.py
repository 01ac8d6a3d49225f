"""The recovery loop: every change that nobody works on any more is taken to its end."""

import asyncio
from datetime import timedelta
from typing import Any

from common.clock import Clock
from common.database import Database, retrying, system_scope, use_tenant
from common.observability.logs import get_logger
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import MADE, UNFINISHED
from order_service.app.checkout.errors import StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.endings import EndedByRival
from order_service.app.checkout.service.recovery import MONEY_STEPS
from order_service.app.checkout.service.saga import Saga
from order_service.app.order_changes.service.changing import Changing
from order_service.app.order_changes.service.endings import ChangeEndings
from order_service.app.payments import service as payments
from order_service.app.settlements.service import Settlement

log = get_logger(__name__)
_TIMED_OUT = {"code": "change_timed_out", "detail": "The change was not made in time; the order is as it was."}


class ChangeRecovery:
    """`wanted` seconds long an unfinished change is made after all; later it is undone."""

    def __init__(
        self,
        database: Database,
        saga: Saga[Changing],
        endings: ChangeEndings,
        settlement: Settlement,
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
        self._settlement = settlement
        self._clock = clock
        self._deadline = deadline
        self._lease = timedelta(seconds=lease)
        self._wanted = timedelta(seconds=wanted)
        self._pause = pause
        self._review = review

    async def run_once(self) -> int:
        """Take up what was left behind, in all shops; how much there was."""
        with system_scope():
            async with self._database.reading() as session:
                due = await after_sales.changes.due(session, UNFINISHED, self._clock.now())
        results = await asyncio.gather(*(self._resume(row) for row in due), return_exceptions=True)
        for row, result in zip(due, results, strict=True):
            if isinstance(result, Exception):  # its lease stands; the others are not held up
                log.error("change not recovered", change=row.id, error=repr(result))
        return len(due) + await self._settlement.run_once()

    async def _resume(self, row: Any) -> None:
        with use_tenant(row.tenant_id):
            changing = await self._take_over(row)
            if changing is None:
                return
            try:
                await self._run(changing)
            except EndedByRival:
                return
            except StillOpen as still_open:
                if self._is_old(changing) and still_open.step in MONEY_STEPS:
                    await self._endings.review(changing, self._review)
                else:
                    await self._endings.look_again(changing, self._pause)
                return
            log.info("change recovered", change=changing.id, state=changing.change["state"])
            if changing.change["state"] == MADE:
                await self._settlement.settle_or_leave(changing.id)

    @retrying
    async def _take_over(self, row: Any) -> Changing | None:
        """The change, ours for the time of a lease; None when somebody else was first."""
        until = self._clock.now() + self._lease
        async with self._database.unit_of_work() as session:
            if not await after_sales.changes.take_over(session, row.id, row.lease_until, until):
                return None
            change = await after_sales.changes.find(session, row.id)
            if change is None:
                return None
            paid = {payment["id"]: payment for payment in await payments.payments_of(session, change["order_id"])}
        return Changing(change=change, payment=paid.get(change["payment_id"]), resumed=True)

    async def _run(self, changing: Changing) -> None:
        try:
            await self._saga.run(changing, Deadline(self._deadline))
        except StillOpen as still_open:
            if not self._is_old(changing) or still_open.step in MONEY_STEPS or changing.refusal is not None:
                raise
            await self._saga.refuse(changing, _TIMED_OUT, Deadline(self._deadline))

    def _is_old(self, changing: Changing) -> bool:
        return bool(self._clock.now() - changing.change["created_at"] > self._wanted)
