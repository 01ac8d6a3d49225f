"""A session is one family of refresh tokens; `generation` says which of them is the current one."""

from datetime import datetime

from sqlalchemy import Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, UtcDateTime
from user_service.app.base import Base


class SignedInSession(Base, TenantMixin, IdMixin):
    __tablename__ = "sessions"
    __table_args__ = (
        Index(None, "tenant_id", "subject_id"),
        Index(None, "revoked_at"),
        Index(None, "expires_at"),
    )
    id_prefix = "ses"

    subject_id: Mapped[str] = mapped_column(Id())
    salt: Mapped[str] = mapped_column(String(64))
    generation: Mapped[int] = mapped_column(Integer, default=0)
    rotated_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    revoke_reason: Mapped[str | None] = mapped_column(Code(32))
    network_address: Mapped[str | None] = mapped_column(String(64))
    client: Mapped[str | None] = mapped_column(String(200))

    def is_alive(self, now: datetime) -> bool:
        return self.revoked_at is None and self.expires_at > now
