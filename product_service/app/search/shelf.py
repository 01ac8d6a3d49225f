"""What filters, facets and orders need of every document, in memory where one process owns the database (SQLite).

A document's row is mostly text. Fetching the rest of it for each of two thousand matches cost five times the matching,
since the texts have to be stepped over. Kept here it is a look into a dict: about 6 MB for 20,000 products, read when
somebody first searches, and then only brought up to date with what the index says has changed.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import Connection

from product_service.app.search.index import Changes
from product_service.app.search.repository import ACCESSORY_FACTOR, WEIGHTS, Match, Narrowing

CHUNK = 500
_COLUMNS = "number, tenant_id, product_id, price, created_at, is_accessory, stars, rating_rank, facets"
_ALL = f"SELECT {_COLUMNS} FROM search_documents WHERE tenant_id = ?"  # noqa: S608
_SOME = f"SELECT {_COLUMNS} FROM search_documents WHERE tenant_id = ? AND product_id IN "  # noqa: S608
_PRICES = "SELECT product_id, price FROM product_prices WHERE tenant_id = ? AND currency = ?"
_MATCHING = f"SELECT rowid, bm25(fts_products, {WEIGHTS}) FROM fts_products WHERE fts_products MATCH ?"  # noqa: S608


class Item(NamedTuple):
    """One document without its texts."""

    number: int
    tenant_id: str
    product_id: str
    price: int
    created_at: str
    is_accessory: int
    stars: int
    rating_rank: int
    facets: bytes


class Shelf:
    """The documents of one shop; what they cost in a currency is read when somebody first asks in it."""

    def __init__(self, tenant: str) -> None:
        self.tenant = tenant
        self._items: dict[int, Item] = {}
        self._numbers: dict[str, int] = {}
        self._prices: dict[str, dict[str, int]] = {}  # currency -> product -> minor units
        self._seen = -1
        self._lock = Lock()

    def follow(self, connection: Connection, changes: Changes, currency: str | None = None) -> None:
        """Bring it up to date; to be called by every search before it looks."""
        if self._seen == changes.count and (currency is None or currency in self._prices):
            return
        with self._lock:
            count, product_ids = changes.since(self._seen, self.tenant)
            driver = driver_of(connection)
            if product_ids is None:
                items = {row[0]: Item(*row) for row in driver.execute(_ALL, (self.tenant,))}
                self._items, self._numbers = items, {item.product_id: item.number for item in items.values()}
                self._prices = {known: self._read_prices(driver, known) for known in self._prices}
            else:
                self._renew(driver, product_ids)
            if currency is not None and currency not in self._prices:
                prices = self._read_prices(driver, currency)
                self._prices |= {currency: prices} if prices else {}  # what nothing is sold in is not kept
            self._seen = count

    def _read_prices(self, driver: sqlite3.Connection, currency: str) -> dict[str, int]:
        return dict(driver.execute(_PRICES, (self.tenant, currency)))

    def _renew(self, driver: sqlite3.Connection, product_ids: Sequence[str]) -> None:
        for product_id in product_ids:
            number = self._numbers.pop(product_id, None)
            if number is not None:
                self._items.pop(number, None)
        remaining = iter(dict.fromkeys(product_ids))
        while chunk := list(islice(remaining, CHUNK)):
            for row in driver.execute(f"{_SOME} ({','.join('?' * len(chunk))})", (self.tenant, *chunk)):
                item = Item(*row)
                self._items[item.number] = item
                self._numbers[item.product_id] = item.number
            for known, prices in self._prices.items():
                for product_id in chunk:
                    prices.pop(product_id, None)
                these = f"{_PRICES} AND product_id IN ({','.join('?' * len(chunk))})"
                prices.update(driver.execute(these, (self.tenant, known, *chunk)))

    def matches(
        self, connection: Connection, match: str, narrowing: Narrowing, sort: str, *, demote: bool
    ) -> list[Match]:
        """As `repository.matches`; `narrowing.in_stock` is none of its business."""
        items, prices = self._items, self._prices_in(narrowing)
        found: list[Match] = []
        for number, score in driver_of(connection).execute(_MATCHING, (match,)):
            item = items.get(number)
            if item is None:  # another shop's
                continue
            price = item.price if prices is None else prices.get(item.product_id)
            if price is None or not _fits(price, narrowing):
                continue
            ranked = score * ACCESSORY_FACTOR if demote and item.is_accessory else score
            found.append((number, ranked, item.facets, _sorted_by(sort, item, price), item.stars))
        return found

    def everything(self, narrowing: Narrowing, sort: str) -> list[Match]:
        """As `repository.everything`."""
        prices = self._prices_in(narrowing)
        return [
            (item.number, 0.0, item.facets, _sorted_by(sort, item, _price(item, prices)), item.stars)
            for item in self._fitting(narrowing)
        ]

    def documents(self, narrowing: Narrowing) -> list[tuple[int, str, bytes, None, int]]:
        """As `repository.documents`."""
        return [(item.number, item.product_id, item.facets, None, item.stars) for item in self._fitting(narrowing)]

    def _fitting(self, narrowing: Narrowing) -> list[Item]:
        """The documents that filters leave."""
        items, prices = list(self._items.values()), self._prices_in(narrowing)
        if prices is not None:
            items = [item for item in items if item.product_id in prices]
        if narrowing.min_price is None and narrowing.max_price is None:
            return items
        return [item for item in items if _fits(_price(item, prices), narrowing)]

    def _prices_in(self, narrowing: Narrowing) -> Mapping[str, int] | None:
        """By product, those that are for sale in the currency asked for; None where each is in its own."""
        return None if narrowing.currency is None else self._prices.get(narrowing.currency, {})

    def product_ids(self, numbers: Sequence[int]) -> list[str]:
        """The products behind document numbers, in their order."""
        return [self._items[number].product_id for number in numbers if number in self._items]


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection: SQLAlchemy's way around three statements was a tenth of a search."""
    driver: Any = connection.connection.dbapi_connection
    plain: sqlite3.Connection = driver
    return plain


def _price(item: Item, prices: Mapping[str, int] | None) -> int:
    """0 where it is being written anew in this very moment; pages are read from the rows."""
    return item.price if prices is None else prices.get(item.product_id, 0)


def _fits(price: int, narrowing: Narrowing) -> bool:
    lowest, highest = narrowing.min_price, narrowing.max_price
    return (lowest is None or price >= lowest) and (highest is None or price <= highest)


def _sorted_by(sort: str, item: Item, price: int) -> Any:
    if sort == "relevance":
        return 0
    if sort == "newest":
        return item.created_at
    if sort == "rating":
        return -item.rating_rank
    return price if sort == "price" else -price
