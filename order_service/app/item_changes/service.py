"""Changing the items of a pending order, once: pieces become other variants, the difference is settled now."""

from collections.abc import Sequence
from typing import Any

from common.database import Database
from common.idempotency import Idempotency
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.pieces import to_be_sent
from order_service.app.after_sales.states import ITEMS
from order_service.app.checkout.service.means import PaymentMeans
from order_service.app.item_changes.schemas import ItemChangeCreate
from order_service.app.order_changes.service import OrderChanges, Reply
from order_service.app.order_changes.service.changing import Draw, Drawn, Plan, Row
from order_service.app.order_changes.service.swapping import drawn_swaps, quoted
from order_service.app.orders import actions
from order_service.app.orders import service as orders
from order_service.app.payments import service as payments
from order_service.app.payments.states import CAPTURED
from order_service.app.quotes.service import Quotes

Json = dict[str, Any]
_OPERATION = "item-changes"


class ItemChangeService:
    def __init__(
        self, database: Database, idempotency: Idempotency, changes: OrderChanges, quotes: Quotes, means: PaymentMeans
    ) -> None:
        self._database = database
        self._idempotency = idempotency
        self._changes = changes
        self._quotes = quotes
        self._means = means

    async def change(self, caller: Caller, key: str, order_id: str, wanted: ItemChangeCreate) -> Reply:
        """(201, the changed order), (202, the order) while the outcome is open."""

        async def prepare(order: Row, paid: Sequence[Json]) -> Draw:
            return await self._prepare(order, paid, wanted)

        plan = Plan(caller, after_sales.request_key(caller, _OPERATION, key), order_id, actions.ITEM_CHANGES, prepare)
        body = {"order_id": order_id, **wanted.model_dump(mode="json")}
        status, order, _ = await self._idempotency.run(
            self._database, caller, _OPERATION, key, body, lambda: self._changes.make(plan)
        )
        return status, order

    async def estimate(self, caller: Caller, order_id: str, wanted: ItemChangeCreate) -> Json:
        """What it would cost or give back now; refused where the change would be. Nothing is kept."""
        async with self._database.reading() as session:
            order = await orders.visible(session, caller, order_id)
            facts, lines = await orders.facts_of(session, order_id), await orders.lines_of(session, order_id)
            paid = [each for each in await payments.payments_of(session, order_id) if each["status"] == CAPTURED]
        actions.ITEM_CHANGES.require(caller, order, facts)
        draw = await self._prepare(order, paid, wanted)
        return after_sales.render_estimate(draw(order, lines, paid).difference, order["currency"])

    async def _prepare(self, order: Row, paid: Sequence[Json], wanted: ItemChangeCreate) -> Draw:
        quotes = await quoted(self._quotes, wanted.swaps)
        means = await self._means.of(order["customer_id"], wanted.payment_method_id, paid)

        def draw(order: Row, lines: Sequence[Json], paid: Sequence[Json]) -> Drawn:
            expected = wanted.expected_difference
            drawn = drawn_swaps(order, lines, wanted.swaps, quotes, to_be_sent, sent=False, expected=expected)
            pay = max(drawn.difference, 0)
            means.cover(pay, order["currency"])
            back = [{"variant_id": swap["variant_id"], "quantity": 1} for swap in drawn.swaps]
            return Drawn(ITEMS, means, pay, drawn.difference, drawn.swaps, back)

        return draw
