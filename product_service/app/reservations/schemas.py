"""Shapes of reservations and restocks, as order_service sends and reads them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from product_service.app.products.schemas import VariantQuote

Reference = Annotated[str, Field(min_length=1, max_length=100)]
OwnId = Annotated[str, Field(min_length=1, max_length=64)]
LONGEST_HOLD = 86_400


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Line(_Input):
    variant_id: OwnId
    quantity: Annotated[int, Field(ge=1, le=1_000_000)]


Lines = Annotated[list[Line], Field(min_length=1, max_length=200)]


class ReservationCreate(_Input):
    """All lines or none, under the caller's own id; `expires_in` seconds."""

    id: OwnId
    lines: Lines
    expires_in: Annotated[int, Field(ge=1, le=LONGEST_HOLD)] = 900


class CommitRequest(_Input):
    """`reference` is the order that bought the goods."""

    reference: Reference


class RestockCreate(_Input):
    id: OwnId
    reference: Reference
    lines: Lines
    reason: Annotated[str, Field(max_length=200)] = ""


class ReservedLine(VariantQuote):
    """The quote as it was held; `available` is what is left for others, told to who holds."""

    quantity: int
    available: int | None = None  # type: ignore[assignment]


class Reservation(BaseModel):
    id: str
    status: Literal["held", "committed", "released", "expired"]
    expires_at: datetime
    reference: str | None
    lines: list[ReservedLine]


class Restock(BaseModel):
    id: str
    reference: str
    reason: str
    lines: list[Line]
    created_at: datetime
