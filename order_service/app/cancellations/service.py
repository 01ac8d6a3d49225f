"""Cancelling an order: decided in one transaction, then money and stock go back, whatever happens on the way."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.idempotency import Idempotency
from common.ids import new_id
from common.security.caller import Caller
from order_service.app.audit import service as audit
from order_service.app.cancellations import repository
from order_service.app.mails import service as mails
from order_service.app.orders import actions, progress
from order_service.app.orders import service as orders
from order_service.app.orders.states import PENDING
from order_service.app.payments import service as payments
from order_service.app.promotions import redeeming
from order_service.app.settlements.service import Settlement

Json = dict[str, Any]


class CancellationService:
    def __init__(
        self,
        database: Database,
        idempotency: Idempotency,
        settlement: Settlement,
        clock: Clock,
        *,
        lease: float,
    ) -> None:
        self._database = database
        self._idempotency = idempotency
        self._settlement = settlement
        self._clock = clock
        self._lease = timedelta(seconds=lease)

    async def cancel(self, caller: Caller, key: str, order_id: str, reason: str) -> tuple[int, Json]:
        """(201, the cancelled order). It is cancelled then, also where the refund is still on its way."""
        status, order, _ = await self._idempotency.run(
            self._database,
            caller,
            "cancellations",
            key,
            {"order_id": order_id, "reason": reason},
            lambda: self._cancel(caller, key, order_id, reason),
        )
        return status, order

    async def _cancel(self, caller: Caller, key: str, order_id: str, reason: str) -> tuple[int, Json]:
        request_key = sha256(f"{caller.subject_id}\n{key}".encode()).hexdigest()
        await self._decide(caller, request_key, order_id, reason)
        self._settlement.reached("cancellation decided")
        await self._settlement.settle_or_leave(order_id)
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, order_id)
            return 201, await orders.rendered(session, caller, order)

    @retrying
    async def _decide(self, caller: Caller, request_key: str, order_id: str, reason: str) -> None:
        """The order is cancelled, with every refund and the restock written down; or nothing changes."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            await orders.visible(session, caller, order_id)
            order = await progress.locked(session, order_id)
            known = await repository.find(session, order_id)
            if known is not None and known["request_key"] == request_key:
                return  # an earlier try under this key got so far
            actions.CANCELLATION.require(caller, order)
            await progress.cancel(session, order_id, reason, now)
            await payments.open_refunds(session, order_id, reason)
            await repository.add(session, self._row(caller, order, reason, request_key))
            if order["discounts"]:
                await redeeming.give_back(session, order_id)
            await mails.queue(session, order_id, mails.CANCELLATION)
            await publish(session, "order.cancelled", order_id, _cancelled(order, caller, reason))
            actor_id = caller.subject_id
            await audit.record(session, "order.cancelled", actor_id=actor_id, subject_id=order_id, reason=reason)

    def _row(self, caller: Caller, order: Json, reason: str, request_key: str) -> Json:
        return {
            "order_id": order["id"],
            "actor_id": caller.subject_id,
            "by_staff": caller.subject_id != order["customer_id"],
            "reason": reason,
            "request_key": request_key,
            "restock_id": new_id("rst"),
            "lease_until": self._clock.now() + self._lease,
        }


async def cancellation_of(session: AsyncSession, order_id: str) -> Json | None:
    """Who cancelled the order and why."""
    return await repository.find(session, order_id)


def count_open(connection: Connection) -> int:
    """How many are still owed something, for a connection away from the event loop."""
    return repository.count_open(connection)


def _cancelled(order: Json, caller: Caller, reason: str) -> Json:
    return {
        "order_id": order["id"],
        "number": order["number"],
        "customer_id": order["customer_id"],
        "actor_id": caller.subject_id,
        "reason": reason,
        "was": PENDING,
    }
