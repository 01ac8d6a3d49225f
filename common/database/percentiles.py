"""Percentiles that every database makes alike: the value at a rank, counted from the smallest."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, literal, or_, select

PERCENTILES = {"p50_ms": 50, "p95_ms": 95}


def percentiles(values: Select[Any]) -> Select[Any]:
    """The rows at these ranks; `values` selects `key` and `value`, and is scoped already."""
    given = values.subquery()
    rank = func.row_number().over(partition_by=given.c.key, order_by=given.c.value).label("rank")
    count = func.count().over(partition_by=given.c.key).label("count")
    ranked = select(given.c.key, given.c.value, rank, count).subquery()
    place = ranked.c.rank - 1
    # rank = count * percent // 100, spelled without a division, which each database makes in its own way
    at = (
        (100 * place <= percent * ranked.c.count) & (percent * ranked.c.count < 100 * ranked.c.rank)
        for percent in PERCENTILES.values()
    )
    return select(ranked).where(or_(*at))


def by_percentile(rows: Iterable[Any]) -> dict[str, dict[str, int]]:
    """{key: {p50_ms, p95_ms}} of the rows that `percentiles` found."""
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        for name, percent in PERCENTILES.items():
            if row.rank - 1 == row.count * percent // 100:
                found.setdefault(str(row.key), {})[name] = row.value
    return found


ALL = literal("")  # the key where there is only one group
