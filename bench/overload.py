"""As many shoppers as can be served, and more: a process of its own that sends visitors to the shop.

Reads a plan as JSON on stdin, prints figures as JSON. A visit goes from an empty cart to a paid order. With a `rate`
every visitor comes at his own moment whatever became of those before (an open loop); with `shoppers` so many are there
all the time, and the next comes when one leaves (a closed loop). Who is told to come back later leaves.

{"host": …, "port": …, "rate" or "shoppers": 1000, "seconds": 20, "tokens": […], "variants": […]}
"""

import asyncio
import sys
import time
from collections import Counter, deque
from typing import Any, Self

import orjson
import uvloop

from bench.http_client import Connection
from bench.load import buy
from bench.statistics import percentile

Plan = dict[str, Any]
_LINGER = 15.0  # seconds after the last arrival until whoever still waits is given up


class Door(Connection):
    """A connection that also hears when to come back."""

    retry_after: bytes | None = None

    @classmethod
    async def open(cls, host: str, port: int) -> Self:
        return await super().open(host, port)

    def on_message_begin(self) -> None:
        self.retry_after = None

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"retry-after":
            self.retry_after = value


class Crowd:
    """Counts what became of the visits: done, refused (and heard when to come back), silent, or something else."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._free: deque[Door] = deque()
        self._tokens = deque(plan["tokens"])
        self._visits = 0
        self.outcomes: Counter[str] = Counter()
        self.done_in: Counter[int] = Counter()  # by second
        self.refused_in: Counter[int] = Counter()  # by second of the arrival
        self.latencies: list[float] = []
        self.refusals: Counter[str] = Counter()  # by code
        self.strange = ""

    async def come(self) -> dict[str, Any]:
        self._began = time.perf_counter()
        ends = self._plan["seconds"]
        visits: set[asyncio.Task[None]] = set()
        while (now := time.perf_counter() - self._began) < ends:
            while self._is_late(now, len(visits)):
                self._visits += 1
                visits.add(task := asyncio.create_task(self._visit(self._visits)))
                task.add_done_callback(visits.discard)
            await asyncio.sleep(0.002)
        if visits:
            await asyncio.wait(visits, timeout=_LINGER)
        self.outcomes["silent"] += len(visits)
        for task in visits:
            task.cancel()
        return self._figures(ends)

    def _is_late(self, now: float, inside: int) -> bool:
        """Whether another visitor should be there by now."""
        if "shoppers" in self._plan:
            return bool(inside < self._plan["shoppers"])
        return bool(self._visits < now * self._plan["rate"])

    async def _visit(self, number: int) -> None:
        if not self._tokens:
            self.outcomes["not let in by the generator"] += 1
            return
        token, arrived = self._tokens.popleft(), time.perf_counter() - self._began
        try:
            door = self._free.pop() if self._free else await Door.open(self._plan["host"], self._plan["port"])
            problem = await buy(door, token, self._plan["variants"][number % len(self._plan["variants"])])
        except OSError as error:
            self.outcomes["lost"] += 1
            self.strange = repr(error)
        else:
            self._note(door, problem, arrived)
            self._free.append(door)
        self._tokens.append(token)

    def _note(self, door: Door, problem: Any, arrived: float) -> None:
        now = time.perf_counter() - self._began
        if problem is None:
            self.outcomes["done"] += 1
            self.done_in[int(now)] += 1
            self.latencies.append(now - arrived)
        elif problem[0] in (429, 503):
            self.outcomes["refused" if door.retry_after else "refused without a word"] += 1
            self.refused_in[int(arrived)] += 1
            self.refusals[problem[1].get("code", "none")] += 1
        else:
            self.outcomes["wrong"] += 1
            self.strange = str(problem)

    def _figures(self, seconds: float) -> dict[str, Any]:
        return {
            "offered": self._visits / seconds,
            "goodput": sum(count for second, count in self.done_in.items() if second < seconds) / seconds,
            "outcomes": self.outcomes,
            "p95": percentile(self.latencies, 0.95) * 1000 if self.latencies else None,
            "last_refusal": max(self.refused_in, default=-1),
            "refusals": self.refusals,
            "cpu": time.process_time(),
            "strange": self.strange,
        }


if __name__ == "__main__":
    sys.stdout.buffer.write(orjson.dumps(uvloop.run(Crowd(orjson.loads(sys.stdin.buffer.read())).come())))
