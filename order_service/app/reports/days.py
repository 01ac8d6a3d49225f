"""Days as the shop counts them: stretches of days with one offset from UTC, since no database groups by time zone
in the same way as another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, String
from sqlalchemy.ext.compiler import compiles


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive days, `[since, until)` in UTC; within them local time is UTC plus `offset` seconds.

    Only the last day may end with another offset: what that makes of its last hours still belongs to it.
    """

    first: date
    last: date
    since: datetime
    until: datetime
    offset: int


def stretches(first: date, last: date, zone: ZoneInfo) -> Iterator[Stretch]:
    """From `first` to `last`, both included."""
    begin = day = first
    while day <= last:
        after = day + timedelta(days=1)
        if day == last or _offset(after, zone) != _offset(begin, zone):
            offset = _offset(begin, zone)
            yield Stretch(begin, day, midnight(begin, zone), midnight(after, zone), offset)
            begin = after
        day = after


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """When this day begins, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _offset(day: date, zone: ZoneInfo) -> int:
    offset = datetime.combine(day, time(), zone).utcoffset()
    return int(offset.total_seconds()) if offset else 0


class LocalDay(ColumnElement[str]):
    """The date (`2026-03-29`) of a moment in a column, so many seconds from UTC."""

    inherit_cache = False
    type = String()

    def __init__(self, column: Any, offset: int) -> None:
        self.column = column
        self.offset = int(offset)


@compiles(LocalDay, "sqlite")
def _sqlite(element: LocalDay, compiler: Any, **options: Any) -> str:
    return f"date({compiler.process(element.column, **options)}, '{element.offset:+d} seconds')"


@compiles(LocalDay, "postgresql")
def _postgresql(element: LocalDay, compiler: Any, **options: Any) -> str:
    column = compiler.process(element.column, **options)
    return f"to_char({column} AT TIME ZONE 'UTC' + interval '{element.offset} seconds', 'YYYY-MM-DD')"


@compiles(LocalDay, "mysql")
@compiles(LocalDay, "mariadb")
def _mysql(element: LocalDay, compiler: Any, **options: Any) -> str:
    column = compiler.process(element.column, **options)
    return f"cast(date(date_add({column}, INTERVAL {element.offset} SECOND)) AS char)"
