"""Gift cards as staff, shoppers and order_service see them; a code goes in and, once issued, out, and is never kept."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from common.money import Money
from common.pagination import Page
from user_service.app.shapes import Body, Key

GiftCardStatus = Literal["active", "expired", "deactivated"]
EntryType = Literal["issue", "hold", "capture", "void", "refund", "credit", "adjustment"]
PaymentState = Literal["held", "captured", "voided"]
Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=40, pattern=r"^[\w -]+$")]
MOST = 10_000_000_00  # in minor units


def _payable(money: Money) -> Money:
    if not 0 <= money.amount <= MOST:
        raise ValueError(f"the amount must lie between 0 and {MOST}")
    return money


def _some(money: Money) -> Money:
    if not 0 < money.amount <= MOST:
        raise ValueError(f"the amount must lie between 1 and {MOST}")
    return money


Payable = Annotated[Money, AfterValidator(_payable)]
Some = Annotated[Money, AfterValidator(_some)]

_EXAMPLE: JsonDict = {
    "id": "gc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
    "last4": "HT3C",
    "balance": {"amount": 5000, "currency": "EUR"},
    "reserved": {"amount": 0, "currency": "EUR"},
    "status": "active",
    "expires_at": None,
    "owner_id": None,
    "created_at": "2026-01-05T09:30:00Z",
}


class GiftCard(BaseModel):
    model_config = ConfigDict(json_schema_extra={"example": _EXAMPLE})

    id: str
    last4: str = Field(description="The end of its code.")
    balance: Money
    reserved: Money = Field(description="What of the balance is promised to payments that are under way.")
    status: GiftCardStatus
    expires_at: datetime | None
    owner_id: str | None = Field(description="In whose wallet it is.")
    created_at: datetime


class GiftCardEntry(BaseModel):
    """By how much the balance, and what is reserved of it, changed."""

    id: str
    type: EntryType
    amount: Money
    reserved: Money
    reference: str = Field(description="The payment, refund or credit.")
    order_id: str | None
    actor_id: str | None
    reason: str | None
    created_at: datetime


class GiftCardDetail(GiftCard):
    ledger: Page[GiftCardEntry] = Field(description="Newest first; `limit` and `cursor` page it.")


class GiftCardHold(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"order_id": "ord_0198", "amount": {"amount": 4900, "currency": "EUR"}}}
    )
    order_id: Key
    amount: Payable


class GiftCardCredit(GiftCardHold):
    """Money for a card that did not pay for this order."""

    amount: Some


class GiftCardRefund(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"amount": {"amount": 4900, "currency": "EUR"}}})
    amount: Some


class GiftCardPayment(BaseModel):
    """`refunded`: how much of `amount` went back onto the card. A tombstone has no card."""

    payment_id: str
    gift_card_id: str | None
    amount: int
    refunded: int
    state: PaymentState
