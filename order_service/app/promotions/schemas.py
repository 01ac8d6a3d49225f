"""Shapes of promotions, as the staff sees them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from common.languages import Texts
from common.texts import Title

CouponCode = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")
]
Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
Kind = Literal["percent", "amount"]
State = Literal["running", "scheduled", "ended", "used_up", "off"]
Value = Annotated[int, Field(gt=0, le=10**12, strict=True)]
Minimum = Annotated[int, Field(ge=0, le=10**12, strict=True)]
Limit = Annotated[int, Field(gt=0, le=10**9, strict=True)]

UNSET: Any = None  # left out of a PATCH: the column keeps its value


class PromotionCreate(BaseModel):
    """`value` is in basis points (percent: 1000 is 10 %) or minor units (amount). Codes are the same in any case."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "code": "SPRING",
                "name": {"en": "Spring sale", "zh": "春季促销"},
                "kind": "percent",
                "value": 1000,
                "minimum_subtotal": 5000,
                "ends_at": "2030-05-31T22:00:00Z",
                "max_uses_per_customer": 1,
            }
        },
    )

    code: CouponCode
    name: Title | None = Field(None, description="What the shopper reads; the code when left out.")
    kind: Kind
    value: Value
    currency: Currency | None = Field(None, description="Of `value` and `minimum_subtotal`; default the shop's.")
    minimum_subtotal: Minimum = 0
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = Field(None, description="From this moment on the coupon is not taken any more.")
    active: bool = True
    max_uses: Limit | None = Field(None, description="By all customers together.")
    max_uses_per_customer: Limit | None = None


class PromotionUpdate(BaseModel):
    """Only what is named changes. The code stays: it is in customers' hands."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"active": False}})

    name: Title = UNSET
    kind: Kind = UNSET
    value: Value = UNSET
    minimum_subtotal: Minimum = UNSET
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    active: bool = UNSET
    max_uses: Limit | None = None
    max_uses_per_customer: Limit | None = None


class Promotion(BaseModel):
    """`uses` counts the orders that have it; `state` is what it comes to right now."""

    id: str
    code: str
    name: Texts
    kind: Kind
    value: int
    currency: str
    minimum_subtotal: int
    starts_at: datetime | None
    ends_at: datetime | None
    active: bool
    max_uses: int | None
    max_uses_per_customer: int | None
    uses: int
    state: State
    created_at: datetime
    updated_at: datetime
