"""Shapes of a timeline."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from common.money import Money

EventType = Literal[
    "created", "placed", "refused", "payment_review", "paid", "shipped", "delivered", "cancelled", "refund_decided",
    "refunded",
]  # fmt: skip


class Actor(BaseModel):
    """Who it was; `id` is told to the staff only."""

    kind: Literal["customer", "staff", "shop"]
    id: str | None = None


class TimelineEvent(BaseModel):
    """`reference` is the payment, refund or fulfilment that it was about."""

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
