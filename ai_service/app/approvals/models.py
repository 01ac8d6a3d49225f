"""The approvals that were asked for."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, IdMixin, LongText, TenantMixin, UtcDateTime


class Approval(Base, TenantMixin, IdMixin):
    """`status`: pending → approved, rejected or expired. `arguments`, `arguments_hash` and `details` are those of the
    confirmation as the shopper saw them. `causes` says why staff are asked, `order_total` and `day_total` what would
    have moved with this one. `outcome` is what came of it; `settled`: it is done, and the shopper was told.
    """

    __tablename__ = "approvals"
    id_prefix = "apv"

    confirmation_id: Mapped[str] = mapped_column(Id())
    conversation_id: Mapped[str] = mapped_column(Id())
    subject_id: Mapped[str] = mapped_column(Id())
    agent_id: Mapped[str] = mapped_column(Code())
    tool: Mapped[str] = mapped_column(Code())
    arguments: Mapped[str] = mapped_column(LongText)
    arguments_hash: Mapped[str] = mapped_column(Code(64))
    details: Mapped[str] = mapped_column(LongText)
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(Code(3))
    order_id: Mapped[str | None] = mapped_column(Id())
    causes: Mapped[str] = mapped_column(Code(64))
    order_total: Mapped[int | None] = mapped_column(BigInteger)
    day_total: Mapped[int | None] = mapped_column(BigInteger)
    status: Mapped[str] = mapped_column(Code(16), default="pending")
    decided_by: Mapped[str | None] = mapped_column(Id())
    reason: Mapped[str | None] = mapped_column(String(300))
    outcome: Mapped[str | None] = mapped_column(Code(16))
    outcome_code: Mapped[str | None] = mapped_column(Code())
    settled: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime())

    __table_args__ = (
        Index("uq_approvals_confirmation", "tenant_id", "confirmation_id", unique=True),
        Index("ix_approvals_status", "tenant_id", "status", "id"),
        Index("ix_approvals_settled", "settled", "status"),
    )
