"""Shapes of fulfilments."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

RowId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
ShortText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00]+$")
]


class SentLine(BaseModel):
    model_config = ConfigDict(extra="forbid")

    line_id: RowId
    quantity: int = Field(ge=1, le=10**6, strict=True)


class FulfilmentCreate(BaseModel):
    """What is sent; without `lines` all that is left."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"carrier": "DHL", "tracking_number": "JD014600003RU"}}
    )

    lines: list[SentLine] | None = Field(None, min_length=1, max_length=100)
    carrier: ShortText | None = None
    tracking_number: ShortText | None = None

    @model_validator(mode="after")
    def _each_line_once(self) -> Self:
        if self.lines is not None and len({line.line_id for line in self.lines}) < len(self.lines):
            raise ValueError("lines: name each line once")
        return self


class BulkFulfilmentCreate(BaseModel):
    """All that is left of each of these orders is sent."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"order_ids": ["ord_0198", "ord_0199"]}})

    order_ids: list[RowId] = Field(min_length=1, max_length=100)


class BulkResult(BaseModel):
    """What happened to one order; `code` and `detail` say why it was refused."""

    order_id: str
    result: Literal["fulfilled", "refused"]
    number: str | None = None
    status: str | None = None
    fulfilment_id: str | None = None
    code: str | None = None
    detail: str | None = None


class BulkResults(BaseModel):
    results: list[BulkResult]
    fulfilled: int
    refused: int
