"""The kill switches that were ever thrown."""

from datetime import datetime

from sqlalchemy import Boolean, String
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, TenantMixin, UtcDateTime


class KillSwitch(Base, TenantMixin):
    """`kind` is shop, agent or tool; `name` is the agent's or the tool's, and "all" for the whole shop."""

    __tablename__ = "kill_switches"

    kind: Mapped[str] = mapped_column(Code(16), primary_key=True)
    name: Mapped[str] = mapped_column(Code(), primary_key=True)
    is_on: Mapped[bool] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(String(300))
    changed_by: Mapped[str] = mapped_column(Id())
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
