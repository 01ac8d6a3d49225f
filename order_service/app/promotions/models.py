"""The promotions and promotion uses tables."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from common.languages import Texts
from order_service.app.base import Base


class Promotion(Base, TenantMixin, IdMixin, TimestampMixin):
    """What is taken off an order, and when: pricing/rules.py says what `kind`, `value` and the other figures mean.

    `code` is kept in capitals; an `automatic` one counts without, and has its id there, since codes stand once.
    Empty lists, and none, restrict nothing. `amounts` are [{currency, value, minimum_subtotal}] in other currencies
    than its own. `uses` counts the orders that have it, and only moves with a row of promotion_uses.
    """

    __tablename__ = "promotions"
    __table_args__ = (
        UniqueConstraint("tenant_id", "code"),
        CheckConstraint("value > 0", name="value"),
        CheckConstraint("uses >= 0", name="uses"),
        Index("ix_promotions_automatic", "tenant_id", "automatic", "active"),
    )
    id_prefix: ClassVar[str] = "prm"

    code: Mapped[str] = mapped_column(Code(64))
    automatic: Mapped[bool] = mapped_column(Boolean, default=False)
    name: Mapped[Texts] = mapped_column(JSON)
    kind: Mapped[str] = mapped_column(Code(16))
    value: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(Code(3))
    minimum_subtotal: Mapped[int] = mapped_column(BigInteger, default=0)
    amounts: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    minimum_quantity: Mapped[int] = mapped_column(Integer, default=0)
    product_ids: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    category_ids: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    customer_groups: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    shipping_codes: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    buy_quantity: Mapped[int] = mapped_column(Integer, default=0)
    get_quantity: Mapped[int] = mapped_column(Integer, default=0)
    buy_product_ids: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    buy_category_ids: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    most_times: Mapped[int | None] = mapped_column(Integer)
    combinable: Mapped[bool] = mapped_column(Boolean, default=False)
    priority: Mapped[int] = mapped_column(Integer, default=0)
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    max_uses: Mapped[int | None] = mapped_column(Integer)
    max_uses_per_customer: Mapped[int | None] = mapped_column(Integer)
    uses: Mapped[int] = mapped_column(Integer, default=0)


class PromotionUse(Base, TenantMixin):
    """One order that has a promotion; gone again when the order is refused or cancelled."""

    __tablename__ = "promotion_uses"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "promotion_id"], ["promotions.tenant_id", "promotions.id"]),
        Index("ix_promotion_uses_customer", "tenant_id", "customer_id", "promotion_id"),
        Index("ix_promotion_uses_email", "tenant_id", "promotion_id", "email"),
    )

    order_id: Mapped[str] = mapped_column(Id, primary_key=True)
    promotion_id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id)
    email: Mapped[str | None] = mapped_column(String(320))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=utc_now)
