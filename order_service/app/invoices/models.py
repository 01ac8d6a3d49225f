"""The invoices table."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, UtcDateTime
from order_service.app.base import Base


class Invoice(Base, TenantMixin, IdMixin):
    """An invoice or a credit note (`kind`); never changed and never deleted, so that its number is never given again.

    `position` counts 1, 2, 3 … in the shop's documents of the kind, in those of a year where the shop has it so
    (`series` is the year, else 0); `number` is how it reads. `cause` is what of the order it is about: the order
    itself, a change, a refund; each is documented once. `contents` is all that is printed (see contents.py); `total`
    and `tax` (minor units) are never negative: a credit note gives back so much.
    """

    __tablename__ = "invoices"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "kind", "series", "position"),
        UniqueConstraint("tenant_id", "order_id", "cause"),
        CheckConstraint("position > 0", name="position"),
        CheckConstraint("total >= 0", name="total"),
        Index("ix_invoices_issued", "tenant_id", "issued_at", "id"),
        Index("ix_invoices_number", "tenant_id", "number"),
        Index("ix_invoices_order_number", "tenant_id", "order_number"),
    )
    id_prefix: ClassVar[str] = "inv"

    kind: Mapped[str] = mapped_column(Code(16))
    series: Mapped[int] = mapped_column(Integer)
    position: Mapped[int] = mapped_column(BigInteger)
    number: Mapped[str] = mapped_column(Code(40))
    order_id: Mapped[str] = mapped_column(Id)
    order_number: Mapped[str] = mapped_column(Code(32))
    cause: Mapped[str] = mapped_column(Id)
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    language: Mapped[str] = mapped_column(Code(8))
    buyer: Mapped[str] = mapped_column(String(255))
    currency: Mapped[str] = mapped_column(Code(3))
    total: Mapped[int] = mapped_column(BigInteger)
    tax: Mapped[int] = mapped_column(BigInteger)
    contents: Mapped[dict[str, Any]] = mapped_column(JSON)
