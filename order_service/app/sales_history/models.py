"""The sales history's tables."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, TenantMixin, TimestampMixin, UtcDateTime
from order_service.app.base import Base


class SalesInvoice(Base, TenantMixin, TimestampMixin):
    """An invoice of other books under the id it had; never changed. No order: nothing can follow from it here.

    `total` (minor units, signed) and `pieces` (signed) are the sums of its lines. `customer_id` is what those books
    called the customer, who need not be known here.
    """

    __tablename__ = "sales_history_invoices"
    __table_args__ = (Index("ix_sales_history_invoices_issued", "tenant_id", "issued_at"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True, sort_order=-10)
    kind: Mapped[str] = mapped_column(Code(16))
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    customer_id: Mapped[str | None] = mapped_column(Id)
    country: Mapped[str | None] = mapped_column(String(64))
    currency: Mapped[str] = mapped_column(Code(3))
    total: Mapped[int] = mapped_column(BigInteger)
    pieces: Mapped[int] = mapped_column(BigInteger)


class SalesInvoiceLine(Base, TenantMixin):
    """`quantity` and `amount` are negative for what came back or was lost; amounts are minor units."""

    __tablename__ = "sales_history_lines"
    __table_args__ = (
        ForeignKeyConstraint(
            ["tenant_id", "invoice_id"], ["sales_history_invoices.tenant_id", "sales_history_invoices.id"]
        ),
    )

    invoice_id: Mapped[str] = mapped_column(Id, primary_key=True, sort_order=-10)
    position: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-9, autoincrement=False)
    code: Mapped[str] = mapped_column(Code(64))
    title: Mapped[str] = mapped_column(String(255))
    quantity: Mapped[int] = mapped_column(Integer)
    unit_price: Mapped[int] = mapped_column(BigInteger)
    amount: Mapped[int] = mapped_column(BigInteger)
