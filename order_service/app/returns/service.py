"""Asking to send delivered goods back: nothing moves yet, the customer is told how."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.idempotency import Idempotency
from common.ids import new_id
from common.money import money
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.pieces import counted, named, with_customer
from order_service.app.after_sales.states import REQUESTED
from order_service.app.audit import service as audit
from order_service.app.checkout.service.means import Means, PaymentMeans
from order_service.app.mails import service as mails
from order_service.app.orders import actions, changing, progress
from order_service.app.orders import service as orders
from order_service.app.orders.states import RETURN_REQUESTED
from order_service.app.payments import service as payments
from order_service.app.payments.credits import same_means
from order_service.app.payments.states import CAPTURED
from order_service.app.returns.errors import WrongRefundMethod
from order_service.app.returns.pieces import amount_of, paid_back
from order_service.app.returns.schemas import ReturnCreate

Json = dict[str, Any]
Reply = tuple[int, Json]
_OPERATION, _GIFT_CARD = "returns", "gift_card"


class ReturnService:
    def __init__(self, database: Database, idempotency: Idempotency, means: PaymentMeans, clock: Clock) -> None:
        self._database = database
        self._idempotency = idempotency
        self._means = means
        self._clock = clock

    async def request(self, caller: Caller, key: str, order_id: str, wanted: ReturnCreate) -> Reply:
        """(201, the order, which is `return requested`)."""
        body = {"order_id": order_id, **wanted.model_dump(mode="json")}
        status, order, _ = await self._idempotency.run(
            self._database, caller, _OPERATION, key, body, lambda: self._request(caller, key, order_id, wanted)
        )
        return status, order

    async def estimate(self, caller: Caller, order_id: str, wanted: ReturnCreate) -> Json:
        """What would be paid back once all of it is received; refused where the return would be. Nothing is kept."""
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, order_id)
            facts, lines = await orders.facts_of(session, order_id), await orders.lines_of(session, order_id)
            paid = await payments.payments_of(session, order_id)
        actions.RETURNS.require(caller, order, facts)
        await self._target(order, wanted.refund_to, paid)
        pieces = counted(named(wanted.items, lines, with_customer))
        amount = amount_of(paid_back(pieces, lines), order, facts.refundable)
        return after_sales.render_estimate(-amount, order["currency"])

    async def _request(self, caller: Caller, key: str, order_id: str, wanted: ReturnCreate) -> Reply:
        request_key = after_sales.request_key(caller, _OPERATION, key)
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, order_id)
            known = await after_sales.returns.by_key(session, order_id, request_key)
            facts = await orders.facts_of(session, order_id)
            paid = await payments.payments_of(session, order_id)
        if known is None:
            actions.RETURNS.require(caller, order, facts)
            means = await self._target(order, wanted.refund_to, paid)
            await self._record(caller, request_key, order_id, wanted, means)
        async with self._database.reading() as session:
            return 201, await orders.rendered(session, caller, await orders.found(session, order_id))

    async def _target(self, order: Mapping[str, Any], refund_to: str | None, paid: list[Json]) -> Means:
        captured = [payment for payment in paid if payment["status"] == CAPTURED]
        means = await self._means.of(order["customer_id"], refund_to, captured)
        if means.method != _GIFT_CARD and not same_means(captured[0], means.frozen()):
            raise WrongRefundMethod
        means.cover(0, order["currency"])  # nothing is paid, but the card must hold this money
        return means

    @retrying
    async def _record(
        self, caller: Caller, request_key: str, order_id: str, wanted: ReturnCreate, means: Means
    ) -> None:
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            if await after_sales.returns.by_key(session, order_id, request_key) is not None:
                return  # an earlier try under this key got so far
            facts = await orders.facts_of(session, order_id)
            actions.RETURNS.require(caller, order, facts)
            lines = await orders.lines_of(session, order_id)
            pieces = counted(named(wanted.items, lines, with_customer))
            amount = amount_of(paid_back(pieces, lines), order, facts.refundable)
            row = {
                "id": new_id("rtn"),
                "order_id": order_id,
                "actor_id": caller.subject_id,
                "by_staff": caller.subject_id != order["customer_id"],
                "request_key": request_key,
                "state": REQUESTED,
                "currency": order["currency"],
                **means.frozen(),
                "lines": pieces,
                "amount": amount,
                "restock_id": new_id("rst"),
                "restocked": False,
                "created_at": now,
                "updated_at": now,
            }
            await after_sales.returns.add(session, row)
            await changing.set_status(session, order_id, RETURN_REQUESTED, now)
            await self._tell(session, caller, order, row)

    async def _tell(self, session: AsyncSession, caller: Caller, order: Json, row: Json) -> None:
        amount = money(row["amount"], row["currency"])
        named = {"order_id": order["id"], "return_id": row["id"], "customer_id": order["customer_id"]}
        news = named | {"number": order["number"], "lines": row["lines"], "amount": amount}
        await publish(session, "order.return_requested", order["id"], news)
        detail = {"return": row["id"], "amount": row["amount"], "method": row["method"]}
        actor_id = caller.subject_id
        await audit.record(session, "order.return_requested", actor_id=actor_id, subject_id=order["id"], **detail)
        await mails.queue(session, order["id"], mails.RETURN_REQUESTED, about=row["id"])
