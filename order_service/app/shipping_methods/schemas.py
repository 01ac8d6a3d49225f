"""Shapes of shipping methods."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.languages import Texts
from common.texts import Title

MethodCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]

UNSET: Any = None  # left out of a PATCH: the column keeps its value


class ShippingMethodCreate(BaseModel):
    """`price` is in minor units of `currency`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"code": "pickup", "name": {"en": "Pick-up"}, "price": 0, "currency": "EUR", "position": 3}
        },
    )

    code: MethodCode
    name: Title
    price: int = Field(ge=0, le=10**12)
    currency: Currency
    position: int = Field(0, ge=0, le=10**6)
    active: bool = True


class ShippingMethodUpdate(BaseModel):
    """Only what is named changes; null is no value."""

    model_config = ConfigDict(extra="forbid")

    name: Title = UNSET
    price: int = Field(UNSET, ge=0, le=10**12)
    currency: Currency = UNSET
    position: int = Field(UNSET, ge=0, le=10**6)
    active: bool = UNSET


class ShippingMethod(BaseModel):
    id: str
    code: str
    name: Texts
    price: int
    currency: str
    position: int
    active: bool
    created_at: datetime
    updated_at: datetime
