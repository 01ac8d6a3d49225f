"""The tax rates table."""

from typing import ClassVar

from sqlalchemy import Boolean, CheckConstraint, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, IdMixin, TenantMixin, TimestampMixin
from common.languages import Texts
from order_service.app.base import Base

ANYWHERE = "*"


class TaxRate(Base, TenantMixin, IdMixin, TimestampMixin):
    """What is owed where, in basis points; `inclusive` says that prices there already contain it.

    The row that names the state wins over the one that names the country, and that one over `*`.
    """

    __tablename__ = "tax_rates"
    __table_args__ = (
        UniqueConstraint("tenant_id", "country", "state"),
        CheckConstraint("rate_bp >= 0", name="rate_bp"),
    )
    id_prefix: ClassVar[str] = "tax"

    name: Mapped[Texts] = mapped_column(JSON)
    country: Mapped[str] = mapped_column(Code(64), default=ANYWHERE)
    state: Mapped[str] = mapped_column(Code(64), default=ANYWHERE)
    rate_bp: Mapped[int] = mapped_column(Integer)
    inclusive: Mapped[bool] = mapped_column(Boolean, default=True)
