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
            if self._is_fit(driver, since):
                return connection, driver
            await greenlet_spawn(connection.close)  # the pool looks after it
        connection = await greenlet_spawn(self.engine.connect)
        return connection, connection.connection.dbapi_connection

    async def give_back(self, connection: Connection) -> None:
        """With nothing open on it; one that failed is not kept."""
        if len(self._idle) < self._most and connection.get_transaction() is None and not connection.invalidated:
            self._idle.append((connection, monotonic()))
        else:
            await greenlet_spawn(connection.close)

    async def close(self) -> None:
        while self._idle:
            await greenlet_spawn(self._idle.pop()[0].close)

    def _is_fit(self, driver: Any, since: float) -> bool:
        return True


class ServerConnections(Connections):
    """To PostgreSQL, whose driver hears at once of a connection that the server closed."""

    def _is_fit(self, driver: Any, since: float) -> bool:
        return monotonic() - since < LONGEST_REST and not driver.driver_connection.is_closed()
