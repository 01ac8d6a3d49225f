"""Shapes of a cancellation."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class CancellationCreate(BaseModel):
    """Why; there are two reasons."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"reason": "no longer needed"}})

    reason: Literal["no longer needed", "ordered by mistake"]
