"""What Stripe was asked to take or to prepare, written down before it hears of it, and by which id it knows it."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, TenantMixin, UtcDateTime
from order_service.app.base import Base


class StripePayment(Base, TenantMixin):
    """One of our payments at Stripe; `intent_id` comes with its first answer.

    What is sent is kept, since only the same words under the same key get the same answer. `abandoned` is set by a
    void that came before any authorisation: it is never sent then.
    """

    __tablename__ = "stripe_payments"
    __table_args__ = (Index("ix_stripe_payments_intent", "intent_id"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    order_id: Mapped[str] = mapped_column(Id)
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    token: Mapped[str] = mapped_column(Code(255))
    intent_id: Mapped[str | None] = mapped_column(Code(64))
    abandoned: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StripeIntent(Base, TenantMixin):
    """A PaymentIntent that was made for a cart, for its shopper to confirm in the browser.

    Open while `open_for` names its cart, which has one at a time; then either `payment_id` is the one payment that used
    it, or it is let go: `due_at` is when Stripe is to cancel it, empty once nothing is left to do.
    """

    __tablename__ = "stripe_intents"
    __table_args__ = (
        UniqueConstraint("tenant_id", "intent_id"),
        UniqueConstraint("tenant_id", "open_for"),
        UniqueConstraint("tenant_id", "payment_id"),
        Index("ix_stripe_intents_due", "due_at"),
        Index("ix_stripe_intents_owner", "tenant_id", "owner_id"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    cart_id: Mapped[str] = mapped_column(Id)
    owner_id: Mapped[str] = mapped_column(Id)
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    intent_id: Mapped[str | None] = mapped_column(Code(64))
    open_for: Mapped[str | None] = mapped_column(Id)
    payment_id: Mapped[str | None] = mapped_column(Id)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
