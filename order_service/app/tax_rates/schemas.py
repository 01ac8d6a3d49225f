"""Shapes of tax rates."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.languages import Texts
from common.texts import Title

Region = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Rate = Annotated[int, Field(ge=0, le=10_000, description="Basis points: 1900 is 19 %.")]

UNSET: Any = None  # left out of a PATCH: the column keeps its value


class TaxRateCreate(BaseModel):
    """`*` stands for every country, or every state."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"name": {"en": "VAT"}, "country": "DE", "state": "*", "rate_bp": 1900, "inclusive": True}
        },
    )

    name: Title
    country: Region = "*"
    state: Region = "*"
    rate_bp: Rate
    inclusive: bool = True


class TaxRateUpdate(BaseModel):
    """Only what is named changes; null is no value."""

    model_config = ConfigDict(extra="forbid")

    name: Title = UNSET
    rate_bp: Rate = UNSET
    inclusive: bool = UNSET


class TaxRate(BaseModel):
    id: str
    name: Texts
    country: str
    state: str
    rate_bp: int
    inclusive: bool
    created_at: datetime
    updated_at: datetime
