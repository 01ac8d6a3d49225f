"""Searching the catalogue: ranking, filters, facets, pages, spelling and completions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from common.database import Database, current_tenant
from common.languages import current_language, use_language
from common.pagination import decode_cursor, encode_cursor
from product_service.app.search import expressions, repository
from product_service.app.search.documents import FacetValue
from product_service.app.search.facets import FacetNames, Shown, choices_of, chosen_and_counted, rendered, useful_facets
from product_service.app.search.index import SearchIndex
from product_service.app.search.matching import Found, Matcher
from product_service.app.search.overview import Counted, Overviews
from product_service.app.search.query import Query, Term, parse
from product_service.app.search.repository import Narrowing
from product_service.app.search.shelf import Shelf
from product_service.app.search.vocabulary import Vocabulary
from product_service.app.search.wordlists import load_word_lists

MAX_KNOWN_VALUES = 5000
TRIED_COMPLETIONS = 2
SHORTEST_PREFIX = 2  # one letter begins half the catalogue
RELEARN_AFTER = 60.0  # seconds between two readings of a catalogue that keeps changing


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is asked for; `categories` as slugs, prices in minor units, `facets` as (name, value)."""

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


@dataclass(slots=True)
class SearchPage:
    """One page of product ids with what is known about the whole answer."""

    product_ids: list[str]
    next_cursor: str | None
    total: int
    facets: list[dict[str, Any]] = field(default_factory=list)
    did_you_mean: str | None = None


@dataclass(slots=True)
class _Learned:
    generation: int
    at: float
    vocabulary: Vocabulary | None = None
    facets: FacetNames = field(default_factory=FacetNames)
    values: dict[int, FacetValue] = field(default_factory=dict)
    labels_generation: int = 0


