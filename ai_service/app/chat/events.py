"""The events of a turn: made once as bytes, read by any number of connections, now or later."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson

KEEP_ALIVE = b": keep-alive\n\n"
KEEP_ALIVE_SECONDS = 15.0


class TurnStream:
    """The running turn's events. Ids are `<turn>-<position>`, so that they sort and name their place."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.ended = False
        self._bytes: list[bytes] = []
        self._changed = asyncio.Event()

    def emit(self, name: str, data: dict[str, Any]) -> None:
        self.events.append((name, data))
        self._bytes.append(event_bytes(self.number, len(self.events), name, data))
        self._wake()

    def end(self) -> None:
        self.ended = True
        self._wake()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def follow(self, after: int = 0) -> AsyncIterator[bytes]:
        """What comes after that position, several events at a time when they wait, until the turn has ended."""
        position = after
        while await self.grows(position):
            waiting = self._bytes[position:]
            position += len(waiting)
            yield b"".join(waiting) or KEEP_ALIVE

    async def grows(self, position: int) -> bool:
        """Waits until there is more after that position, or for a while in vain; False once the turn has ended."""
        while position >= len(self._bytes):
            if self.ended:
                return False
            changed = self._changed
            try:
                async with asyncio.timeout(KEEP_ALIVE_SECONDS):
                    await changed.wait()
            except TimeoutError:
                return True
        return True

    def to_json(self, closing: list[tuple[str, dict[str, Any]]]) -> bytes:
        """What is saved: all events so far and the ones that will be shown when the saving succeeded."""
        return orjson.dumps(self.events + closing)


def event_bytes(turn: int, position: int, name: str, data: Any) -> bytes:
    return b"id: %d-%d\nevent: %s\ndata: %s\n\n" % (turn, position, name.encode(), orjson.dumps(data))


def stored_bytes(turn: int, events: bytes, after: int = 0) -> bytes:
    """The same bytes again from what was saved."""
    return b"".join(
        event_bytes(turn, position, name, data)
        for position, (name, data) in enumerate(orjson.loads(events), start=1)
        if position > after
    )


def place_of(event_id: str | None) -> tuple[int, int] | None:
    """The turn and position of a Last-Event-ID; None for one that we did not write."""
    if not event_id:
        return None
    turn, dash, position = event_id.partition("-")
    if dash and turn.isdigit() and position.isdigit() and len(event_id) < 32:
        return int(turn), int(position)
    return None
