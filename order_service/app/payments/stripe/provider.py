"""Stripe behind the port. Our payment id is its idempotency key, so asking again is asking for the same thing."""

import re
from datetime import timedelta
from typing import Any

from common.clock import Clock
from common.database import Database
from common.observability.logs import get_logger
from order_service.app.payments.providers.port import (
    CreditRefused,
    CreditRequest,
    OutcomeUnknown,
    PaymentRequest,
    PaymentState,
    ProviderPayment,
    RefundRequest,
)
from order_service.app.payments.stripe.api import UNKNOWN, Json, StripeApi, StripeRefusal
from order_service.app.payments.stripe.books import Books
from order_service.app.payments.stripe.units import NotCounted, to_stripe

log = get_logger(__name__)
_TOKEN = re.compile(r"^(pm|card|src|pi)_[A-Za-z0-9_]{3,200}$")
_CONFIRMED = "pi_"  # a PaymentIntent that the shopper confirmed in the browser
_STATES = {
    "requires_capture": PaymentState.AUTHORISED,
    "succeeded": PaymentState.CAPTURED,
    "canceled": PaymentState.VOIDED,
    "processing": PaymentState.PENDING,
}
_MOST_REFUNDS = 100  # of one payment, on Stripe's side too
_AUTHENTICATION = "The bank asks for a confirmation that this shop cannot pass on; try another card."
_UNFINISHED = "The card was not confirmed; nothing was charged."
_NOT_FOR_THIS = "This card payment was not made for this order, or it was used or called off; enter the card again."
_AMOUNT = "Cards cannot be charged this amount in this currency."


