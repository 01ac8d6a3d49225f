"""The provider's part of a checkout: authorise, capture, void; what is unknown is asked for by id."""

import asyncio
from datetime import datetime, timedelta

from order_service.app.checkout.errors import Refused, StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.draft import Placing
from order_service.app.payments.providers import (
    OutcomeUnknown,
    PaymentProvider,
    PaymentRequest,
    PaymentState,
    ProviderPayment,
    Providers,
)

AUTHORISE, CAPTURE, VOID = "authorise", "capture", "void"
_SENDS = 2
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 1.0


class Paying:
    """`wait`: for how many seconds a provider that does not say is asked again."""

    def __init__(self, providers: Providers, wait: float) -> None:
        self._providers = providers
        self._wait = wait

    async def authorise(self, placing: Placing, now: datetime, deadline: Deadline) -> None:
        """Returns once the money is promised, else Refused or StillOpen."""
        provider = self._providers[placing.payment["provider"]]
        known = await self._asked(provider, placing, AUTHORISE, deadline) if placing.resumed else None
        placing.payment_tried = True
        if known is None:
            known = await self._sent(provider, placing, now, deadline)
        _accepted(known)

    async def capture(self, placing: Placing, deadline: Deadline) -> None:
        """Take the money: returns once it is taken, else Refused or StillOpen."""
        placing.payment_tried = True
        provider = self._providers[placing.payment["provider"]]
        for _ in range(_SENDS):
            try:
                known: ProviderPayment | None = await deadline.of_provider(provider.capture(placing.payment["id"]))
            except OutcomeUnknown:
                known = await self._asked(provider, placing, CAPTURE, deadline)
            if known is not None and _accepted(known) is PaymentState.CAPTURED:
                return
        raise StillOpen(CAPTURE)

    async def void(self, placing: Placing, deadline: Deadline) -> PaymentState:
        """Let go of the money: after this no authorisation can come. CAPTURED when it was too late."""
        provider = self._providers[placing.payment["provider"]]
        try:
            return (await deadline.of_provider(provider.void(placing.payment["id"]))).state
        except OutcomeUnknown:
            known = await self._asked(provider, placing, VOID, deadline)
        if known is None or known.state in (PaymentState.AUTHORISED, PaymentState.PENDING):
            raise StillOpen(VOID)
        return known.state

    async def _sent(
        self, provider: PaymentProvider, placing: Placing, now: datetime, deadline: Deadline
    ) -> ProviderPayment:
        """Authorise; sent again only while the provider still recognises the id."""
        payment = placing.payment
        request = PaymentRequest(payment["id"], placing.id, payment["amount"], payment["currency"], payment["token"])
        key_ends = payment["created_at"] + timedelta(seconds=provider.key_lifetime)
        for _ in range(_SENDS):
            if now >= key_ends:
                break
            try:
                known: ProviderPayment | None = await deadline.of_provider(provider.authorise(request))
            except OutcomeUnknown:
                known = await self._asked(provider, placing, AUTHORISE, deadline)
            if known is not None and known.state is PaymentState.PENDING:
                known = await self._asked(provider, placing, AUTHORISE, deadline)
            if known is not None:
                return known
        raise Refused("payment_timeout", "The payment provider did not take the payment; nothing was charged.")

    async def _asked(
        self, provider: PaymentProvider, placing: Placing, step: str, deadline: Deadline
    ) -> ProviderPayment | None:
        """What the provider knows, once it knows for sure; None when it never heard of the payment."""
        pause, waiting = _FIRST_PAUSE, deadline.at_most(self._wait)
        while True:
            try:
                known = await waiting.of_provider(provider.find(placing.payment["id"]))
            except OutcomeUnknown:
                known = ProviderPayment(placing.payment["id"], PaymentState.PENDING)
            if known is None or known.state is not PaymentState.PENDING:
                return known
            if waiting.passed:
                raise StillOpen(step)
            await asyncio.sleep(min(pause, waiting.left))
            pause = min(pause * 2, _LONGEST_PAUSE)


def _accepted(known: ProviderPayment) -> PaymentState:
    if known.state is PaymentState.DECLINED:
        raise Refused("payment_declined", known.reason or "The payment was declined.")
    if known.state is PaymentState.VOIDED:
        raise Refused("payment_voided", "The payment was called off.")
    return known.state
