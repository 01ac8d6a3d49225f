"""Giving money back: decided in one transaction, under the order's lock, then settled whatever happens on the way."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.idempotency import Idempotency
from common.ids import new_id
from common.money import money
from common.security.caller import Caller
from order_service.app.audit import service as audit
from order_service.app.mails import service as mails
from order_service.app.orders import actions, fulfilments, progress
from order_service.app.orders import service as orders
from order_service.app.orders.errors import NothingToRefund
from order_service.app.orders.states import UNFULFILLED
from order_service.app.payments import refund_requests
from order_service.app.payments import service as payments
from order_service.app.refunds.errors import CancelInstead, RefundExceedsPayment
from order_service.app.refunds.pieces import Pieces, chosen, unsent, worth
from order_service.app.refunds.schemas import RefundCreate
from order_service.app.settlements.service import Settlement

Json = dict[str, Any]


class RefundService:
    def __init__(
        self, database: Database, idempotency: Idempotency, settlement: Settlement, clock: Clock, *, lease: float
    ) -> None:
        self._database = database
        self._idempotency = idempotency
        self._settlement = settlement
        self._clock = clock
        self._lease = timedelta(seconds=lease)

    async def refund(self, caller: Caller, key: str, order_id: str, wanted: RefundCreate) -> tuple[int, Json]:
        """(201, the order). Decided then, also where the money is still on its way (`refund_pending`)."""
        body = {"order_id": order_id, **wanted.model_dump(mode="json")}
        status, order, _ = await self._idempotency.run(
            self._database, caller, "refunds", key, body, lambda: self._refund(caller, key, order_id, wanted)
        )
        return status, order

    async def _refund(self, caller: Caller, key: str, order_id: str, wanted: RefundCreate) -> tuple[int, Json]:
        request_key = sha256(f"{caller.subject_id}\n{key}".encode()).hexdigest()
        request_id = await self._decide(caller, request_key, order_id, wanted)
        self._settlement.reached("refund decided")
        await self._settlement.settle_or_leave(request_id)
        async with self._database.reading() as session:
            return 201, await orders.rendered(session, caller, await orders.found(session, order_id))

    @retrying
    async def _decide(self, caller: Caller, request_key: str, order_id: str, wanted: RefundCreate) -> str:
        """The request's id, with every refund and all that comes back written down; or nothing changes."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            known = await refund_requests.by_key(session, order_id, request_key)
            if known is not None:
                return str(known["id"])  # an earlier try under this key got so far
            left = await payments.refundable(session, order_id)
            most = sum(amount for _, amount in left)
            actions.REFUNDS.require(caller, order, actions.Facts(refundable=most))
            lines = await orders.lines_of(session, order_id)
            pieces = chosen(wanted, lines)
            amount = _amount(wanted, order, pieces, most)
            _refuse_to_empty(order, lines, pieces)
            request = self._row(caller, order, request_key, wanted, amount, pieces)
            await refund_requests.add(session, request)
            await payments.split_refund(session, left, amount, wanted.reason, request["id"])
            await self._note_pieces(session, order, pieces)
            await progress.refund_begun(session, order_id, now)
            await mails.queue(session, order_id, mails.REFUND, about=request["id"])
            detail = {"request": request["id"], "amount": amount, "reason": wanted.reason}
            actor_id = caller.subject_id
            await audit.record(session, "order.refund_decided", actor_id=actor_id, subject_id=order_id, **detail)
            return str(request["id"])

    async def _note_pieces(self, session: AsyncSession, order: Json, pieces: list[Pieces]) -> None:
        for each in pieces:
            await fulfilments.note_returned(session, each.line["id"], each.quantity, each.restocked, each.withdrawn)
        if any(each.withdrawn for each in pieces):
            lines = await orders.lines_of(session, order["id"])
            await progress.note_sent(session, order, lines, self._clock.now())

    def _row(
        self, caller: Caller, order: Json, request_key: str, wanted: RefundCreate, amount: int, pieces: list[Pieces]
    ) -> Json:
        back = [
            {"line_id": each.line["id"], "variant_id": each.line["variant_id"], "quantity": each.restocked}
            for each in pieces
            if each.restocked
        ]
        now = self._clock.now()
        return {
            "id": new_id("rfr"),
            "order_id": order["id"],
            "actor_id": caller.subject_id,
            "request_key": request_key,
            "reason": wanted.reason,
            "amount": amount,
            "currency": order["currency"],
            "lines": back,
            "restock_id": new_id("rst"),
            "restocked": not back,
            "lease_until": now + self._lease,
            "created_at": now,
            "updated_at": now,
        }


def _amount(wanted: RefundCreate, order: Json, pieces: list[Pieces], left: int) -> int:
    """What is given back; never more than is left."""
    if wanted.amount is not None:
        if wanted.amount.currency != order["currency"] or wanted.amount.amount > left:
            raise RefundExceedsPayment(left=money(left, order["currency"]))
        return wanted.amount.amount
    if wanted.lines is None:
        return left
    paid = min(worth(pieces, order["tax_included"]), left)
    if paid == 0:
        raise NothingToRefund("Nothing was paid for these.")
    return paid


def _refuse_to_empty(order: Json, lines: list[Json], pieces: list[Pieces]) -> None:
    """An order of which nothing was sent and nothing would be left to send is a cancelled one."""
    withdrawn = sum(each.withdrawn for each in pieces)
    if withdrawn and order["fulfilment_status"] == UNFULFILLED and withdrawn == sum(map(unsent, lines)):
        raise CancelInstead
