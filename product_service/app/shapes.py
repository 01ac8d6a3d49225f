"""Shapes that several features share: products as lists show them."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from common.money import Money

Availability = Literal["in_stock", "few_left", "out_of_stock"]


class CategoryRef(BaseModel):
    id: str
    slug: str
    name: str


class CategoryTexts(BaseModel):
    id: str
    slug: str
    name: dict[str, str]


class Rating(BaseModel):
    average: float
    count: int


class StaffFacts(BaseModel):
    """What only staff sees of a product on a list: stock of all variants together, and what edits are checked by."""

    status: Literal["active", "draft", "archived"]
    version: int
    on_hand: int
    reserved: int
    available: int
    created_at: datetime
    updated_at: datetime


class ProductSummary(BaseModel):
    """A product on a list; `price` is the lowest of its variants, `variant_id` the one that has it.

    `staff` is there only for callers who may change the catalogue.
    """

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
    staff: StaffFacts | None = None


class FacetValueView(BaseModel):
    """A value to choose: `value` goes into the address, `label` is for the reader, `count` is what it would show."""

    value: str
    label: str
    count: int


class FacetView(BaseModel):
    name: str
    label: str
    values: list[FacetValueView]


class RatingView(BaseModel):
    """How many products `min_rating` would show: those whose average is at least so many stars."""

    min_rating: int
    count: int
