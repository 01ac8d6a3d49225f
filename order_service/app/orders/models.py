"""The orders, order lines, fulfilments and order numbers tables."""

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
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from common.languages import Texts
from order_service.app.base import Base
from order_service.app.orders.states import UNFULFILLED


class Order(Base, TenantMixin, IdMixin, TimestampMixin):
    """A deal with everything frozen that it was made of.

    `checkout_state` tells how far the deal got (placing, placed, refused, payment_review), `status` what becomes of
    it afterwards. `standing_cart_id` repeats the cart until the order is refused: one standing order per cart.
    `lease_until` is set while a checkout runs; whoever finds it in the past may take the checkout over.
    `discounts` and `tax_lines` explain the amounts, `coupon` is the first promotion with a code, `terms` are what the
    price was made of (checkout/service/draft.py). `shipping` is after `shipping_discount`, `refunded` what was given
    back so far. `search_text` is what the staff looks
    for, customer's name and email in lower case: in the index of the list, so that looking reads no rows.
    `change_id` is the change that is being made of it (see after_sales): until it ends nothing else happens to it.
    `return_until` is promised when all of it has arrived; without it (orders from another shop) there is no end.
    """

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("tenant_id", "number"),
        UniqueConstraint("tenant_id", "standing_cart_id"),
        CheckConstraint("total >= 0", name="total"),
        Index("ix_orders_customer", "tenant_id", "customer_id", "created_at", "id"),
        Index("ix_orders_newest", "tenant_id", "created_at", "id", "search_text"),
        Index("ix_orders_status", "tenant_id", "status", "created_at", "id"),
        Index("ix_orders_placed", "tenant_id", "placed_at"),
        Index("ix_orders_lease", "lease_until"),
    )
    id_prefix: ClassVar[str] = "ord"

    number: Mapped[str | None] = mapped_column(Code(32))
    customer_id: Mapped[str] = mapped_column(Id)
    status: Mapped[str] = mapped_column(Code(40))
    payment_status: Mapped[str] = mapped_column(Code(24))
    checkout_state: Mapped[str] = mapped_column(Code(24))
    refusal: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    currency: Mapped[str] = mapped_column(Code(3))
    subtotal: Mapped[int] = mapped_column(BigInteger)
    discount: Mapped[int] = mapped_column(BigInteger, default=0)
    shipping: Mapped[int] = mapped_column(BigInteger, default=0)
    shipping_discount: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    tax: Mapped[int] = mapped_column(BigInteger, default=0)
    tax_rate_bp: Mapped[int] = mapped_column(Integer, default=0)
    tax_included: Mapped[bool] = mapped_column(Boolean, default=True)
    total: Mapped[int] = mapped_column(BigInteger)
    refunded: Mapped[int] = mapped_column(BigInteger, default=0)
    coupon: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    discounts: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    tax_lines: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    terms: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    address: Mapped[dict[str, Any]] = mapped_column(JSON)
    shipping_method: Mapped[dict[str, Any]] = mapped_column(JSON)
    email: Mapped[str | None] = mapped_column(String(320))
    note: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Code(8))
    search_text: Mapped[str] = mapped_column(String(560), default="")

    fulfilment_status: Mapped[str] = mapped_column(Code(24), default=UNFULFILLED)
    cart_id: Mapped[str | None] = mapped_column(Id)
    standing_cart_id: Mapped[str | None] = mapped_column(Id)
    checkout_key: Mapped[str | None] = mapped_column(Code(64))
    reservation_id: Mapped[str | None] = mapped_column(Id)
    restock_id: Mapped[str | None] = mapped_column(Id)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    change_id: Mapped[str | None] = mapped_column(Id)

    placed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    return_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cancel_reason: Mapped[str | None] = mapped_column(Code(64))


class OrderLine(Base, TenantMixin, IdMixin):
    """One line as it was sold; the same variant may stand in two of them.

    Of its pieces, `fulfilled` were sent, `refunded` paid back and `restocked` put on the shelf again; those of them
    that had not been sent are `withdrawn` and never will be.
    """

    __tablename__ = "order_lines"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        CheckConstraint("quantity > 0", name="quantity"),
        Index("ix_order_lines_order", "tenant_id", "order_id", "position"),
        Index("ix_order_lines_product", "tenant_id", "product_id", "id"),
    )
    id_prefix: ClassVar[str] = "oln"

    order_id: Mapped[str] = mapped_column(Id)
    position: Mapped[int] = mapped_column(Integer)
    product_id: Mapped[str] = mapped_column(Id)
    variant_id: Mapped[str] = mapped_column(Id)
    sku: Mapped[str | None] = mapped_column(Code(255))
    title: Mapped[Texts] = mapped_column(JSON)
    variant_title: Mapped[Texts] = mapped_column(JSON)
    options: Mapped[Any] = mapped_column(JSON)
    image: Mapped[str | None] = mapped_column(String(255))
    note: Mapped[str | None] = mapped_column(String(500))
    quantity: Mapped[int] = mapped_column(Integer)
    unit_price: Mapped[int] = mapped_column(BigInteger)
    total: Mapped[int] = mapped_column(BigInteger)
    discount: Mapped[int] = mapped_column(BigInteger, default=0)
    discounts: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    tax: Mapped[int] = mapped_column(BigInteger, default=0)
    tax_rate_bp: Mapped[int | None] = mapped_column(Integer)
    fulfilled: Mapped[int] = mapped_column(Integer, default=0)
    refunded: Mapped[int] = mapped_column(Integer, default=0)
    restocked: Mapped[int] = mapped_column(Integer, default=0)
    withdrawn: Mapped[int] = mapped_column(Integer, default=0)


class Fulfilment(Base, TenantMixin, IdMixin):
    """One parcel: `lines` are [{line_id, quantity}]."""

    __tablename__ = "fulfilments"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "order_id", "request_key"),
        Index("ix_fulfilments_order", "tenant_id", "order_id", "id"),
    )
    id_prefix: ClassVar[str] = "ful"

    order_id: Mapped[str] = mapped_column(Id)
    actor_id: Mapped[str] = mapped_column(Id)
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    carrier: Mapped[str | None] = mapped_column(String(100))
    tracking_number: Mapped[str | None] = mapped_column(String(100))
    request_key: Mapped[str | None] = mapped_column(Code(64))
    shipped_at: Mapped[datetime] = mapped_column(UtcDateTime)
    delivered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OrderNumbers(Base, TenantMixin):
    """The last number given to a placed order of this shop."""

    __tablename__ = "order_numbers"

    last_number: Mapped[int] = mapped_column(BigInteger)
