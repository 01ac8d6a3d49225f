"""The figures of the last minutes."""

from common.observability.metrics import Metrics
from common.observability.recent import STEP, WINDOW, Recent


class _Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


def _recent(metrics: Metrics, clock: _Clock) -> Recent:
    return Recent(metrics.recent._bounds, metrics.recent._counters, clock)


def test_counts_errors_and_percentiles_of_each_route() -> None:
    metrics, clock = Metrics("order_service"), _Clock()
    recent = _recent(metrics, clock)
    for _ in range(98):
        metrics.observe("GET", "/a", 200, 0.0004)
    metrics.observe("GET", "/a", 404, 0.0004)
    metrics.observe("GET", "/a", 500, 3.0)
    metrics.observe("POST", "/b", 201, 0.02)
    metrics.observe("GET", "/livez", 200, 0.0001)
    clock.time += 10
    figures = recent.figures()
    assert figures["window_seconds"] == 10
    assert figures["requests"]["count"] == 101
    assert figures["requests"]["per_second"] == 10.1
    assert (figures["requests"]["refused"], figures["requests"]["errors"]) == (1, 1)
    assert [(row["method"], row["route"], row["count"]) for row in figures["routes"]] == [
        ("GET", "/a", 100),
        ("POST", "/b", 1),
    ]
    a, b = figures["routes"]
    assert a["error_rate"] == 0.01
    assert 0.25 <= a["p50_ms"] <= a["p95_ms"] <= 0.5
    assert 10 <= b["p50_ms"] <= 25


def test_what_is_older_than_the_window_is_forgotten() -> None:
    metrics, clock = Metrics("order_service"), _Clock()
    recent = _recent(metrics, clock)
    metrics.observe("GET", "/old", 200, 0.001)
    for _ in range(int(WINDOW / STEP) + 2):
        clock.time += STEP
        recent.tick()
    metrics.observe("GET", "/new", 200, 0.001)
    figures = recent.figures()
    assert [row["route"] for row in figures["routes"]] == ["/new"]
    assert WINDOW <= figures["window_seconds"] <= WINDOW + STEP


def test_without_requests_there_are_no_times() -> None:
    figures = Metrics("order_service").recent.figures()
    assert (figures["requests"]["count"], figures["requests"]["p50_ms"], figures["routes"]) == (0, None, [])
