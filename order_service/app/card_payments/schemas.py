"""Shapes of card payments in the browser."""

from pydantic import BaseModel, ConfigDict, Field

from common.money import Money
from order_service.app.carts.schemas import RowId


class CardPaymentCreate(BaseModel):
    """The cart, with its address and shipping method in it, as the shopper saw it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "cart_id": "crt_0198",
                "cart_version": 4,
                "expected_total": {"amount": 13390, "currency": "EUR"},
            }
        },
    )

    cart_id: RowId
    cart_version: int = Field(ge=1, le=2**31 - 1, strict=True)
    expected_total: Money


class CardPayment(BaseModel):
    """`token` is what the checkout names: `{"payment": {"provider": …, "token": …}}`. Until it is `confirmed`, the
    browser confirms it with the provider's own form, `client_secret` and `publishable_key`."""

    provider: str
    token: str
    client_secret: str
    publishable_key: str
    confirmed: bool
    amount: Money
