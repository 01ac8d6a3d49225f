"""The audit table: rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import JSON, Code, Id, IdMixin, TenantMixin, UtcDateTime
from user_service.app.base import Base

OWN = "user_service"  # whose rows are written here; the others' come by their event logs


class AuditEvent(Base, TenantMixin, IdMixin):
    __tablename__ = "audit_events"
    __table_args__ = (
        Index(None, "tenant_id", "subject_id", "id"),
        Index(None, "tenant_id", "action", "id"),
        Index(None, "tenant_id", "actor_id", "id"),
        Index(None, "tenant_id", "service", "id"),
    )
    id_prefix = "aud"

    service: Mapped[str] = mapped_column(Code(32), default=OWN, server_default=OWN)
    actor_id: Mapped[str | None] = mapped_column(Id())
    action: Mapped[str] = mapped_column(Code(64))
    subject_id: Mapped[str | None] = mapped_column(Id())
    network_address: Mapped[str | None] = mapped_column(String(64))
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
