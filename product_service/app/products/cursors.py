"""Where a page of products ended: the value it is sorted by and the id, for one order only."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from product_service.app.base import Record

_BIGGEST = 2**62  # beyond every price; larger numbers do not fit a database's integer


def following(rows: Sequence[Record], sort: str, limit: int) -> str | None:
    """The cursor behind a page of which one row more was asked for."""
    return encoded(rows[limit - 1].sorted_by, rows[limit - 1].id, sort) if len(rows) > limit else None


def encoded(value: Any, product_id: str, sort: str) -> str:
    if isinstance(value, Decimal):  # what MySQL makes of a sum
        value = int(value)
    return encode_cursor(sort, value.isoformat() if isinstance(value, datetime) else value, product_id)


def decoded(cursor: str, sort: str, kind: type) -> tuple[Any, str]:
    """The sort value and id a cursor stands for; it only fits the order it was made for."""
    made_for, value, product_id = decode_cursor(cursor, (str, int if kind is int else str, str))
    if made_for != sort or (kind is int and abs(value) > _BIGGEST):
        raise InvalidCursor("The cursor belongs to another order.")
    if kind is not datetime:
        return value, product_id
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise InvalidCursor from error
    if moment.tzinfo is None:
        raise InvalidCursor
    return moment, product_id
