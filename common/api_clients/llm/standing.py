"""How a provider is doing, as this process has seen it: its breaker, its limits, its recent calls."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from common.api_clients.llm.breaker import Breaker
from common.api_clients.llm.pacing import MinuteCount, RetryBudget
from common.api_clients.llm.types import ModelError, ModelMisconfigured, ModelTimeout, Usage

RECENT, MOST_KEPT = 300.0, 2_000  # seconds, calls


@dataclass(frozen=True, slots=True)
class Call:
    """One that ended; `first_token` in seconds, `error` is its code."""

    at: float
    model_id: str
    first_token: float | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """The last look at whether the provider is there; `error` is a code."""

    at: datetime
    latency_ms: int
    error: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the last five minutes; first tokens in milliseconds."""

    calls: int
    errors: int
    p50_ms: int | None
    p95_ms: int | None
    last_error: str | None


class Standing:
    """`requests_per_minute` and `tokens_per_minute` are this process's share of the provider's limits."""

    def __init__(self, rest: float = 15.0, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self.breaker = Breaker(rest, clock)
        self.budget = RetryBudget(clock)
        self.requests_per_minute: int | None = None
        self.tokens_per_minute: int | None = None
        self._requests = MinuteCount(clock)
        self._tokens = MinuteCount(clock)
        self._rests_until = clock()
        self._calls: deque[Call] = deque(maxlen=MOST_KEPT)
        self._heard_at = clock()
        self.check: Check | None = None

    @property
    def rests_for(self) -> float:
        """Seconds that the provider asked to be left alone for."""
        return max(0.0, self._rests_until - self._clock())

    @property
    def silent_for(self) -> float:
        """Seconds since a call or a check told how the provider is."""
        return self._clock() - self._heard_at

    @property
    def within_limits(self) -> bool:
        return self._has_room(0)

    def available(self, tokens: int, *, begun: bool = False) -> bool:
        """Whether a call may be made now. A turn that is begun is finished, even where it overdraws our own limits."""
        return self.rests_for == 0 and (begun or self._has_room(tokens)) and self.breaker.admits()

    def _has_room(self, tokens: int) -> bool:
        requests, counted = self._requests.sum, self._tokens.sum
        if self.requests_per_minute is not None and requests >= self.requests_per_minute:
            return False
        # alone in its minute a request may be larger than the limit: it would never fit otherwise
        limit = self.tokens_per_minute
        return limit is None or counted == 0 or (counted < limit and counted + tokens <= limit)

    def begin(self, tokens: int) -> None:
        """A call starts that will take about so many tokens."""
        self._requests.add()
        self._tokens.add(tokens)
        self.budget.called()
        self.breaker.begin()

    def abandoned(self) -> None:
        self.breaker.abandoned()

    def succeeded(self, model_id: str, first_token: float | None, usage: Usage | None, estimated: int) -> None:
        if usage is not None:
            self._tokens.add(usage.input_tokens + usage.output_tokens - estimated)
        self._note(Call(self._clock(), model_id, first_token, None))
        self.breaker.succeeded()

    def failed(self, model_id: str, error: ModelError) -> None:
        """A provider's Retry-After is kept to, up to the longest rest: no mistaken date takes it away for days."""
        self._note(Call(self._clock(), model_id, None, error.code))
        wish = getattr(error, "retry_after", None)
        if wish is not None:
            self._rests_until = self._clock() + min(wish, self.breaker.longest_rest)
            self.breaker.abandoned()
        elif error.retryable or isinstance(error, ModelMisconfigured):
            self.breaker.failed(at_once=isinstance(error, (ModelTimeout, ModelMisconfigured)))
        else:
            self.breaker.succeeded()  # it answered, and said no to this very request

    def checked(self, check: Check, error: ModelError | None) -> None:
        """A look from the side: it may find the provider gone, but only a real call finds that it works again."""
        self.check, self._heard_at = check, self._clock()
        if error is not None and self.breaker.state == "closed":
            self.breaker.failed(at_once=True)

    def forgive(self) -> None:
        """The provider was set up anew: what went wrong before says nothing."""
        self._rests_until = self._clock()
        self.breaker.reset()
        self.check = None

    def figures(self, model_id: str | None = None) -> Figures:
        since = self._clock() - RECENT
        calls = [call for call in self._calls if call.at >= since and model_id in (None, call.model_id)]
        waits = sorted(call.first_token for call in calls if call.first_token is not None)
        errors = [call.error for call in calls if call.error is not None]
        p50, p95 = (round(waits[len(waits) * rank // 100] * 1000) if waits else None for rank in (50, 95))
        return Figures(len(calls), len(errors), p50, p95, errors[-1] if errors else None)

    def _note(self, call: Call) -> None:
        self._calls.append(call)
        self._heard_at = call.at
