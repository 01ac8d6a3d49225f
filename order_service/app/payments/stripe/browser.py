"""Card payments that the shopper confirms in the browser, with Stripe's own form, before the cart is checked out.

Stripe takes the card, lets the bank ask (3-D Secure) and promises the money: a PaymentIntent with manual capture. The
checkout then names it. One that is never checked out, or for another amount than the cart costs now, is cancelled.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from common.clock import Clock
from common.database import Database, leases, use_tenant
from common.ids import new_id
from common.observability.logs import get_logger
from order_service.app.payments.providers.port import OutcomeUnknown
from order_service.app.payments.stripe.api import UNKNOWN, Json, KeyInUse, StripeApi, StripeRefusal
from order_service.app.payments.stripe.intents import Intents
from order_service.app.payments.stripe.units import NotCounted, to_stripe

log = get_logger(__name__)
_TRIES = 25  # as often as others may be first with the same cart
_PAUSE = 0.2  # while somebody else's request for the same payment is still on its way
_KEY_LIFETIME = timedelta(hours=23)
_CANCEL_AGAIN = timedelta(minutes=1)
_CONFIRMED = frozenset({"requires_capture", "succeeded", "processing"})
_WRONG_AMOUNTS = frozenset({"amount_too_small", "amount_too_large"})


class CannotBePrepared(Exception):
    """Stripe takes no such payment at all; `wrong_amount` when another amount could be paid."""

    def __init__(self, words: str, *, wrong_amount: bool = False) -> None:
        super().__init__(words)
        self.wrong_amount = wrong_amount


@dataclass(frozen=True, slots=True)
class Prepared:
    """`intent_id` is what the checkout names, `client_secret` what the browser confirms it with, unless it is done."""

    intent_id: str
    client_secret: str
    confirmed: bool


class BrowserPayments:
    """`publishable_key` is for the browser; without one nothing new is prepared, and what was is still let go of.
    `patience` seconds may a payment wait for its order."""

    def __init__(self, api: StripeApi, database: Database, clock: Clock, publishable_key: str, patience: float) -> None:
        self._api = api
        self._intents = Intents(database)
        self._clock = clock
        self._patience = timedelta(seconds=patience)
        self.publishable_key = publishable_key

    async def prepare(self, cart_id: str, owner_id: str, amount: int, currency: str) -> Prepared:
        """The one open payment for this cart. OutcomeUnknown, CannotBePrepared."""
        for _ in range(_TRIES):
            row = await self._intents.open_for(cart_id)
            if row is None:
                await self._intents.add(self._row(cart_id, owner_id, amount, currency))
                continue
            if (row.owner_id, row.amount, row.currency) == (owner_id, amount, currency):
                try:
                    intent = await self._intent(row)
                except KeyInUse:
                    await asyncio.sleep(_PAUSE)
                    continue
                usable = intent is not None and intent["status"] != "canceled"
                if intent is not None and usable and await self._intents.keep(row.id, self._wait_until()):
                    return Prepared(intent["id"], intent["client_secret"], intent["status"] in _CONFIRMED)
            await self._let_go(row)
        raise OutcomeUnknown("stripe: others prepare payments for this cart")

    async def cancel_unused(self) -> int:
        """In all shops: what was not checked out in time holds nobody's money any longer; how many there were."""
        now = self._clock.now()
        due = await self._intents.due(now)
        results = await asyncio.gather(*(self._cancel_due(now, *each) for each in due), return_exceptions=True)
        for each, result in zip(due, results, strict=True):
            if isinstance(result, Exception):  # the others are not held up
                log.error("a card payment was not cancelled", intent=each.id, error=repr(result))
        return len(due)

    async def _cancel_due(self, now: datetime, tenant_id: str, row_id: str) -> None:
        """Unless somebody asked for it again since it was found due, or asks for it in this moment."""
        with use_tenant(tenant_id):
            row = await self._intents.find(row_id)
            if row is None or row.due_at is None or leases.held(row.due_at, now):
                return
            if await self._intents.close_due(row.id, row.due_at, self._clock.now() + _CANCEL_AGAIN):
                await self._cancel(row)

    async def _let_go(self, row: Any) -> None:
        """Closed for us first, then cancelled at Stripe: if that does not answer, once more in a minute."""
        if await self._intents.close(row.id, self._clock.now() + _CANCEL_AGAIN):
            await self._cancel(row)

    async def _cancel(self, row: Any) -> None:
        row = await self._intents.find(row.id)
        if row.intent_id is None or await self._is_over(row.intent_id):
            await self._intents.end(row.id)

    async def _is_over(self, intent_id: str) -> bool:
        """Cancelled now or before. Without a key: cancelling again is the same, and a no of before need not last."""
        try:
            await self._api.post(f"payment_intents/{intent_id}/cancel", {})
        except OutcomeUnknown as error:
            log.warning("stripe did not say whether it cancelled", intent=intent_id, error=str(error))
            return False
        except StripeRefusal as refusal:
            if refusal.status == UNKNOWN:
                log.error("stripe does not know a card payment that it made", intent=intent_id)
                return True
            return await self._ended_otherwise(intent_id)
        return True

    async def _ended_otherwise(self, intent_id: str) -> bool:
        try:
            status = (await self._api.get(f"payment_intents/{intent_id}"))["status"]
        except (OutcomeUnknown, StripeRefusal) as error:
            log.warning("stripe did not say how a payment stands", intent=intent_id, error=str(error))
            return False
        if status == "succeeded":  # at Stripe's own desk: whoever did that gives it back there
            log.error("a card payment without an order was captured", intent=intent_id)
        return status in ("succeeded", "canceled")

    async def _intent(self, row: Any) -> Json | None:
        """As Stripe has it; made with the first answer that comes. None when it is too late to make it, or when Stripe
        does not know it any more."""
        if row.intent_id is not None:
            return await self._known(row.intent_id)
        if self._clock.now() - row.made_at >= _KEY_LIFETIME:
            return None
        try:
            intent = await self._api.post("payment_intents", _to_prepare(row), row.id)
        except NotCounted as error:
            await self._intents.close(row.id, self._clock.now())
            raise CannotBePrepared(str(error), wrong_amount=True) from error
        except StripeRefusal as refusal:
            await self._intents.close(row.id, self._clock.now())
            raise _cannot_be_prepared(refusal) from refusal
        await self._intents.name(row.id, intent["id"])
        return intent

    async def _known(self, intent_id: str) -> Json | None:
        """None for one of another account of Stripe's: the shop's keys are others by now."""
        try:
            return await self._api.get(f"payment_intents/{intent_id}")
        except StripeRefusal as refusal:
            if refusal.status == UNKNOWN:
                return None
            raise _cannot_be_prepared(refusal) from refusal

    def _wait_until(self) -> datetime:
        return self._clock.now() + self._patience

    def _row(self, cart_id: str, owner_id: str, amount: int, currency: str) -> Json:
        return {
            "id": new_id("sti"),
            "cart_id": cart_id,
            "owner_id": owner_id,
            "amount": amount,
            "currency": currency,
            "intent_id": None,
            "open_for": cart_id,
            "payment_id": None,
            "made_at": self._clock.now(),
            "due_at": self._wait_until(),
        }


def _cannot_be_prepared(refusal: StripeRefusal) -> CannotBePrepared:
    log.error("stripe prepared no payment", status=refusal.status, code=refusal.code, words=refusal.words)
    return CannotBePrepared(refusal.words, wrong_amount=refusal.code in _WRONG_AMOUNTS)


def _to_prepare(row: Any) -> dict[str, str]:
    """Only cards: the form in the browser is set up for the same, which Stripe wants to agree."""
    return {
        "amount": str(to_stripe(row.amount, row.currency)),
        "currency": row.currency.lower(),
        "payment_method_types[]": "card",
        "capture_method": "manual",
        "metadata[prepared_id]": row.id,
        "metadata[cart_id]": row.cart_id,
        "metadata[owner_id]": row.owner_id,
        "metadata[tenant_id]": row.tenant_id,
    }
