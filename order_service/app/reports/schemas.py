"""Shapes of reports."""

from datetime import date
from typing import Literal

from pydantic import BaseModel

from common.money import Money

GroupBy = Literal["day", "product", "status"]


class Conversion(BaseModel):
    """Of the carts opened in this time, how many were tried to buy and bought; `rate` is placed per cart, 0 to 1."""

    carts: int
    checkouts: int
    placed: int
    rate: float


class DaySales(BaseModel):
    day: date
    orders: int
    items: int
    revenue: Money


class ProductSales(BaseModel):
    product_id: str
    title: str
    image: str | None
    orders: int
    items: int
    revenue: Money


class Attention(BaseModel):
    """Orders that somebody has to look at, of all times."""

    payment_review: int
    unfulfilled: int
    refund_pending: int


class Dashboard(BaseModel):
    """`revenue` is `gross` less `refunds`, of orders placed in these days (the shop's own) and not cancelled."""

    date_from: date
    date_to: date
    time_zone: str
    currency: str
    revenue: Money
    gross: Money
    refunds: Money
    discounts: Money
    orders: int
    average_order: Money
    items_sold: int
    conversion: Conversion
    by_day: list[DaySales]
    top_products: list[ProductSales]
    attention: Attention


class SalesRow(BaseModel):
    """`key` is the day, the product's id or the status; `label` what to show for it. Products have no refunds here."""

    key: str
    label: str
    orders: int
    items: int
    revenue: Money
    gross: Money | None = None
    refunds: Money | None = None
    discounts: Money | None = None


class Sales(BaseModel):
    date_from: date
    date_to: date
    time_zone: str
    currency: str
    group_by: GroupBy
    rows: list[SalesRow]
