"""Shapes of search over HTTP."""

from pydantic import BaseModel, ConfigDict

from common.money import Money
from product_service.app.shapes import Availability, CategoryRef, FacetView, ProductSummary


class SearchResults(BaseModel):
    """A page of products, best first; `did_you_mean` is the spelling that was searched for instead."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "items": [],
                "next_cursor": None,
                "total": 0,
                "facets": [
                    {"name": "Colour", "label": "Colour", "values": [{"value": "Black", "label": "Black", "count": 12}]}
                ],
                "did_you_mean": "wireless mouse",
            }
        }
    )

    items: list[ProductSummary]
    next_cursor: str | None
    total: int
    facets: list[FacetView]
    did_you_mean: str | None


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
