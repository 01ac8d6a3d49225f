"""Searching the catalogue: ranking, filters, facets, pages, spelling and completions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

from sqlalchemy import Connection

from common.database import Database, current_tenant
from common.languages import current_language, use_language
from common.pagination import decode_cursor, encode_cursor
from product_service.app.search import repository
from product_service.app.search.completions import Completer
from product_service.app.search.facets import choices_of, chosen_and_counted, rated, rendered, useful_facets
from product_service.app.search.index import SearchIndex
from product_service.app.search.learned import Learned
from product_service.app.search.matching import Found, Matcher
from product_service.app.search.overview import Counted, Overviews
from product_service.app.search.repository import Narrowing
from product_service.app.search.shelf import Shelf
from product_service.app.search.spelling import Spelling
from product_service.app.search.wordlists import load_word_lists


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is asked for; `categories` as slugs, prices in minor units, `facets` as (name, value).

    With a `currency` only what is for sale in it is found, and sorted and narrowed by its price in it.
    `literal` looks for the words as they were typed, however misspelt.
    """

    text: str = ""
    categories: tuple[str, ...] = ()
    vendor: str | None = None
    min_price: int | None = None
    max_price: int | None = None
    in_stock: bool | None = None
    facets: tuple[tuple[str, str], ...] = ()
    sort: str = "relevance"
    limit: int = 20
    cursor: str | None = None
    min_rating: int = 0
    literal: bool = False
    currency: str | None = None


@dataclass(slots=True)
class SearchPage:
    """One page of product ids with what is known about the whole answer.

    `corrected` says that `did_you_mean` was looked for instead of what was typed; else it is but a proposal.
    """

    product_ids: list[str]
    next_cursor: str | None
    total: int
    facets: list[dict[str, Any]] = field(default_factory=list)
    ratings: list[dict[str, int]] = field(default_factory=list)
    did_you_mean: str | None = None
    corrected: bool = False


