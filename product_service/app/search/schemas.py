"""Shapes of search over HTTP."""

from pydantic import BaseModel, ConfigDict

from common.money import Money
from product_service.app.shapes import Availability, CategoryRef, FacetView, ProductSummary, RatingView


class SearchResults(BaseModel):
    """A page of products, best first. `ratings` count what `min_rating` would leave of the answer.

    `did_you_mean` is another spelling: with `corrected` the one that was searched for instead, else a proposal.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "items": [],
                "next_cursor": None,
                "total": 0,
                "facets": [
                    {"name": "Colour", "label": "Colour", "values": [{"value": "Black", "label": "Black", "count": 12}]}
                ],
                "ratings": [{"min_rating": 4, "count": 9}, {"min_rating": 3, "count": 11}],
                "did_you_mean": "wireless mouse",
                "corrected": True,
            }
        }
    )

    items: list[ProductSummary]
    next_cursor: str | None
    total: int
    facets: list[FacetView]
    ratings: list[RatingView]
    did_you_mean: str | None
    corrected: bool


class ProductHit(BaseModel):
    """A product as a line below the search box."""

    id: str
    handle: str
    title: str
    image: str | None
    price: Money
    availability: Availability


class Suggestions(BaseModel):
    """How what was typed may go on: as a query, as a product, as a shelf."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "items": ["wireless mouse"],
                "products": [
                    {
                        "id": "prd_01j",
                        "handle": "mausberg-pebble",
                        "title": "Mausberg Pebble wireless mouse, silent",
                        "image": "/media/default/0f3a.svg",
                        "price": {"amount": 1790, "currency": "EUR"},
                        "availability": "in_stock",
                    }
                ],
                "categories": [{"id": "cat_01j", "slug": "mice", "name": "Mice"}],
            }
        }
    )

    items: list[str]
    products: list[ProductHit]
    categories: list[CategoryRef]