class SearchService:
    """The reading side of search; every scan runs away from the event loop."""

    def __init__(self, database: Database, index: SearchIndex) -> None:
        self._database = database
        self._dialect = database.dialect
        self._index = index
        self._lists = load_word_lists()
        self._compile = expressions.COMPILERS[database.dialect]
        self._learned: dict[str, _Learned] = {}
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
        narrowing = Narrowing(tenant, request.min_price, request.max_price, request.in_stock)
        shelf = self._shelf(connection, narrowing)
        if request.text.strip():
            found = Matcher(
                connection,
                self._dialect,
                narrowing,
                request.sort,
                self._lists,
                lambda query: self._correction(connection, tenant, query),
                shelf,
            ).find(request.text)
        else:
            rows = (
                shelf.everything(narrowing, request.sort)
                if shelf is not None
                else repository.everything(connection, narrowing, request.sort)
            )
            found = Found({row[0]: row for row in rows})
        choices = choices_of(request.categories, request.vendor, request.facets)
        fitting, counts, own_counts = chosen_and_counted(list(found.rows.values()), choices)
        ranked = _ranked(fitting, found.steps, request, after)
        shown = ranked[: request.limit]
        facets = useful_facets(counts, own_counts, self._facet_names(connection, tenant, counts), choices)
        numbers = [number for _, number in shown]
        return SearchPage(
            shelf.product_ids(numbers) if shelf is not None else repository.product_ids(connection, tenant, numbers),
            encode_cursor(*shown[-1][0], shown[-1][1]) if len(ranked) > request.limit else None,
            len(fitting),
            rendered(facets, self._facet_values(connection, tenant, facets)),
            found.meant,
        )

    async def overview(self, request: SearchRequest) -> tuple[Counted, list[dict[str, Any]]]:
        """What the filters of a request leave, whatever its text, and the facets of that in the reader's language."""
        tenant, language = current_tenant(), current_language()

        def read(connection: Connection) -> tuple[Counted, list[dict[str, Any]]]:
            with use_language(language):
                counted = self._overview(connection, tenant, request)
                return counted, rendered(counted.facets, self._facet_values(connection, tenant, counted.facets))

        return await self._database.read_in_thread(read)

    def _overview(self, connection: Connection, tenant: str, request: SearchRequest) -> Counted:
        prices = (request.min_price, request.max_price)
        filters = (*prices, request.in_stock, request.categories, request.vendor, request.facets)
        key, generation = (tenant, filters), self._index.generation
        counted = self._overviews.find(key, generation)
        if counted is None:
            counted = self._count(connection, Narrowing(tenant, *prices, request.in_stock), request)
            self._overviews.keep(key, generation, counted)
        return counted

    def _count(self, connection: Connection, narrowing: Narrowing, request: SearchRequest) -> Counted:
        choices = choices_of(request.categories, request.vendor, request.facets)
        shelf = self._shelf(connection, narrowing)
        rows = shelf.documents(narrowing) if shelf is not None else repository.documents(connection, narrowing)
        fitting, counts, own_counts = chosen_and_counted(rows, choices)
        names = self._facet_names(connection, narrowing.tenant_id, counts)
        decides = (request.facets or None, request.vendor, request.min_price, request.max_price) != (None,) * 4
        ids = frozenset(row[1] for row in fitting) if decides else None
        return Counted(len(fitting), ids, useful_facets(counts, own_counts, names, choices))

    def _shelf(self, connection: Connection, narrowing: Narrowing) -> Shelf | None:
        """What is kept of the shop's documents; None where the database has to look itself."""
        if self._dialect != "sqlite" or narrowing.in_stock is not None:
            return None
        shelf = self._shelves.setdefault(narrowing.tenant_id, Shelf(narrowing.tenant_id))
        shelf.follow(connection, self._index.changes)
        return shelf

    def _correction(self, connection: Connection, tenant: str, query: Query) -> str | None:
        """The query with the words that the catalogue does not know replaced by ones it does; None when none is."""
        vocabulary = self._vocabulary(connection, tenant)
        words = [self._corrected(connection, tenant, vocabulary, term) for term in query.terms]
        return " ".join(words) if words != [term.text for term in query.terms] else None

    def _corrected(self, connection: Connection, tenant: str, vocabulary: Vocabulary, term: Term) -> str:
        if term.word is None or vocabulary.knows(term.word):
            return term.text
        meant = vocabulary.correction(term.word)
        if meant is None:
            return term.text
        literally = self._compile(expressions.all_of([term], widened=False))
        return term.text if repository.exists(connection, self._dialect, literally, tenant) else meant

    def _state(self, tenant: str) -> _Learned:
        """What was learned of a shop's catalogue, forgotten when the catalogue has changed."""
        state = self._learned.get(tenant)
        stale = state is not None and state.generation != self._index.generation
        if state is None or (stale and monotonic() - state.at > RELEARN_AFTER):
            state = self._learned[tenant] = _Learned(self._index.generation, monotonic())
        return state

    def _vocabulary(self, connection: Connection, tenant: str) -> Vocabulary:
        state = self._state(tenant)
        if state.vocabulary is None:
            state.vocabulary = Vocabulary(repository.catalogue_texts(connection, tenant))
        return state.vocabulary

    def _facet_names(self, connection: Connection, tenant: str, counts: Counter[int]) -> FacetNames:
        state = self._state(tenant)
        if not counts.keys() <= state.facets.code_of.keys():
            state.facets = repository.facet_names(connection, tenant)
        return state.facets

    def _facet_values(self, connection: Connection, tenant: str, shown: Shown) -> dict[int, FacetValue]:
        """The texts of what is shown; the same few thousand values are shown again and again."""
        state = self._state(tenant)
        renamed = state.labels_generation != self._index.labels_generation
        if renamed or len(state.values) > MAX_KNOWN_VALUES:
            state.labels_generation = self._index.labels_generation
            state.values = {}  # a new one: another thread may be reading the old
        known = state.values
        missing = [number for _, values in shown for _, number in values if number not in known]
        if missing:
            known.update(repository.facet_values(connection, tenant, missing))
        return known

    async def suggest(self, text: str, limit: int = 8, most_products: int = 0) -> tuple[list[str], list[str]]:
        """Queries that begin with what was typed so far, from its words, and ids of products it finds."""
        tenant = current_tenant()

        def read(connection: Connection) -> tuple[list[str], list[str]]:
            words = self._suggest(connection, tenant, text, limit)
            return words, self._begun(connection, tenant, text, words, most_products)

        return await self._database.read_in_thread(read)

    def _begun(self, connection: Connection, tenant: str, text: str, words: Sequence[str], limit: int) -> list[str]:
        """The best products for what was typed so far, its last word maybe unfinished.

        A first word is looked for as its likeliest completions: ranking all that begins with two letters takes long.
        """
        query = parse(text, self._lists)
        if not query.terms or not limit:
            return []
        last = query.terms[-1]
        if last.word is not None and len(last.word) < SHORTEST_PREFIX:
            return []
        groups = expressions.all_of(query.terms, widened=False)
        if last.word is not None and len(query.terms) == 1 and words:
            groups[0][-1] += [expressions.Phrase((word,)) for word in words[:TRIED_COMPLETIONS]]
        elif last.word is not None:
            groups[0][-1] += [expressions.Phrase((last.word,), prefix=True)]
        return repository.best(connection, self._dialect, self._compile(groups), tenant, limit)

    def _suggest(self, connection: Connection, tenant: str, text: str, limit: int) -> list[str]:
        query = parse(text, self._lists)
        if not query.terms:
            return []
        *before, last = query.terms
        if last.word is None:
            return self._chinese_completions(connection, tenant, text.strip(), limit)
        vocabulary = self._vocabulary(connection, tenant)
        if not before:
            return vocabulary.completions(last.word, limit)
        groups = expressions.all_of(before, widened=False)
        groups[0].append([expressions.Phrase((last.word,), prefix=True)])
        titles = repository.titles(connection, self._dialect, self._compile(groups), tenant, 100)
        begun = Vocabulary([title] for title in titles).completions(last.word, limit)
        return [" ".join([*(term.text for term in before), word]) for word in begun]

    def _chinese_completions(self, connection: Connection, tenant: str, typed: str, limit: int) -> list[str]:
        """Words of the list that go on from what was typed and find something in this catalogue."""
        found: list[str] = []
        for word in sorted(self._lists.english_of, key=len):
            if word.startswith(typed[-6:]) and len(found) < limit:
                groups = expressions.all_of(parse(word, self._lists).terms, widened=False)
                if repository.exists(connection, self._dialect, self._compile(groups), tenant):
                    found.append(word)
        return found


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
