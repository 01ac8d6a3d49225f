"""The test provider's own books; nothing but the provider reads them."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, TenantMixin, UtcDateTime
from order_service.app.base import Base


class TestPayment(Base, TenantMixin):
    """A payment as the provider knows it. A void row without amount is a tombstone: it was voided before it came."""

    __tablename__ = "test_provider_payments"
    __test__ = False

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    token: Mapped[str] = mapped_column(Code(64))
    state: Mapped[str] = mapped_column(Code(16))
    ready_at: Mapped[datetime] = mapped_column(UtcDateTime)


class TestRefund(Base, TenantMixin):
    """Money the provider gave back."""

    __tablename__ = "test_provider_refunds"
    __table_args__ = (Index("ix_test_provider_refunds_payment", "tenant_id", "payment_id"),)
    __test__ = False

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    payment_id: Mapped[str] = mapped_column(Id)
    amount: Mapped[int] = mapped_column(BigInteger)


class TestCredit(Base, TenantMixin):
    """Money the provider gave to a means that had not paid."""

    __tablename__ = "test_provider_credits"
    __test__ = False

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    token: Mapped[str] = mapped_column(Code(64))
