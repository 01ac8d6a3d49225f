"""What the staff does about an exchange: completes it, which is a change of the order, or rejects it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.idempotency import Idempotency
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.pieces import named, with_customer
from order_service.app.after_sales.states import EXCHANGE, REJECTED, REQUESTED
from order_service.app.audit import service as audit
from order_service.app.checkout.service.means import Means, PaymentMeans
from order_service.app.exchanges.errors import NoSuchExchange
from order_service.app.mails import service as mails
from order_service.app.order_changes.service import OrderChanges, Reply
from order_service.app.order_changes.service.changing import Draw, Drawn, Plan, Row
from order_service.app.orders import actions, changing, progress
from order_service.app.orders import service as orders
from order_service.app.orders.errors import NothingRequested
from order_service.app.orders.states import DELIVERED

Json = dict[str, Any]
_COMPLETIONS, _REJECTIONS = "exchange-completions", "exchange-rejections"


class ExchangeDecisions:
    def __init__(
        self, database: Database, idempotency: Idempotency, changes: OrderChanges, means: PaymentMeans, clock: Clock
    ) -> None:
        self._database = database
        self._idempotency = idempotency
        self._changes = changes
        self._means = means
        self._clock = clock

    async def complete(self, caller: Caller, key: str, order_id: str, exchange_id: str, restock: bool) -> Reply:
        """(201, the order, which is delivered again), (202, the order) while the outcome is open."""

        async def prepare(order: Row, paid: Sequence[Json]) -> Draw:
            return await self._prepare(order, exchange_id, restock)

        request_key = after_sales.request_key(caller, _COMPLETIONS, key)
        plan = Plan(caller, request_key, order_id, actions.EXCHANGE_COMPLETION, prepare)
        body = {"order_id": order_id, "exchange_id": exchange_id, "restock": restock}
        status, order, _ = await self._idempotency.run(
            self._database, caller, _COMPLETIONS, key, body, lambda: self._changes.make(plan)
        )
        return status, order

    async def _prepare(self, order: Row, exchange_id: str, restock: bool) -> Draw:
        async with self._database.reading() as session:
            exchange = await _found(session, order["id"], exchange_id)
        if exchange["state"] != REQUESTED:
            raise NothingRequested(order_status=order["status"])
        difference = exchange["difference"]
        means = await self._payer(order, exchange) if difference > 0 else _as_agreed(exchange)

        def draw(order: Row, lines: Sequence[Json], paid: Sequence[Json]) -> Drawn:
            named([swap["line_id"] for swap in exchange["swaps"]], lines, with_customer)
            back = [{"variant_id": swap["variant_id"], "quantity": 1} for swap in exchange["swaps"]] if restock else []
            pay = max(difference, 0)
            return Drawn(EXCHANGE, means, pay, difference, exchange["swaps"], back, exchange_id)

        return draw

    async def _payer(self, order: Row, exchange: Json) -> Means:
        """The method must still be the customer's, and cover what was agreed."""
        means = await self._means.of(order["customer_id"], exchange["payment_method_id"], [exchange])
        means.cover(exchange["difference"], exchange["currency"])
        return means

    async def reject(self, caller: Caller, key: str, order_id: str, exchange_id: str, reason: str) -> Reply:
        """(201, the order, which is delivered again); nothing moved."""

        async def work() -> Reply:
            decision_key = after_sales.request_key(caller, _REJECTIONS, key)
            await self._reject(caller, decision_key, order_id, exchange_id, reason)
            async with self._database.reading() as session:
                return 201, await orders.rendered(session, caller, await orders.found(session, order_id))

        body = {"order_id": order_id, "exchange_id": exchange_id, "reason": reason}
        status, order, _ = await self._idempotency.run(self._database, caller, _REJECTIONS, key, body, work)
        return status, order

    @retrying
    async def _reject(self, caller: Caller, decision_key: str, order_id: str, exchange_id: str, reason: str) -> None:
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            row = await _found(session, order_id, exchange_id)
            if row["decision_key"] == decision_key:
                return  # an earlier try under this key got so far
            actions.EXCHANGE_REJECTION.require(caller, order, await orders.facts_of(session, order_id))
            decided = {"state": REJECTED, "reason": reason, "decision_key": decision_key, "updated_at": now}
            by = {"decided_by": caller.subject_id, "decided_at": now}
            if not await after_sales.exchanges.move(session, exchange_id, (REQUESTED,), **decided, **by):
                raise NothingRequested(order_status=order["status"])
            await changing.set_status(session, order_id, DELIVERED, now)
            news = {"order_id": order_id, "exchange_id": exchange_id, "customer_id": order["customer_id"]}
            await publish(session, "order.exchange_rejected", order_id, news | {"reason": reason})
            detail, actor_id = {"exchange": exchange_id, "reason": reason}, caller.subject_id
            await audit.record(session, "order.exchange_rejected", actor_id=actor_id, subject_id=order_id, **detail)
            await mails.queue(session, order_id, mails.EXCHANGE_REJECTED, about=exchange_id)


def _as_agreed(exchange: Mapping[str, Any]) -> Means:
    return Means(exchange["provider"], exchange["token"], exchange["method"], exchange["payment_method_id"])


async def _found(session: AsyncSession, order_id: str, exchange_id: str) -> Json:
    row = await after_sales.exchanges.find(session, exchange_id)
    if row is None or row["order_id"] != order_id:
        raise NoSuchExchange
    return row
