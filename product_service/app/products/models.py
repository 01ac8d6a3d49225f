"""The products and variants tables.

Attributes, options and tags are read and written with their product and never alone, so they are JSON in its row.
Search keeps its own index of them.
"""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from common.languages import Texts
from product_service.app.base import Base
from product_service.app.products.records import STANDARD

ACTIVE, DRAFT, ARCHIVED, DELETED = "active", "draft", "archived", "deleted"


class Product(Base, TenantMixin, IdMixin, TimestampMixin):
    """One thing the shop sells. Only `active` ones are public; a `deleted` one keeps its id and gives back its handle.

    `price`, `max_price`, `variant_id`, `variants_count` and `image` repeat what the variants and media say,
    so that a list needs no join; whoever writes variants or media writes them too (`repository.summarise`).
    `rating_…` repeats what the shown reviews say, written in their transaction; `rating_rank` is what lists sort by.
    `version` counts the writes by staff, so that two of them do not overwrite each other.
    """

    __tablename__ = "products"
    __table_args__ = (
        UniqueConstraint("tenant_id", "handle"),
        ForeignKeyConstraint(["tenant_id", "category_id"], ["categories.tenant_id", "categories.id"]),
        CheckConstraint("price >= 0", name="price"),
        Index("ix_products_newest", "tenant_id", "status", "created_at", "id"),
        Index("ix_products_price", "tenant_id", "status", "price", "id"),
        Index("ix_products_title", "tenant_id", "status", "title_key", "id"),
        Index("ix_products_category", "tenant_id", "category_id", "status", "created_at", "id"),
        Index("ix_products_vendor", "tenant_id", "vendor", "status", "created_at", "id"),
        Index("ix_products_rating", "tenant_id", "status", "rating_rank", "id"),
    )
    id_prefix: ClassVar[str] = "prd"

    handle: Mapped[str | None] = mapped_column(Code(255))
    status: Mapped[str] = mapped_column(Code(16), default=ACTIVE)
    title: Mapped[Texts] = mapped_column(JSON)
    title_key: Mapped[str] = mapped_column(String(120))  # the title in the shop's language, folded, to sort by
    description: Mapped[Texts] = mapped_column(JSON, default=dict)
    vendor: Mapped[str] = mapped_column(String(120), default="")
    category_id: Mapped[str | None] = mapped_column(Id)
    tags: Mapped[list[str]] = mapped_column(JSON, default=list)
    attributes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # [{"name": Texts, "value": Texts}]
    currency: Mapped[str] = mapped_column(Code(3))
    price: Mapped[int] = mapped_column(BigInteger, default=0)
    max_price: Mapped[int] = mapped_column(BigInteger, default=0)
    variant_id: Mapped[str | None] = mapped_column(Id)
    variants_count: Mapped[int] = mapped_column(Integer, default=0)
    image: Mapped[str | None] = mapped_column(Code(255))
    record_hash: Mapped[str] = mapped_column(Code(32), default="")  # of the record it was imported from; "" once edited
    rating_count: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    rating_sum: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    rating_rank: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    version: Mapped[int] = mapped_column(Integer, server_default=text("1"))


class Variant(Base, TenantMixin, IdMixin, TimestampMixin):
    """What can be put in a basket: one SKU, one stock. A deleted one gives back its SKU.

    `price` is in the product's own currency, `prices` are {currency: minor units} in others; in a currency that is in
    neither it is not for sale.
    """

    __tablename__ = "variants"
    __table_args__ = (
        UniqueConstraint("tenant_id", "sku"),
        ForeignKeyConstraint(["tenant_id", "product_id"], ["products.tenant_id", "products.id"]),
        CheckConstraint("price >= 0", name="price"),
        Index("ix_variants_product", "tenant_id", "product_id", "position"),
    )
    id_prefix: ClassVar[str] = "var"

    product_id: Mapped[str] = mapped_column(Id)
    sku: Mapped[str | None] = mapped_column(Code(255))
    status: Mapped[str] = mapped_column(Code(16), default=ACTIVE)
    position: Mapped[int] = mapped_column(Integer, default=0)
    title: Mapped[Texts] = mapped_column(JSON, default=dict)
    options: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # [{"name": Texts, "value": Texts}]
    price: Mapped[int] = mapped_column(BigInteger)
    prices: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    weight_grams: Mapped[int] = mapped_column(Integer, default=0)
    tax_class: Mapped[str] = mapped_column(Code(32), default=STANDARD)
    image: Mapped[str | None] = mapped_column(Code(255))
    version: Mapped[int] = mapped_column(Integer, server_default=text("1"))


class ProductPrice(Base, TenantMixin):
    """What a product costs in one currency: like `price` and `max_price` of its row it repeats its variants."""

    __tablename__ = "product_prices"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "product_id"], ["products.tenant_id", "products.id"]),
        Index("ix_product_prices_price", "tenant_id", "currency", "price", "product_id"),
    )

    product_id: Mapped[str] = mapped_column(Id, primary_key=True)
    currency: Mapped[str] = mapped_column(Code(3), primary_key=True)
    price: Mapped[int] = mapped_column(BigInteger)
    max_price: Mapped[int] = mapped_column(BigInteger)
    variant_id: Mapped[str] = mapped_column(Id)


class BulkChange(Base, TenantMixin):
    """What one bulk request did, written with its effects: sent again under its key, it finds this and does nothing."""

    __tablename__ = "bulk_changes"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    action: Mapped[str] = mapped_column(Code(32))
    actor_id: Mapped[str] = mapped_column(Id)
    results: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
