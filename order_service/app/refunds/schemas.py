"""Shapes of a refund."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from common.money import Money

RowId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]+$")]


class RefundLine(BaseModel):
    model_config = ConfigDict(extra="forbid")

    line_id: RowId
    quantity: int = Field(ge=1, le=10**6, strict=True)


class RefundCreate(BaseModel):
    """`amount` wins; else `lines` are paid back as they were paid, without shipping; without either, all that is left.

    `restock` puts the named pieces (or, with neither, all of them) back on the shelf. Those not sent yet never will be.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "reason": "arrived broken",
                "lines": [{"line_id": "oln_0198", "quantity": 1}],
                "restock": False,
            }
        },
    )

    amount: Money | None = None
    reason: Reason
    lines: list[RefundLine] | None = Field(None, min_length=1, max_length=100)
    restock: bool = False

    @model_validator(mode="after")
    def _pieces_are_named(self) -> Self:
        if self.amount is not None and self.amount.amount <= 0:
            raise ValueError("amount: more than nothing")
        if self.restock and self.amount is not None and self.lines is None:
            raise ValueError("lines: say which pieces come back")
        if self.lines is not None and len({line.line_id for line in self.lines}) < len(self.lines):
            raise ValueError("lines: name each line once")
        return self
