"""Settling what the shop owes: every refund, and the goods back on the shelf. Each can be tried any number of times."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from common.api_clients.products import ProductsClient
from common.clock import Clock
from common.database import Database, retrying, system_scope, use_tenant
from common.events import publish
from common.money import money
from common.observability.logs import get_logger
from order_service.app.audit import service as audit
from order_service.app.checkout.errors import StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.saga import Checkpoint, pass_by
from order_service.app.orders import progress
from order_service.app.payments import credits
from order_service.app.payments import service as payments
from order_service.app.payments.providers import (
    CreditRefused,
    CreditRequest,
    OutcomeUnknown,
    PaymentProvider,
    Providers,
    RefundRequest,
)
from order_service.app.payments.states import DONE

log = get_logger(__name__)
Json = dict[str, Any]


class Debts(Protocol):
    """Where debts of one kind are written down: rows with order_id, restock_id, restocked and lease_until.

    A debt is worked on by whoever holds its lease; once that is empty it is settled.
    """

    kind: str
    why: str
    counted: bool  # whether what is given back leaves the order (partially) refunded

    async def find(self, session: AsyncSession, key: str) -> Json | None: ...

    async def due(self, session: AsyncSession, now: datetime) -> Sequence[Any]:
        """(tenant_id, key, lease_until) of those that nobody works on any more, in all shops."""
        ...

    async def take_over(self, session: AsyncSession, key: str, seen: datetime, until: datetime) -> bool: ...

    async def refunds(self, session: AsyncSession, debt: Json) -> list[Json]: ...

    async def pieces(self, session: AsyncSession, debt: Json) -> list[Json]:
        """[{variant_id, quantity}], each variant once."""
        ...

    async def note_restocked(self, session: AsyncSession, key: str) -> None: ...

    async def note_done(self, session: AsyncSession, key: str) -> None: ...


class Settlement:
    def __init__(
        self,
        database: Database,
        products: ProductsClient,
        providers: Providers,
        clock: Clock,
        debts: Debts,
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
        self._debts = debts
        self._deadline = deadline
        self._lease = timedelta(seconds=lease)
        self._pause = timedelta(seconds=pause)
        self.reached = reached

    async def settle(self, key: str, deadline: Deadline) -> None:
        """Do what is not done yet; StillOpen when somebody did not say whether it is."""
        async with self._database.reading() as session:
            debt = await self._debts.find(session, key)
            if debt is None or debt["lease_until"] is None:
                return
            refunds = await self._debts.refunds(session, debt)
            paid = {payment["id"]: payment for payment in await payments.payments_of(session, debt["order_id"])}
            pieces = await self._debts.pieces(session, debt)
        for refund in refunds:
            if refund["status"] != DONE:
                await self._refund(refund, paid.get(refund["payment_id"], refund), deadline)
        self.reached("refunded")
        if not debt["restocked"] and pieces:
            await self._restock(key, debt, pieces, deadline)
        self.reached("restocked")
        await self._finish(key, debt["order_id"])

    async def settle_or_leave(self, key: str) -> None:
        """Settle it now, or leave it to the recovery loop where somebody does not answer."""
        try:
            await self.settle(key, Deadline(self._deadline))
        except StillOpen:
            await self.look_again(key)

    @retrying
    async def look_again(self, key: str) -> None:
        """Give the lease up, so that the recovery loop goes on from here."""
        async with self._database.unit_of_work() as session:
            debt = await self._debts.find(session, key)
            if debt is not None and debt["lease_until"] is not None:
                await self._debts.take_over(session, key, debt["lease_until"], self._clock.now() + self._pause)

    async def run_once(self) -> int:
        """Take up what was left behind, in all shops; how many there were."""
        with system_scope():
            async with self._database.reading() as session:
                due = await self._debts.due(session, self._clock.now())
        results = await asyncio.gather(*(self._resume(*row) for row in due), return_exceptions=True)
        for row, result in zip(due, results, strict=True):
            if isinstance(result, Exception):  # its lease stands; the others are not held up
                log.error(f"{self._debts.kind} not settled", key=row[1], error=repr(result))
        return len(due)

    async def _resume(self, tenant_id: str, key: str, seen: datetime) -> None:
        with use_tenant(tenant_id):
            if await self._take_over(key, seen):
                await self.settle_or_leave(key)

    @retrying
    async def _take_over(self, key: str, seen: datetime) -> bool:
        until = self._clock.now() + self._lease
        async with self._database.unit_of_work() as session:
            return await self._debts.take_over(session, key, seen, until)

    async def _refund(self, refund: Json, payment: Json, deadline: Deadline) -> None:
        """Give it back to the payment; a credit is its own."""
        provider = self._providers[payment["provider"]]
        try:
            await deadline.of_provider(_given_by(provider, refund))
        except OutcomeUnknown as error:
            raise StillOpen("refund") from error
        except CreditRefused as error:
            log.warning("credit refused", refund=refund["id"], error=str(error))
            await self._redirect(refund)
            raise StillOpen("refund") from error
        self.reached("refund answered")
        await self._book(refund, payment)

    @retrying
    async def _redirect(self, credit: Json) -> None:
        async with self._database.unit_of_work() as session:
            await progress.locked(session, credit["order_id"])
            await credits.redirect(session, credit)

    @retrying
    async def _book(self, refund: Json, payment: Json) -> None:
        order_id = refund["order_id"]
        async with self._database.unit_of_work() as session:
            if await payments.book_refund(session, refund, payment):
                if self._debts.counted:
                    await progress.note_refunded(session, order_id, refund["amount"], self._clock.now())
                amount = money(refund["amount"], refund["currency"])
                news = {"order_id": order_id, "refund_id": refund["id"], "amount": amount}
                await publish(session, "payment.refunded", payment["id"], {**news, "method": payment["method"]})
                detail = {"refund": refund["id"], "amount": refund["amount"]}
                await audit.record(session, "payment.refunded", actor_id=None, subject_id=order_id, **detail)

    async def _restock(self, key: str, debt: Json, pieces: list[Json], deadline: Deadline) -> None:
        back: Any = pieces
        restock = self._products.restock(debt["restock_id"], debt["order_id"], back, self._debts.why)
        await deadline.of_sibling("restock", restock)
        await self._note_restocked(key)

    @retrying
    async def _note_restocked(self, key: str) -> None:
        async with self._database.unit_of_work() as session:
            await self._debts.note_restocked(session, key)

    @retrying
    async def _finish(self, key: str, order_id: str) -> None:
        async with self._database.unit_of_work() as session:
            await progress.settle_payment(session, order_id, self._clock.now())
            await self._debts.note_done(session, key)


def _given_by(provider: PaymentProvider, refund: Json) -> Awaitable[None]:
    amount, currency = refund["amount"], refund["currency"]
    if refund["payment_id"] is None:
        return provider.credit(CreditRequest(refund["id"], refund["order_id"], amount, currency, refund["token"]))
    return provider.refund(RefundRequest(refund["id"], refund["payment_id"], amount, currency))


def by_variant(lines: Sequence[Json]) -> list[Json]:
    """A variant that stands in several lines comes back in one piece."""
    found: dict[str, int] = {}
    for line in lines:
        if line["quantity"]:
            found[line["variant_id"]] = found.get(line["variant_id"], 0) + line["quantity"]
    return [{"variant_id": variant_id, "quantity": found[variant_id]} for variant_id in sorted(found)]
