"""Asking to exchange delivered goods: the difference is agreed, nothing moves yet, the customer is told how."""

from collections.abc import Mapping, Sequence
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
from order_service.app.after_sales.pieces import with_customer
from order_service.app.after_sales.states import REQUESTED
from order_service.app.audit import service as audit
from order_service.app.checkout.service.means import Means, PaymentMeans
from order_service.app.exchanges.schemas import ExchangeCreate
from order_service.app.mails import service as mails
from order_service.app.order_changes.service.swapping import DrawnSwaps, drawn_swaps, quoted
from order_service.app.orders import actions, changing, progress
from order_service.app.orders import service as orders
from order_service.app.orders.actions import Facts
from order_service.app.orders.states import EXCHANGE_REQUESTED
from order_service.app.payments import service as payments
from order_service.app.payments.states import CAPTURED
from order_service.app.quotes.service import Quote, Quotes
from order_service.app.refunds.errors import RefundExceedsPayment

Json = dict[str, Any]
Reply = tuple[int, Json]
_OPERATION = "exchanges"


class ExchangeService:
    def __init__(
        self, database: Database, idempotency: Idempotency, quotes: Quotes, means: PaymentMeans, clock: Clock
    ) -> None:
        self._database = database
        self._idempotency = idempotency
        self._quotes = quotes
        self._means = means
        self._clock = clock

    async def request(self, caller: Caller, key: str, order_id: str, wanted: ExchangeCreate) -> Reply:
        """(201, the order, which is `exchange requested`)."""
        body = {"order_id": order_id, **wanted.model_dump(mode="json")}
        status, order, _ = await self._idempotency.run(
            self._database, caller, _OPERATION, key, body, lambda: self._request(caller, key, order_id, wanted)
        )
        return status, order

    async def estimate(self, caller: Caller, order_id: str, wanted: ExchangeCreate) -> Json:
        """What it would cost or give back now; refused where the exchange would be. Nothing is kept."""
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, order_id)
            facts, lines = await orders.facts_of(session, order_id), await orders.lines_of(session, order_id)
            paid = [each for each in await payments.payments_of(session, order_id) if each["status"] == CAPTURED]
        actions.EXCHANGES.require(caller, order, facts)
        quotes = await quoted(self._quotes, wanted.swaps)
        means = await self._means.of(order["customer_id"], wanted.payment_method_id, paid)
        drawn = _drawn(order, lines, facts, wanted, quotes, means)
        return after_sales.render_estimate(drawn.difference, order["currency"])

    async def _request(self, caller: Caller, key: str, order_id: str, wanted: ExchangeCreate) -> Reply:
        request_key = after_sales.request_key(caller, _OPERATION, key)
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, order_id)
            known = await after_sales.exchanges.by_key(session, order_id, request_key)
            facts = await orders.facts_of(session, order_id)
            paid = [each for each in await payments.payments_of(session, order_id) if each["status"] == CAPTURED]
        if known is None:
            actions.EXCHANGES.require(caller, order, facts)
            quotes = await quoted(self._quotes, wanted.swaps)
            means = await self._means.of(order["customer_id"], wanted.payment_method_id, paid)
            await self._record(caller, request_key, order_id, wanted, quotes, means)
        async with self._database.reading() as session:
            return 201, await orders.rendered(session, caller, await orders.found(session, order_id))

    @retrying
    async def _record(
        self,
        caller: Caller,
        request_key: str,
        order_id: str,
        wanted: ExchangeCreate,
        quotes: Mapping[str, Quote],
        means: Means,
    ) -> None:
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            if await after_sales.exchanges.by_key(session, order_id, request_key) is not None:
                return  # an earlier try under this key got so far
            facts = await orders.facts_of(session, order_id)
            actions.EXCHANGES.require(caller, order, facts)
            lines = await orders.lines_of(session, order_id)
            drawn = _drawn(order, lines, facts, wanted, quotes, means)
            row = {
                "id": new_id("exc"),
                "order_id": order_id,
                "actor_id": caller.subject_id,
                "by_staff": caller.subject_id != order["customer_id"],
                "request_key": request_key,
                "state": REQUESTED,
                "currency": order["currency"],
                **means.frozen(),
                "swaps": drawn.swaps,
                "difference": drawn.difference,
                "created_at": now,
                "updated_at": now,
            }
            await after_sales.exchanges.add(session, row)
            await changing.set_status(session, order_id, EXCHANGE_REQUESTED, now)
            await self._tell(session, caller, order, row)

    async def _tell(self, session: AsyncSession, caller: Caller, order: Json, row: Json) -> None:
        named = {"order_id": order["id"], "exchange_id": row["id"], "customer_id": order["customer_id"]}
        difference = money(row["difference"], row["currency"])
        news = named | {"number": order["number"], "swaps": after_sales.told(row["swaps"]), "difference": difference}
        await publish(session, "order.exchange_requested", order["id"], news)
        detail = {"exchange": row["id"], "difference": row["difference"], "method": row["method"]}
        actor_id = caller.subject_id
        await audit.record(session, "order.exchange_requested", actor_id=actor_id, subject_id=order["id"], **detail)
        await mails.queue(session, order["id"], mails.EXCHANGE_REQUESTED, about=row["id"])


def _drawn(
    order: Json,
    lines: Sequence[Json],
    facts: Facts,
    wanted: ExchangeCreate,
    quotes: Mapping[str, Quote],
    means: Means,
) -> DrawnSwaps:
    """The swaps, where the means covers what they cost, and they give back no more than was paid."""
    expected = wanted.expected_difference
    drawn = drawn_swaps(order, lines, wanted.swaps, quotes, with_customer, sent=True, expected=expected)
    means.cover(max(drawn.difference, 0), order["currency"])
    if -drawn.difference > facts.refundable:
        raise RefundExceedsPayment(left=money(facts.refundable, order["currency"]))
    return drawn
