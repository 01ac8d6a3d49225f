"""SQLite's one writer, shared: units of work run their statements in turn and are committed together.

A commit waits for the disk, a unit of work mostly does not. So the one that is done leaves its changes in the open
transaction, others may begin until the event loop comes round again, and all wait for one COMMIT. Each runs in a
savepoint of its own: one that fails undoes itself and nothing else. If the COMMIT fails, or SQLite gives the whole
transaction up (a full disk), it fails for all of them.
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
            self._end_turn()
            raise

    def leave(self) -> asyncio.Future[None]:
        """This unit of work is done. The future ends when its changes are on the disk, or fails for all members alike.

        When this itself fails, the turn is still its owner's, to be rolled back.
        """
        self._connection.execute("RELEASE unit")
        self._members += 1
        group = self._group
        self._end_turn()
        return group

    async def commit(self) -> None:
        """Returns when the changes are on the disk; raises when they cannot be."""
        try:
            group = self.leave()
        except sqlite3.Error:
            await self.rollback()
            raise
        await asyncio.shield(group)  # a member that is cancelled must not cancel what the others wait for

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
        self._end_turn()
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
                self._end_turn()
            raise

    def _end_turn(self) -> None:
        """Let the next one join the group; commit it when it is large enough, or soon when nobody waits."""
        if self._members >= MOST_TOGETHER:
            self._commit_group()
        elif any(not turn.done() for turn in self._queue):
            self._hand_on()
        elif self._members:
            self._busy = False
            asyncio.get_running_loop().call_soon(self._commit_what_is_left)
        else:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._hand_on()

    def _commit_what_is_left(self) -> None:
        """Whoever has a turn now ends it with another look."""
        if self._members and not self._busy:
            self._busy = True
            self._commit_group()

    def _commit_group(self) -> None:
        """With the turn in hand, which is handed on afterwards."""
        group, self._members = self._group, 0
        if self._commit_seconds < JOURNEY_SECONDS:
            self._settle(group, self._commit())
            self._hand_on()
            return

        def committed(done: asyncio.Future[sqlite3.Error | None]) -> None:
            self._settle(group, done.result())
            self._hand_on()

        asyncio.get_running_loop().run_in_executor(_commits, self._commit).add_done_callback(committed)

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

    def leave(self) -> asyncio.Future[None] | None:
        """Done: the future ends with the commit. None where nothing was begun."""
        if not self._open:
            return None
        group = self._group.leave()
        self._open = False
        return group

    async def end(self, *, commit: bool) -> None:
        """Commit or undo what was begun here; nothing if nothing was."""
        if not self._open:
            return
        self._open = False
        await (self._group.commit() if commit else self._group.rollback())

    def close(self) -> None:
        """The shared connection is closed by its owner."""
