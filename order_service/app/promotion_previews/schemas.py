"""Shapes of a preview."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from common.money import Money
from order_service.app.carts.schemas import CouponProblem, DiscountLine, TaxLine, Totals
from order_service.app.promotions.schemas import PromotionCreate

RowId = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Group = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Place = Annotated[str, StringConstraints(strip_whitespace=True, max_length=64, pattern=r"^[^\x00]*$")]


class PreviewLine(BaseModel):
    """So many pieces at a price (minor units); of which product and categories, where the promotion asks for it."""

    model_config = ConfigDict(extra="forbid")

    unit_price: int = Field(ge=0, le=10**12, strict=True)
    quantity: int = Field(1, ge=1, le=999, strict=True)
    product_id: RowId | None = None
    category_ids: Annotated[list[RowId], Field(max_length=20)] = []
    tax_class: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")] = "standard"
    weight_grams: int = Field(0, ge=0, le=10**7, strict=True)


class PreviewDestination(BaseModel):
    """Where it goes; taxes and shipping depend on it."""

    model_config = ConfigDict(extra="forbid")

    country: Place
    state: Place = ""
    zip: Place = ""


class PromotionPreviewCreate(BaseModel):
    """A promotion as it is written, or one that is there already, and a cart it is tried on."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "promotion": {"code": "SPRING", "kind": "percent", "value": 1000},
                "lines": [{"unit_price": 5000, "quantity": 1}],
                "shipping_method": "standard",
            }
        },
    )

    promotion: PromotionCreate | None = None
    promotion_id: RowId | None = None
    lines: Annotated[list[PreviewLine], Field(min_length=1, max_length=100)]
    currency: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")] | None = Field(None, description="The shop's.")
    shipping_method: RowId | None = None
    destination: PreviewDestination | None = None
    customer_groups: Annotated[list[Group], Field(max_length=50)] = []

    @model_validator(mode="after")
    def _one_promotion(self) -> Self:
        if (self.promotion is None) == (self.promotion_id is None):
            raise ValueError("give either promotion or promotion_id")
        return self


class PreviewedLine(BaseModel):
    total: Money
    discount: Money
    tax: Money


class PromotionPreview(BaseModel):
    """What the cart would pay with the promotion and what counts by itself, and what it pays `without` it.

    `problem` says why the promotion takes nothing off. How often it was used is not looked at.
    """

    totals: Totals
    without: Totals
    discounts: list[DiscountLine]
    tax_lines: list[TaxLine]
    lines: list[PreviewedLine]
    problem: CouponProblem | None
