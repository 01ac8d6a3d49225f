"""The order mails table."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from order_service.app.base import Base

QUEUED, SENT, FAILED, OFF = "queued", "sent", "failed", "off"  # off: the shop does not send them


class OrderMail(Base, TenantMixin, IdMixin, TimestampMixin):
    """A mail about an order, queued in the transaction of what it tells. `due_at` is empty when done.

    Each kind is sent once, or once for each parcel or refund that it is `about`.
    """

    __tablename__ = "order_mails"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "order_id", "kind", "about"),
        Index("ix_order_mails_due", "due_at"),
    )
    id_prefix: ClassVar[str] = "mai"

    order_id: Mapped[str] = mapped_column(Id)
    kind: Mapped[str] = mapped_column(Code(32))
    about: Mapped[str] = mapped_column(Id, default="")
    status: Mapped[str] = mapped_column(Code(24), default=QUEUED)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[str | None] = mapped_column(String(500))
