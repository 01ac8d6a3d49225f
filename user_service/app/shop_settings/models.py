"""One row per shop: what was set; whatever was not has its default."""

from datetime import datetime
from typing import Any

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import utc_now
from common.database import JSON, Id, TenantMixin, UtcDateTime
from user_service.app.base import Base


class ShopSettingsRow(Base, TenantMixin):
    __tablename__ = "shop_settings"

    chosen: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    version: Mapped[int] = mapped_column(Integer, default=0)
    updated_by: Mapped[str | None] = mapped_column(Id())
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now)
