"""Paying a pending order in another way: the new method pays all of it, the old one gets all of it back."""

from collections.abc import Sequence
from typing import Any

from common.database import Database
from common.errors import Conflict
from common.idempotency import Idempotency
from common.security.caller import Caller
from order_service.app.after_sales.service import request_key
from order_service.app.after_sales.states import PAYMENT
from order_service.app.checkout.service.means import PaymentMeans
from order_service.app.order_changes.service import OrderChanges, Reply
from order_service.app.order_changes.service.changing import Draw, Drawn, Plan, Row
from order_service.app.orders import actions
from order_service.app.payments.credits import same_means

Json = dict[str, Any]
_OPERATION = "payment-change"


class SamePaymentMethod(Conflict):
    code = "same_payment_method"
    title = "The order is paid with this method already"


class PaymentChangeService:
    def __init__(
        self, database: Database, idempotency: Idempotency, changes: OrderChanges, means: PaymentMeans
    ) -> None:
        self._database = database
        self._idempotency = idempotency
        self._changes = changes
        self._means = means

    async def change(self, caller: Caller, key: str, order_id: str, payment_method_id: str) -> Reply:
        """(201, the order), (202, the order) while the outcome is open."""

        async def prepare(order: Row, paid: Sequence[Json]) -> Draw:
            return await self._prepare(order, payment_method_id)

        plan = Plan(caller, request_key(caller, _OPERATION, key), order_id, actions.PAYMENT_CHANGE, prepare)
        body = {"order_id": order_id, "payment_method_id": payment_method_id}
        status, order, _ = await self._idempotency.run(
            self._database, caller, _OPERATION, key, body, lambda: self._changes.make(plan)
        )
        return status, order

    async def _prepare(self, order: Row, payment_method_id: str) -> Draw:
        means = await self._means.saved(order["customer_id"], payment_method_id)

        def draw(order: Row, lines: Sequence[Json], paid: Sequence[Json]) -> Drawn:
            if any(same_means(payment, means.frozen()) for payment in paid):
                raise SamePaymentMethod
            means.cover(order["total"], order["currency"])
            return Drawn(PAYMENT, means, order["total"])

        return draw
