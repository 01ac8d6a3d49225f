"""Figures of a run."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True, slots=True)
class Run:
    """One measured run: operations a second and latencies in milliseconds."""

    per_second: float
    p50: float
    p95: float
    count: int
    failures: int = 0

    @classmethod
    def of(cls, latencies: Sequence[float], seconds: float, failures: int = 0) -> "Run":
        """From latencies in seconds."""
        milliseconds = [value * 1000 for value in latencies] or [float("nan")]
        rate = len(latencies) / seconds
        return cls(rate, percentile(milliseconds, 0.5), percentile(milliseconds, 0.95), len(latencies), failures)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def median_run(runs: Sequence[Run]) -> Run:
    """The run whose rate is in the middle."""
    return sorted(runs, key=lambda run: run.per_second)[len(runs) // 2]
