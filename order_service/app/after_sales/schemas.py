"""Shapes of changes, returns and exchanges."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.money import Money

RowId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]+$")]
MOST_PIECES = 200


class SwapWanted(BaseModel):
    """One piece, named by its line or its variant, for one of another variant of the same product."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    piece: RowId = Field(alias="from")
    to: RowId


Swaps = Annotated[list[SwapWanted], Field(min_length=1, max_length=MOST_PIECES)]
MethodId = Annotated[
    RowId | None, Field(description="One of the customer's saved methods; without it the means that first paid.")
]
ExpectedDifference = Annotated[
    Money | None,
    Field(description="What the customer was shown (see `estimate`): difference_changed when it is another by now."),
]


class Estimate(BaseModel):
    """What the customer would pay, or get back, if it were asked for now; at most one of the two is not zero."""

    to_pay: Money
    to_get: Money


class Rejection(BaseModel):
    """What the customer is told."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"reason": "The goods were used."}})

    reason: Reason


class Swap(BaseModel):
    line_id: str
    from_variant_id: str
    to_variant_id: str
    title: str
    variant_title: str
    options: Any
    unit_price: Money


class Change(BaseModel):
    """`difference` is what the total grew by. `settling`: made, but a refund or goods are still on their way back."""

    id: str
    kind: Literal["address", "payment", "items", "exchange"]
    state: Literal["running", "payment_review", "settling", "done"]
    swaps: list[Swap]
    difference: Money
    payment_method_id: str | None
    method: str | None
    exchange_id: str | None
    by_staff: bool
    created_at: datetime
    made_at: datetime | None


class Pieces(BaseModel):
    line_id: str
    variant_id: str
    quantity: int


class ReceivedPieces(Pieces):
    """So many came, and so many of them went on the shelf."""

    restocked: int


class Return(BaseModel):
    """`amount` goes to `refund_to` (or the means that first paid) once the goods were received."""

    id: str
    state: Literal["requested", "received", "rejected"]
    lines: list[Pieces]
    amount: Money
    refund_to: str | None
    method: str | None
    received: list[ReceivedPieces] | None
    settled: bool
    reason: str | None
    by_staff: bool
    created_at: datetime
    decided_at: datetime | None


class Exchange(BaseModel):
    """`difference` (negative: the customer gets it) moves with goods and stock when the exchange is completed."""

    id: str
    state: Literal["requested", "completed", "rejected"]
    swaps: list[Swap]
    difference: Money
    payment_method_id: str | None
    method: str | None
    reason: str | None
    by_staff: bool
    created_at: datetime
    decided_at: datetime | None