class SearchService:
    """The reading side of search; every scan runs away from the event loop."""

    def __init__(self, database: Database, index: SearchIndex) -> None:
        self._database = database
        self._dialect = database.dialect
        self._index = index
        self._lists = load_word_lists()
        self._learned = Learned(index)
        self._shelves: dict[str, Shelf] = {}
        self._overviews = Overviews()

    async def search(self, request: SearchRequest) -> SearchPage:
        """The best products for a request. InvalidCursor for a cursor that was not made here."""
        after = _position(request)
        tenant, language = current_tenant(), current_language()

        def read(connection: Connection) -> SearchPage:
            with use_language(language):
                return self._search(connection, tenant, request, after)

        return await self._database.read_in_thread(read)

    def _search(self, connection: Connection, tenant: str, request: SearchRequest, after: Any) -> SearchPage:
        narrowing = _narrowing(tenant, request)
        shelf = self._shelf(connection, narrowing)
        if request.text.strip():
            spelling = Spelling(connection, self._dialect, tenant, self._learned.vocabulary)
            matcher = Matcher(connection, self._dialect, narrowing, request.sort, self._lists, spelling, shelf)
            found = matcher.find(request.text, literal=request.literal)
        else:
            rows = (
                shelf.everything(narrowing, request.sort)
                if shelf is not None
                else repository.everything(connection, narrowing, request.sort)
            )
            found = Found({row[0]: row for row in rows})
        choices = choices_of(request.categories, request.vendor, request.facets)
        fitting, counts = chosen_and_counted(list(found.rows.values()), choices, request.min_rating)
        ranked = _ranked(fitting, found.steps, request, after)
        shown = ranked[: request.limit]
        facets = useful_facets(counts, self._learned.facet_names(connection, tenant, counts.values), choices)
        numbers = [number for _, number in shown]
        return SearchPage(
            shelf.product_ids(numbers) if shelf is not None else repository.product_ids(connection, tenant, numbers),
            encode_cursor(*shown[-1][0], shown[-1][1]) if len(ranked) > request.limit else None,
            len(fitting),
            rendered(facets, self._learned.facet_values(connection, tenant, facets)),
            rated(counts.stars),
            found.meant,
            found.corrected,
        )

    async def overview(self, request: SearchRequest) -> tuple[Counted, list[dict[str, Any]]]:
        """What the filters of a request leave, whatever its text, and the facets of that in the reader's language."""
        tenant, language = current_tenant(), current_language()

        def read(connection: Connection) -> tuple[Counted, list[dict[str, Any]]]:
            with use_language(language):
                counted = self._overview(connection, tenant, request)
                return counted, rendered(counted.facets, self._learned.facet_values(connection, tenant, counted.facets))

        return await self._database.read_in_thread(read)

    def _overview(self, connection: Connection, tenant: str, request: SearchRequest) -> Counted:
        prices = (request.min_price, request.max_price)
        filters = (
            *prices,
            request.currency,
            request.in_stock,
            request.categories,
            request.vendor,
            request.facets,
            request.min_rating,
        )
        key, generation = (tenant, filters), self._index.changes.count
        counted = self._overviews.find(key, generation)
        if counted is None:
            counted = self._count(connection, _narrowing(tenant, request), request)
            self._overviews.keep(key, generation, counted)
        return counted

    def _count(self, connection: Connection, narrowing: Narrowing, request: SearchRequest) -> Counted:
        choices = choices_of(request.categories, request.vendor, request.facets)
        shelf = self._shelf(connection, narrowing)
        rows = shelf.documents(narrowing) if shelf is not None else repository.documents(connection, narrowing)
        fitting, counts = chosen_and_counted(rows, choices, request.min_rating)
        names = self._learned.facet_names(connection, narrowing.tenant_id, counts.values)
        decides = request.facets or request.vendor or request.min_rating or narrowing.min_price is not None
        decides = decides or narrowing.max_price is not None
        ids = frozenset(row[1] for row in fitting) if decides else None
        return Counted(len(fitting), ids, useful_facets(counts, names, choices), counts.stars)

    def _shelf(self, connection: Connection, narrowing: Narrowing) -> Shelf | None:
        """What is kept of the shop's documents; None where the database has to look itself."""
        if self._dialect != "sqlite" or narrowing.in_stock is not None:
            return None
        shelf = self._shelves.setdefault(narrowing.tenant_id, Shelf(narrowing.tenant_id))
        shelf.follow(connection, self._index.changes, narrowing.currency)
        return shelf

    async def suggest(self, text: str, limit: int = 8, most_products: int = 0) -> tuple[list[str], list[str]]:
        """Queries that begin with what was typed so far, from its words, and ids of products it finds."""
        tenant = current_tenant()

        def read(connection: Connection) -> tuple[list[str], list[str]]:
            completer = Completer(connection, self._dialect, tenant, self._lists, self._learned.vocabulary)
            words = completer.words(text, limit)
            return words, completer.products(text, words, most_products)

        return await self._database.read_in_thread(read)


def _narrowing(tenant: str, request: SearchRequest) -> Narrowing:
    return Narrowing(tenant, request.min_price, request.max_price, request.in_stock, request.currency)


def _position(request: SearchRequest) -> tuple[Any, ...] | None:
    """The sort values of the last row shown, as the cursor holds them."""
    if request.cursor is None:
        return None
    kinds = {"relevance": (int, float, int), "newest": (str, int)}.get(request.sort, (int, int))
    return decode_cursor(request.cursor, kinds)


def _ranked(rows: Sequence[Any], steps: dict[int, int], request: SearchRequest, after: Any) -> list[Any]:
    """The page's rows and one more, as (sort values, number), by the values and then the document's number."""
    keys: list[tuple[tuple[Any, ...], int]]
    if request.sort == "relevance":
        keys = [((steps.get(row[0], 0), round(float(row[1]), 6)), row[0]) for row in rows]
    else:
        keys = [((row[3],), row[0]) for row in rows]
    if request.sort == "newest":
        return _newest(keys, request.limit, after)
    if after is not None:
        position = (tuple(after[:-1]), after[-1])
        keys = [key for key in keys if key > position]
    return nsmallest(request.limit + 1, keys)


def _newest(keys: list[Any], limit: int, after: Any) -> list[Any]:
    """Latest first: the moments are compared as text, which every database's form sorts rightly."""
    rows = [((str(moment),), number) for (moment,), number in keys]
    if after is not None:
        position = ((after[0],), after[1])
        rows = [row for row in rows if row < position]
    return sorted(rows, reverse=True)[: limit + 1]
