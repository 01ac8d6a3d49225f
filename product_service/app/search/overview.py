"""What a list without words is made of: how many products, which ones where facets decide, and how often each value.

Counting walks over every document of the shop, so its results are kept: until the catalogue changes, and at most half
a minute, as long as a cached page may live (another process may have changed it, and stock is no change of it).
"""

from collections import OrderedDict
from dataclasses import dataclass
from time import monotonic
from typing import Any

from product_service.app.search.facets import Shown, Stars

MAX_AGE = 30.0
MOST, MOST_IDS = 64, 100_000


@dataclass(frozen=True, slots=True)
class Counted:
    """`ids` is None where the database finds them by itself: no facet, vendor, price or rating is asked for."""

    total: int
    ids: frozenset[str] | None
    facets: Shown
    stars: Stars


@dataclass(frozen=True, slots=True)
class _Kept:
    counted: Counted
    generation: int
    at: float


class Overviews:
    """The last ones asked for, bounded by the ids they hold."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Any, _Kept] = OrderedDict()
        self._ids = 0

    def find(self, key: Any, generation: int) -> Counted | None:
        kept = self._kept.get(key)
        if kept is None:
            return None
        if kept.generation != generation or monotonic() - kept.at > MAX_AGE:
            self._drop(key)
            return None
        self._kept.move_to_end(key)
        return kept.counted

    def keep(self, key: Any, generation: int, counted: Counted) -> None:
        self._drop(key)
        self._kept[key] = _Kept(counted, generation, monotonic())
        self._ids += len(counted.ids or ())
        while len(self._kept) > MOST or (self._ids > MOST_IDS and len(self._kept) > 1):
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Any) -> None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._ids -= len(kept.counted.ids or ())
