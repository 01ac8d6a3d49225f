"""Mails about orders: queued with the order, sent by a loop.

A crash between sending and noting it down sends the mail again, with the same Message-ID: no mail is lost, and a
repeated one is recognised as the same by its receiver (and is the same file in a folder).
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock, utc_now
from common.database import Database, retrying, system_scope, use_tenant
from common.mail import Mailer, MailNotSent, compose
from common.observability.logs import get_logger
from order_service.app.mails import repository
from order_service.app.mails.letters import letter
from order_service.app.mails.models import FAILED, QUEUED, SENT
from order_service.app.orders import fulfilments
from order_service.app.orders import service as orders
from order_service.app.payments import refund_requests

log = get_logger(__name__)
CONFIRMATION, CANCELLATION, REFUND = "order_confirmation", "order_cancelled", "order_refunded"
SHIPMENT, DELIVERY = "order_shipped", "order_delivered"
_LEASE, _FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=2), timedelta(seconds=20), timedelta(hours=2)
_ATTEMPTS = 15

EmailOf = Callable[[str], Awaitable[str | None]]


async def queue(session: AsyncSession, order_id: str, kind: str, about: str = "") -> None:
    """Have a mail sent once the caller's transaction is committed; `about` is the parcel or the refund it tells of."""
    await repository.add(session, order_id, kind, about, utc_now())


async def _parcel(session: AsyncSession, row: Any) -> dict[str, Any] | None:
    parcels = (await fulfilments.of_orders(session, [row.order_id]))[row.order_id]
    return next((parcel for parcel in parcels if parcel["id"] == row.about), None)


class OrderMails:
    def __init__(
        self, database: Database, mailer: Mailer, email_of: EmailOf, clock: Clock, sender: str, shop_name: str
    ) -> None:
        self._database = database
        self._mailer = mailer
        self._email_of = email_of
        self._clock = clock
        self._sender = sender
        self._shop_name = shop_name

    async def send_due(self) -> int:
        """Send what is due, in all shops; how many were."""
        sent: dict[str, list[str]] = {}
        rows = await self._claimed()
        for row in rows:
            with use_tenant(row.tenant_id):
                try:
                    await self._send(row)
                except MailNotSent as error:
                    await self._try_later(row, str(error))
                else:
                    sent.setdefault(row.tenant_id, []).append(row.id)
        for tenant, mail_ids in sent.items():
            with use_tenant(tenant):
                await self._end(mail_ids, SENT)
        return len(rows)

    @retrying
    async def _claimed(self) -> Any:
        now = self._clock.now()
        with system_scope():
            async with self._database.unit_of_work() as session:
                return await repository.claim(session, now, now + _LEASE)

    async def _send(self, row: Any) -> None:
        async with self._database.reading() as session:
            order = await orders.find(session, row.order_id)
            lines = await orders.lines_of(session, row.order_id)
            parcel = await _parcel(session, row) if row.kind == SHIPMENT else None
            refund = await refund_requests.find(session, row.about) if row.kind == REFUND else None
        if order is None:
            raise MailNotSent(f"there is no order {row.order_id}")
        to = order["email"] or await self._email_of(order["customer_id"])
        if to is None:
            raise MailNotSent("the customer has no address")
        subject, text = letter(row.kind, order["language"], self._shop_name, order, lines, parcel, refund)
        await self._mailer.send(compose(row.id, self._sender, to, subject, text))

    async def _try_later(self, row: Any, error: str) -> None:
        given_up = row.attempts + 1 >= _ATTEMPTS
        log.warning("mail not sent", mail=row.id, error=error, given_up=given_up)
        if given_up:
            await self._end([row.id], FAILED, None, error)
            return
        pause = min(_FIRST_PAUSE * 2**row.attempts, _LONGEST_PAUSE)
        await self._end([row.id], QUEUED, self._clock.now() + pause, error)

    @retrying
    async def _end(
        self, mail_ids: list[str], status: str, due_at: datetime | None = None, error: str | None = None
    ) -> None:
        async with self._database.unit_of_work() as session:
            await repository.end(session, mail_ids, status, due_at, error and error[:500])
