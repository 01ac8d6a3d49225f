"""The saga: hold, authorise, commit, capture, placed; or refused, with everything undone.

Every step bears being taken again: neighbours know it by its id. So a checkout that was left behind, wherever that
was, is simply run once more from the top by the recovery loop.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, Protocol, TypeVar

from common.clock import Clock
from order_service.app.checkout.errors import Refused, StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.deal import Deal
from order_service.app.checkout.service.paying import Paying, paid_by
from order_service.app.checkout.service.stock import Stock
from order_service.app.payments.providers import OutcomeUnknown, PaymentState, Providers, RefundRequest
from order_service.app.payments.states import CAPTURED, DECLINED, VOIDED

Checkpoint = Callable[[str], None]
Json = dict[str, Any]
D = TypeVar("D", bound=Deal)
T = TypeVar("T", bound=Deal, contravariant=True)


def pass_by(name: str) -> None:
    """The checkpoint of every day: nothing happens there. Tests hand in one that ends the world."""


class Endings(Protocol[T]):
    """The transactions that begin, turn and end a deal; each is all there is to that step."""

    def begin(self, deal: T, /) -> Awaitable[None]: ...

    def place(self, deal: T, /) -> Awaitable[None]: ...

    def decide_refusal(self, deal: T, refusal: Json, /) -> Awaitable[None]: ...

    def refuse(self, deal: T, refusal: Json, payment_status: str | None, /) -> Awaitable[None]: ...

    def book_unwanted(self, deal: T, /) -> Awaitable[Json]: ...

    def book_refund(self, deal: T, refund: Json, /) -> Awaitable[None]: ...


class Saga(Generic[D]):
    def __init__(
        self,
        stock: Stock,
        providers: Providers,
        paying: Paying,
        endings: Endings[D],
        clock: Clock,
        reached: Checkpoint = pass_by,
    ) -> None:
        self._stock = stock
        self._providers = providers
        self._paying = paying
        self._endings = endings
        self._clock = clock
        self._reached = reached

    async def begin(self, deal: D) -> None:
        await self._endings.begin(deal)
        self._reached("begun")

    async def run(self, deal: D, deadline: Deadline) -> None:
        """To the end, which is then in the deal; StillOpen when it cannot be known in time."""
        if deal.refusal is not None:
            await self._undo(deal, deal.refusal, deadline)
            return
        try:
            await self._make_the_deal(deal, deadline)
        except Refused as refused:
            await self.refuse(deal, refused.refusal, deadline)

    async def refuse(self, deal: D, refusal: Json, deadline: Deadline) -> None:
        """Decide that there is no deal, undo what was done, and end."""
        if deal.hold_tried or deal.payment_tried or deal.resumed:
            await self._endings.decide_refusal(deal, refusal)
            self._reached("refusal decided")
        await self._undo(deal, refusal, deadline)

    async def _make_the_deal(self, deal: D, deadline: Deadline) -> None:
        sells = bool(deal.quantities())
        sold = await self._stock.hold(deal, deadline) if sells else False
        self._reached("held")
        if not sold:  # else an earlier run got as far as that, so the payment was authorised
            if deal.payment is not None:
                await self._paying.authorise(deal, self._clock.now(), deadline)
            self._reached("authorised")
            if sells:
                await self._stock.commit(deal, deadline)
        self._reached("committed")
        if deal.payment is not None:
            await self._paying.capture(deal, deadline)
        self._reached("captured")
        await self._endings.place(deal)
        self._reached("placed")

    async def _undo(self, deal: D, refusal: Json, deadline: Deadline) -> None:
        """Void, then the stock, then the end. Tries everything again when taken up again: all of it goes by id."""
        payment_status = None
        if deal.payment is not None and (deal.payment_tried or deal.resumed):
            payment_status = await self._let_go_of_the_money(deal, deadline)
            self._reached("voided")
        if deal.quantities() and (deal.hold_tried or deal.resumed):
            await self._stock.give_back(deal, deadline)
            self._reached("stock given back")
        await self._endings.refuse(deal, refusal, payment_status)
        self._reached("refused")

    async def _let_go_of_the_money(self, deal: D, deadline: Deadline) -> str:
        state = await self._paying.void(deal, deadline)
        if state is PaymentState.CAPTURED:
            await self._refund(deal, deadline)
            return CAPTURED
        return DECLINED if state is PaymentState.DECLINED else VOIDED

    async def _refund(self, deal: D, deadline: Deadline) -> None:
        refund = await self._endings.book_unwanted(deal)
        request = RefundRequest(refund["id"], refund["payment_id"], refund["amount"], refund["currency"])
        provider = self._providers[paid_by(deal)["provider"]]
        try:
            await deadline.of_provider(provider.refund(request))
        except OutcomeUnknown as error:
            raise StillOpen("refund") from error
        await self._endings.book_refund(deal, refund)
