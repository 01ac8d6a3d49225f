"""What the staff does about a return: the goods came, so that the money goes back; or it is rejected."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.idempotency import Idempotency
from common.money import money
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import RECEIVED, REJECTED, REQUESTED
from order_service.app.audit import service as audit
from order_service.app.mails import service as mails
from order_service.app.orders import actions, changing, fulfilments, progress
from order_service.app.orders import service as orders
from order_service.app.orders.states import DELIVERED
from order_service.app.payments import credits
from order_service.app.returns.errors import NoSuchReturn
from order_service.app.returns.pieces import amount_of, paid_back, received
from order_service.app.returns.schemas import ReturnReceipt
from order_service.app.settlements.service import Settlement

Json = dict[str, Any]
Reply = tuple[int, Json]
_RECEIPTS, _REJECTIONS = "return-receipts", "return-rejections"


class ReturnDecisions:
    def __init__(
        self, database: Database, idempotency: Idempotency, settlement: Settlement, clock: Clock, *, lease: float
    ) -> None:
        self._database = database
        self._idempotency = idempotency
        self._settlement = settlement
        self._clock = clock
        self._lease = timedelta(seconds=lease)

    async def receive(self, caller: Caller, key: str, order_id: str, return_id: str, receipt: ReturnReceipt) -> Reply:
        """(201, the order, which is delivered again). Decided then, also where the money is still on its way."""

        async def work() -> Reply:
            await self._receive(caller, after_sales.request_key(caller, _RECEIPTS, key), order_id, return_id, receipt)
            self._settlement.reached("return received")
            await self._settlement.settle_or_leave(return_id)
            return await self._shown(caller, order_id)

        body = {"order_id": order_id, "return_id": return_id, **receipt.model_dump(mode="json")}
        status, order, _ = await self._idempotency.run(self._database, caller, _RECEIPTS, key, body, work)
        return status, order

    async def reject(self, caller: Caller, key: str, order_id: str, return_id: str, reason: str) -> Reply:
        """(201, the order, which is delivered again); nothing moved."""

        async def work() -> Reply:
            await self._reject(caller, after_sales.request_key(caller, _REJECTIONS, key), order_id, return_id, reason)
            return await self._shown(caller, order_id)

        body = {"order_id": order_id, "return_id": return_id, "reason": reason}
        status, order, _ = await self._idempotency.run(self._database, caller, _REJECTIONS, key, body, work)
        return status, order

    @retrying
    async def _receive(
        self, caller: Caller, decision_key: str, order_id: str, return_id: str, receipt: ReturnReceipt
    ) -> None:
        """The goods are here: what is owed for them is written down, once."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            row = await _found(session, order_id, return_id)
            if row["decision_key"] == decision_key:
                return  # an earlier try under this key got so far
            facts = await orders.facts_of(session, order_id)
            actions.RETURN_RECEIPT.require(caller, order, facts)
            came = received(row["lines"], receipt)
            pieces = paid_back(came, await orders.lines_of(session, order_id))
            amount = amount_of(pieces, order, facts.refundable)
            if amount:
                await credits.promise(session, order, row, amount, "returned", return_id)
                await progress.refund_begun(session, order_id, now)
            for each in pieces:
                await fulfilments.note_returned(session, each.line["id"], each.quantity, each.restocked, 0)
            decided = {"state": RECEIVED, "received": came, "amount": amount, "lease_until": now + self._lease}
            decided |= {"restocked": not any(piece["restocked"] for piece in came), "decision_key": decision_key}
            await self._decide(session, caller, row, decided)
            named = {"order_id": order_id, "return_id": return_id, "customer_id": order["customer_id"]}
            news = named | {"number": order["number"], "lines": came, "amount": money(amount, order["currency"])}
            await publish(session, "order.return_received", order_id, news)
            await self._audit(session, caller, "order.return_received", row, amount=amount)
            await mails.queue(session, order_id, mails.RETURN_RECEIVED, about=return_id)

    @retrying
    async def _reject(self, caller: Caller, decision_key: str, order_id: str, return_id: str, reason: str) -> None:
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            row = await _found(session, order_id, return_id)
            if row["decision_key"] == decision_key:
                return  # an earlier try under this key got so far
            actions.RETURN_REJECTION.require(caller, order, await orders.facts_of(session, order_id))
            await self._decide(
                session, caller, row, {"state": REJECTED, "reason": reason, "decision_key": decision_key}
            )
            news = {"order_id": order_id, "return_id": return_id, "customer_id": order["customer_id"]}
            await publish(session, "order.return_rejected", order_id, news | {"reason": reason})
            await self._audit(session, caller, "order.return_rejected", row, reason=reason)
            await mails.queue(session, order_id, mails.RETURN_REJECTED, about=return_id)

    async def _decide(self, session: AsyncSession, caller: Caller, row: Json, decided: Json) -> None:
        now = self._clock.now()
        by = {"decided_by": caller.subject_id, "decided_at": now, "updated_at": now}
        await after_sales.returns.move(session, row["id"], (REQUESTED,), **decided, **by)
        await changing.set_status(session, row["order_id"], DELIVERED, now)

    async def _audit(self, session: AsyncSession, caller: Caller, action: str, row: Json, **detail: Any) -> None:
        about = {"return": row["id"], **detail}
        await audit.record(session, action, actor_id=caller.subject_id, subject_id=row["order_id"], **about)

    async def _shown(self, caller: Caller, order_id: str) -> Reply:
        async with self._database.reading() as session:
            return 201, await orders.rendered(session, caller, await orders.found(session, order_id))


async def _found(session: AsyncSession, order_id: str, return_id: str) -> Json:
    row = await after_sales.returns.find(session, return_id)
    if row is None or row["order_id"] != order_id:
        raise NoSuchReturn
    return row
