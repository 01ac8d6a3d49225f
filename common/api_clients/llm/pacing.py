"""How much a provider is asked: its own limits, and how many of our calls may be repetitions."""

from collections import deque
from collections.abc import Callable
from time import monotonic

MINUTE = 60.0
RETRIED, ALWAYS = 0.2, 3  # of a minute's calls; and that many in a quiet minute


class MinuteCount:
    """The sum of what was counted in the last 60 seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._counted: deque[tuple[float, int]] = deque()
        self._sum = 0

    def add(self, amount: int = 1) -> None:
        self._counted.append((self._clock(), amount))
        self._sum += amount

    @property
    def sum(self) -> int:
        limit = self._clock() - MINUTE
        while self._counted and self._counted[0][0] <= limit:
            self._sum -= self._counted.popleft()[1]
        return self._sum


class RetryBudget:
    """At most a fifth of a minute's calls are repeated, so that an outage is not multiplied by those who wait."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._calls = MinuteCount(clock)
        self._retries = MinuteCount(clock)

    def called(self) -> None:
        self._calls.add()

    def take(self) -> bool:
        """Whether one more call may be repeated; if so it is counted."""
        if self._retries.sum >= max(ALWAYS, int(RETRIED * self._calls.sum)):
            return False
        self._retries.add()
        return True
