"""Shapes of reports."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

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
    returns_requested: int
    exchanges_requested: int


class Dashboard(BaseModel):
    """`revenue` is `gross` less `refunds`, of orders in this currency placed in these days (the shop's own) and not
    cancelled.

    Invoices of the sales history count among the orders, their credits among the refunds; only `conversion` is without
    them.
    """

    date_from: date
    date_to: date
    time_zone: str
    currency: str
    currencies: list[str] = Field(description="Those there is something to report in, the shop's own first.")
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
    """`key` is the day, the product's id or the status; `label` what to show for it. Products have no refunds here.

    Of the sales history: `history sale`, `history credit`, `history write_off`; products as `history:` and their code,
    whose revenue is what was invoiced less what was credited.
    """

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
    currencies: list[str] = Field(description="Those there is something to report in, the shop's own first.")
    group_by: GroupBy
    rows: list[SalesRow]
