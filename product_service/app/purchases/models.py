"""The purchases table."""

from datetime import datetime

from sqlalchemy import Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Id, TenantMixin, UtcDateTime
from product_service.app.base import Base


class Purchase(Base, TenantMixin):
    """A product in a placed order, told by order_service; a cancelled order takes its rows away again."""

    __tablename__ = "purchases"
    __table_args__ = (
        Index("ix_purchases_customer", "tenant_id", "customer_id", "product_id"),
        Index("ix_purchases_product", "tenant_id", "product_id", "order_id"),
        Index("ix_purchases_placed", "tenant_id", "placed_at", "product_id", "quantity"),
    )

    order_id: Mapped[str] = mapped_column(Id, primary_key=True)
    product_id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id)
    quantity: Mapped[int] = mapped_column(Integer)
    placed_at: Mapped[datetime] = mapped_column(UtcDateTime)
