"""Conversations and their turns."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKeyConstraint, Index, Integer, LargeBinary, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime

LARGE = LargeBinary(length=16_777_215)


class Conversation(Base, TenantMixin, IdMixin, TimestampMixin):
    """At most one turn runs; `running_until` is its lease, so that a turn whose process died blocks nobody for long.

    `had_error`: a turn failed or hit a limit; `had_order`: a purchase was confirmed and placed. Kept for staff's lists.
    """

    __tablename__ = "conversations"
    id_prefix = "cnv"

    subject_id: Mapped[str] = mapped_column(Id())
    agent_id: Mapped[str] = mapped_column(Code())
    title: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(Code(8))
    turns: Mapped[int] = mapped_column(Integer, default=0)
    running_turn_id: Mapped[str | None] = mapped_column(Id())
    running_until: Mapped[datetime | None] = mapped_column(UtcDateTime())
    had_error: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    had_order: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())

    __table_args__ = (
        Index("ix_conversations_subject", "tenant_id", "subject_id", "updated_at", "id"),
        Index("ix_conversations_activity", "tenant_id", "updated_at", "id"),
        Index("ix_conversations_running_until", "running_until"),
    )


class Turn(Base, TenantMixin, IdMixin):
    """`messages` is what the turn added to the model's context, `events` what the shopper was shown; both JSON.

    `message_id` is the client's, or the confirmation's id for a turn that speaks about a decision. `agent_version` is
    the one that answered; None where that was not recorded yet.
    """

    __tablename__ = "turns"
    id_prefix = "trn"

    conversation_id: Mapped[str] = mapped_column(Id())
    number: Mapped[int] = mapped_column(Integer)
    subject_id: Mapped[str] = mapped_column(Id())
    message_id: Mapped[str] = mapped_column(Code(128))
    body_hash: Mapped[str] = mapped_column(Code(64))
    agent_id: Mapped[str] = mapped_column(Code())
    agent_version: Mapped[int | None] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(Code(16))
    stop_requested: Mapped[bool] = mapped_column(Boolean, default=False)
    messages: Mapped[bytes] = mapped_column(LARGE, default=b"[]")
    events: Mapped[bytes] = mapped_column(LARGE, default=b"[]")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime())

    __table_args__ = (
        UniqueConstraint("tenant_id", "conversation_id", "number"),
        UniqueConstraint("tenant_id", "subject_id", "message_id", name="uq_turns_message"),
        ForeignKeyConstraint(
            ["tenant_id", "conversation_id"], ["conversations.tenant_id", "conversations.id"], ondelete="CASCADE"
        ),
    )
