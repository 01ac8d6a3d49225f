"""Making changes of orders."""

import asyncio

from common.database import Database
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import MADE, REFUSED
from order_service.app.checkout.errors import StillOpen, answer_to
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.endings import EndedByRival
from order_service.app.checkout.service.saga import Saga
from order_service.app.order_changes.service.changing import Changing, Json, Plan
from order_service.app.order_changes.service.endings import ChangeEndings
from order_service.app.orders import service as orders
from order_service.app.payments import service as payments
from order_service.app.payments.states import CAPTURED
from order_service.app.settlements.service import Settlement

Reply = tuple[int, Json]
_LOOK_AGAIN_AFTER = 0.5


class OrderChanges:
    """`deadline`: for how many seconds somebody waits for the end of a change."""

    def __init__(
        self,
        database: Database,
        saga: Saga[Changing],
        endings: ChangeEndings,
        settlement: Settlement,
        *,
        deadline: float,
    ) -> None:
        self._database = database
        self._saga = saga
        self._endings = endings
        self._settlement = settlement
        self._deadline = deadline

    async def make(self, plan: Plan) -> Reply:
        """(201, the changed order), (202, the order) while the outcome is open, or the error that says why not.

        Under a key whose change exists already, say after a crash, that change's outcome is the answer.
        """
        deadline = Deadline(self._deadline)
        changing = await self._planned(plan)
        if not changing.begun_before:
            await self._saga.begin(changing)
        if changing.begun_before:
            return await self._outcome(plan.caller, changing, deadline)
        try:
            await self._saga.run(changing, deadline)
        except StillOpen:
            await self._endings.look_again(changing, _LOOK_AGAIN_AFTER)
        except EndedByRival:
            return await self._outcome(plan.caller, changing, deadline)
        if changing.change["state"] == MADE:
            await self._settlement.settle_or_leave(changing.id)
        return await self._reply(plan.caller, changing.change)

    async def _planned(self, plan: Plan) -> Changing:
        """Nothing is asked of anybody for a change that is there already, or that the order does not allow."""
        async with self._database.reading() as session:
            order = await orders.visible(session, plan.caller, plan.order_id)
            known = await after_sales.changes.by_key(session, plan.order_id, plan.request_key)
            facts = await orders.facts_of(session, plan.order_id)
            paid = await payments.payments_of(session, plan.order_id)
        if known is not None:
            return Changing(plan, change=known, begun_before=True)
        plan.action.require(plan.caller, order, facts)
        captured = [payment for payment in paid if payment["status"] == CAPTURED]
        return Changing(plan, await plan.prepare(order, captured))

    async def _outcome(self, caller: Caller, changing: Changing, deadline: Deadline) -> Reply:
        """How it ends for whoever else works on it."""
        while True:
            async with self._database.reading() as session:
                change = await after_sales.changes.find(session, changing.id)
            found = change or changing.change
            if found["state"] in (MADE, REFUSED) or deadline.passed:
                return await self._reply(caller, found)
            await asyncio.sleep(0.1)

    async def _reply(self, caller: Caller, change: Json) -> Reply:
        if change["state"] == REFUSED:
            raise answer_to(change["refusal"], change["order_id"])
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, change["order_id"])
            rendered = await orders.rendered(session, caller, order)
        return (201 if change["state"] == MADE else 202), rendered
