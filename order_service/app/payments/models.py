"""The payments, refunds, refund requests and ledger tables."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from order_service.app.base import Base


class Payment(Base, TenantMixin, IdMixin, TimestampMixin):
    """One attempt to be paid; its id is the key under which the provider knows it. An order may have several."""

    __tablename__ = "payments"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        CheckConstraint("amount >= 0", name="amount"),
        Index("ix_payments_order", "tenant_id", "order_id", "position"),
    )
    id_prefix: ClassVar[str] = "pay"

    order_id: Mapped[str] = mapped_column(Id)
    position: Mapped[int] = mapped_column(Integer, default=0)
    provider: Mapped[str] = mapped_column(Code(32))
    method: Mapped[str] = mapped_column(Code(32))
    payment_method_id: Mapped[str | None] = mapped_column(Id)
    token: Mapped[str] = mapped_column(Code(255))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    status: Mapped[str] = mapped_column(Code(16))


class Refund(Base, TenantMixin, IdMixin, TimestampMixin):
    """One promise to give money back; its id is the key under which the provider knows it.

    It is a part of a payment, or else (without `payment_id`) a credit for a means that did not pay: then `provider`,
    `method`, `payment_method_id` and `token` say for which. `request_id` is what it was promised for.
    """

    __tablename__ = "refunds"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "payment_id"], ["payments.tenant_id", "payments.id"]),
        CheckConstraint("amount > 0", name="amount"),
        Index("ix_refunds_order", "tenant_id", "order_id"),
    )
    id_prefix: ClassVar[str] = "ref"

    order_id: Mapped[str] = mapped_column(Id)
    payment_id: Mapped[str | None] = mapped_column(Id)
    provider: Mapped[str | None] = mapped_column(Code(32))
    method: Mapped[str | None] = mapped_column(Code(32))
    payment_method_id: Mapped[str | None] = mapped_column(Id)
    token: Mapped[str | None] = mapped_column(Code(255))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    reason: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(Code(16))
    request_id: Mapped[str | None] = mapped_column(Id)


class RefundRequest(Base, TenantMixin, IdMixin, TimestampMixin):
    """What somebody of the staff decided to give back: its refunds, one per payment, and what goes on the shelf again.

    `lines` are [{line_id, variant_id, quantity}]. `lease_until` is empty when all of it is done.
    """

    __tablename__ = "refund_requests"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "order_id", "request_key"),
        CheckConstraint("amount > 0", name="amount"),
        Index("ix_refund_requests_lease", "lease_until"),
    )
    id_prefix: ClassVar[str] = "rfr"

    order_id: Mapped[str] = mapped_column(Id)
    actor_id: Mapped[str] = mapped_column(Id)
    request_key: Mapped[str] = mapped_column(Code(64))
    reason: Mapped[str] = mapped_column(String(200))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    restock_id: Mapped[str] = mapped_column(Id)
    restocked: Mapped[bool] = mapped_column(Boolean)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class LedgerEntry(Base, TenantMixin, IdMixin):
    """Money that moved, never edited: what an order has been paid is the sum of payments less that of refunds.

    `reference` is the payment or the refund; it stands here once, so nothing is booked twice.
    """

    __tablename__ = "payment_ledger"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "reference"),
        CheckConstraint("amount >= 0", name="amount"),
        Index("ix_payment_ledger_order", "tenant_id", "order_id", "id"),
    )
    id_prefix: ClassVar[str] = "led"

    order_id: Mapped[str] = mapped_column(Id)
    type: Mapped[str] = mapped_column(Code(16))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    method: Mapped[str] = mapped_column(Code(32))
    provider: Mapped[str] = mapped_column(Code(32))
    payment_method_id: Mapped[str | None] = mapped_column(Id)
    reference: Mapped[str] = mapped_column(Id)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
