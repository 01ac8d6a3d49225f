"""The port: authorise, capture, void, refund, credit, and ask by id.

Every call carries an id of ours that the provider takes as its idempotency key: the same id twice has one effect and
one answer. An answer that does not come is OutcomeUnknown, never a refusal: whoever gets it asks by id.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PaymentState(StrEnum):
    """How the provider sees a payment."""

    PENDING = "pending"  # it is still at work
    AUTHORISED = "authorised"
    CAPTURED = "captured"
    DECLINED = "declined"
    VOIDED = "voided"


class OutcomeUnknown(Exception):
    """The provider did not answer in time; it may or may not have done what it was asked."""


class CreditRefused(Exception):
    """This means of payment can never take the money: nothing was given, and asking again will not help."""


class AdoptionRefused(Exception):
    """This payment cannot have been made with that means: say, it is in another currency."""


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """`token` is how the provider knows the customer's means of payment; `amount` in minor units.

    `cart_id` and `payer_id` say what is bought by whom; without a cart it is paid for something else.
    """

    payment_id: str
    order_id: str
    amount: int
    currency: str
    token: str
    cart_id: str = ""
    payer_id: str = ""


@dataclass(frozen=True, slots=True)
class RefundRequest:
    refund_id: str
    payment_id: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class CreditRequest:
    """Money for a means that did not pay for this order: `token` is how the provider knows it."""

    credit_id: str
    order_id: str
    amount: int
    currency: str
    token: str


@dataclass(frozen=True, slots=True)
class ProviderPayment:
    """The provider's own record; `reason` explains a decline to the customer."""

    payment_id: str
    state: PaymentState
    reason: str = ""


class PaymentProvider(Protocol):
    """One provider. Each method may raise OutcomeUnknown."""

    name: str
    key_lifetime: float  # seconds for which a repeated id is recognised
    saved_only: bool  # its means belong to somebody: they are charged as saved methods, never by a token from outside

    async def authorise(self, request: PaymentRequest) -> ProviderPayment: ...

    async def capture(self, payment_id: str) -> ProviderPayment:
        """Take the authorised money. What is captured stays captured; what is void or declined says so."""
        ...

    async def void(self, payment_id: str) -> ProviderPayment:
        """Let go of an authorisation. An unknown id is void for ever: an authorisation that comes late is refused."""
        ...

    async def refund(self, request: RefundRequest) -> None:
        """Give captured money back, once per refund id."""
        ...

    async def credit(self, request: CreditRequest) -> None:
        """Give money to a means that did not pay, once per credit id. CreditRefused when it can take none."""
        ...

    async def adopt(self, request: PaymentRequest) -> None:
        """Learn of a payment that was captured before the shop moved in, once per payment id, and move no money.

        `amount` is what it still holds; that much can be given back from here on. AdoptionRefused.
        """
        ...

    async def find(self, payment_id: str) -> ProviderPayment | None:
        """What became of a payment; None when the provider never heard of it."""
        ...

    def accepts(self, token: str) -> bool:
        """Whether a means of payment may be named by this token."""
        ...
