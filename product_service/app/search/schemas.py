"""Shapes of search over HTTP."""

from pydantic import BaseModel, ConfigDict

from product_service.app.shapes import ProductSummary


class FacetValueView(BaseModel):
    """A value to choose: `value` goes into the address, `label` is for the reader, `count` is what it would show."""

    value: str
    label: str
    count: int


class FacetView(BaseModel):
    name: str
    label: str
    values: list[FacetValueView]


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


class Suggestions(BaseModel):
    items: list[str]
