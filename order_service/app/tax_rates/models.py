"""The tax rates table."""

from typing import ClassVar

from sqlalchemy import Boolean, CheckConstraint, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, IdMixin, TenantMixin, TimestampMixin
from common.languages import Texts
from order_service.app.base import Base

ANYWHERE = "*"
STANDARD = "standard"


class TaxRate(Base, TenantMixin, IdMixin, TimestampMixin):
    """What is owed where on what, in basis points; `inclusive` says that prices there already contain it.

    Of one tax class, the row with the longest matching zip prefix wins, then the one that names the state, then the
    country, then `*`. Whether prices contain the tax is said by the rate of the standard class.
    """

    __tablename__ = "tax_rates"
    __table_args__ = (
        UniqueConstraint("tenant_id", "country", "state", "zip_prefix", "tax_class"),
        CheckConstraint("rate_bp >= 0", name="rate_bp"),
    )
    id_prefix: ClassVar[str] = "tax"

    name: Mapped[Texts] = mapped_column(JSON)
    country: Mapped[str] = mapped_column(Code(64), default=ANYWHERE)
    state: Mapped[str] = mapped_column(Code(64), default=ANYWHERE)
    zip_prefix: Mapped[str] = mapped_column(Code(16), default=ANYWHERE)
    tax_class: Mapped[str] = mapped_column(Code(32), default=STANDARD)
    rate_bp: Mapped[int] = mapped_column(Integer)
    inclusive: Mapped[bool] = mapped_column(Boolean, default=True)
