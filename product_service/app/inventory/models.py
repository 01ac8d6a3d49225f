"""Stock levels and the ledger that explains every one of them."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, UtcDateTime
from product_service.app.base import Base

DEFAULT_LOCATION = "default"
INITIAL, ADJUSTMENT, SALE, RESTOCK = "initial", "adjustment", "sale", "restock"


class StockLevel(Base, TenantMixin):
    """What lies at a location: `on_hand` on the shelf, `reserved` of it promised; only guarded updates change it."""

    __tablename__ = "stock_levels"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "variant_id"], ["variants.tenant_id", "variants.id"]),
        CheckConstraint("reserved >= 0", name="reserved"),
        CheckConstraint("on_hand >= reserved", name="on_hand"),
        Index("ix_stock_levels_product", "tenant_id", "product_id"),
    )

    variant_id: Mapped[str] = mapped_column(Id, primary_key=True)
    location_id: Mapped[str] = mapped_column(Code(64), primary_key=True, default=DEFAULT_LOCATION)
    product_id: Mapped[str] = mapped_column(Id)
    on_hand: Mapped[int] = mapped_column(Integer, default=0)
    reserved: Mapped[int] = mapped_column(Integer, default=0)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now, onupdate=utc_now)


class LedgerEntry(Base, TenantMixin, IdMixin):
    """One reason why `on_hand` changed, never edited: on hand is the sum of a variant's entries, always."""

    __tablename__ = "stock_ledger"
    __table_args__ = (Index("ix_stock_ledger_variant", "tenant_id", "variant_id", "created_at", "id"),)
    id_prefix: ClassVar[str] = "led"

    variant_id: Mapped[str] = mapped_column(Id)
    location_id: Mapped[str] = mapped_column(Code(64), default=DEFAULT_LOCATION)
    kind: Mapped[str] = mapped_column(Code(16))
    quantity: Mapped[int] = mapped_column(Integer)
    reference: Mapped[str | None] = mapped_column(Code(100))
    note: Mapped[str] = mapped_column(String(200), default="")
    actor_id: Mapped[str | None] = mapped_column(Id)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
