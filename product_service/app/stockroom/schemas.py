"""Shapes of stock as the console lists it."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from common.money import Money
from common.texts import Text
from product_service.app.inventory.schemas import Delta

Sort = Literal["title", "-title", "sku", "-sku", "available", "-available", "on_hand", "-on_hand"]


class StockLine(BaseModel):
    """A variant with what lies on the shelf; `level` tells it from the threshold that was asked for."""

    variant_id: str
    product_id: str
    product_title: str
    variant_title: str
    sku: str
    vendor: str
    status: Literal["active", "draft", "archived"]
    image: str | None
    price: Money
    version: int
    on_hand: int
    reserved: int
    available: int
    level: Literal["ok", "low", "out"]
    updated_at: datetime


class StockAlerts(BaseModel):
    """How many variants of public products are sold out, and how many others have at most `threshold` left."""

    model_config = ConfigDict(json_schema_extra={"example": {"threshold": 5, "out": 2, "low": 7}})

    threshold: int
    out: int
    low: int


class BulkLine(BaseModel):
    """One correction: `delta` pieces more (or, negative, fewer)."""

    model_config = ConfigDict(extra="forbid")

    variant_id: Annotated[Text, Field(min_length=1, max_length=64)]
    delta: Delta


class BulkAdjustment(BaseModel):
    """Up to 200 corrections for one reason; each variant once."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"reason": "Stocktaking", "lines": [{"variant_id": "var_01j", "delta": -2}]},
        },
    )

    reason: Annotated[Text, Field(min_length=1, max_length=200)]
    lines: Annotated[list[BulkLine], Field(min_length=1, max_length=200)]


class BulkAdjusted(BaseModel):
    """What came of one line, and the stock after it; a refusal has a code and a text in the reader's language."""

    variant_id: str
    result: Literal["adjusted", "refused"]
    code: str | None
    detail: str | None
    on_hand: int | None
    reserved: int | None
    available: int | None


class BulkAdjustments(BaseModel):
    results: list[BulkAdjusted]
