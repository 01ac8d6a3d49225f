"""Shapes of the sales history."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from common.imports import MOST_ITEMS, ImportedId, ImportItem
from common.money import Money
from common.pagination import DEFAULT_LIMIT, PageLimit
from order_service.app.sales_history.kinds import WRITE_OFF, Kind

MOST_LINES, MOST_PIECES, MOST_PRICE, MOST_TOTAL = 1000, 10**6, 10**9, 10**13
_NO_CONTROL = r"^[^\x00-\x1f\x7f]+$"
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64, pattern=_NO_CONTROL)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=255, pattern=r"^[^\x00-\x1f\x7f]*$")]


def _price(money: Money) -> Money:
    if not 0 <= money.amount <= MOST_PRICE:
        raise ValueError(f"the price must lie between 0 and {MOST_PRICE}")
    return money


def _some(quantity: int) -> int:
    if not quantity:
        raise ValueError("a line of no pieces says nothing")
    return quantity


class HistoryLineImport(BaseModel):
    """`quantity` is negative for what came back or was lost; `code` is what those books called the article."""

    model_config = ConfigDict(extra="forbid")

    code: Word
    title: Text = ""
    quantity: Annotated[int, Field(ge=-MOST_PIECES, le=MOST_PIECES, strict=True), AfterValidator(_some)]
    unit_price: Annotated[Money, AfterValidator(_price)]

    @property
    def amount(self) -> int:
        """Minor units, signed."""
        return self.quantity * self.unit_price.amount


class HistoryImport(ImportItem):
    """All its amounts are in one currency; a write-off is worth nothing."""

    kind: Kind
    issued_at: AwareDatetime
    customer_id: ImportedId | None = None
    country: Word | None = None
    lines: list[HistoryLineImport] = Field(min_length=1, max_length=MOST_LINES)

    @property
    def total(self) -> int:
        """Minor units, signed."""
        return sum(line.amount for line in self.lines)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if len({line.unit_price.currency for line in self.lines}) > 1:
            raise ValueError("all amounts of an invoice are in one currency")
        if abs(self.total) > MOST_TOTAL:
            raise ValueError(f"the total must not go beyond {MOST_TOTAL}")
        if self.kind == WRITE_OFF and self.total:
            raise ValueError("a write-off is worth nothing: it is neither sold nor credited")
        return self


class HistoryImports(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "items": [
                    {
                        "id": "C536379",
                        "kind": "credit",
                        "issued_at": "2010-12-01T09:41:00Z",
                        "customer_id": "14527",
                        "country": "United Kingdom",
                        "lines": [
                            {
                                "code": "D",
                                "title": "Discount",
                                "quantity": -1,
                                "unit_price": {"amount": 2750, "currency": "GBP"},
                            }
                        ],
                    }
                ]
            }
        },
    )

    items: list[HistoryImport] = Field(min_length=1, max_length=MOST_ITEMS)


class HistoryLine(BaseModel):
    code: str
    title: str
    quantity: int
    unit_price: Money
    amount: Money


class HistoryEntry(BaseModel):
    """`total` and `pieces` are negative where goods came back."""

    id: str
    kind: Kind
    issued_at: datetime
    customer_id: str | None
    country: str | None
    total: Money
    pieces: int


class HistoryInvoice(HistoryEntry):
    lines: list[HistoryLine]


class HistoryFilters(BaseModel):
    """What a list of invoices may be narrowed by; `issued_to` itself is left out."""

    model_config = ConfigDict(extra="forbid")

    issued_from: AwareDatetime | None = None
    issued_to: AwareDatetime | None = None
    kind: Kind | None = None
    customer_id: ImportedId | None = None
    limit: PageLimit = DEFAULT_LIMIT
    cursor: str | None = None
