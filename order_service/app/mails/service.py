"""Mails about orders: queued with the order, sent by a loop.

A crash between sending and noting it down sends the mail again, with the same Message-ID: no mail is lost, and a
repeated one is recognised as the same by its receiver (and is the same file in a folder).
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from email.utils import formataddr, parseaddr
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock, utc_now
from common.database import Database, retrying, system_scope, use_tenant
from common.languages import localized
from common.mail import Mailer, MailNotSent, compose
from common.observability.logs import get_logger
from common.shop_settings import KnownSettings
from order_service.app.after_sales import service as after_sales
from order_service.app.mails import repository
from order_service.app.mails.letters import letter
from order_service.app.mails.models import FAILED, OFF, QUEUED, SENT
from order_service.app.orders import fulfilments
from order_service.app.orders import service as orders
from order_service.app.payments import refund_requests

log = get_logger(__name__)
CONFIRMATION, CANCELLATION, REFUND = "order_confirmation", "order_cancelled", "order_refunded"
SHIPMENT, DELIVERY = "order_shipped", "order_delivered"
ADDRESS_CHANGED, PAYMENT_CHANGED = "order_address_changed", "order_payment_changed"
ITEMS_CHANGED, EXCHANGE_COMPLETED = "order_items_changed", "exchange_completed"
RETURN_REQUESTED, RETURN_RECEIVED, RETURN_REJECTED = "return_requested", "return_received", "return_rejected"
EXCHANGE_REQUESTED, EXCHANGE_REJECTED = "exchange_requested", "exchange_rejected"
_ASKED = {
    **dict.fromkeys((PAYMENT_CHANGED, ITEMS_CHANGED, EXCHANGE_COMPLETED), after_sales.changes),
    **dict.fromkeys((RETURN_REQUESTED, RETURN_RECEIVED, RETURN_REJECTED), after_sales.returns),
    **dict.fromkeys((EXCHANGE_REQUESTED, EXCHANGE_REJECTED), after_sales.exchanges),
}
_LEASE, _FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=2), timedelta(seconds=20), timedelta(hours=2)
_ATTEMPTS = 15

EmailOf = Callable[[str], Awaitable[str | None]]


async def queue(session: AsyncSession, order_id: str, kind: str, about: str = "") -> None:
    """Have a mail sent once the caller's transaction is committed; `about` is the parcel, the refund, or what the
    customer asked for, that it tells of."""
    await repository.add(session, order_id, kind, about, utc_now())


async def _parcel(session: AsyncSession, row: Any) -> dict[str, Any] | None:
    parcels = (await fulfilments.of_orders(session, [row.order_id]))[row.order_id]
    return next((parcel for parcel in parcels if parcel["id"] == row.about), None)


class OrderMails:
    def __init__(
        self,
        database: Database,
        mailer: Mailer,
        email_of: EmailOf,
        clock: Clock,
        shop: KnownSettings,
        sender: str,
        shop_name: str,
        shop_url: str,
    ) -> None:
        """`sender` and `shop_name` count for shops whose own settings are not known; at `shop_url` its pages are."""
        self._database = database
        self._mailer = mailer
        self._email_of = email_of
        self._clock = clock
        self._shop = shop
        self._sender = sender
        self._shop_name = shop_name
        self._shop_url = shop_url

    async def send_due(self) -> int:
        """Send what is due, in all shops; how many were."""
        ended: dict[tuple[str, str], list[str]] = {}
        rows = await self._claimed()
        for row in rows:
            with use_tenant(row.tenant_id):
                try:
                    status = await self._send(row)
                except MailNotSent as error:
                    await self._try_later(row, str(error))
                else:
                    ended.setdefault((row.tenant_id, status), []).append(row.id)
        for (tenant, status), mail_ids in ended.items():
            with use_tenant(tenant):
                await self._end(mail_ids, status)
        return len(rows)

    @retrying
    async def _claimed(self) -> Any:
        now = self._clock.now()
        with system_scope():
            async with self._database.unit_of_work() as session:
                return await repository.claim(session, now, now + _LEASE, 2 * _LONGEST_PAUSE)

    async def _send(self, row: Any) -> str:
        """How it ended: SENT, or OFF where the shop sends none."""
        shop = await self._shop.now()
        if not shop.order_mails:
            return OFF
        async with self._database.reading() as session:
            order = await orders.find(session, row.order_id)
            lines = await orders.lines_of(session, row.order_id)
            parcel = await _parcel(session, row) if row.kind == SHIPMENT else None
            refund = await refund_requests.find(session, row.about) if row.kind == REFUND else None
            asked = await _ASKED[row.kind].find(session, row.about) if row.kind in _ASKED else None
        if order is None:
            raise MailNotSent(f"there is no order {row.order_id}")
        to = order["email"] or await self._email_of(order["customer_id"])
        if to is None:
            raise MailNotSent("the customer has no address")
        name = shop.name(order["language"], self._shop_name)
        subject, text = letter(row.kind, order["language"], name, order, lines, parcel, refund, asked, self._shop_url)
        own_name = shop.mail_sender_name or localized(shop.shop_name, order["language"])
        sender = formataddr((own_name, parseaddr(self._sender)[1])) if own_name else self._sender
        await self._mailer.send(compose(row.id, sender, to, subject, text))
        return SENT

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
