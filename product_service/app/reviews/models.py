"""The reviews table."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Code, Id, IdMixin, TenantMixin, TimestampMixin
from product_service.app.base import Base

SHOWN, HIDDEN = "shown", "hidden"


class Review(Base, TenantMixin, IdMixin, TimestampMixin):
    """What one customer says about one product, in the language it was written in; never more than one each.

    Only `shown` ones are public and count for the product's rating.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("tenant_id", "product_id", "customer_id"),
        ForeignKeyConstraint(["tenant_id", "product_id"], ["products.tenant_id", "products.id"]),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
        Index("ix_reviews_product", "tenant_id", "product_id", "status", "created_at", "id"),
        Index("ix_reviews_customer", "tenant_id", "customer_id", "created_at", "id"),
        Index("ix_reviews_newest", "tenant_id", "created_at", "id"),
    )
    id_prefix: ClassVar[str] = "rev"

    product_id: Mapped[str] = mapped_column(Id)
    customer_id: Mapped[str] = mapped_column(Id)
    author_name: Mapped[str] = mapped_column(String(60), default="")
    language: Mapped[str] = mapped_column(Code(8))
    rating: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(120), default="")
    text: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(Code(16), default=SHOWN)
    hidden_reason: Mapped[str | None] = mapped_column(String(300))
    hidden_by: Mapped[str | None] = mapped_column(Id)
