"""The provider's part of a deal: authorise, capture, void; what is unknown is asked for by id."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from order_service.app.checkout.errors import Refused, StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.deal import Deal
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

    async def authorise(self, deal: Deal, now: datetime, deadline: Deadline) -> None:
        """Returns once the money is promised, else Refused or StillOpen."""
        provider = self._providers[paid_by(deal)["provider"]]
        known = await self._asked(provider, deal, AUTHORISE, deadline) if deal.resumed else None
        deal.payment_tried = True
        if known is None:
            known = await self._sent(provider, deal, now, deadline)
        _accepted(known)

    async def capture(self, deal: Deal, deadline: Deadline) -> None:
        """Take the money: returns once it is taken, else Refused or StillOpen."""
        deal.payment_tried = True
        provider = self._providers[paid_by(deal)["provider"]]
        for _ in range(_SENDS):
            try:
                known: ProviderPayment | None = await deadline.of_provider(provider.capture(paid_by(deal)["id"]))
            except OutcomeUnknown:
                known = await self._asked(provider, deal, CAPTURE, deadline)
            if known is not None and _accepted(known) is PaymentState.CAPTURED:
                return
        raise StillOpen(CAPTURE)

    async def void(self, deal: Deal, deadline: Deadline) -> PaymentState:
        """Let go of the money: after this no authorisation can come. CAPTURED when it was too late."""
        provider = self._providers[paid_by(deal)["provider"]]
        try:
            return (await deadline.of_provider(provider.void(paid_by(deal)["id"]))).state
        except OutcomeUnknown:
            known = await self._asked(provider, deal, VOID, deadline)
        if known is None or known.state in (PaymentState.AUTHORISED, PaymentState.PENDING):
            raise StillOpen(VOID)
        return known.state

    async def _sent(self, provider: PaymentProvider, deal: Deal, now: datetime, deadline: Deadline) -> ProviderPayment:
        """Authorise; sent again only while the provider still recognises the id."""
        payment = paid_by(deal)
        request = PaymentRequest(
            payment["id"], deal.reference, payment["amount"], payment["currency"], payment["token"], *deal.bought
        )
        key_ends = payment["created_at"] + timedelta(seconds=provider.key_lifetime)
        for _ in range(_SENDS):
            if now >= key_ends:
                break
            try:
                known: ProviderPayment | None = await deadline.of_provider(provider.authorise(request))
            except OutcomeUnknown:
                known = await self._asked(provider, deal, AUTHORISE, deadline)
            if known is not None and known.state is PaymentState.PENDING:
                known = await self._asked(provider, deal, AUTHORISE, deadline)
            if known is not None:
                return known
        raise Refused("payment_timeout", "The payment provider did not take the payment; nothing was charged.")

    async def _asked(
        self, provider: PaymentProvider, deal: Deal, step: str, deadline: Deadline
    ) -> ProviderPayment | None:
        """What the provider knows, once it knows for sure; None when it never heard of the payment."""
        pause, waiting = _FIRST_PAUSE, deadline.at_most(self._wait)
        while True:
            try:
                known = await waiting.of_provider(provider.find(paid_by(deal)["id"]))
            except OutcomeUnknown:
                known = ProviderPayment(paid_by(deal)["id"], PaymentState.PENDING)
            if known is None or known.state is not PaymentState.PENDING:
                return known
            if waiting.passed:
                raise StillOpen(step)
            await asyncio.sleep(min(pause, waiting.left))
            pause = min(pause * 2, _LONGEST_PAUSE)


def paid_by(deal: Deal) -> dict[str, Any]:
    """The payment of a deal that takes money."""
    if deal.payment is None:
        raise ValueError("this deal takes no money")
    return deal.payment


def _accepted(known: ProviderPayment) -> PaymentState:
    if known.state is PaymentState.DECLINED:
        raise Refused("payment_declined", known.reason or "The payment was declined.")
    if known.state is PaymentState.VOIDED:
        raise Refused("payment_voided", "The payment was called off.")
    return known.state
