"""The known_settings table."""

from ai_service.app.base import Base
from common.shop_settings import KnownSettingsMixin


class KnownSettingsRow(Base, KnownSettingsMixin):
    """One row per shop, once its settings were told."""

    __tablename__ = "known_settings"
