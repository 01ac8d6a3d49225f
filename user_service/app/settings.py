"""Settings of user_service beyond the shared ones."""

from typing import ClassVar

from pydantic import Field

from common.config import Settings


class UserSettings(Settings):
    service: ClassVar[str] = "user_service"

    access_token_seconds: int = Field(900, ge=60, description="Life of a person's access token.")
    service_token_seconds: int = Field(3600, ge=60, description="Life of a service's token for /internal.")
    refresh_token_days: int = Field(30, ge=1, description="A session ends when it was not refreshed for so long.")
    refresh_grace_seconds: float = Field(10, ge=0, description="How long the previous refresh token still works.")
    rate_registrations: str = Field("600/minute", description="New accounts and guests, per network address.")
    rate_failed_sign_ins_per_address: str = Field("300/minute", description="Failed sign-ins, per network address.")
