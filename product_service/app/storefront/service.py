"""What the shop window shows: lists with facets, picks for the front page, related products, completions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.languages import localized
from product_service.app.categories.service import CategoryService
from product_service.app.products.reader import ProductFilter, ProductReader
from product_service.app.purchases.service import PurchaseService
from product_service.app.search.facets import rated
from product_service.app.search.service import SearchRequest, SearchService

Json = dict[str, Any]
HITS, SHELVES = 6, 4  # products and categories below the search box
_HIT = ("id", "handle", "title", "image", "price", "availability")


class StorefrontService:
    """Puts together what products, search and purchases know; everything here is public and cacheable."""

    def __init__(
        self,
        database: Database,
        products: ProductReader,
        categories: CategoryService,
        search: SearchService,
        purchases: PurchaseService,
    ) -> None:
        self._database = database
        self._products = products
        self._categories = categories
        self._search = search
        self._purchases = purchases

    async def browse(
        self,
        wanted: ProductFilter,
        chosen: Sequence[tuple[str, str]],
        sort: str,
        cursor: str | None,
        limit: int,
        *,
        facets: bool,
    ) -> Json:
        """A page of products narrowed by facets, with the total and, if wanted, what the whole list has to choose."""
        async with self._database.reading() as session:
            slugs = await self._categories.slugs(session, wanted.category)
        request = SearchRequest(
            categories=slugs,
            vendor=wanted.vendor,
            min_price=wanted.min_price,
            max_price=wanted.max_price,
            in_stock=wanted.in_stock,
            facets=tuple(chosen),
            min_rating=wanted.min_rating or 0,
            currency=wanted.currency,
        )
        counted, shown = await self._search.overview(request)
        if counted.ids is None:
            page = await self._products.page(wanted, sort, cursor, limit, localized)
        else:
            anyones = replace(wanted, vendor=None)  # search takes a vendor in any spelling of case; it decided already
            ids, following = await self._products.keys(anyones, sort, cursor, counted.ids, limit)
            async with self._database.reading() as session:
                page = {
                    "items": await self._products.summaries(session, ids, localized, wanted.currency),
                    "next_cursor": following,
                }
        choices = {"facets": shown, "ratings": rated(counted.stars)} if facets else {"facets": None, "ratings": None}
        return {**page, "total": counted.total, **choices}

    async def everything(self, category: str | None, request: SearchRequest) -> Json:
        """A search without words: the list with its facets, newest first unless sorted otherwise."""
        wanted = ProductFilter(category, request.vendor, request.min_price, request.max_price, request.in_stock)
        wanted = replace(wanted, min_rating=request.min_rating or None, currency=request.currency)
        sort = "newest" if request.sort == "relevance" else request.sort
        page = await self.browse(wanted, request.facets, sort, request.cursor, request.limit, facets=True)
        return {**page, "did_you_mean": None, "corrected": False}

    async def picks(self, limit: int, currency: str | None = None) -> Json:
        """For the front page: what is new, what is liked, what sells (and, while little does, what is liked)."""
        everything = ProductFilter(currency=currency)
        newest = (await self._products.page(everything, "newest", None, limit, localized))["items"]
        best = (await self._products.page(everything, "rating", None, limit, localized))["items"]
        rated = [product for product in best if product["rating"] is not None]
        async with self._database.reading() as session:
            sold = await self._purchases.best_selling(session, limit)
            popular = await self._products.summaries(session, sold, localized, currency)
        return {"newest": newest, "best_rated": rated, "popular": _distinct([*popular, *rated, *newest], limit)}

    async def related(self, product_id: str, limit: int, currency: str | None = None) -> Json:
        """What goes well with a product: bought together with it, then its neighbours on the shelf by price.

        What is sold out comes last.
        """
        async with self._database.reading() as session:
            row = await self._products.must_be_public(session, product_id)
            together = await self._purchases.bought_together(session, product_id, limit)
        alike = await self._products.like_it(row, 2 * limit)
        async with self._database.reading() as session:
            ids = list(dict.fromkeys([*together, *alike]))
            found = await self._products.summaries(session, ids, localized, currency)
        found.sort(key=lambda product: product["availability"] == "out_of_stock")
        return {"items": found[:limit]}

    async def suggest(self, text: str, limit: int, currency: str | None = None) -> Json:
        """How what was typed may go on: words, products, shelves."""
        words, ids = await self._search.suggest(text, limit, HITS)
        async with self._database.reading() as session:
            hits = await self._products.summaries(session, ids, localized, currency)
            shelves = await self._shelves(session, text)
        return {
            "items": words,
            "products": [{name: hit[name] for name in _HIT} for hit in hits],
            "categories": shelves,
        }

    async def _shelves(self, session: AsyncSession, text: str) -> list[Json]:
        found = await self._categories.called(session, text, SHELVES)
        return [{"id": one.id, "slug": one.slug, "name": localized(one.name)} for one in found]


def _distinct(products: Iterable[Json], limit: int) -> list[Json]:
    return list({product["id"]: product for product in products}.values())[:limit]
