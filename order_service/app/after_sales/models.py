"""The order changes, returns and exchanges tables."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from order_service.app.base import Base


class _Asked(TenantMixin, IdMixin, TimestampMixin):
    """Who asked for it, under which key, and the means of payment that pays or gets the money."""

    order_id: Mapped[str] = mapped_column(Id)
    actor_id: Mapped[str] = mapped_column(Id)
    by_staff: Mapped[bool] = mapped_column(Boolean)
    request_key: Mapped[str] = mapped_column(Code(64))
    state: Mapped[str] = mapped_column(Code(24))
    currency: Mapped[str] = mapped_column(Code(3))
    provider: Mapped[str | None] = mapped_column(Code(32))
    token: Mapped[str | None] = mapped_column(Code(255))
    method: Mapped[str | None] = mapped_column(Code(32))
    payment_method_id: Mapped[str | None] = mapped_column(Id)


class OrderChange(Base, _Asked):
    """Something that changed about a placed order, and the way there: a saga like a checkout's.

    `difference` (minor units, signed) is what the order's total grows by. `swaps` are its pieces, [{line_id,
    variant_id, to}] where `to` is the quote of the variant that takes the place; `back` is what the shelf gets,
    [{variant_id, quantity}]. `lease_until` is set while somebody works on it: on the change while it is unfinished,
    on what the shop owes for it (refunds, `back`) once it is made.
    """

    __tablename__ = "order_changes"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "order_id", "request_key"),
        Index("ix_order_changes_lease", "lease_until"),
    )
    id_prefix: ClassVar[str] = "chg"

    kind: Mapped[str] = mapped_column(Code(16))
    refusal: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    difference: Mapped[int] = mapped_column(BigInteger)
    swaps: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    back: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    payment_id: Mapped[str | None] = mapped_column(Id)
    exchange_id: Mapped[str | None] = mapped_column(Id)
    reservation_id: Mapped[str | None] = mapped_column(Id)
    undo_id: Mapped[str | None] = mapped_column(Id)
    restock_id: Mapped[str | None] = mapped_column(Id)
    restocked: Mapped[bool] = mapped_column(Boolean)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    made_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OrderReturn(Base, _Asked):
    """Goods that a customer sends back: `lines` are [{line_id, variant_id, quantity}], `amount` is to be given back.

    `received` are those that came, with how many of them went on the shelf; only then money moves. `lease_until` is
    set from there until all that the shop owes is settled.
    """

    __tablename__ = "order_returns"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "order_id", "request_key"),
        Index("ix_order_returns_lease", "lease_until"),
    )
    id_prefix: ClassVar[str] = "rtn"

    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    amount: Mapped[int] = mapped_column(BigInteger)
    received: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    restock_id: Mapped[str] = mapped_column(Id)
    restocked: Mapped[bool] = mapped_column(Boolean)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by: Mapped[str | None] = mapped_column(Id)
    decision_key: Mapped[str | None] = mapped_column(Code(64))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(String(200))


class OrderExchange(Base, _Asked):
    """Pieces that a customer wants others for: `swaps` and `difference` as of a change, which completing it makes."""

    __tablename__ = "order_exchanges"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "order_id"], ["orders.tenant_id", "orders.id"]),
        UniqueConstraint("tenant_id", "order_id", "request_key"),
    )
    id_prefix: ClassVar[str] = "exc"

    swaps: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    difference: Mapped[int] = mapped_column(BigInteger)
    decided_by: Mapped[str | None] = mapped_column(Id)
    decision_key: Mapped[str | None] = mapped_column(Code(64))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(String(200))
