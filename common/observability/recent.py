"""The requests of the last minutes, out of counters that only ever grow: what they are now less what they were then."""

import time
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Kind = tuple[str, str, int]  # method, route, status
Counts = tuple[int, ...]
WINDOW, STEP = 300.0, 15.0
_MOST_ROUTES = 50
_NOT_SHOWN = frozenset({"/livez", "/readyz", "/health", "/metrics", "/internal/v1/events"})


class Recent:
    """Remembers the counters every STEP seconds for WINDOW; a counter that did not move is not copied again."""

    def __init__(
        self, bounds: Sequence[float], counters: Mapping[Kind, Any], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._bounds = bounds
        self._counters = counters
        self._now = now
        self._taken: deque[tuple[float, dict[Kind, tuple[Counts, float]]]] = deque([(now(), {})])

    def tick(self) -> None:
        """Called now and then; cheap unless STEP has passed."""
        moment, last = self._taken[-1]
        now = self._now()
        if now - moment < STEP:
            return
        self._taken.append((now, self._read(last)))
        while len(self._taken) > 2 and self._taken[1][0] <= now - WINDOW:
            self._taken.popleft()

    def _read(self, last: dict[Kind, tuple[Counts, float]]) -> dict[Kind, tuple[Counts, float]]:
        taken = {}
        for kind, durations in list(self._counters.items()):
            known = last.get(kind)
            same = known is not None and known[1] == durations.total
            taken[kind] = known if same and known is not None else (tuple(durations.counts), durations.total)
        return taken

    def figures(self) -> dict[str, Any]:
        """{window_seconds, requests, routes}, as common.operations.schemas shapes them."""
        self.tick()
        moment, then = self._taken[0]
        seconds = max(self._now() - moment, 0.001)
        changes = self._changes(then)
        routes: dict[tuple[str, str], list[tuple[int, Counts, float]]] = {}
        for (method, route, status), (counts, total) in changes.items():
            routes.setdefault((method, route), []).append((status, counts, total))
        busiest = sorted(routes.items(), key=lambda item: -sum(total for _, _, total in item[1]))
        every = [change for changes_of_one in routes.values() for change in changes_of_one]
        return {
            "window_seconds": round(seconds, 1),
            "requests": self._figures(every, seconds),
            "routes": [
                {"method": method, "route": route, **self._figures(of_route, seconds)}
                for (method, route), of_route in busiest[:_MOST_ROUTES]
            ],
        }

    def _changes(self, then: dict[Kind, tuple[Counts, float]]) -> dict[Kind, tuple[Counts, float]]:
        changes = {}
        for kind, (counts, total) in self._read({}).items():
            counts_then, total_then = then.get(kind, ((0,) * len(counts), 0.0))
            grown = tuple(now - before for now, before in zip(counts, counts_then, strict=True))
            if kind[1] not in _NOT_SHOWN and any(grown):
                changes[kind] = (grown, total - total_then)
        return changes

    def _figures(self, changes: Iterable[tuple[int, Counts, float]], seconds: float) -> dict[str, Any]:
        sums = [0] * (len(self._bounds) + 1)
        refused = errors = 0
        for status, counts, _ in changes:
            count = sum(counts)
            errors += count if status >= 500 else 0
            refused += count if 400 <= status < 500 else 0
            sums = [a + b for a, b in zip(sums, counts, strict=True)]
        count = sum(sums)
        return {
            "count": count,
            "per_second": round(count / seconds, 3),
            "refused": refused,
            "errors": errors,
            "error_rate": round(errors / count, 6) if count else 0.0,
            **{f"p{share}_ms": self._percentile(sums, count, share / 100) for share in (50, 95, 99)},
        }

    def _percentile(self, counts: Sequence[int], count: int, share: float) -> float | None:
        """Where this share of the requests was answered, in ms, taking each bucket as evenly filled."""
        if not count:
            return None
        edges = [0.0, *self._bounds, self._bounds[-1]]
        sums = [sum(counts[: place + 1]) for place in range(len(counts))]
        rank = share * count
        place = min(bisect_right(sums, rank - 1e-9), len(counts) - 1)
        low, high = edges[place], edges[place + 1]
        into = (rank - (sums[place] - counts[place])) / counts[place] if counts[place] else 1.0
        return round((low + (high - low) * into) * 1000, 3)
