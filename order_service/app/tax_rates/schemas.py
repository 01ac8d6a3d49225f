"""Shapes of tax rates."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.languages import Texts
from common.texts import Title

Region = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
ZipPrefix = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=16, pattern=r"^[^\x00]+$")]
TaxClass = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")]
Rate = Annotated[int, Field(ge=0, le=10_000, description="Basis points: 1900 is 19 %.")]

UNSET: Any = None  # left out of a PATCH: the column keeps its value


class TaxRateCreate(BaseModel):
    """`*` stands for every country, state or postal code. The most exactly named region of a tax class wins.

    `standard` is the class of products that name none; a class without a rate has the standard one, `zero` none.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"name": {"en": "VAT", "zh": "增值税"}, "country": "DE", "tax_class": "reduced", "rate_bp": 700}
        },
    )

    name: Title
    country: Region = "*"
    state: Region = "*"
    zip_prefix: ZipPrefix = Field("*", description="The beginning of the postal codes it is for.")
    tax_class: TaxClass = "standard"
    rate_bp: Rate
    inclusive: bool = Field(True, description="Whether prices contain it; the standard rate's word counts for all.")


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
    zip_prefix: str
    tax_class: str
    rate_bp: int
    inclusive: bool
    created_at: datetime
    updated_at: datetime
