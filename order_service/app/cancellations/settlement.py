"""What a cancellation owes: every refund, and the goods back on the shelf. Each can be tried any number of times."""

import asyncio
from datetime import timedelta
from typing import Any

from common.api_clients.products import ProductsClient
from common.clock import Clock
from common.database import Database, retrying, system_scope, use_tenant
from common.events import publish
from common.money import money
from common.observability.logs import get_logger
from order_service.app.audit import service as audit
from order_service.app.cancellations import repository
from order_service.app.checkout.errors import StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.saga import Checkpoint, pass_by
from order_service.app.orders import progress
from order_service.app.orders import service as orders
from order_service.app.payments import service as payments
from order_service.app.payments.providers import OutcomeUnknown, Providers, RefundRequest
from order_service.app.payments.states import DONE

log = get_logger(__name__)
Json = dict[str, Any]


class Settlement:
    def __init__(
        self,
        database: Database,
        products: ProductsClient,
        providers: Providers,
        clock: Clock,
        *,
        deadline: float,
        lease: float,
        pause: float,
        reached: Checkpoint = pass_by,
    ) -> None:
        self._database = database
        self._products = products
        self._providers = providers
        self._clock = clock
        self._deadline = deadline
        self._lease = timedelta(seconds=lease)
        self._pause = timedelta(seconds=pause)
        self.reached = reached

    async def settle(self, order_id: str, deadline: Deadline) -> None:
        """Do what is not done yet; StillOpen when somebody did not say whether it is."""
        async with self._database.reading() as session:
            cancellation = await repository.find(session, order_id)
            refunds = await payments.refunds_of(session, order_id)
            paid = {payment["id"]: payment for payment in await payments.payments_of(session, order_id)}
            lines = await orders.lines_of(session, order_id)
        if cancellation is None or cancellation["lease_until"] is None:
            return
        for refund in refunds:
            if refund["status"] != DONE:
                await self._refund(refund, paid[refund["payment_id"]], deadline)
        self.reached("refunded")
        if not cancellation["restocked"]:
            await self._restock(cancellation, lines, deadline)
        self.reached("restocked")
        await self._finish(order_id)

    @retrying
    async def look_again(self, order_id: str) -> None:
        """Give the lease up, so that the recovery loop goes on from here."""
        async with self._database.unit_of_work() as session:
            cancellation = await repository.find(session, order_id)
            if cancellation is not None and cancellation["lease_until"] is not None:
                until = self._clock.now() + self._pause
                await repository.take_over(session, order_id, cancellation["lease_until"], until)

    async def run_once(self) -> int:
        """Take up what was left behind, in all shops; how many there were."""
        with system_scope():
            async with self._database.reading() as session:
                due = await repository.due(session, self._clock.now())
        results = await asyncio.gather(*(self._resume(row) for row in due), return_exceptions=True)
        for row, result in zip(due, results, strict=True):
            if isinstance(result, Exception):  # its lease stands; the others are not held up
                log.error("cancellation not settled", order=row.order_id, error=repr(result))
        return len(due)

    async def _resume(self, row: Any) -> None:
        with use_tenant(row.tenant_id):
            if not await self._take_over(row):
                return
            try:
                await self.settle(row.order_id, Deadline(self._deadline))
            except StillOpen:
                await self.look_again(row.order_id)

    @retrying
    async def _take_over(self, row: Any) -> bool:
        until = self._clock.now() + self._lease
        async with self._database.unit_of_work() as session:
            return await repository.take_over(session, row.order_id, row.lease_until, until)

    async def _refund(self, refund: Json, payment: Json, deadline: Deadline) -> None:
        request = RefundRequest(refund["id"], refund["payment_id"], refund["amount"], refund["currency"])
        try:
            await deadline.of_provider(self._providers[payment["provider"]].refund(request))
        except OutcomeUnknown as error:
            raise StillOpen("refund") from error
        self.reached("refund answered")
        await self._book(refund, payment)

    @retrying
    async def _book(self, refund: Json, payment: Json) -> None:
        async with self._database.unit_of_work() as session:
            if await payments.book_refund(session, refund, payment):
                amount = money(refund["amount"], refund["currency"])
                news = {"order_id": refund["order_id"], "refund_id": refund["id"], "amount": amount}
                await publish(session, "payment.refunded", payment["id"], {**news, "method": payment["method"]})
                detail = {"refund": refund["id"], "amount": refund["amount"]}
                order_id = refund["order_id"]
                await audit.record(session, "payment.refunded", actor_id=None, subject_id=order_id, **detail)

    async def _restock(self, cancellation: Json, lines: list[Json], deadline: Deadline) -> None:
        order_id = cancellation["order_id"]
        back: Any = _by_variant(lines)
        restock = self._products.restock(cancellation["restock_id"], order_id, back, "the order was cancelled")
        await deadline.of_sibling("restock", restock)
        await self._note_restocked(order_id)

    @retrying
    async def _note_restocked(self, order_id: str) -> None:
        async with self._database.unit_of_work() as session:
            await repository.note_restocked(session, order_id)

    @retrying
    async def _finish(self, order_id: str) -> None:
        async with self._database.unit_of_work() as session:
            await progress.refunded(session, order_id, self._clock.now())
            await repository.note_done(session, order_id)


def _by_variant(lines: list[Json]) -> list[Json]:
    """A variant that stands in several lines comes back in one piece."""
    found: dict[str, int] = {}
    for line in lines:
        found[line["variant_id"]] = found.get(line["variant_id"], 0) + line["quantity"]
    return [{"variant_id": variant_id, "quantity": found[variant_id]} for variant_id in sorted(found)]
