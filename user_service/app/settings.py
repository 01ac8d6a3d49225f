"""Settings of user_service beyond the shared ones."""

from typing import ClassVar

from pydantic import Field

from common.mail import MailSettings


class UserSettings(MailSettings):
    service: ClassVar[str] = "user_service"

    access_token_seconds: int = Field(900, ge=60, description="Life of a person's access token.")
    service_token_seconds: int = Field(3600, ge=60, description="Life of a service's token for /internal.")
    refresh_token_days: int = Field(30, ge=1, description="A session ends when it was not refreshed for so long.")
    refresh_grace_seconds: float = Field(10, ge=0, description="How long the previous refresh token still works.")
    rate_registrations: str = Field("600/minute", description="New accounts and guests, per network address.")
    rate_password_resets: str = Field("5/hour", description="Links to a new password, per email.")
    rate_password_resets_per_address: str = Field("60/hour", description="The same, per network address.")
    rate_failed_sign_ins_per_address: str = Field("300/minute", description="Failed sign-ins, per network address.")

    rate_gift_card_codes: str = Field("20/hour", description="Gift card codes tried, per person.")
    rate_gift_card_codes_per_address: str = Field("200/hour", description="The same, per network address.")

    behind_gateway: bool = Field(False, description="All services share the origin of the shop's pages.")
    guest_days: int = Field(90, ge=1, description="Older guests are forgotten once their last session is over.")

    @property
    def shop_url(self) -> str:
        """Where people find the shop."""
        return self.web_origins[0] if self.web_origins else self.user_service_url

    @property
    def public_url(self) -> str:
        """Where a browser reaches this service: for links that are mailed or printed."""
        return self.shop_url if self.behind_gateway else self.user_service_url
