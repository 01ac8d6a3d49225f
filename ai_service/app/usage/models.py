"""One row per model call: what it used, what it cost, how long it took."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Index, Integer, false
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, UtcDateTime


class ModelCallRecord(Base, TenantMixin, IdMixin):
    """`cost` is in millionths of `currency`, by the price that was valid at `created_at`, when the call began; none for
    a model without a price. `estimated` where the provider did not say what was used. `finished` is false for an answer
    that broke off, `test` true where staff tried an agent out; `agent_version` is then None for a draft."""

    __tablename__ = "model_calls"
    id_prefix = "mcl"

    conversation_id: Mapped[str] = mapped_column(Id())
    turn_id: Mapped[str] = mapped_column(Id())
    subject_id: Mapped[str] = mapped_column(Id())
    agent_id: Mapped[str] = mapped_column(Code())
    agent_version: Mapped[int | None] = mapped_column(Integer)
    test: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    provider: Mapped[str] = mapped_column(Code(128))
    model: Mapped[str] = mapped_column(Code(128))
    input_tokens: Mapped[int] = mapped_column(Integer)
    output_tokens: Mapped[int] = mapped_column(Integer)
    cached_tokens: Mapped[int] = mapped_column(Integer)
    reasoning_tokens: Mapped[int] = mapped_column(Integer)
    estimated: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    cost: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    price_id: Mapped[str | None] = mapped_column(Id())
    first_token_ms: Mapped[int | None] = mapped_column(Integer)
    duration_ms: Mapped[int] = mapped_column(Integer)
    finished: Mapped[bool] = mapped_column(Boolean)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)

    __table_args__ = (
        Index("ix_model_calls_created", "tenant_id", "created_at"),
        Index("ix_model_calls_conversation", "tenant_id", "conversation_id", "id"),
        Index("ix_model_calls_subject", "tenant_id", "subject_id", "created_at"),
    )
