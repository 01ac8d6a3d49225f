"""Audit rows as staff see them."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict


class AuditEvent(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: str
    service: str
    actor_id: str | None
    action: str
    subject_id: str | None
    network_address: str | None
    detail: dict[str, Any]
    created_at: datetime
