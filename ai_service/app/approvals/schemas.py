"""Shapes of approvals."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ApprovalStatus = Literal["pending", "approved", "rejected", "expired"]
Cause = Literal["always", "amount", "order", "day", "currency"]
_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class Approval(BaseModel):
    """What a shopper has confirmed and staff decide about. `causes`: it is worth more than the rule's amount by itself
    (amount), with what the same order had before (order) or the same customer within 24 hours (day); it is in another
    currency than the rule (currency); or staff are always asked (always). Amounts are minor units of `currency`.
    `outcome` is what came of an approved one: done, refused by the shop, or still open."""

    id: str
    status: ApprovalStatus
    tool: str
    title: str
    confirmation_id: str
    conversation_id: str
    customer_id: str
    agent_id: str
    amount: int | None
    currency: str | None
    order_id: str | None
    order_total: int | None
    day_total: int | None
    causes: list[Cause]
    arguments: dict[str, Any]
    arguments_hash: str
    details: dict[str, Any] = Field(description="As the shopper was shown it.")
    created_at: datetime
    expires_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None
    outcome: Literal["open", "confirmed", "failed"] | None
    outcome_code: str | None


class ApprovalCount(BaseModel):
    pending: int


class ApprovalGiven(BaseModel):
    """`arguments_hash` of what was looked at: nothing else is approved."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"arguments_hash": _HASH}})

    arguments_hash: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class ApprovalRefused(BaseModel):
    """The shopper is told the reason."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"reason": "The goods were worn."}})

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
