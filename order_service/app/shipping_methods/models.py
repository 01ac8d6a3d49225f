"""The shipping methods table."""

from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, IdMixin, TenantMixin, TimestampMixin
from common.languages import Texts
from order_service.app.base import Base

WEIGHT = "weight"


class ShippingMethod(Base, TenantMixin, IdMixin, TimestampMixin):
    """One way to have an order delivered; `code` is what carts and checkouts name it by.

    `zones` are [{country, states}], none is everywhere; `tiers` [{up_to, price}] by grams or by minor units of goods,
    none is `price` for everything. What goes beyond the last tier is not delivered this way. `prices` are
    [{currency, price, tiers, free_from}] in other currencies; in one that is in neither it is not offered.
    """

    __tablename__ = "shipping_methods"
    __table_args__ = (UniqueConstraint("tenant_id", "code"), CheckConstraint("price >= 0", name="price"))
    id_prefix: ClassVar[str] = "shm"

    code: Mapped[str] = mapped_column(Code(64))
    name: Mapped[Texts] = mapped_column(JSON)
    price: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    zones: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    tier_by: Mapped[str] = mapped_column(Code(16), default=WEIGHT)
    tiers: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    free_from: Mapped[int | None] = mapped_column(BigInteger)
    prices: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    min_days: Mapped[int | None] = mapped_column(Integer)
    max_days: Mapped[int | None] = mapped_column(Integer)
    position: Mapped[int] = mapped_column(Integer, default=0)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
