"""SQLite's one writer, shared: units of work run their statements in turn and are committed together.

A commit waits for the disk, a unit of work mostly does not. So while others queue, the one that is done leaves its
changes in the open transaction, lets the next begin, and all wait for one COMMIT. Each runs in a savepoint of its own:
one that fails undoes itself and nothing else. If the COMMIT fails, or SQLite gives the whole transaction up (a full
disk), it fails for all of them.
"""

import asyncio
import sqlite3
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import Any

MOST_TOGETHER = 32
JOURNEY_SECONDS = 0.0005  # to a thread and back, with what it costs others: a faster disk is waited for right here
_commits = ThreadPoolExecutor(max_workers=4, thread_name_prefix="sqlite-commit")


class GroupCommit:
    """Hands one connection round, one unit of work at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._queue: deque[asyncio.Future[None]] = deque()
        self._busy = False
        self._members = 0
        self._commit_seconds = 1.0  # assumed slow until it was seen
        self._group: asyncio.Future[None]  # made with the transaction that its members will wait for

    async def begin(self) -> None:
        """Wait for the turn, then open a savepoint in the transaction that is open, or in a fresh one."""
        await self._wait_for_turn()
        try:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
                self._members = 0
                self._group = asyncio.get_running_loop().create_future()
            self._connection.execute("SAVEPOINT unit")
        except sqlite3.Error:
            self._hand_on()
            raise

    async def commit(self) -> None:
        """Returns when the changes are on the disk; raises, for all members alike, when they cannot be."""
        try:
            self._connection.execute("RELEASE unit")
        except sqlite3.Error:
            await self.rollback()
            raise
        self._members += 1
        group = self._group
        await self._end_turn()
        await asyncio.shield(group)  # a member that is cancelled must not cancel what the others wait for

    @property
    def may_commit_at_once(self) -> bool:
        """Nobody waits to join the group, and the disk is quick."""
        return self._commit_seconds < JOURNEY_SECONDS and all(turn.done() for turn in self._queue)

    def release(self) -> None:
        """The first half of `commit_at_once`: when it fails the turn is still its owner's, to be rolled back."""
        self._connection.execute("RELEASE unit")

    def commit_released(self) -> None:
        """`commit`, where it may be done without waiting for anybody."""
        group, self._members = self._group, 0
        self._settle(group, self._commit())
        self._hand_on()
        group.result()

    async def rollback(self) -> None:
        """Undo this unit of work and leave the others of the group alone.

        What it saw, and was perhaps refused for, may be the others' and not committed yet: it returns once that is
        on the disk, so that whoever reads after a refusal finds the reason for it.
        """
        others = self._group if self._members else None
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK TO unit")
            self._connection.execute("RELEASE unit")
        elif self._members:  # a full disk: SQLite undid the whole transaction, and with it what the others did
            self._members = 0
            self._group.set_exception(sqlite3.OperationalError("the transaction was undone by another's failure"))
        await self._end_turn()
        if others is not None:
            await asyncio.wait([others])

    async def _wait_for_turn(self) -> None:
        if not self._busy:
            self._busy = True
            return
        turn = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # the turn came and nobody is there to take it
                await self._end_turn()
            raise

    async def _end_turn(self) -> None:
        """Let the next one join the group, or commit it when nobody waits or it is large enough."""
        if self._members < MOST_TOGETHER and any(not turn.done() for turn in self._queue):
            self._hand_on()
        elif self._members:
            await self._commit_group()
        else:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._hand_on()

    async def _commit_group(self) -> None:
        group, self._members = self._group, 0
        if self._commit_seconds < JOURNEY_SECONDS:
            self._settle(group, self._commit())
            self._hand_on()
            return
        committing = asyncio.get_running_loop().run_in_executor(_commits, self._commit)
        cancelled: asyncio.CancelledError | None = None
        while not committing.done():  # finished even when this task is cancelled: others wait for it
            try:
                await asyncio.wait([committing])
            except asyncio.CancelledError as request:
                cancelled = request
        self._settle(group, committing.result())
        self._hand_on()
        if cancelled is not None:
            raise cancelled

    def _commit(self) -> sqlite3.Error | None:
        """What went wrong, if anything; how long it took is remembered, recent ones counting more."""
        started = time.perf_counter()
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            return error
        self._commit_seconds += (time.perf_counter() - started - self._commit_seconds) / 8
        return None

    def _settle(self, group: asyncio.Future[None], error: sqlite3.Error | None) -> None:
        if error is None:
            group.set_result(None)
            return
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        group.set_exception(error)

    def _hand_on(self) -> None:
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._busy = False


class WriterConnection:
    """What SQLAlchemy takes for a connection of its own: a turn at the shared one."""

    def __init__(self, connection: sqlite3.Connection, group: GroupCommit) -> None:
        self._connection = connection
        self._group = group
        self._open = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    @property
    def shared(self) -> sqlite3.Connection:
        """The one connection, for whoever has the turn."""
        return self._connection

    async def begin(self) -> None:
        """Take a turn, unless this one has it already."""
        if not self._open:
            await self._group.begin()
            self._open = True

    def commit_at_once(self) -> bool:
        """Commit if that takes no waiting; False, and nothing done, where it does."""
        if not self._open or not self._group.may_commit_at_once:
            return False
        self._group.release()
        self._open = False
        self._group.commit_released()
        return True

    async def end(self, *, commit: bool) -> None:
        """Commit or undo what was begun here; nothing if nothing was."""
        if not self._open:
            return
        self._open = False
        await (self._group.commit() if commit else self._group.rollback())

    def close(self) -> None:
        """The shared connection is closed by its owner."""
