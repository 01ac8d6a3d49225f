"""The cancellations table."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, TenantMixin, TimestampMixin, UtcDateTime
from order_service.app.base import Base


class Cancellation(Base, TenantMixin, TimestampMixin):
    """A cancelled order's way to its end: refunds (see there) and the restock. `lease_until` is empty when done."""

    __tablename__ = "cancellations"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        Index("ix_cancellations_lease", "lease_until"),
    )

    order_id: Mapped[str] = mapped_column(Id, primary_key=True)
    actor_id: Mapped[str] = mapped_column(Id)
    by_staff: Mapped[bool] = mapped_column(Boolean, default=False)
    reason: Mapped[str] = mapped_column(Code(64))
    request_key: Mapped[str] = mapped_column(Code(64))
    restock_id: Mapped[str] = mapped_column(Id)
    restocked: Mapped[bool] = mapped_column(Boolean, default=False)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
