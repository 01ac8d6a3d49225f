"""Gift cards behind the port; a payment's token is the card's id, which user_service gives out to its owner alone."""

from collections.abc import Awaitable
from typing import Any, TypeVar

from common.api_clients.users import UsersClient
from common.errors import Conflict, NotFound, PaymentRequired, ShopError
from common.languages import Texts, localized
from common.money import money
from order_service.app.payments.providers.port import (
    AdoptionRefused,
    CreditRefused,
    CreditRequest,
    OutcomeUnknown,
    PaymentRequest,
    PaymentState,
    ProviderPayment,
    RefundRequest,
)

T = TypeVar("T")
Json = dict[str, Any]
_GONE: Texts = {"en": "This gift card is not known.", "zh": "没有这张礼品卡。"}
_STATES = {
    "held": PaymentState.AUTHORISED,
    "captured": PaymentState.CAPTURED,
    "voided": PaymentState.VOIDED,
}


class BooksDiffer(RuntimeError):
    """user_service knows something else under an id of ours: somebody has to look at it."""


class GiftCardProvider:
    name = "gift_card"
    key_lifetime = 10 * 365 * 86_400.0  # its ledger is never forgotten
    saved_only = True

    def __init__(self, users: UsersClient) -> None:
        self._users = users

    def accepts(self, token: str) -> bool:
        return bool(token)

    async def authorise(self, request: PaymentRequest) -> ProviderPayment:
        amount = money(request.amount, request.currency)
        hold = self._users.hold_gift_card(request.token, request.payment_id, request.order_id, amount)
        try:
            return _payment(await _answer(hold))
        except PaymentRequired as refused:
            return ProviderPayment(request.payment_id, PaymentState.DECLINED, refused.detail)
        except NotFound:
            return ProviderPayment(request.payment_id, PaymentState.DECLINED, localized(_GONE))
        except Conflict as error:
            raise BooksDiffer(f"{request.payment_id}: {error}") from error

    async def capture(self, payment_id: str) -> ProviderPayment:
        return _payment(await _answer(self._users.capture_gift_card_payment(payment_id)))

    async def void(self, payment_id: str) -> ProviderPayment:
        return _payment(await _answer(self._users.void_gift_card_payment(payment_id)))

    async def refund(self, request: RefundRequest) -> None:
        amount = money(request.amount, request.currency)
        try:
            await _answer(self._users.refund_gift_card_payment(request.payment_id, request.refund_id, amount))
        except (NotFound, Conflict) as error:
            raise BooksDiffer(f"{request.refund_id}: {error}") from error

    async def credit(self, request: CreditRequest) -> None:
        amount = money(request.amount, request.currency)
        try:
            await _answer(self._users.credit_gift_card(request.token, request.credit_id, request.order_id, amount))
        except (NotFound, Conflict) as refused:
            raise CreditRefused(str(refused)) from refused

    async def adopt(self, request: PaymentRequest) -> None:
        amount = money(request.amount, request.currency)
        adoption = self._users.adopt_gift_card_payment(request.token, request.payment_id, request.order_id, amount)
        try:
            await _answer(adoption)
        except (NotFound, Conflict) as refused:
            raise AdoptionRefused(str(refused)) from refused

    async def find(self, payment_id: str) -> ProviderPayment | None:
        try:
            return _payment(await _answer(self._users.gift_card_payment(payment_id)))
        except NotFound:
            return None


async def _answer(call: Awaitable[T]) -> T:
    """user_service's answer; OutcomeUnknown when it did not say."""
    try:
        return await call
    except ShopError as error:
        if error.status >= 500:
            raise OutcomeUnknown(str(error)) from error
        raise


def _payment(known: Json) -> ProviderPayment:
    return ProviderPayment(known["payment_id"], _STATES[known["state"]])
