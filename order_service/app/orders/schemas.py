"""Shapes of orders."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from common.money import Money
from order_service.app.after_sales.schemas import Change, Exchange, Return

CheckoutState = Literal["placing", "placed", "refused", "payment_review"]
OrderStatus = Literal[
    "placing",
    "refused",
    "pending",
    "pending (item modified)",
    "processed",
    "delivered",
    "cancelled",
    "return requested",
    "exchange requested",
]
PaymentStatus = Literal["unpaid", "paid", "refund_pending", "partially_refunded", "refunded", "unclear"]
OrderSort = Literal["newest", "oldest", "total_desc", "total_asc"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]+$")]
Amount = Annotated[int, Field(ge=0, le=10**15)]
FulfilmentStatus = Literal["unfulfilled", "partially_fulfilled", "fulfilled"]


class DiscountLine(BaseModel):
    """What one promotion took off; `code` is null for what counted by itself."""

    promotion_id: str
    code: str | None
    name: str
    amount: Money


class TaxLine(BaseModel):
    """So much tax on a net `base`; `rate_bp` in basis points."""

    name: str
    rate_bp: int
    base: Money
    amount: Money


class OrderLine(BaseModel):
    """One line as it was sold. Of its pieces so many were `fulfilled` (sent), `refunded`, `restocked`; `to_send`."""

    id: str
    product_id: str
    variant_id: str
    sku: str | None
    title: str
    variant_title: str
    options: Any
    image: str | None
    note: str | None
    quantity: int
    unit_price: Money
    total: Money
    discount: Money
    discounts: list[DiscountLine]
    tax: Money
    tax_rate_bp: int | None
    fulfilled: int
    refunded: int
    restocked: int
    to_send: int


class FulfilmentLine(BaseModel):
    line_id: str
    quantity: int


class Fulfilment(BaseModel):
    """One parcel."""

    id: str
    status: Literal["shipped", "delivered"]
    lines: list[FulfilmentLine]
    carrier: str | None
    tracking_number: str | None
    shipped_at: datetime
    delivered_at: datetime | None


class Refund(BaseModel):
    """What the staff gave back; `lines` are the pieces that came back on the shelf."""

    id: str
    amount: Money
    reason: str
    lines: list[FulfilmentLine]
    status: Literal["pending", "done"]
    created_at: datetime


class OrderCoupon(BaseModel):
    code: str
    name: str


class LedgerEntry(BaseModel):
    """Money that moved: `payment` to the shop, `refund` back."""

    id: str
    type: Literal["payment", "refund"]
    amount: Money
    method: str
    provider: str
    payment_method_id: str | None
    reference: str
    status: str
    created_at: datetime


class ShippingMethod(BaseModel):
    code: str
    name: str
    price: Money
    min_days: int | None
    max_days: int | None


class Refusal(BaseModel):
    """Why there was no deal; further members depend on `code`."""

    model_config = {"extra": "allow"}

    code: str
    detail: str


class Order(BaseModel):
    """A deal, frozen as it was made. `number` is given when it is placed; `pending` means paid, not yet processed.

    `actions` are the paths under the order that the caller can use now (`cancellation`, `refunds`, `fulfilments` …);
    `refundable` is what could still be given back.
    """

    id: str
    number: str | None
    customer_id: str
    status: OrderStatus
    payment_status: PaymentStatus
    checkout_state: CheckoutState
    refusal: Refusal | None
    currency: str
    subtotal: Money
    discount: Money
    shipping: Money
    shipping_discount: Money
    tax: Money
    total: Money
    refunded: Money
    tax_included: bool
    coupon: OrderCoupon | None
    discounts: list[DiscountLine]
    tax_lines: list[TaxLine]
    lines: list[OrderLine]
    address: dict[str, Any]
    shipping_method: ShippingMethod
    email: str | None
    note: str | None
    ledger: list[LedgerEntry]
    fulfilment_status: FulfilmentStatus
    fulfilments: list[Fulfilment]
    refunds: list[Refund]
    changes: list[Change]
    returns: list[Return]
    exchanges: list[Exchange]
    cart_id: str | None
    created_at: datetime
    updated_at: datetime
    placed_at: datetime | None
    return_until: datetime | None
    cancelled_at: datetime | None
    cancel_reason: str | None
    refundable: Money
    actions: list[str] = Field(examples=[["cancellation"]])


class OrderFilters(BaseModel):
    """What a list of orders may be narrowed by; shoppers see their own orders whatever they ask for."""

    model_config = {"extra": "forbid"}

    status: OrderStatus | None = None
    payment_status: PaymentStatus | None = None
    checkout_state: CheckoutState | None = None
    fulfilment_status: FulfilmentStatus | None = None
    number: str | None = Field(None, max_length=32)
    q: Words | None = Field(None, description="Staff only: a number (1001, #1001), or parts of a name or an email.")
    customer_id: str | None = Field(None, max_length=64, description="Staff only.")
    email: str | None = Field(None, max_length=320, description="Staff only.")
    created_from: datetime | None = None
    created_to: datetime | None = None
    total_from: Amount | None = Field(None, description="Minor units.")
    total_to: Amount | None = Field(None, description="Minor units.")


class OrderPage(BaseModel):
    """One page of a list; `count` only where it was asked for, and 10000 stands for that many or more."""

    items: list[Order]
    next_cursor: str | None
    count: int | None
