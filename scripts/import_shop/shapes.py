"""The three files as they are: each an object of records by id. What a record says beyond this is passed by."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, Field

Text = Annotated[str, Field(min_length=1)]
Price = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]


class PersonName(BaseModel):
    first_name: Text
    last_name: Text


class Address(BaseModel):
    address1: Text
    address2: str = ""
    city: Text
    state: str = ""
    zip: Text
    country: Text


class PaymentMethod(BaseModel):
    """`balance` is a gift card's, in whole units of the currency (51 or 51.20)."""

    id: Text
    source: Literal["credit_card", "paypal", "gift_card"]
    brand: str | None = None
    last_four: str | None = None
    balance: Price | None = None


class User(BaseModel):
    name: PersonName
    email: Text
    address: Address
    payment_methods: dict[str, PaymentMethod] = {}


class Variant(BaseModel):
    item_id: Text
    options: dict[str, str] = {}
    available: bool = True
    price: Price


class Product(BaseModel):
    product_id: Text
    name: Text
    variants: Annotated[dict[str, Variant], Field(min_length=1)]


class Item(BaseModel):
    """One piece; what is bought twice stands there twice."""

    name: Text
    product_id: Text
    item_id: Text
    price: Price
    options: dict[str, str] = {}


class Fulfilment(BaseModel):
    tracking_id: list[str] = []
    item_ids: list[str]


class Transaction(BaseModel):
    transaction_type: Literal["payment", "refund"]
    amount: Price
    payment_method_id: Text


class Order(BaseModel):
    order_id: Text
    user_id: Text
    address: Address
    items: Annotated[list[Item], Field(min_length=1)]
    fulfillments: list[Fulfilment] = []
    status: Literal["pending", "processed", "delivered", "cancelled"]
    payment_history: list[Transaction] = []
    cancel_reason: str | None = None
