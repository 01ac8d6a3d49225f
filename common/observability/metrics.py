"""Prometheus metrics of one service."""

from bisect import bisect_left
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.core import HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from common.observability.recent import Recent

_BUCKETS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_NAME, _HELP = "http_request_duration_seconds", "Time from the first byte of a request to the last of its answer."


class _Durations:
    """How many requests of one kind fell into which bucket, and their sum."""

    __slots__ = ("counts", "total")

    def __init__(self) -> None:
        self.counts = [0] * (len(_BUCKETS) + 1)
        self.total = 0.0


class _Requests(Collector):
    """Requests by method, route and status: a list and a sum; the library's histogram costs four times as much."""

    def __init__(self, service: str) -> None:
        self._service = service
        self.kinds: dict[tuple[str, str, int], _Durations] = {}

    def collect(self) -> Iterable[HistogramMetricFamily]:
        family = HistogramMetricFamily(_NAME, _HELP, labels=("service", "method", "route", "status"))
        for (method, route, status), durations in list(self.kinds.items()):
            seen, buckets = 0, []
            for bound, count in zip((*map(str, _BUCKETS), "+Inf"), durations.counts, strict=True):
                seen += count
                buckets.append((bound, seen))
            family.add_metric((self._service, method, route, str(status)), buckets, durations.total)
        return [family]


class Metrics:
    """Requests by route, method and status; further metrics are registered by whoever measures them."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self, service: str) -> None:
        self.service = service
        self.registry = CollectorRegistry()
        requests = _Requests(service)
        self._kinds = requests.kinds
        self.recent = Recent(_BUCKETS, requests.kinds)
        self.registry.register(requests)

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        durations = self._kinds.get((method, route, status))
        if durations is None:
            durations = self._kinds[method, route, status] = _Durations()
        durations.counts[bisect_left(_BUCKETS, seconds)] += 1
        durations.total += seconds

    def counter(self, name: str, help_text: str, labels: tuple[str, ...] = ()) -> Counter:
        return Counter(name, help_text, labels, registry=self.registry)

    def gauge(self, name: str, help_text: str, labels: tuple[str, ...] = ()) -> Gauge:
        return Gauge(name, help_text, labels, registry=self.registry)

    def exposition(self) -> bytes:
        return generate_latest(self.registry)
