"""The tables of webhook endpoints, of what is delivered to them, and of every attempt."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, ForeignKeyConstraint, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from order_service.app.base import Base

PENDING, DELIVERED, FAILED = "pending", "delivered", "failed"
GONE, FAILING = "gone", "failing"


class WebhookEndpoint(Base, TenantMixin, IdMixin, TimestampMixin):
    """A server that wants to know. `event_types` is null for all of them; secrets are sealed.

    `old_secrets`: [{sealed, until}], which sign beside `secret` until then. `failing_since` is the first attempt of an
    unbroken row of failures. `disabled_reason` is null where the staff disabled it.
    """

    __tablename__ = "webhook_endpoints"
    id_prefix: ClassVar[str] = "whe"

    url: Mapped[str] = mapped_column(String(2000))
    description: Mapped[str] = mapped_column(String(500), default="")
    event_types: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    enabled: Mapped[bool] = mapped_column(Boolean, default=True)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    disabled_reason: Mapped[str | None] = mapped_column(Code(16))
    failing_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    secret: Mapped[str] = mapped_column(String(500))
    old_secrets: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)


class WebhookDelivery(Base, TenantMixin, IdMixin):
    """An event for an endpoint. It is pending, and due at `due_at`, until it is delivered or given up.

    Whoever holds the lease sends it. Those of one subject (an order) are sent in the order of `seq`, their number in
    the log of `source`. `tries` are counted anew when the staff sends it again, `attempts` never.
    """

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        UniqueConstraint("tenant_id", "endpoint_id", "event_id"),
        Index("ix_webhook_deliveries_due", "tenant_id", "endpoint_id", "due_at"),
        Index("ix_webhook_deliveries_subject", "tenant_id", "endpoint_id", "subject_id", "seq"),
        Index("ix_webhook_deliveries_created", "created_at"),
        Index("ix_webhook_deliveries_newest", "tenant_id", "endpoint_id", "id"),
    )
    id_prefix: ClassVar[str] = "whd"

    endpoint_id: Mapped[str] = mapped_column(Id)
    event_id: Mapped[str] = mapped_column(Id)
    type: Mapped[str] = mapped_column(Code(64))
    source: Mapped[str] = mapped_column(Code(32))
    subject_id: Mapped[str] = mapped_column(Id)
    seq: Mapped[int] = mapped_column(BigInteger)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[str] = mapped_column(Code(16), default=PENDING)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    give_up_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_status_code: Mapped[int | None] = mapped_column(Integer)
    last_error: Mapped[str | None] = mapped_column(Code(32))


class WebhookAttempt(Base, TenantMixin, IdMixin):
    """One request: its status and the beginning of the answer, or the reason why there is none."""

    __tablename__ = "webhook_attempts"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "delivery_id"], ["webhook_deliveries.tenant_id", "webhook_deliveries.id"]),
        Index("ix_webhook_attempts_delivery", "tenant_id", "delivery_id", "id"),
    )
    id_prefix: ClassVar[str] = "wha"

    delivery_id: Mapped[str] = mapped_column(Id)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    latency_ms: Mapped[int] = mapped_column(Integer)
    status_code: Mapped[int | None] = mapped_column(Integer)
    error: Mapped[str | None] = mapped_column(Code(32))
    answer: Mapped[str] = mapped_column(Text, default="")
