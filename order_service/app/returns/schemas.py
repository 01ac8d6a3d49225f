"""Shapes of returns as they are asked for and received."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from order_service.app.after_sales.schemas import MOST_PIECES, RowId


class ReturnCreate(BaseModel):
    """Each item is one piece, named by its line or its variant."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"items": ["oln_0198", "oln_0199"], "refund_to": "pm_0198"}}
    )

    items: Annotated[list[RowId], Field(min_length=1, max_length=MOST_PIECES)]
    refund_to: RowId | None = Field(
        None, description="The method that first paid, or one of the customer's gift cards; the former when left out."
    )


class ReceivedLine(BaseModel):
    """So many pieces came; `restocked` of them (all, when left out) go on the shelf."""

    model_config = ConfigDict(extra="forbid")

    line_id: RowId
    quantity: int = Field(ge=1, le=10**6, strict=True)
    restocked: int | None = Field(None, ge=0, le=10**6, strict=True)

    @model_validator(mode="after")
    def _no_more_than_came(self) -> Self:
        if self.restocked is not None and self.restocked > self.quantity:
            raise ValueError("restocked: no more than came")
        return self


class ReturnReceipt(BaseModel):
    """What came; without `lines` all that was announced, which goes on the shelf unless `restock` is false."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"lines": [{"line_id": "oln_0198", "quantity": 2, "restocked": 1}]}},
    )

    lines: list[ReceivedLine] | None = Field(None, min_length=1, max_length=MOST_PIECES)
    restock: bool = True

    @model_validator(mode="after")
    def _each_line_once(self) -> Self:
        if self.lines is not None and len({line.line_id for line in self.lines}) < len(self.lines):
            raise ValueError("lines: name each line once")
        return self
