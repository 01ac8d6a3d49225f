"""Shapes of stock over HTTP."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field

MAX_CHANGE = 1_000_000


class Stock(BaseModel):
    """Where a variant stands; `available` is what can still be promised."""

    variant_id: str
    product_id: str
    location_id: str
    on_hand: int
    reserved: int
    available: int


def _some(delta: int) -> int:
    if delta == 0:
        raise ValueError("an adjustment of nothing is none")
    return delta


Delta = Annotated[
    int,
    Field(ge=-MAX_CHANGE, le=MAX_CHANGE, validation_alias=AliasChoices("delta", "quantity")),
    AfterValidator(_some),
]


class AdjustmentCreate(BaseModel):
    """A correction by staff: `delta` pieces more (or, negative, fewer) lie on the shelf."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"delta": 25, "reason": "Delivery of 3 March"}}
    )

    delta: Delta
    reason: Annotated[str, Field(min_length=1, max_length=200)]


class LedgerEntryView(BaseModel):
    """One reason why `on_hand` changed."""

    id: str
    variant_id: str
    location_id: str
    kind: Literal["initial", "adjustment", "sale", "restock"]
    quantity: int
    reference: str | None
    note: str
    actor_id: str | None
    created_at: datetime


class Adjustment(LedgerEntryView):
    """A correction as recorded, with the stock after it."""

    stock: Stock
