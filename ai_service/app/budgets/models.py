"""Budgets, and what was used of each in each period."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Boolean, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime


class Budget(Base, TenantMixin, IdMixin, TimestampMixin):
    """Money is in millionths of `currency`. Without a `target_id` it counts for each agent, model, ... separately."""

    __tablename__ = "budgets"
    id_prefix: ClassVar[str] = "bud"

    name: Mapped[str] = mapped_column(String(200))
    scope: Mapped[str] = mapped_column(Code(16))
    target_id: Mapped[str | None] = mapped_column(Code(128))
    period: Mapped[str] = mapped_column(Code(8))
    currency: Mapped[str] = mapped_column(Code(3))
    soft_micros: Mapped[int | None] = mapped_column(BigInteger)
    hard_micros: Mapped[int | None] = mapped_column(BigInteger)
    soft_tokens: Mapped[int | None] = mapped_column(BigInteger)
    hard_tokens: Mapped[int | None] = mapped_column(BigInteger)
    active: Mapped[bool] = mapped_column(Boolean, default=True)


class BudgetUse(Base, TenantMixin):
    """One budget, one target, one period. `held` is what running calls may use yet: those that began in the lease
    number `lease`; `older` those of the lease before. What is still held when both are over belongs to a dead process.
    """

    __tablename__ = "budget_uses"
    __table_args__ = (Index("ix_budget_uses_budget", "tenant_id", "budget_id", "period"),)

    key: Mapped[str] = mapped_column(Code(192), primary_key=True)
    budget_id: Mapped[str] = mapped_column(Id())
    period: Mapped[str] = mapped_column(Code(10))
    target_id: Mapped[str] = mapped_column(Code(128))
    currency: Mapped[str] = mapped_column(Code(3))
    spent_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    spent_tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    held_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    held_tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    older_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    older_tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    lease: Mapped[int] = mapped_column(BigInteger, default=0)
    warned_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    exhausted_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
