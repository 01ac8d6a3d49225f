"""Reservations of stock, and the restocks that bring goods back."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, TenantMixin, TimestampMixin, UtcDateTime
from product_service.app.base import Base

HELD, COMMITTED, RELEASED, EXPIRED = "held", "committed", "released", "expired"


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
