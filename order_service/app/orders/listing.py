"""Which orders a list holds: statements built from what was asked for, by keyset, bounded."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select

from common.database import TENANT
from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from order_service.app.orders.models import Order

_orders: Any = Order.__table__
MOST_COUNTED = 10_000
MOST_WORDS = 5
NEWEST = "newest"
_SORTS = {  # column, whether the largest comes first
    NEWEST: (_orders.c.created_at, True),
    "oldest": (_orders.c.created_at, False),
    "total_desc": (_orders.c.total, True),
    "total_asc": (_orders.c.total, False),
}
_FROM_TO = {
    "created_from": lambda value: _orders.c.created_at >= value,
    "created_to": lambda value: _orders.c.created_at < value,
    "total_from": lambda value: _orders.c.total >= value,
    "total_to": lambda value: _orders.c.total <= value,
    "not_status": lambda value: _orders.c.status != value,
}


def ids(filters: Mapping[str, Any], sort: str, limit: int, cursor: str | None) -> Select[Any]:
    """The ids of one page. `filters` are columns that must equal, and what `_FROM_TO`, `q` and `email` stand for."""
    column, descending = _SORTS[sort]
    statement = select(_orders.c.id).where(*_conditions(filters))
    if cursor is not None:
        value, order_id = _position(sort, cursor)
        # first a bound that an index knows: with the alternatives alone a deep page walks all the way to its place
        reached, beyond, after = (
            (column <= value, column < value, _orders.c.id < order_id)
            if descending
            else (column >= value, column > value, _orders.c.id > order_id)
        )
        statement = statement.where(reached, or_(beyond, after))
    order = (column.desc(), _orders.c.id.desc()) if descending else (column, _orders.c.id)
    return statement.order_by(*order).limit(limit)


def count(filters: Mapping[str, Any]) -> Select[Any]:
    """How many there are; no more than MOST_COUNTED are counted."""
    some = select(_orders.c.id).where(*_conditions(filters)).limit(MOST_COUNTED).subquery()
    return select(func.count()).select_from(some)


def cursor_after(order: Mapping[str, Any], sort: str) -> str:
    value = order["total"] if sort.startswith("total") else order["created_at"].isoformat()
    return encode_cursor(value, order["id"])


def _conditions(filters: Mapping[str, Any]) -> list[Any]:
    conditions: list[Any] = [_orders.c.tenant_id == TENANT]
    for name, value in filters.items():
        if name == "q":
            conditions += _searched(value)
        elif name == "email":  # the index of the list has the address too, so that other rows are not even read
            conditions.append(_orders.c.search_text.contains(value.lower(), autoescape=True))
            conditions.append(func.lower(_orders.c.email) == value.lower())
        else:
            rule = _FROM_TO.get(name)
            conditions.append(rule(value) if rule else _orders.c[name] == value)
    return conditions


def _searched(text: str) -> list[Any]:
    """A number, with or without `#`; else words that are all in the customer's name or address."""
    bare = text.strip().lower()
    if bare.removeprefix("#").isdecimal():
        return [_orders.c.number == bare.removeprefix("#")]
    if bare.startswith("#"):
        return [_orders.c.number == text.strip()]
    return [_orders.c.search_text.contains(word, autoescape=True) for word in bare.split()[:MOST_WORDS]]


def _position(sort: str, cursor: str) -> tuple[Any, str]:
    if sort.startswith("total"):
        total, order_id = decode_cursor(cursor, (int, str))
        if abs(total) > 10**15:
            raise InvalidCursor
        return total, order_id
    text, order_id = decode_cursor(cursor)
    try:
        return datetime.fromisoformat(text).astimezone(UTC), order_id
    except ValueError as error:
        raise InvalidCursor from error
