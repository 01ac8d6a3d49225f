"""Settings of order_service."""

from typing import Any, ClassVar

from pydantic import Field, SecretStr, field_validator

from common.mail import MailSettings


class OrderSettings(MailSettings):
    """Times are seconds."""

    service: ClassVar[str] = "order_service"

    payment_providers: list[str] = Field(
        ["test"], description="test, stripe; gift cards are always taken. The test provider refuses ENV=production."
    )
    stripe_secret_key: SecretStr | None = Field(None, description="sk_… or rk_…; needed for the provider stripe.")
    stripe_webhook_secret: SecretStr | None = Field(None, description="whsec_…, of the endpoint that Stripe tells.")
    stripe_publishable_key: str = Field("", description="pk_…; with it shoppers enter cards in the storefront.")
    stripe_api_base: str = "https://api.stripe.com"
    stripe_timeout: float = Field(8.0, gt=0, description="How long Stripe may take for one answer.")
    card_payment_patience: float = Field(
        1800.0, gt=0, le=3600, description="How long a confirmed card waits for its order before it is let go."
    )
    provider_timeout: float = Field(1.5, gt=0, description="How long a payment provider may take for one answer.")
    test_provider_late: float = Field(6.0, ge=0, description="How late the test provider's late answers are.")

    checkout_deadline: float = Field(10.0, gt=0, description="After this a checkout answers 202 and goes on.")
    unknown_outcome_wait: float = Field(4.0, gt=0, description="How long a silent provider is asked before 202.")
    checkout_lease: float = Field(15.0, gt=0, le=3600, description="A checkout silent for so long is taken over.")
    checkout_patience: float = Field(120.0, gt=0, description="How long an unfinished purchase is still wanted.")
    review_interval: float = Field(60.0, gt=0, le=3600, description="How often a payment under review is asked for.")
    hold_seconds: int = Field(1800, gt=0, description="How long held stock waits; longer than any checkout may run.")
    recovery_interval: float = Field(2.0, gt=0)
    quote_seconds: float = Field(5.0, ge=0, description="How long a cart shows a price without asking again.")

    home_country: str = Field("", max_length=64, description="Its taxes and shipping count until an address is known.")

    mail_interval: float = Field(1.0, gt=0)
    webhook_interval: float = Field(1.0, gt=0)
    webhook_timeout: float = Field(15.0, gt=0, description="How long a receiver of webhooks may take for its answer.")
    webhooks_at_once: int = Field(64, ge=1, description="How many webhooks a process sends at the same time.")
    webhooks_at_once_each: int = Field(4, ge=1, description="And to one receiver.")
    webhook_failing_days: int = Field(5, ge=1, description="After so many days of failures alone it is disabled.")
    webhook_kept_days: int = Field(30, ge=4, description="How long it is kept what webhooks were sent.")
    shop_name: str = "Shopkeeper"

    @field_validator("stripe_secret_key", "stripe_webhook_secret", mode="before")
    @classmethod
    def _empty_means_none(cls, value: Any) -> Any:
        return None if value == "" else value
