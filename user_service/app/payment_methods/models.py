"""A saved method points at a provider's own record of it."""

from sqlalchemy import ForeignKeyConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin
from user_service.app.base import Base


class PaymentMethod(Base, TenantMixin, IdMixin, TimestampMixin):
    __tablename__ = "payment_methods"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "user_id"], ["users.tenant_id", "users.id"], ondelete="CASCADE"),
        Index(None, "tenant_id", "user_id", "id"),
    )
    id_prefix = "pm"

    user_id: Mapped[str] = mapped_column(Id())
    type: Mapped[str] = mapped_column(Code(32))
    provider: Mapped[str] = mapped_column(Code(32))
    provider_token: Mapped[str] = mapped_column(Code(200))
    brand: Mapped[str | None] = mapped_column(String(50))
    last4: Mapped[str | None] = mapped_column(Code(4))
    exp_month: Mapped[int | None] = mapped_column(Integer)
    exp_year: Mapped[int | None] = mapped_column(Integer)
    is_default: Mapped[bool] = mapped_column(default=False)
