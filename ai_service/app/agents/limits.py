"""What one turn may use up; checked outside the model."""

from dataclasses import dataclass, field
from time import monotonic


@dataclass(frozen=True, slots=True)
class TurnLimits:
    """`cost` is in millionths of the price currency; 0 is no limit."""

    steps: int = 8
    tool_calls: int = 16
    tokens: int = 100_000
    seconds: float = 100.0
    cost: int = 0


class LimitReachedError(Exception):
    """A turn used up its `limit`: steps, tool_calls, tokens, seconds or cost."""

    def __init__(self, limit: str) -> None:
        super().__init__(f"this turn has used up its {limit}")
        self.limit = limit


@dataclass(slots=True)
class Spending:
    """What a turn has used so far."""

    limits: TurnLimits
    steps: int = 0
    tool_calls: int = 0
    tokens: int = 0
    cost: int = 0
    begun: float = field(default_factory=monotonic)

    def step(self) -> None:
        """Before each model call: raises when any limit is reached, so that no call is made beyond it."""
        limits = self.limits
        if self.steps >= limits.steps:
            raise LimitReachedError("steps")
        if self.tokens >= limits.tokens:
            raise LimitReachedError("tokens")
        if limits.cost and self.cost >= limits.cost:
            raise LimitReachedError("cost")
        if monotonic() - self.begun >= limits.seconds:
            raise LimitReachedError("seconds")
        self.steps += 1

    def calls(self, count: int) -> None:
        self.tool_calls += count
        if self.tool_calls > self.limits.tool_calls:
            raise LimitReachedError("tool_calls")

    def used(self, tokens: int, cost: int) -> None:
        self.tokens += tokens
        self.cost += cost
