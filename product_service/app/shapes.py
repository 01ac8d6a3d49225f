"""Shapes that several features share: products as lists show them."""

from typing import Literal

from pydantic import BaseModel

from common.money import Money

Availability = Literal["in_stock", "few_left", "out_of_stock"]


class CategoryRef(BaseModel):
    id: str
    slug: str
    name: str


class Rating(BaseModel):
    average: float
    count: int


class ProductSummary(BaseModel):
    """A product on a list; `price` is the lowest of its variants, `variant_id` the one that has it."""

    id: str
    handle: str
    title: str
    vendor: str
    category: CategoryRef | None
    price: Money
    max_price: Money
    availability: Availability
    image: str | None
    rating: Rating | None
    variant_id: str
    variants_count: int
