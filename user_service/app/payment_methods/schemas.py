"""Saved payment methods as clients send and see them; a provider's token goes in and never comes out."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.money import Money
from user_service.app.gift_cards.schemas import Code, GiftCardStatus
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


class GiftCardClaim(Body):
    """A gift card comes into the wallet by its code."""

    model_config = ConfigDict(json_schema_extra={"example": {"type": "gift_card", "code": "7KQM-PX4A-92DV-HT3C"}})
    type: Literal["gift_card"]
    code: Code
    is_default: bool = False


NewPaymentMethod = Annotated[PaymentMethodCreate | GiftCardClaim, Field(discriminator="type")]


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
    balance: Money | None = Field(None, description="Of a gift card: what it can pay.")
    status: GiftCardStatus | None = Field(None, description="Of a gift card: only an active one pays.")


class ChargeablePaymentMethod(PaymentMethod):
    """For order_service alone: with the token the provider knows it by."""

    provider_token: str
