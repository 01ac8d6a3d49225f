"""Leaving a provider alone that does not answer, and trying it again with one call at a time."""

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Literal

State = Literal["closed", "open", "half_open"]
WINDOW = 30.0  # seconds
FEWEST, SHARE = 3, 0.5  # failures in the window, and of its calls
DOUBLINGS = 3  # of the rest, while trying again goes wrong


class Breaker:
    """Opens on repeated failures, or at once where every further try would cost a shopper a deadline. After `rest`
    seconds one call is let through: it closes the breaker, or opens it for twice as long. A rest of 0 never opens."""

    def __init__(self, rest: float = 15.0, clock: Callable[[], float] = monotonic) -> None:
        self._rest = rest
        self._clock = clock
        self._calls: deque[tuple[float, bool]] = deque()
        self._openings = 0
        self._trying = False
        self.retry_at: float | None = None

    @property
    def state(self) -> State:
        if self.retry_at is None:
            return "closed"
        return "open" if self._clock() < self.retry_at else "half_open"

    @property
    def longest_rest(self) -> float:
        """Seconds."""
        return self._rest * (1 << DOUBLINGS)

    def admits(self) -> bool:
        return self.state == "closed" or (self.state == "half_open" and not self._trying)

    def begin(self) -> None:
        """A call that was admitted starts; `succeeded`, `failed` or `abandoned` ends it."""
        self._trying = self.retry_at is not None

    def abandoned(self) -> None:
        """It was cancelled: nobody knows how it would have ended."""
        self._trying = False

    def succeeded(self) -> None:
        self._trying = False
        if self.retry_at is not None:
            self.reset()
        self._note(True)

    def reset(self) -> None:
        """As if nothing had ever failed: the provider was set up anew."""
        self._calls.clear()
        self._openings, self._trying, self.retry_at = 0, False, None

    def failed(self, *, at_once: bool = False) -> None:
        self._trying = False
        self._note(False)
        failures = sum(not well for _, well in self._calls)
        repeatedly = failures >= FEWEST and failures >= SHARE * len(self._calls)
        if self._rest and (at_once or repeatedly or self.state == "half_open"):
            self._open()

    def _open(self) -> None:
        self.retry_at = self._clock() + self._rest * (1 << min(self._openings, DOUBLINGS))
        self._openings += 1

    def _note(self, well: bool) -> None:
        now = self._clock()
        self._calls.append((now, well))
        while self._calls[0][0] < now - WINDOW:
            self._calls.popleft()
