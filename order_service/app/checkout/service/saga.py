"""The saga: hold, authorise, commit, capture, placed; or refused, with everything undone.

Every step bears being taken again: neighbours know it by its id. So a checkout that was left behind, wherever that
was, is simply run once more from the top by the recovery loop.
"""

from collections.abc import Callable
from typing import Any

from common.clock import Clock
from order_service.app.checkout.errors import Refused, StillOpen
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.draft import Placing
from order_service.app.checkout.service.endings import Endings
from order_service.app.checkout.service.paying import Paying
from order_service.app.checkout.service.stock import Stock
from order_service.app.payments.providers import OutcomeUnknown, PaymentState, Providers, RefundRequest
from order_service.app.payments.states import CAPTURED, DECLINED, VOIDED

Checkpoint = Callable[[str], None]
Json = dict[str, Any]


def pass_by(name: str) -> None:
    """The checkpoint of every day: nothing happens there. Tests hand in one that ends the world."""


class CheckoutSaga:
    def __init__(
        self,
        stock: Stock,
        providers: Providers,
        paying: Paying,
        endings: Endings,
        clock: Clock,
        reached: Checkpoint = pass_by,
    ) -> None:
        self._stock = stock
        self._providers = providers
        self._paying = paying
        self._endings = endings
        self._clock = clock
        self._reached = reached

    async def begin(self, placing: Placing) -> None:
        await self._endings.begin(placing)
        self._reached("begun")

    async def run(self, placing: Placing, deadline: Deadline) -> None:
        """To the end, which is then in `placing.order`; StillOpen when it cannot be known in time."""
        if placing.order["refusal"] is not None:
            await self._undo(placing, placing.order["refusal"], deadline)
            return
        try:
            await self._make_the_deal(placing, deadline)
        except Refused as refused:
            await self.refuse(placing, refused.refusal, deadline)

    async def refuse(self, placing: Placing, refusal: Json, deadline: Deadline) -> None:
        """Decide that there is no deal, undo what was done, and end."""
        if placing.hold_tried or placing.payment_tried or placing.resumed:
            await self._endings.decide_refusal(placing, refusal)
            self._reached("refusal decided")
        await self._undo(placing, refusal, deadline)

    async def _make_the_deal(self, placing: Placing, deadline: Deadline) -> None:
        sold = await self._stock.hold(placing, deadline)
        self._reached("held")
        if not sold:  # else an earlier run got as far as that, so the payment was authorised
            await self._paying.authorise(placing, self._clock.now(), deadline)
            self._reached("authorised")
            await self._stock.commit(placing, deadline)
        self._reached("committed")
        await self._paying.capture(placing, deadline)
        self._reached("captured")
        await self._endings.place(placing)
        self._reached("placed")

    async def _undo(self, placing: Placing, refusal: Json, deadline: Deadline) -> None:
        """Void, then the stock, then the end. Tries everything again when taken up again: all of it goes by id."""
        payment_status = None
        if placing.payment_tried or placing.resumed:
            payment_status = await self._let_go_of_the_money(placing, deadline)
            self._reached("voided")
        if placing.hold_tried or placing.resumed:
            await self._stock.give_back(placing, deadline)
            self._reached("stock given back")
        await self._endings.refuse(placing, refusal, payment_status)
        self._reached("refused")

    async def _let_go_of_the_money(self, placing: Placing, deadline: Deadline) -> str:
        state = await self._paying.void(placing, deadline)
        if state is PaymentState.CAPTURED:
            await self._refund(placing, deadline)
            return CAPTURED
        return DECLINED if state is PaymentState.DECLINED else VOIDED

    async def _refund(self, placing: Placing, deadline: Deadline) -> None:
        refund = await self._endings.book_unwanted(placing)
        request = RefundRequest(refund["id"], refund["payment_id"], refund["amount"], refund["currency"])
        provider = self._providers[placing.payment["provider"]]
        try:
            await deadline.of_provider(provider.refund(request))
        except OutcomeUnknown as error:
            raise StillOpen("refund") from error
        await self._endings.book_refund(placing, refund)
