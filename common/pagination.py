"""Pages by keyset: a cursor holds the sort values of the last row that was shown."""

import base64
import binascii
from collections.abc import Sequence
from typing import Annotated, Any, Generic, TypeVar

import orjson
from pydantic import BaseModel, Field

from common.errors import InvalidInput

T = TypeVar("T")
MAX_LIMIT, DEFAULT_LIMIT = 100, 20

PageLimit = Annotated[int, Field(ge=1, le=MAX_LIMIT, description="How many items a page holds.")]


class InvalidCursor(InvalidInput):
    code = "invalid_cursor"
    title = "This cursor was not made here"


class Page(BaseModel, Generic[T]):
    """One page of a list; `next_cursor` is null on the last one."""

    items: list[T]
    next_cursor: str | None = None


def encode_cursor(*values: str | int | float | None) -> str:
    """An opaque text for the sort values of the last row shown."""
    return base64.urlsafe_b64encode(orjson.dumps(values)).rstrip(b"=").decode()


def decode_cursor(text: str, types: Sequence[type] = (str, str)) -> tuple[Any, ...]:
    """The values back, one for each type; InvalidCursor for anything we did not write."""
    if len(text) > 2000:
        raise InvalidCursor
    try:
        values = orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error) as error:
        raise InvalidCursor from error
    if not isinstance(values, list) or len(values) != len(types):
        raise InvalidCursor
    if not all(type(value) is kind for value, kind in zip(values, types, strict=True)):
        raise InvalidCursor
    if any(type(value) is str and "\0" in value for value in values):  # no database would take it
        raise InvalidCursor
    return tuple(values)