class StripeProvider:
    """See the port. The token is the id of a PaymentIntent that was made for the cart and confirmed in the browser
    (`pi_…`, see browser.py), or of a PaymentMethod (`pm_…`) that is charged without the shopper's being asked again.
    """

    name = "stripe"
    key_lifetime = 23 * 3600.0  # Stripe keeps keys for at least 24 hours
    saved_only = False

    def __init__(self, api: StripeApi, database: Database, clock: Clock) -> None:
        self._api = api
        self.books = Books(database)
        self._clock = clock

    def accepts(self, token: str) -> bool:
        return _TOKEN.fullmatch(token) is not None

    async def authorise(self, request: PaymentRequest) -> ProviderPayment:
        confirmed = request.token.startswith(_CONFIRMED)
        bought = (request.cart_id, request.payer_id)
        written = self._row(request)
        row = await (self.books.open_confirmed(written, *bought) if confirmed else self.books.open(written))
        if row.abandoned:
            return ProviderPayment(request.payment_id, PaymentState.VOIDED)
        intent = await self._intent(row)
        if confirmed and intent["id"] is not None and not _is_for(request, intent):
            log.error("a card payment is not as it was prepared", payment=request.payment_id, intent=intent["id"])
            return ProviderPayment(request.payment_id, PaymentState.DECLINED, _NOT_FOR_THIS)
        return self._seen(row, intent)

    async def capture(self, payment_id: str) -> ProviderPayment:
        row = await self.books.find(payment_id)
        intent = await self._intent(row)
        if intent["status"] != "requires_capture":
            return self._seen(row, intent)
        try:
            intent = await self._api.post(f"payment_intents/{intent['id']}/capture", {}, f"{payment_id}:capture")
        except StripeRefusal as refusal:
            return await self._refused(row, intent, refusal)
        return self._seen(row, intent)

    async def void(self, payment_id: str) -> ProviderPayment:
        row = await self.books.find(payment_id)
        if row is None:
            tombstone = PaymentRequest(payment_id, "", 0, "", "")
            row = await self.books.open(self._row(tombstone) | {"abandoned": True})
        if row.abandoned:
            return ProviderPayment(payment_id, PaymentState.VOIDED)
        intent = await self._intent(row)
        seen = self._seen(row, intent)
        if intent["id"] is None or seen.state in (PaymentState.CAPTURED, PaymentState.VOIDED):
            return seen
        try:
            intent = await self._api.post(f"payment_intents/{intent['id']}/cancel", {}, f"{payment_id}:void")
        except StripeRefusal as refusal:
            return await self._refused(row, intent, refusal)
        return seen if seen.state is PaymentState.DECLINED else self._seen(row, intent)

    async def refund(self, request: RefundRequest) -> None:
        """Looks whether it is there first: a refund may be tried again long after its key was forgotten."""
        row = await self.books.find(request.payment_id)
        try:
            amount = to_stripe(request.amount, request.currency)
        except NotCounted as error:  # owed too
            log.error("stripe cannot refund this amount", refund=request.refund_id, words=str(error))
            raise OutcomeUnknown(f"stripe: {error}") from error
        intent = await self._intent(row)
        if intent["id"] is None:
            log.error("stripe does not know the payment of a refund", refund=request.refund_id)
            raise OutcomeUnknown("stripe: there is no such payment")
        if any(each["metadata"].get("refund_id") == request.refund_id for each in await self.refunds_of(intent["id"])):
            return
        form = {
            "payment_intent": intent["id"],
            "amount": str(amount),
            "metadata[refund_id]": request.refund_id,
        }
        try:
            await self._api.post("refunds", form, request.refund_id)
        except StripeRefusal as refusal:  # owed all the same: the staff sees it waiting, with this in the log
            log.error("stripe refused a refund", refund=request.refund_id, code=refusal.code, words=refusal.words)
            raise OutcomeUnknown(f"stripe: {refusal}") from refusal

    async def credit(self, request: CreditRequest) -> None:
        """Stripe pays back only what it took."""
        raise CreditRefused("Stripe gives money back only to the card that paid.")

    async def adopt(self, request: PaymentRequest) -> None:
        """The token is the PaymentIntent's own id (`pi_…`)."""
        row = await self.books.open(self._row(request))
        await self.books.name(row.id, request.token)

    async def find(self, payment_id: str) -> ProviderPayment | None:
        row = await self.books.find(payment_id)
        if row is None:
            return None
        if row.abandoned:
            return ProviderPayment(payment_id, PaymentState.VOIDED)
        return self._seen(row, await self._intent(row))

    async def refunds_of(self, intent_id: str) -> list[Json]:
        """Every refund Stripe knows of this payment, whoever asked for it."""
        answer = await self._api.get("refunds", {"payment_intent": intent_id, "limit": str(_MOST_REFUNDS)})
        return [each | {"metadata": each.get("metadata") or {}} for each in answer["data"]]

    async def _intent(self, row: Any) -> Json:
        """What Stripe has under this payment: asked for by its id, or by sending the same thing again.

        A request that got lost is made now; one that is still on its way is the same one.
        """
        if row.intent_id is not None:
            return await self._known(row)
        if row.token.startswith(_CONFIRMED):
            return _refused_with(_NOT_FOR_THIS)
        if self._clock.now() - row.asked_at >= timedelta(seconds=self.key_lifetime):
            return await self._searched(row)
        try:
            intent = await self._api.post("payment_intents", _order_to_pay(row), row.id)
        except NotCounted:
            return _refused_with(_AMOUNT)
        except StripeRefusal as refusal:
            if refusal.intent is None:
                return _never_opened(refusal)
            intent = refusal.intent
        await self.books.name(row.id, intent["id"])
        return intent

    async def _known(self, row: Any) -> Json:
        """One that was confirmed before the shop's keys were another account's can never be charged with these."""
        try:
            return await self._api.get(f"payment_intents/{row.intent_id}")
        except StripeRefusal as refusal:
            if refusal.status == UNKNOWN and row.token.startswith(_CONFIRMED):
                log.error("stripe does not know a card payment that was confirmed", payment=row.id)
                return _refused_with(_NOT_FOR_THIS)
            raise

    async def _searched(self, row: Any) -> Json:
        """Stripe's index is a minute behind; this one is asked for a day later."""
        query = {"query": f"metadata['payment_id']:'{row.id}'"}
        found = (await self._api.get("payment_intents/search", query))["data"]
        if not found:
            return {"id": None, "status": "canceled"}
        await self.books.name(row.id, found[0]["id"])
        return dict(found[0])

    async def _refused(self, row: Any, intent: Json, refusal: StripeRefusal) -> ProviderPayment:
        """Stripe would not move it on: it stands somewhere else by now, or the money cannot be had."""
        now = await self._api.get(f"payment_intents/{intent['id']}")
        if now["status"] == intent["status"]:
            return ProviderPayment(row.id, PaymentState.DECLINED, refusal.words)
        return self._seen(row, now)

    def _seen(self, row: Any, intent: Json) -> ProviderPayment:
        state = _STATES.get(intent["status"], PaymentState.DECLINED)
        if state is not PaymentState.DECLINED:
            return ProviderPayment(row.id, state)
        confirmed = row.token.startswith(_CONFIRMED)
        if intent["status"] == "requires_action":
            return ProviderPayment(row.id, state, _UNFINISHED if confirmed else _AUTHENTICATION)
        error = intent.get("last_payment_error") or {}
        words = error.get("message") or (_UNFINISHED if confirmed else "The payment was declined.")
        return ProviderPayment(row.id, state, words)

    def _row(self, request: PaymentRequest) -> dict[str, Any]:
        return {
            "id": request.payment_id,
            "order_id": request.order_id,
            "amount": request.amount,
            "currency": request.currency,
            "token": request.token,
            "abandoned": False,
            "asked_at": self._clock.now(),
        }


def _order_to_pay(row: Any) -> dict[str, str]:
    return {
        "amount": str(to_stripe(row.amount, row.currency)),
        "currency": row.currency.lower(),
        "payment_method": row.token,
        "payment_method_types[]": "card",
        "capture_method": "manual",
        "confirm": "true",
        "metadata[payment_id]": row.id,
        "metadata[order_id]": row.order_id,
        "metadata[tenant_id]": row.tenant_id,
    }


def _is_for(request: PaymentRequest, intent: Json) -> bool:
    """Whether Stripe has it as it was prepared: this cart, this much money, and all of it if it was taken already."""
    amount, metadata = to_stripe(request.amount, request.currency), intent.get("metadata") or {}
    whole = intent["status"] != "succeeded" or intent.get("amount_received") == amount
    same = (intent["amount"], intent["currency"]) == (amount, request.currency.lower())
    return whole and same and metadata.get("cart_id") == request.cart_id


def _never_opened(refusal: StripeRefusal) -> Json:
    """A request that Stripe would not take at all: a card that is no card, a key that is none of theirs."""
    words = refusal.words if refusal.type == "card_error" else "The payment provider did not take the payment."
    if refusal.type != "card_error":
        log.error("stripe refused a payment", status=refusal.status, code=refusal.code, words=refusal.words)
    return _refused_with(words)


def _refused_with(words: str) -> Json:
    return {"id": None, "status": "refused", "last_payment_error": {"message": words}}
