"""Shapes of a checkout."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, EmailStr, Field, StringConstraints, model_validator

from common.money import Money
from order_service.app.carts.schemas import Address, RowId


class PaymentChoice(BaseModel):
    """A means of payment named at the provider, without one saved before."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"provider": "test"}})

    provider: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    token: Annotated[str, StringConstraints(min_length=1, max_length=64)] = "tok_approve"  # noqa: S105 - a name, not a secret


class CheckoutCreate(BaseModel):
    """`cart_version` and `expected_total` are what the shopper saw; address and shipping default to the cart's."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "cart_id": "crt_0198",
                "cart_version": 4,
                "expected_total": {"amount": 13390, "currency": "EUR"},
                "payment": {"provider": "test"},
            }
        },
    )

    cart_id: RowId
    cart_version: int = Field(ge=1, le=2**31 - 1, strict=True)
    expected_total: Money
    address: Address | None = None
    shipping_method: RowId | None = None
    payment_method_id: RowId | None = None
    payment: PaymentChoice | None = None
    email: EmailStr | None = Field(None, description="Guests need one; others' default is their account's.")
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] | None = None

    @model_validator(mode="after")
    def _one_means_of_payment(self) -> Self:
        if self.payment_method_id is not None and self.payment is not None:
            raise ValueError("name either payment_method_id or payment")
        return self
