"""Guests: visitors who have a cart before they have an account."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import Id, IdMixin, TenantMixin, UtcDateTime
from user_service.app.base import Base


class Guest(Base, TenantMixin, IdMixin):
    __tablename__ = "guests"
    __table_args__ = (Index(None, "tenant_id", "merged_into"), Index(None, "created_at"))
    id_prefix = "gst"

    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
    merged_into: Mapped[str | None] = mapped_column(Id())
    merged_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
