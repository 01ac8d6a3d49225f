"""The known_settings table."""

from common.shop_settings import KnownSettingsMixin
from order_service.app.base import Base


class KnownSettingsRow(Base, KnownSettingsMixin):
    """One row per shop, once its settings were told."""

    __tablename__ = "known_settings"
