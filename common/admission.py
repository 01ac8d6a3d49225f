"""How many requests are worked on at once, and who is told to come back later.

What is refused costs next to nothing, what is given up half done costs the most. So a burst is waited out in turn, but
when the queue has not been empty for some seconds, work comes in faster than it can be done: then only as many may
wait as get their turn within a moment, and everybody else is refused on arrival. Requests that go on with something
begun (the steps of a purchase) come before those that begin something, and are waited for.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from itertools import cycle
from math import ceil
from typing import Any, NamedTuple, Protocol

import orjson

from common.errors import Unavailable, problem
from common.languages import use_language

MOST_WAITING = 1000
PATIENCE = 10.0  # seconds in the queue, for a burst
STANDING = 5.0  # seconds without an empty queue, and it is no burst any more
SHORT_PATIENCE = 1.0
_SWEEP = 0.1
_FEWEST_WAITING = 8
_RELIEF = 1.1  # by so much more room at every sweep without a queue
_TRACE = "TRACE"
_turns = cycle((b"1", b"2", b"3"))


class Overloaded(Unavailable):
    code = "overloaded"

    def __init__(self) -> None:
        super().__init__("There is more to do than can be done.", headers={"Retry-After": later().decode()})


def later() -> bytes:
    """Seconds; not the same for all, so that they do not come back all at once."""
    return next(_turns)


class _Waiting(NamedTuple):
    turn: asyncio.Future[None]
    since: float


class Admission:
    """Unless it `is_full`: `await enter(…)`, and `leave()` when it is answered."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._running = 0
        self._begun: deque[_Waiting] = deque()
        self._new: deque[_Waiting] = deque()
        self._standing_since: float | None = None
        self._sweeping: asyncio.TimerHandle | None = None
        self._room = MOST_WAITING  # for new ones to wait in
        self._turns = 0  # since the last sweep

    def is_full(self, *, begun: bool) -> bool:
        """Whether one more would wait in vain. Those who begin something take no room from the others."""
        if self._running < self._most:
            return False
        return len(self._begun) >= MOST_WAITING if begun else len(self._new) >= self._room

    async def enter(self, *, begun: bool) -> None:
        """Returns with a place, or raises Overloaded."""
        if self._running < self._most:
            self._running += 1
        else:
            await self._wait_for_turn(begun=begun)

    async def _wait_for_turn(self, *, begun: bool) -> None:
        loop = asyncio.get_running_loop()
        waiting = _Waiting(loop.create_future(), loop.time())
        (self._begun if begun else self._new).append(waiting)
        if self._standing_since is None:
            self._standing_since = waiting.since
        if self._sweeping is None:
            self._sweeping = loop.call_later(_SWEEP, self._sweep)
        try:
            await waiting.turn
        except asyncio.CancelledError:
            if waiting.turn.done() and not waiting.turn.cancelled() and waiting.turn.exception() is None:
                self.leave()  # the turn came and nobody is there to take it
            raise

    def leave(self) -> None:
        """Hand the place on."""
        while queue := self._begun or self._new:
            turn = queue.popleft().turn
            if not turn.done():
                self._turns += queue is self._new
                turn.set_result(None)
                return
        self._running -= 1
        self._standing_since = None

    def _sweep(self) -> None:
        """Refuse who has waited too long, and see for how many there is room."""
        turns, self._turns, self._sweeping = self._turns, 0, None
        loop = asyncio.get_running_loop()
        now = loop.time()
        standing = self._standing_since is not None and now - self._standing_since > STANDING
        if standing:
            self._make_room_for(turns / _SWEEP * SHORT_PATIENCE)
        elif self._standing_since is None:  # the next crowd may be a burst again, or still the last one
            self._room = min(MOST_WAITING, ceil(self._room * _RELIEF))
        _refuse_older_than(now - PATIENCE, self._begun)
        _refuse_older_than(now - (SHORT_PATIENCE * 2 if standing else PATIENCE), self._new)
        if self._standing_since is not None or self._room < MOST_WAITING:
            self._sweeping = loop.call_later(_SWEEP, self._sweep)

    def _make_room_for(self, number: float) -> None:
        """As many as get their turn in time, going by the last second or so."""
        known = self._room if self._room < MOST_WAITING else number
        self._room = max(_FEWEST_WAITING, min(MOST_WAITING - 1, round(known + (number - known) / 10)))


def _refuse_older_than(moment: float, queue: deque[_Waiting]) -> None:
    while queue and (queue[0].turn.done() or queue[0].since < moment):
        turn = queue.popleft().turn
        if not turn.done():
            turn.set_exception(Overloaded())


class Holder(Protocol):
    place: Admission | None

    def leave(self) -> None:
        """Give the place up, if there is one."""


class BodyOutside:
    """ASGI's receive for a body, which is waited for without a place: nobody keeps one by sending slowly.

    `begin()` waits for the first part, before there is a place; what comes later gives the holder's up meanwhile.
    """

    def __init__(self, receive: Callable[[], Awaitable[dict[str, Any]]], holder: Holder, admission: Admission) -> None:
        self._receive = receive
        self._holder = holder
        self._admission = admission
        self._first: dict[str, Any] | None = None
        self._ended = False

    async def begin(self) -> None:
        self._first = await self._receive()

    async def __call__(self) -> dict[str, Any]:
        if self._first is not None:
            message, self._first = self._first, None
        elif self._ended or self._holder.place is None:
            return await self._receive()
        else:
            self._holder.leave()
            message = await self._receive()
            await self._admission.enter(begun=True)  # it was let in before
            self._holder.place = self._admission
        self._ended = not message.get("more_body", False)
        return message


class TurnedAway:
    """The answer to whoever cannot be let in, for next to nothing: all of it but its ids is made beforehand."""

    def __init__(self) -> None:
        self._bodies: dict[str, tuple[bytes, bytes]] = {}

    def answer(self, language: str, request_id: bytes, trace_id: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
        """(body, headers)"""
        if language not in self._bodies:
            with use_language(language):
                before, _, after = orjson.dumps(problem(Overloaded(), _TRACE)).partition(_TRACE.encode())
            self._bodies[language] = before, after
        before, after = self._bodies[language]
        body = before + trace_id + after
        return body, [
            (b"content-type", b"application/problem+json"),
            (b"content-length", b"%d" % len(body)),
            (b"retry-after", later()),
            (b"x-request-id", request_id),
        ]
