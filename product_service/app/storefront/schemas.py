"""Shapes of what the shop window asks for."""

from pydantic import BaseModel

from product_service.app.shapes import ProductSummary


class Picks(BaseModel):
    """Three rows for the front page; `best_rated` is empty while nothing has a review."""

    newest: list[ProductSummary]
    best_rated: list[ProductSummary]
    popular: list[ProductSummary]


class Related(BaseModel):
    items: list[ProductSummary]
