"""The audit of tool calls, whose row is there before the call has any effect, and what merchants made stricter."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Float, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime


class ToolCallRecord(Base, TenantMixin, IdMixin):
    """`call_id` is the model's own id of the call; the effect of a confirmation has none. `status` stays "started"
    when the process died in mid-call: the effect may or may not have happened."""

    __tablename__ = "tool_calls"
    id_prefix = "tcl"

    conversation_id: Mapped[str] = mapped_column(Id())
    turn_id: Mapped[str] = mapped_column(Id())
    subject_id: Mapped[str] = mapped_column(Id())
    agent_id: Mapped[str] = mapped_column(Code())
    tool: Mapped[str] = mapped_column(Code())
    arguments: Mapped[str] = mapped_column(Text)
    changes: Mapped[bool] = mapped_column(Boolean)
    call_id: Mapped[str | None] = mapped_column(Code(64))
    confirmation_id: Mapped[str | None] = mapped_column(Id())
    status: Mapped[str] = mapped_column(Code(16), default="started")
    error_code: Mapped[str | None] = mapped_column(Code())
    duration_ms: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)

    __table_args__ = (
        Index("ix_tool_calls_conversation", "tenant_id", "conversation_id", "id"),
        Index("ix_tool_calls_created", "tenant_id", "created_at"),
    )


class ToolRuleRow(Base, TenantMixin, TimestampMixin):
    """A merchant's rule of one tool; null is what the tool declares. See rules.py for what each column means."""

    __tablename__ = "tool_rules"

    tool: Mapped[str] = mapped_column(Code(), primary_key=True)
    enabled: Mapped[bool] = mapped_column(Boolean, default=True)
    approval: Mapped[str | None] = mapped_column(Code(16))
    staff_above: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(Code(3))
    seconds: Mapped[float | None] = mapped_column(Float)
    calls_per_minute: Mapped[int | None] = mapped_column(Integer)
    largest_result: Mapped[int | None] = mapped_column(Integer)
    changed_by: Mapped[str] = mapped_column(Id())
