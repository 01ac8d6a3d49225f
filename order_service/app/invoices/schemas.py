"""Shapes of invoices and credit notes."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from common.money import Money
from common.pagination import DEFAULT_LIMIT, PageLimit
from order_service.app.invoices.kinds import Kind

Reason = Literal["order", "items", "exchange", "cancellation", "return", "refund"]


class Invoice(BaseModel):
    """One document. `total` and `tax` of a credit note are what was given back; `corrects` is the invoice's number."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "inv_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "kind": "invoice",
                "number": "INV-00042",
                "order_id": "ord_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "order_number": "1042",
                "issued_at": "2026-01-05T09:30:00Z",
                "reason": "order",
                "corrects": None,
                "buyer": "Ada Lovelace",
                "language": "en",
                "total": {"amount": 12900, "currency": "EUR"},
                "tax": {"amount": 2060, "currency": "EUR"},
            }
        }
    )

    id: str
    kind: Kind
    number: str
    order_id: str
    order_number: str
    issued_at: datetime
    reason: Reason
    corrects: str | None
    buyer: str
    language: str
    total: Money
    tax: Money


class InvoiceExport(BaseModel):
    """What invoices may be narrowed by; `issued_to` itself is left out."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind | None = None
    number: str | None = Field(
        None, min_length=1, max_length=40, pattern=r"^[^\x00]+$", description="The document's, or its order's."
    )
    issued_from: AwareDatetime | None = None
    issued_to: AwareDatetime | None = None


class InvoiceFilters(InvoiceExport):
    limit: PageLimit = DEFAULT_LIMIT
    cursor: str | None = None
