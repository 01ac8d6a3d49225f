"""Saved payment methods as clients send and see them; a provider's token goes in and never comes out."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from user_service.app.shapes import Body, ShortLine

ProviderToken = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z][A-Za-z0-9_-]{3,190}$")]


class PaymentMethodCreate(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "card",
                "provider": "test",
                "token": "tok_approve",
                "brand": "Visa",
                "last4": "4242",
                "exp_month": 12,
                "exp_year": 2031,
            }
        }
    )
    type: Literal["card", "paypal"]
    provider: Literal["test"] = "test"
    token: ProviderToken = Field(description="What the provider's own form gave for the card; never a card number.")
    brand: ShortLine | None = None
    last4: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")] | None = None
    exp_month: int | None = Field(None, ge=1, le=12)
    exp_year: int | None = Field(None, ge=2000, le=2100)
    is_default: bool = False


class PaymentMethodUpdate(Body):
    is_default: Literal[True] = Field(description="Use this one from now on.")


class PaymentMethod(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: str
    type: str
    provider: str
    brand: str | None
    last4: str | None
    exp: str | None = Field(None, description="MM/YYYY")
    is_default: bool


class ChargeablePaymentMethod(PaymentMethod):
    """For order_service alone: with the token the provider knows it by."""

    provider_token: str
