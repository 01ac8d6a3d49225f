"""The media table: which file shows which product."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from common.languages import Texts
from product_service.app.base import Base


class ProductMedia(Base, TenantMixin, IdMixin, TimestampMixin):
    """An image of a product; `url` names the file by its content, so the bytes behind it never change."""

    __tablename__ = "product_media"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "product_id"], ["products.tenant_id", "products.id"]),
        Index("ix_product_media_product", "tenant_id", "product_id", "position"),
    )
    id_prefix: ClassVar[str] = "med"

    product_id: Mapped[str] = mapped_column(Id)
    url: Mapped[str] = mapped_column(Code(255))
    content_type: Mapped[str] = mapped_column(Code(64))
    size: Mapped[int] = mapped_column(Integer)
    alt: Mapped[Texts] = mapped_column(JSON, default=dict)
    position: Mapped[int] = mapped_column(Integer, default=0)


class UnusedFile(Base, TenantMixin):
    """A stored file that shows nothing any more, and since when; orders may still show it for a while."""

    __tablename__ = "unused_files"

    name: Mapped[str] = mapped_column(Code(64), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
