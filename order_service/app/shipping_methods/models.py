"""The shipping methods table."""

from typing import ClassVar

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, IdMixin, TenantMixin, TimestampMixin
from common.languages import Texts
from order_service.app.base import Base


class ShippingMethod(Base, TenantMixin, IdMixin, TimestampMixin):
    """One way to have an order delivered; `code` is what carts and checkouts name it by."""

    __tablename__ = "shipping_methods"
    __table_args__ = (UniqueConstraint("tenant_id", "code"), CheckConstraint("price >= 0", name="price"))
    id_prefix: ClassVar[str] = "shm"

    code: Mapped[str] = mapped_column(Code(64))
    name: Mapped[Texts] = mapped_column(JSON)
    price: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    position: Mapped[int] = mapped_column(Integer, default=0)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
