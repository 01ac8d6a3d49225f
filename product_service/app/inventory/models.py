"""Stock levels, reservations, restocks and the ledger that explains every level."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from product_service.app.base import Base

DEFAULT_LOCATION = "default"
HELD, COMMITTED, RELEASED, EXPIRED = "held", "committed", "released", "expired"
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
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Reservation(Base, TenantMixin, TimestampMixin):
    """A promise of stock under the caller's own id. A released row without lines is a tombstone: the id stays refused.

    `lines` are the quotes that were answered: variant, quantity and the authoritative price of that moment.
    """

    __tablename__ = "reservations"
    __table_args__ = (Index("ix_reservations_expiry", "status", "expires_at"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    status: Mapped[str] = mapped_column(Code(16))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reference: Mapped[str | None] = mapped_column(Code(100))


class Restock(Base, TenantMixin):
    """Goods that came back for an order, once per id."""

    __tablename__ = "restocks"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    reference: Mapped[str] = mapped_column(Code(100))
    reason: Mapped[str] = mapped_column(String(200))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class LedgerEntry(Base, TenantMixin, IdMixin):
    """One reason why `on_hand` changed, never edited: on hand is the sum of a variant's entries, always."""

    __tablename__ = "stock_ledger"
    __table_args__ = (Index("ix_stock_ledger_variant", "tenant_id", "variant_id", "id"),)
    id_prefix: ClassVar[str] = "led"

    variant_id: Mapped[str] = mapped_column(Id)
    location_id: Mapped[str] = mapped_column(Code(64), default=DEFAULT_LOCATION)
    kind: Mapped[str] = mapped_column(Code(16))
    quantity: Mapped[int] = mapped_column(Integer)
    reference: Mapped[str | None] = mapped_column(Code(100))
    note: Mapped[str] = mapped_column(String(200), default="")
    actor_id: Mapped[str | None] = mapped_column(Id)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
