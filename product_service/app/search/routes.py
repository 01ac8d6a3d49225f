"""Searching over HTTP: public, cacheable, in the reader's language."""

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response

from common.languages import localized
from common.pagination import DEFAULT_LIMIT, PageLimit
from common.service import json_response
from product_service.app.dependencies import Categories, Database, Products, Search, Storefront
from product_service.app.search.facets import MAX_CHOICES, facet_choices
from product_service.app.search.schemas import SearchResults, Suggestions
from product_service.app.search.service import SearchRequest

router = APIRouter(prefix="/api/v1/search", tags=["search"])

Text = Annotated[str, Query(max_length=20_000, description="What the shopper typed, in English or Chinese.")]
Word = Annotated[str | None, Query(min_length=1, max_length=255)]
Minor = Annotated[int | None, Query(ge=0, le=10**15, description="In minor units.")]
Currency = Annotated[
    str | None, Query(pattern="^[A-Z]{3}$", description="Only what is for sale in it, at its prices in it.")
]
Stars = Annotated[int | None, Query(ge=1, le=5, description="Only what is rated so many stars or more.")]
Facets = Annotated[list[str], Query(max_length=MAX_CHOICES, description="`name:value`; may be repeated.")]
Documented = dict[int | str, dict[str, Any]]
_FOUND: Documented = {200: {"model": SearchResults}}
_SUGGESTED: Documented = {200: {"model": Suggestions}}


@router.get("", response_model=None, responses=_FOUND)
async def search(
    service: Search,
    products: Products,
    categories: Categories,
    database: Database,
    storefront: Storefront,
    q: Text = "",
    category: Word = None,
    vendor: Word = None,
    min_price: Minor = None,
    max_price: Minor = None,
    in_stock: bool | None = None,
    min_rating: Stars = None,
    currency: Currency = None,
    facet: Facets = [],  # noqa: B006 - FastAPI copies it
    sort: Literal["relevance", "price", "-price", "newest", "rating"] = "relevance",
    literal: Annotated[bool, Query(description="Look for the words as they are typed, however misspelt.")] = False,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """Products that match, best first, with facets over the whole answer. A word that no product has is corrected.

    Without words it is the list of products with its facets, newest first.
    """
    chosen = facet_choices(facet)
    narrowed = SearchRequest(q, (), vendor, min_price, max_price, in_stock, chosen, sort, limit, cursor or None)
    request = replace(narrowed, min_rating=min_rating or 0, literal=literal, currency=currency)
    if not q.strip():
        return json_response(await storefront.everything(category, request))
    async with database.reading() as session:
        slugs = await categories.slugs(session, category)
        page = await service.search(replace(request, categories=slugs))
        items = await products.summaries(session, page.product_ids, localized, currency)
    return json_response(
        {
            "items": items,
            "next_cursor": page.next_cursor,
            "total": page.total,
            "facets": page.facets,
            "ratings": page.ratings,
            "did_you_mean": page.did_you_mean,
            "corrected": page.corrected,
        }
    )


@router.get("/suggest", response_model=None, responses=_SUGGESTED)
async def suggest(
    storefront: Storefront,
    q: Text = "",
    limit: Annotated[int, Query(ge=1, le=20)] = 8,
    currency: Currency = None,
) -> Response:
    """How what was typed so far may go on: words of the catalogue, products (at most six) and categories (four)."""
    return json_response(await storefront.suggest(q, limit, currency))
