"""SQLite's sessions: prepared statements go straight to the driver, all others SQLAlchemy's way, in one transaction."""

import sqlite3
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.util import await_only, greenlet_spawn

from common.database.group_commit import WriterConnection
from common.database.prepared import Preparer, translated
from common.database.scoping import ScopedSession

_MOST_IDLE = 16
_OUTER = "loop_session"  # where the ORM's session finds the one it belongs to


class LoopConnections:
    """Open connections of one engine, kept for the next session: SQLAlchemy's pool costs as much as a statement."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.dialect = engine.dialect
        self._engine = engine.sync_engine
        self._idle: list[Connection] = []

    async def take(self) -> tuple[Connection, Any]:
        """A connection and the driver's own under it."""
        connection = self._idle.pop() if self._idle else await greenlet_spawn(self._engine.connect)
        return connection, connection.connection.dbapi_connection

    async def give_back(self, connection: Connection) -> None:
        if len(self._idle) < _MOST_IDLE and not connection.in_transaction():
            self._idle.append(connection)
        else:
            await greenlet_spawn(connection.close)

    async def close(self) -> None:
        while self._idle:
            await greenlet_spawn(self._idle.pop().close)


class LoopSession(AsyncSession):
    """Begins with the first statement. The ORM, where somebody uses it, joins the transaction that is open."""

    def __init__(self, connections: LoopConnections, preparer: Preparer, info: dict[str, Any] | None = None) -> None:
        super().__init__(sync_session_class=_JoiningSession, expire_on_commit=False, info=info)
        self.sync_session.info[_OUTER] = self
        self._connections = connections
        self._preparer = preparer
        self._connection: Connection | None = None
        self._driver: Any = None

    async def execute(self, statement: Any, params: Any = None, **more: Any) -> Any:
        prepared = None if more else self._preparer.find(statement, params)
        if prepared is None:
            return await super().execute(statement, params, **more)
        if self._connection is None:
            await self.begun()
        driver = self._driver
        return prepared.run(driver.shared if type(driver) is WriterConnection else driver, params)

    async def scalar(self, statement: Any, params: Any = None, **more: Any) -> Any:
        return (await self.execute(statement, params, **more)).scalar()

    async def begun(self) -> Connection:
        """The connection, with a transaction open on it."""
        if self._connection is None:
            connection, driver = await self._connections.take()
            try:
                await _begin(driver)
            except sqlite3.Error as error:
                await self._connections.give_back(connection)
                raise translated(error, "BEGIN", (), self._connections.dialect) from error
            except BaseException:  # called off while it waited for its turn
                await self._connections.give_back(connection)
                raise
            self._connection, self._driver = connection, driver
        return self._connection

    def commit_at_once(self) -> bool:
        """Commit without waiting for anybody; False where that cannot be, and nothing was done."""
        driver = self._driver
        if type(driver) is not WriterConnection or self.sync_session.in_transaction():
            return False
        try:
            done = driver.commit_at_once()
        except sqlite3.Error as error:
            raise translated(error, "COMMIT", (), self._connections.dialect) from error
        return done

    async def commit(self) -> None:
        if self.sync_session.in_transaction():
            await super().commit()
        else:
            await self._end(commit=True)
        await self._let_go()

    async def rollback(self) -> None:
        if self.sync_session.in_transaction():
            await super().rollback()
        else:
            await self._end(commit=False)
        await self._let_go()

    async def close(self) -> None:
        """Undo what is not committed."""
        try:
            if self.sync_session.in_transaction():
                await super().close()
            else:
                await self._end(commit=False)
        finally:
            await self._let_go()

    async def _end(self, *, commit: bool) -> None:
        if self._driver is None:
            return
        try:
            if type(self._driver) is WriterConnection:
                await self._driver.end(commit=commit)
            elif self._driver.in_transaction:
                self._driver.execute("COMMIT" if commit else "ROLLBACK")
        except sqlite3.Error as error:
            raise translated(error, "COMMIT" if commit else "ROLLBACK", (), self._connections.dialect) from error

    async def _let_go(self) -> None:
        connection, self._connection, self._driver = self._connection, None, None
        if connection is not None:
            await self._connections.give_back(connection)


class _JoiningSession(ScopedSession):
    """The ORM's half of a LoopSession: works on the connection that the session has in hand."""

    def get_bind(self, *arguments: Any, **named: Any) -> Connection:
        connection: Connection = await_only(self.info[_OUTER].begun())
        return connection


async def _begin(driver: Any) -> None:
    if type(driver) is WriterConnection:
        await driver.begin()
    else:
        driver.execute("BEGIN")
