"""Open connections of one engine, kept for the next session: SQLAlchemy's pool costs as much as a statement."""

from time import monotonic
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.util import greenlet_spawn

LONGEST_REST = 5.0  # seconds until a connection to a server is asked whether it is still there


class Connections:
    """The one last given back is the next to be taken. Whoever needs none of these gets one from the engine's pool."""

    def __init__(self, engine: AsyncEngine, most_idle: int) -> None:
        self.engine = engine.sync_engine
        self.dialect = engine.dialect
        self._most = most_idle
        self._idle: list[tuple[Connection, float]] = []

    async def take(self) -> tuple[Connection, Any]:
        """A connection and the driver's own under it."""
        while self._idle:
            connection, since = self._idle.pop()
            driver: Any = connection.connection.dbapi_connection
            if await self._is_fit(driver, since):
                return connection, driver
            await greenlet_spawn(_throw_away, connection)
        connection = await greenlet_spawn(self.engine.connect)
        return connection, connection.connection.dbapi_connection

    async def give_back(self, connection: Connection) -> None:
        """With nothing open on it; one that failed is not kept, nor one that somebody may be waiting for."""
        usable = connection.get_transaction() is None and not connection.invalidated
        if usable and len(self._idle) < self._most and not self._may_be_waited_for():
            self._idle.append((connection, monotonic()))
        else:
            await greenlet_spawn(connection.close)

    async def close(self) -> None:
        while self._idle:
            await greenlet_spawn(self._idle.pop()[0].close)

    async def _is_fit(self, driver: Any, since: float) -> bool:
        return True

    def _may_be_waited_for(self) -> bool:
        return False


class ServerConnections(Connections):
    """To PostgreSQL, whose driver hears at once of a connection that the server closed.

    `most_open`: how many the pool gives out; when they are out, somebody may wait there who is not seen here.
    """

    def __init__(self, engine: AsyncEngine, most_idle: int, most_open: int) -> None:
        super().__init__(engine, most_idle)
        self._most_open = most_open

    async def _is_fit(self, driver: Any, since: float) -> bool:
        if driver.driver_connection.is_closed():
            return False
        return monotonic() - since < LONGEST_REST or await greenlet_spawn(self._answers, driver)

    def _answers(self, driver: Any) -> bool:
        try:
            return bool(self.dialect.do_ping(driver))
        except self.dialect.loaded_dbapi.Error:
            return False

    def _may_be_waited_for(self) -> bool:
        pool: Any = self.engine.pool
        return bool(pool.checkedout() >= self._most_open)


def _throw_away(connection: Connection) -> None:
    connection.invalidate()
    connection.close()
