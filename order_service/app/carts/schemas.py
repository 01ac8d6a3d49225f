"""Shapes of carts."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StringConstraints

from common.money import Currency, Money

MAX_QUANTITY = 999
MAX_LINES = 100
MAX_COUPONS = 5

RowId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
LineNote = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class Address(BaseModel):
    """Where an order goes."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "name": "Ada Lovelace",
                "address1": "12 St James's Square",
                "city": "London",
                "state": "LND",
                "zip": "SW1Y 4JH",
                "country": "GB",
            }
        },
    )

    name: ShortText | None = None
    address1: ShortText
    address2: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = None
    city: ShortText
    state: Annotated[str, StringConstraints(strip_whitespace=True, max_length=64)]
    zip: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=32)]
    country: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=64)]


class CartCreate(BaseModel):
    """A cart begins empty. One that is open already keeps its currency: PUT …/currency changes it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"currency": "EUR"}})

    currency: Currency | None = Field(None, description="One that the shop sells in; default its own.")


class CurrencyChoice(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"currency": "USD"}})

    currency: Currency


class CartLineCreate(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"variant_id": "var_0198", "quantity": 1}})

    variant_id: RowId
    quantity: int = Field(1, ge=1, le=MAX_QUANTITY, strict=True)
    note: LineNote | None = None


class CartLineUpdate(BaseModel):
    """A quantity of 0 removes the line."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"quantity": 2}})

    quantity: int | None = Field(None, ge=0, le=MAX_QUANTITY, strict=True)
    note: LineNote | None = None


class ShippingChoice(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"shipping_method": "standard"}})

    shipping_method: RowId = Field(validation_alias=AliasChoices("shipping_method", "code"))


CouponText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]


class CouponAdded(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"code": "SPRING"}})

    code: CouponText


class CouponChoice(BaseModel):
    """null takes all coupons out again."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"code": "SPRING"}})

    code: CouponText | None


class Totals(BaseModel):
    """`total` = subtotal − discount + shipping, and tax on top of it unless `tax_included`. `shipping` is what is
    paid for it, after `shipping_discount`."""

    subtotal: Money
    discount: Money
    shipping: Money
    shipping_discount: Money
    tax: Money
    tax_included: bool
    total: Money


class DiscountLine(BaseModel):
    """What one promotion takes off; `code` is null for what counts by itself."""

    promotion_id: str
    code: str | None
    name: str
    amount: Money


class TaxLine(BaseModel):
    """So much tax on a net `base`; `rate_bp` in basis points."""

    name: str
    rate_bp: int
    base: Money
    amount: Money


class CartLine(BaseModel):
    """`enough` is false when the shop has fewer than `quantity`; checkout decides."""

    id: str
    variant_id: str
    product_id: str
    title: str
    variant_title: str
    options: Any
    image: str | None
    note: str | None
    quantity: int
    unit_price: Money
    total: Money
    discounts: list[DiscountLine]
    tax: Money
    availability: Literal["in_stock", "few_left", "out_of_stock"]
    enough: bool


class ShippingOffer(BaseModel):
    code: str
    name: str
    price: Money
    min_days: int | None = Field(description="How long it takes.")
    max_days: int | None


class ShippingProblem(BaseModel):
    """Why the chosen shipping method does not do; nothing is asked for it, and the checkout refuses it."""

    code: str
    detail: str
    reason: Literal["destination", "weight", "subtotal", "currency"]


class CouponProblem(BaseModel):
    """Why the coupon does not count right now; `missing` where the goods are not worth, or not many, enough yet."""

    code: str
    detail: str
    minimum: Money | None = None
    missing: Money | None = None
    minimum_quantity: int | None = None
    missing_quantity: int | None = None


class CartPromotion(BaseModel):
    """What the coupon of a cart comes to."""

    code: str
    name: str
    discount: Money
    problem: CouponProblem | None


class Cart(BaseModel):
    """A priced cart. Every change raises `version`; a checkout names the version its shopper saw.

    `discounts` and the tax lines explain the totals, promotions without a code included; `coupon` and `promotion` are
    the first of `coupons`. `shipping_options` are those that take this basket to where it goes.
    """

    id: str
    version: int
    status: Literal["open", "ordering", "ordered", "merged"]
    order_id: str | None
    currency: str
    items: list[CartLine]
    coupon: str | None
    promotion: CartPromotion | None
    coupons: list[CartPromotion]
    discounts: list[DiscountLine]
    tax_lines: list[TaxLine]
    shipping_method: str | None
    shipping_problem: ShippingProblem | None
    address: Address | None
    totals: Totals
    shipping_options: list[ShippingOffer]
    updated_at: datetime
