"""Accounts and the roles they were given."""

from datetime import datetime
from typing import Literal

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from user_service.app.base import Base


class User(Base, TenantMixin, IdMixin, TimestampMixin):
    __tablename__ = "users"
    __table_args__ = (
        UniqueConstraint("tenant_id", "email"),
        Index(None, "tenant_id", "last_name_key", "first_name_key"),
    )
    id_prefix = "usr"

    email: Mapped[str] = mapped_column(Code(254))
    name: Mapped[str] = mapped_column(String(200), default="")
    first_name: Mapped[str] = mapped_column(String(100), default="")
    last_name: Mapped[str] = mapped_column(String(100), default="")
    first_name_key: Mapped[str] = mapped_column(Code(100), default="")
    last_name_key: Mapped[str] = mapped_column(Code(100), default="")
    language: Mapped[str] = mapped_column(Code(8))
    customer_groups: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    password_hash: Mapped[str | None] = mapped_column(String(255))
    deactivated_at: Mapped[datetime | None] = mapped_column(UtcDateTime())

    @property
    def status(self) -> Literal["active", "invited", "deactivated"]:
        """active, deactivated, or invited: somebody who has not chosen a password yet."""
        if self.deactivated_at is not None:
            return "deactivated"
        return "active" if self.password_hash is not None else "invited"


class UserRole(Base, TenantMixin):
    """A staff role; everybody with an account is a shopper without a row."""

    __tablename__ = "user_roles"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "user_id"], ["users.tenant_id", "users.id"], ondelete="CASCADE"),
        Index(None, "tenant_id", "role_id"),
    )

    user_id: Mapped[str] = mapped_column(Id(), primary_key=True)
    role_id: Mapped[str] = mapped_column(Code(32), primary_key=True)
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
