"""The categories table."""

from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin
from common.languages import Texts
from product_service.app.base import Base


class Category(Base, TenantMixin, IdMixin, TimestampMixin):
    """A shelf of the shop; `slug` is its name in addresses, unique in the shop."""

    __tablename__ = "categories"
    __table_args__ = (
        UniqueConstraint("tenant_id", "slug"),
        ForeignKeyConstraint(["tenant_id", "parent_id"], ["categories.tenant_id", "categories.id"]),
        Index("ix_categories_position", "tenant_id", "position", "id"),
    )
    id_prefix: ClassVar[str] = "cat"

    slug: Mapped[str] = mapped_column(Code(100))
    name: Mapped[Texts] = mapped_column(JSON)
    description: Mapped[Texts] = mapped_column(JSON, default=dict)
    parent_id: Mapped[str | None] = mapped_column(Id)
    position: Mapped[int] = mapped_column(Integer, default=0)
