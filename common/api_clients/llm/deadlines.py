"""How long each phase of a model call may take, and how often it is tried."""

from dataclasses import dataclass
from random import SystemRandom

_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds. `first_token` starts with the request and ends with the first piece of an answer, not with the
    first byte: keep-alive comments and empty deltas do not count."""

    connect: float = 5.0
    first_token: float = 20.0
    between_tokens: float = 15.0
    total: float = 90.0


@dataclass(frozen=True, slots=True)
class Retries:
    """Tries before the first token only: afterwards a second try could repeat text the shopper already read."""

    attempts: int = 3
    first_wait: float = 0.3
    longest_wait: float = 5.0

    def wait(self, attempt: int, retry_after: float | None) -> float | None:
        """Seconds until try `attempt + 1` (attempts count from 1); None when there is none or it would be too late."""
        if attempt >= self.attempts:
            return None
        if retry_after is not None:
            return retry_after + _random.uniform(0, 0.1) if retry_after <= self.longest_wait else None
        return min(self.longest_wait, self.first_wait * (1 << attempt - 1)) * _random.uniform(0.5, 1.0)


DEADLINES = Deadlines()
RETRIES = Retries()
