"""Shapes of a timeline."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from common.money import Money

EventType = Literal[
    "created", "placed", "refused", "payment_review", "paid", "shipped", "delivered", "cancelled", "refund_decided",
    "refunded", "address_changed", "payment_changed", "items_changed", "return_requested", "return_received",
    "return_rejected", "exchange_requested", "exchange_completed", "exchange_rejected",
]  # fmt: skip


class Actor(BaseModel):
    """Who it was; `id` is told to the staff only."""

    kind: Literal["customer", "staff", "shop"]
    id: str | None = None


class TimelineEvent(BaseModel):
    """`reference` is the payment, refund, fulfilment, change, return or exchange that it was about."""

    type: EventType
    at: datetime
    actor: Actor
    amount: Money | None = None
    reference: str | None = None
    reason: str | None = None
    carrier: str | None = None
    tracking_number: str | None = None


class Timeline(BaseModel):
    items: list[TimelineEvent]
