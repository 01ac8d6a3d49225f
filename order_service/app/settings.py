"""Settings of order_service."""

from typing import ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from common.mail import MailSettings


class OrderSettings(MailSettings):
    """Times are seconds."""

    service: ClassVar[str] = "order_service"

    payment_providers: list[str] = Field(["test"], description="The test provider refuses ENV=production.")
    provider_timeout: float = Field(1.5, gt=0, description="How long a payment provider may take for one answer.")
    test_provider_late: float = Field(6.0, ge=0, description="How late the test provider's late answers are.")

    checkout_deadline: float = Field(10.0, gt=0, description="After this a checkout answers 202 and goes on.")
    unknown_outcome_wait: float = Field(4.0, gt=0, description="How long a silent provider is asked before 202.")
    checkout_lease: float = Field(15.0, gt=0, description="A checkout silent for so long is taken over.")
    checkout_patience: float = Field(120.0, gt=0, description="How long an unfinished purchase is still wanted.")
    review_interval: float = Field(60.0, gt=0, description="How often a payment under review is asked for.")
    hold_seconds: int = Field(1800, gt=0, description="How long held stock waits; longer than any checkout may run.")
    recovery_interval: float = Field(2.0, gt=0)
    quote_seconds: float = Field(5.0, ge=0, description="How long a cart shows a price without asking again.")

    mail_interval: float = Field(1.0, gt=0)
    shop_name: str = "Shopkeeper"
    time_zone: str = Field("UTC", description="Whose days reports count by, e.g. Europe/Berlin.")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            return ZoneInfo(value).key
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value} is not a time zone, as Europe/Berlin is") from error
