"""The carts table."""

from typing import Any, ClassVar

from sqlalchemy import Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin
from order_service.app.base import Base

OPEN, ORDERING, ORDERED, MERGED = "open", "ordering", "ordered", "merged"


class Cart(Base, TenantMixin, IdMixin, TimestampMixin):
    """What somebody means to buy: always read and written as a whole, so its lines are JSON in its row.

    Every change raises `version`; a checkout names the version its shopper saw. While an order stands for the
    cart (`order_id`), nothing changes it. `open_for` repeats the owner while the cart is open: one such cart each.
    """

    __tablename__ = "carts"
    __table_args__ = (
        UniqueConstraint("tenant_id", "open_for"),
        Index("ix_carts_created", "tenant_id", "created_at"),
        Index("ix_carts_owner", "tenant_id", "owner_id"),
    )
    id_prefix: ClassVar[str] = "crt"

    owner_id: Mapped[str] = mapped_column(Id)
    open_for: Mapped[str | None] = mapped_column(Id)
    status: Mapped[str] = mapped_column(Code(16), default=OPEN)
    version: Mapped[int] = mapped_column(Integer, default=1)
    currency: Mapped[str] = mapped_column(Code(3))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    address: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    shipping_code: Mapped[str | None] = mapped_column(Code(64))
    coupon_codes: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    order_id: Mapped[str | None] = mapped_column(Id)
