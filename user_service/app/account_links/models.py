"""One-time links. The link itself is not stored: its seal is made again from our key file when it is mailed."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, UtcDateTime
from user_service.app.base import Base

INVITATION, PASSWORD_RESET = "invitation", "password_reset"


class AccountLink(Base, TenantMixin, IdMixin):
    """`mail_due_at` is when the mail is to be tried next; empty once it was sent, was given up or is not wanted."""

    __tablename__ = "account_links"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "user_id"], ["users.tenant_id", "users.id"], ondelete="CASCADE"),
        Index(None, "tenant_id", "user_id"),
        Index(None, "mail_due_at"),
        Index(None, "expires_at"),
    )
    id_prefix = "lnk"

    user_id: Mapped[str] = mapped_column(Id())
    purpose: Mapped[str] = mapped_column(Code(16))
    salt: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    mail_due_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    mail_attempts: Mapped[int] = mapped_column(Integer, default=0)
