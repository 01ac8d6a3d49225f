"""One row per version of a model's price: rows are only ever added."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.clock import utc_now
from common.database import Code, Id, IdMixin, TenantMixin, UtcDateTime


class ModelPrice(Base, TenantMixin, IdMixin):
    """Millionths of `currency` per million tokens. `origin` is who set it: "environment" or "staff".
    `reasoning` null means that such tokens cost what others of the answer do."""

    __tablename__ = "model_prices"
    __table_args__ = (Index("ix_model_prices_model", "tenant_id", "model", "valid_from"),)
    id_prefix: ClassVar[str] = "prc"

    model: Mapped[str] = mapped_column(Code(128))
    currency: Mapped[str] = mapped_column(Code(3))
    input: Mapped[int] = mapped_column(BigInteger)
    cached: Mapped[int] = mapped_column(BigInteger)
    output: Mapped[int] = mapped_column(BigInteger)
    reasoning: Mapped[int | None] = mapped_column(BigInteger)
    valid_from: Mapped[datetime] = mapped_column(UtcDateTime())
    origin: Mapped[str] = mapped_column(Code(16))
    created_by: Mapped[str | None] = mapped_column(Id())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
