"""Rate limits: fixed windows, counted in the process for public reads and in Valkey for what must be shared."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from common.cache.line import Command
from common.cache.valkey import Valkey, ValkeyAway

Verdict = tuple[bool, int]
ALLOWED: Verdict = (True, 0)
_KEYS_PER_WINDOW = 100_000
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400}
_WORDS = re.compile(rf"(\d+) *(?:/|per) *(\d+)? *({'|'.join(_SECONDS)})s?")

# one round trip; a counter without a lifetime would lock its owner out for ever
_COUNT = """
local n = redis.call('incr', KEYS[1])
if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
local left = redis.call('pttl', KEYS[1])
if left < 0 then redis.call('pexpire', KEYS[1], ARGV[1]) left = tonumber(ARGV[1]) end
return {n, left}
"""


@dataclass(frozen=True, slots=True, eq=False)  # known by identity: hashing its fields would cost more than counting
class Rule:
    """At most `amount` in `seconds`."""

    name: str
    amount: int
    seconds: int


def limit_rule(name: str, text: str) -> Rule | None:
    """A rule in words (`6000/minute`, `10 per 5 minutes`); None for an empty text."""
    if not text.strip():
        return None
    said = _WORDS.fullmatch(text.strip().lower())
    if said is None:
        raise ValueError(f"{text!r} is not a rate limit such as 6000/minute or 10 per 5 minutes")
    amount, times, unit = said.groups()
    return Rule(name, int(amount), int(times or 1) * _SECONDS[unit])


class _Window:
    """All counters of one rule in this process; they end together, so that forgetting them is one step."""

    __slots__ = ("amount", "counts", "ends", "seconds")

    def __init__(self, rule: Rule) -> None:
        self.amount, self.seconds = rule.amount, rule.seconds
        self.ends = 0.0
        self.counts: dict[str, int] = {}


class Limiter:
    """Answers are (allowed, seconds to wait)."""

    def __init__(self, valkey: Valkey, prefix: str = "limit") -> None:
        self._valkey = valkey
        self._prefix = prefix
        self._windows: dict[Rule, _Window] = {}

    def check(self, rule: Rule, key: str) -> Verdict:
        """Count one in this process."""
        window = self._windows.get(rule)
        if window is None:
            window = self._windows[rule] = _Window(rule)
        now = time.monotonic()
        if now >= window.ends or len(window.counts) > _KEYS_PER_WINDOW:
            window.counts, window.ends = {}, now + window.seconds
        count = window.counts.get(key, 0) + 1
        window.counts[key] = count
        return ALLOWED if count <= window.amount else (False, int(window.ends - now) + 1)

    def question(self, rule: Rule, key: str) -> Command:
        """Counts one, for all processes together; `verdict` reads what Valkey answers."""
        return "EVAL", _COUNT, 1, f"{self._prefix}:{rule.name}:{key}", rule.seconds * 1000

    @staticmethod
    def verdict(rule: Rule, answer: Sequence[int]) -> Verdict:
        count, left = answer
        return ALLOWED if count <= rule.amount else (False, left // 1000 + 1)

    async def check_shared(self, rule: Rule, key: str) -> Verdict:
        """Count one for all processes together; in this one while Valkey is away."""
        try:
            [counted] = await self._valkey.ask(self.question(rule, key))
        except ValkeyAway:
            return self.check(rule, key)
        return self.verdict(rule, counted)
