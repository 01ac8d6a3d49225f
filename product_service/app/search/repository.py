"""Reading the index: which documents match, with scores and facet values; on a plain connection, in a thread."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, text

from product_service.app.search.documents import FacetValue
from product_service.app.search.facets import FacetNames

# number, score (smaller is better), facet ids, what it is sorted by, whole stars
Match = tuple[int, float, bytes, Any, int]
WEIGHTS = "4.0, 2.0, 2.0, 1.0, 1.0"  # title, vendor, category, attributes, description
ACCESSORY_FACTOR = 0.85  # measured with bench/search_quality.py

SCORES = {
    "sqlite": f"bm25(fts_products, {WEIGHTS})",
    "postgresql": "-ts_rank('{0.1, 0.1, 0.3, 1.0}', d.words, to_tsquery('english', :match), 1)",
    # InnoDB's rank is without bound while it has more deleted documents to count than live ones
    "mysql": "-(3 * LEAST(1000, MATCH (d.title) AGAINST (:match IN BOOLEAN MODE)) + LEAST(1000,"
    " MATCH (d.title, d.vendor, d.category, d.attributes, d.description) AGAINST (:match IN BOOLEAN MODE)))",
}
# CROSS keeps SQLite from walking over all documents first, which took a second a query.
SOURCES = {
    "sqlite": "fts_products CROSS JOIN search_documents AS d ON d.number = fts_products.rowid",
    "postgresql": "search_documents AS d",
    "mysql": "search_documents AS d",
}
CONDITIONS = {
    "sqlite": "fts_products MATCH :match",
    "postgresql": "d.words @@ to_tsquery('english', :match)",
    "mysql": "MATCH (d.title, d.vendor, d.category, d.attributes, d.description) AGAINST (:match IN BOOLEAN MODE)",
}
SORTED_BY = {
    "relevance": "0",
    "newest": "d.created_at",
    "rating": "-d.rating_rank",
    "price": "{price}",
    "-price": "-{price}",
}
# Stock changes with every sale and must not be written to the index each time, so it is asked for where it lies.
IN_STOCK = (
    "EXISTS (SELECT 1 FROM stock_levels AS s WHERE s.tenant_id = d.tenant_id AND s.product_id = d.product_id"
    " AND s.on_hand > s.reserved)"
)


PRICE = "d.price"
PRICE_IN = (
    "(SELECT p.price FROM product_prices AS p WHERE p.tenant_id = d.tenant_id AND p.product_id = d.product_id"
    " AND p.currency = :currency)"
)


@dataclass(slots=True)
class Narrowing:
    """What is decided by the database; facets are decided on what it answers."""

    tenant_id: str
    min_price: int | None = None
    max_price: int | None = None
    in_stock: bool | None = None
    currency: str | None = None
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def price(self) -> str:
        """What a document costs: in the currency asked for, or its product's own."""
        return PRICE if self.currency is None else PRICE_IN

    def sorted_by(self, sort: str) -> str:
        return SORTED_BY[sort].format(price=self.price)

    def sql(self) -> str:
        conditions = ["d.tenant_id = :tenant_id"]
        self.parameters["tenant_id"] = self.tenant_id
        if self.currency is not None:
            conditions.append(f"{PRICE_IN} IS NOT NULL")
            self.parameters["currency"] = self.currency
        for name, operator in (("min_price", ">="), ("max_price", "<=")):
            if (value := getattr(self, name)) is not None:
                conditions.append(f"{self.price} {operator} :{name}")
                self.parameters[name] = value
        if self.in_stock is not None:
            conditions.append(IN_STOCK if self.in_stock else f"NOT {IN_STOCK}")
        return " AND ".join(conditions)


def matches(
    connection: Connection, dialect: str, match: str, narrowing: Narrowing, sort: str, *, demote: bool
) -> Sequence[Any]:
    """All documents an expression finds, unordered; `demote` ranks accessories a little lower."""
    score = SCORES[dialect]
    if demote:
        score = f"{score} * CASE WHEN d.is_accessory THEN {ACCESSORY_FACTOR} ELSE 1.0 END"
    statement = (
        f"SELECT d.number, {score}, d.facets, {narrowing.sorted_by(sort)}, d.stars FROM {SOURCES[dialect]} "  # noqa: S608
        f"WHERE {CONDITIONS[dialect]} AND {narrowing.sql()}"
    )
    return connection.execute(text(statement), {"match": match, **narrowing.parameters}).fetchall()


