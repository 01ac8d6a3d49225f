"""Gift cards, the payments they were asked for, and the ledger.

Always: balance = Σ ledger amounts, reserved = Σ ledger reserved = Σ held payments, 0 ≤ reserved ≤ balance. Both change
only by guarded statements, in the transaction that writes the ledger row.
"""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from user_service.app.base import Base

ACTIVE, DEACTIVATED = "active", "deactivated"  # of a card
HELD, CAPTURED, VOIDED = "held", "captured", "voided"  # of a payment
ISSUE, HOLD, CAPTURE, VOID, REFUND, CREDIT, ADJUSTMENT = (
    *("issue", "hold", "capture", "void", "refund", "credit", "adjustment"),
)  # of a ledger row


class GiftCard(Base, TenantMixin, IdMixin, TimestampMixin):
    """The code itself is nowhere: `code_hash` finds the card, `last4` tells it apart. One brought in by an import has
    no code; its owner's wallet is the way to it. `wish` is the hash of what was asked for when it was issued."""

    __tablename__ = "gift_cards"
    __table_args__ = (
        UniqueConstraint("tenant_id", "code_hash"),
        CheckConstraint("reserved >= 0 AND balance >= reserved", name="balance"),
        Index(None, "tenant_id", "owner_id", "id"),
        Index(None, "tenant_id", "last4", "id"),
    )
    id_prefix = "gc"

    code_hash: Mapped[str | None] = mapped_column(Code(64))
    last4: Mapped[str] = mapped_column(Code(4))
    currency: Mapped[str] = mapped_column(Code(3))
    balance: Mapped[int] = mapped_column(BigInteger, default=0)
    reserved: Mapped[int] = mapped_column(BigInteger, default=0)
    status: Mapped[str] = mapped_column(Code(16), default=ACTIVE)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    owner_id: Mapped[str | None] = mapped_column(Id())
    wish: Mapped[str | None] = mapped_column(Code(64))


class GiftCardPayment(Base, TenantMixin):
    """A payment as order_service names it. Void and without a card it is a tombstone: it was voided before it came."""

    __tablename__ = "gift_card_payments"
    __table_args__ = (
        CheckConstraint("amount >= 0 AND refunded >= 0 AND refunded <= amount", name="amounts"),
        Index(None, "tenant_id", "gift_card_id"),
    )

    id: Mapped[str] = mapped_column(Id(), primary_key=True)
    gift_card_id: Mapped[str | None] = mapped_column(Id())
    order_id: Mapped[str] = mapped_column(Id(), default="")
    amount: Mapped[int] = mapped_column(BigInteger)
    refunded: Mapped[int] = mapped_column(BigInteger, default=0)
    state: Mapped[str] = mapped_column(Code(16))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)


class GiftCardEntry(Base, TenantMixin, IdMixin):
    """A row of the ledger, only ever added: by how much the balance and what is reserved of it changed.

    `reference` is the payment, refund or credit, or the key under which staff did it; once per type.
    """

    __tablename__ = "gift_card_ledger"
    __table_args__ = (
        UniqueConstraint("tenant_id", "type", "reference"),
        Index(None, "tenant_id", "gift_card_id", "id"),
    )
    id_prefix = "gcl"

    gift_card_id: Mapped[str] = mapped_column(Id())
    type: Mapped[str] = mapped_column(Code(16))
    amount: Mapped[int] = mapped_column(BigInteger, default=0)
    reserved: Mapped[int] = mapped_column(BigInteger, default=0)
    reference: Mapped[str] = mapped_column(Code(64))
    order_id: Mapped[str | None] = mapped_column(Id())
    actor_id: Mapped[str | None] = mapped_column(Id())
    reason: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
