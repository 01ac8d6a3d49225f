"""Shapes of imports over HTTP."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class RejectedRowView(BaseModel):
    """A line of the file that was not taken."""

    model_config = ConfigDict(from_attributes=True)

    line: int
    column: str
    reason: str
    value: str


class ImportFailure(BaseModel):
    """Why nothing of the file was taken."""

    code: str
    detail: str


class ImportView(BaseModel):
    """An import; `progress` runs from 0 to 1, counts are products, `rejected` counts rows."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "imp_0198f2a1",
                "status": "done",
                "filename": "products.csv",
                "created": 18,
                "updated": 0,
                "unchanged": 2,
                "rejected": 1,
                "rejected_rows": [{"line": 7, "column": "Variant Price", "reason": "a price is needed", "value": ""}],
            }
        }
    )

    id: str
    status: Literal["queued", "running", "done", "failed"]
    filename: str
    size: int
    inventory: Literal["new", "set"]
    progress: float
    rows_total: int
    products_done: int
    created: int
    updated: int
    unchanged: int
    adjusted: int
    rejected: int
    attempts: int
    error: ImportFailure | None
    created_at: datetime
    finished_at: datetime | None
    heartbeat_at: datetime | None
    rejected_rows: list[RejectedRowView] = Field([], description="The first hundred; /rejected has up to a thousand.")
