"""Taking a provider's notice: it says only that something changed; what, the provider is asked.

So a notice may come twice, late, or in another order than things happened: the books end the same.
"""

from typing import Any

import orjson
from pydantic import SecretStr
from sqlalchemy.exc import IntegrityError

from common.clock import Clock
from common.database import Database, retrying, use_tenant
from common.errors import BadRequest, NotFound
from common.events import publish
from common.money import money
from common.observability.logs import get_logger
from order_service.app.audit import service as audit
from order_service.app.orders import progress
from order_service.app.orders import service as orders
from order_service.app.orders.states import PAYMENT_REVIEW
from order_service.app.payments import service as payments
from order_service.app.payments.stripe import StripeProvider
from order_service.app.payments.stripe.signatures import check
from order_service.app.payments.stripe.units import from_stripe

log = get_logger(__name__)
Json = dict[str, Any]
_ABOUT_PAYMENTS, _ABOUT_REFUNDS, _ABOUT_DISPUTES = "payment_intent.", ("charge.refund", "refund."), "charge.dispute."
_GIVEN_BACK = ("succeeded", "pending")


class NoticesNotSetUp(NotFound):
    code = "notices_not_set_up"
    title = "This shop takes no notices of this provider"


class MalformedNotice(BadRequest):
    code = "malformed_notice"
    title = "This is no notice"


class ProviderNoticeService:
    """`stripe` and its `secret` are None where the shop is not paid through Stripe."""

    def __init__(
        self, database: Database, clock: Clock, stripe: StripeProvider | None, secret: SecretStr | None
    ) -> None:
        self._database = database
        self._clock = clock
        self._stripe = stripe
        self._secret = secret

    async def take_from_stripe(self, body: bytes, signature: str) -> None:
        """Returns once all that follows from it is written down."""
        if self._stripe is None or self._secret is None:
            raise NoticesNotSetUp
        check(self._secret.get_secret_value(), signature, body, self._clock.now())
        kind, subject = _parsed(body)
        intent_id = subject.get("id") if kind.startswith(_ABOUT_PAYMENTS) else subject.get("payment_intent")
        known = await self._stripe.books.of_intent(str(intent_id))
        if known is None:  # somebody else's, or one whose first answer is still on its way to us: we shall ask for it
            return
        with use_tenant(known.tenant_id):
            if kind.startswith(_ABOUT_PAYMENTS):
                await self._look_at(known.order_id)
            elif kind.startswith(_ABOUT_REFUNDS):
                for refund in await self._stripe.refunds_of(str(intent_id)):
                    if "refund_id" not in refund["metadata"] and refund["status"] in _GIVEN_BACK:
                        await self._book_foreign(known, refund)
            elif kind.startswith(_ABOUT_DISPUTES):
                await self._note_dispute(known, kind, subject)

    @retrying
    async def _look_at(self, order_id: str) -> None:
        """An order that waits for news of its payment is looked at now rather than in a minute."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await orders.find(session, order_id)
            if order is not None and order["checkout_state"] == PAYMENT_REVIEW and order["lease_until"] is not None:
                await progress.take_over(session, order_id, order["lease_until"], now, now)

    async def _book_foreign(self, known: Any, refund: Json) -> None:
        """Money that was given back at the provider's own desk: the shop's books follow."""
        amount = from_stripe(refund["amount"], known.currency)
        try:
            await self._book(known, f"ref_{refund['id']}", amount)
        except IntegrityError:  # booked before
            return

    @retrying
    async def _book(self, known: Any, refund_id: str, amount: int) -> None:
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, known.order_id)
            [payment] = [each for each in await payments.payments_of(session, order["id"]) if each["id"] == known.id]
            await payments.add_foreign_refund(session, payment, refund_id, amount, "refunded at Stripe")
            await progress.refund_begun(session, order["id"], now)
            await progress.note_refunded(session, order["id"], amount, now)
            await progress.settle_payment(session, order["id"], now)
            news = {"order_id": order["id"], "refund_id": refund_id, "amount": money(amount, known.currency)}
            await publish(session, "payment.refunded", known.id, {**news, "method": payment["method"]})
            detail = {"refund": refund_id, "amount": amount}
            await audit.record(session, "payment.refunded", actor_id=None, subject_id=order["id"], **detail)

    @retrying
    async def _note_dispute(self, known: Any, kind: str, dispute: Json) -> None:
        amount = from_stripe(int(dispute.get("amount") or 0), known.currency)
        detail = {"dispute": dispute.get("id"), "reason": dispute.get("reason"), "state": dispute.get("status")}
        action = f"payment.dispute_{kind.removeprefix(_ABOUT_DISPUTES)}"
        log.warning("payment disputed", order=known.order_id, payment=known.id, **detail)
        async with self._database.unit_of_work() as session:
            await audit.record(session, action, actor_id=None, subject_id=known.order_id, amount=amount, **detail)


def _parsed(body: bytes) -> tuple[str, Json]:
    """(type, the object it is about)."""
    try:
        event = orjson.loads(body)
        return str(event["type"]), dict(event["data"]["object"])
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise MalformedNotice("An event has a type and data.object.") from error
