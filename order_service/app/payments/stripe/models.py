"""What Stripe was asked to take, written down before it hears of it, and by which id it knows it."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
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
