"""The merchant's agents: one row per agent that is their own or that they changed, and its versions."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, LongText, TenantMixin, TimestampMixin, UtcDateTime


class AgentRow(Base, TenantMixin, TimestampMixin):
    """`draft` is JSON (see content.py); None: as delivered. `revision` counts changes: whoever changes names the one
    they saw. `published` is None until there is a version, and 0 for as delivered."""

    __tablename__ = "agents"

    id: Mapped[str] = mapped_column(Code(), primary_key=True, sort_order=-10)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    draft: Mapped[str | None] = mapped_column(LongText())
    published: Mapped[int | None] = mapped_column(Integer)
    latest: Mapped[int] = mapped_column(Integer, default=0)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class AgentVersionRow(Base, TenantMixin):
    """Written once and never changed."""

    __tablename__ = "agent_versions"

    agent_id: Mapped[str] = mapped_column(Code(), primary_key=True, sort_order=-9)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False, sort_order=-8)
    author_id: Mapped[str] = mapped_column(Id())
    note: Mapped[str] = mapped_column(String(500), default="")
    content: Mapped[str] = mapped_column(LongText())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)

    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "agent_id"], ["agents.tenant_id", "agents.id"], ondelete="CASCADE"),
    )
