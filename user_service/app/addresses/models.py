"""Postal addresses; one of a person's may be the default."""

from sqlalchemy import ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin
from user_service.app.base import Base


class Address(Base, TenantMixin, IdMixin, TimestampMixin):
    __tablename__ = "addresses"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "user_id"], ["users.tenant_id", "users.id"], ondelete="CASCADE"),
        Index(None, "tenant_id", "user_id", "id"),
    )
    id_prefix = "adr"

    user_id: Mapped[str] = mapped_column(Id())
    name: Mapped[str | None] = mapped_column(String(200))
    address1: Mapped[str] = mapped_column(String(200))
    address2: Mapped[str | None] = mapped_column(String(200))
    city: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(200), default="")
    zip: Mapped[str] = mapped_column(String(32))
    zip_key: Mapped[str] = mapped_column(Code(32), default="")
    country: Mapped[str] = mapped_column(Code(64))
    is_default: Mapped[bool] = mapped_column(default=False)
