"""The audit table: rows are only ever added."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import JSON, Code, Id, IdMixin, TenantMixin, UtcDateTime


class AuditEvent(Base, TenantMixin, IdMixin):
    """One effect and who caused it; `actor_id` is empty where the shop itself did."""

    __tablename__ = "audit_events"
    __table_args__ = (Index("ix_audit_events_subject", "tenant_id", "subject_id", "id"),)
    id_prefix: ClassVar[str] = "aud"

    actor_id: Mapped[str | None] = mapped_column(Id)
    action: Mapped[str] = mapped_column(Code(64))
    subject_id: Mapped[str] = mapped_column(Id)
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
