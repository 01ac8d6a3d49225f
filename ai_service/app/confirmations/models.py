"""Proposals and what became of them."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, IdMixin, LongText, TenantMixin, UtcDateTime


class Confirmation(Base, TenantMixin, IdMixin):
    """`status`: pending → rejected, or executing → confirmed or failed; pending proposals expire. Where staff have to
    approve, awaiting_staff → approved or failed comes between.

    `arguments` is canonical JSON and `arguments_hash` its digest: what is carried out is what was shown. The id is the
    idempotency key of the effect, so that a repetition after a crash has it once. `spoken`: the turn that tells the
    shopper, in `language`, has begun.
    """

    __tablename__ = "confirmations"
    id_prefix = "cnf"

    conversation_id: Mapped[str] = mapped_column(Id())
    turn_id: Mapped[str] = mapped_column(Id())
    subject_id: Mapped[str] = mapped_column(Id())
    agent_id: Mapped[str] = mapped_column(Code())
    language: Mapped[str] = mapped_column(Code(8))
    tool: Mapped[str] = mapped_column(Code())
    title: Mapped[str] = mapped_column(String(200))
    arguments: Mapped[str] = mapped_column(LongText)
    arguments_hash: Mapped[str] = mapped_column(Code(64))
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(Code(3))
    order_id: Mapped[str | None] = mapped_column(Id())
    details: Mapped[str] = mapped_column(LongText)
    status: Mapped[str] = mapped_column(Code(16), default="pending")
    executing_until: Mapped[datetime | None] = mapped_column(UtcDateTime())
    result: Mapped[str | None] = mapped_column(LongText)
    error_status: Mapped[int | None] = mapped_column(Integer)
    approval_id: Mapped[str | None] = mapped_column(Id())
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    spoken: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime())
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime())

    __table_args__ = (
        Index("ix_confirmations_conversation", "tenant_id", "conversation_id", "id"),
        Index("ix_confirmations_subject", "tenant_id", "subject_id"),
        Index("ix_confirmations_expires", "tenant_id", "expires_at"),
    )