def everything(connection: Connection, narrowing: Narrowing, sort: str) -> Sequence[Any]:
    """All documents when nothing is asked for but filters."""
    statement = (
        f"SELECT d.number, 0.0, d.facets, {narrowing.sorted_by(sort)}, d.stars "  # noqa: S608
        f"FROM search_documents AS d WHERE {narrowing.sql()}"
    )
    return connection.execute(text(statement), narrowing.parameters).fetchall()


def documents(connection: Connection, narrowing: Narrowing) -> Sequence[Any]:
    """(number, product_id, facets, None, stars) of all documents that filters leave, as a Match has them."""
    statement = (
        "SELECT d.number, d.product_id, d.facets, NULL, d.stars "  # noqa: S608
        f"FROM search_documents AS d WHERE {narrowing.sql()}"
    )
    return connection.execute(text(statement), narrowing.parameters).fetchall()


def product_ids(connection: Connection, tenant_id: str, numbers: Sequence[int]) -> list[str]:
    """The products behind document numbers, in their order.

    The tenant is compared here: with it in the condition SQLite walks over all documents of the shop.
    """
    statement = text("SELECT number, product_id, tenant_id FROM search_documents WHERE number IN :numbers")
    rows = connection.execute(statement.bindparams(bindparam("numbers", expanding=True)), {"numbers": list(numbers)})
    found = {number: product_id for number, product_id, owner in rows if owner == tenant_id}
    return [found[number] for number in numbers if number in found]


def facet_names(connection: Connection, tenant_id: str) -> FacetNames:
    """Which facet every value of a shop belongs to."""
    statement = text("SELECT id, name, value FROM search_facets WHERE tenant_id = :tenant_id")
    places: dict[str, int] = {}
    known = FacetNames()
    for number, name, value in connection.execute(statement, {"tenant_id": tenant_id}):
        known.code_of[number] = 2 * places.setdefault(name, len(places)) + value[:1].isdigit()
    known.names = list(places)
    return known


def facet_values(connection: Connection, tenant_id: str, ids: Sequence[int]) -> dict[int, FacetValue]:
    """The texts of some facet values."""
    statement = text(
        "SELECT id, name, value, name_label, value_label FROM search_facets WHERE tenant_id = :tenant_id AND id IN :ids"
    ).bindparams(bindparam("ids", expanding=True))
    return {
        number: FacetValue(number, name, value, _json(name_label), _json(value_label))
        for number, name, value, name_label, value_label in connection.execute(
            statement, {"tenant_id": tenant_id, "ids": ids}
        )
    }


def catalogue_texts(connection: Connection, tenant_id: str) -> Sequence[Any]:
    """The texts the vocabulary is learned from."""
    statement = text("SELECT title, vendor, category, description FROM search_documents WHERE tenant_id = :tenant_id")
    return connection.execute(statement, {"tenant_id": tenant_id}).fetchall()


def titles(connection: Connection, dialect: str, match: str, tenant_id: str, limit: int) -> list[str]:
    """The indexed titles of the best matches."""
    statement = (
        f"SELECT d.title FROM {SOURCES[dialect]} WHERE {CONDITIONS[dialect]} AND d.tenant_id = :tenant_id "  # noqa: S608
        f"ORDER BY {SCORES[dialect]} LIMIT :limit"
    )
    rows = connection.execute(text(statement), {"match": match, "tenant_id": tenant_id, "limit": limit})
    return [row[0] for row in rows]


def best(connection: Connection, dialect: str, match: str, tenant_id: str, limit: int) -> list[str]:
    """The products of the best matches."""
    statement = (
        f"SELECT d.product_id FROM {SOURCES[dialect]} WHERE {CONDITIONS[dialect]} AND d.tenant_id = :tenant_id "  # noqa: S608
        f"ORDER BY {SCORES[dialect]}, d.number LIMIT :limit"
    )
    rows = connection.execute(text(statement), {"match": match, "tenant_id": tenant_id, "limit": limit})
    return [row[0] for row in rows]


def exists(connection: Connection, dialect: str, match: str, tenant_id: str) -> bool:
    """Whether an expression finds anything at all."""
    statement = f"SELECT 1 FROM {SOURCES[dialect]} WHERE {CONDITIONS[dialect]} AND d.tenant_id = :tenant_id LIMIT 1"  # noqa: S608
    return connection.execute(text(statement), {"match": match, "tenant_id": tenant_id}).first() is not None


def _json(value: Any) -> Any:
    return orjson.loads(value) if isinstance(value, str | bytes) else value
