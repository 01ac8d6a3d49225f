"""SQLite's sessions: a prepared statement is a call of the driver, on the event loop."""

import asyncio
import sqlite3
from typing import Any

from sqlalchemy import Connection

from common.database.connections import Connections
from common.database.group_commit import WriterConnection
from common.database.prepared import Answer, Prepared, Preparer, translated
from common.database.sessions import PreparedSession


class LoopSession(PreparedSession):
    """On the one writer connection, taking turns, or on a reader."""

    def __init__(self, connections: Connections, preparer: Preparer, info: dict[str, Any]) -> None:
        super().__init__(preparer, info)
        self._connections = connections

    def leave(self) -> asyncio.Future[None] | None:
        """Have what was done committed with what others did: the future ends then. None where that is not ours."""
        driver = self._driver
        if type(driver) is not WriterConnection or self._orm_at_work():
            return None
        try:
            return driver.leave()
        except sqlite3.Error as error:
            raise self.known(error, "COMMIT") from error

    async def _take(self) -> tuple[Connection, Any]:
        connection, driver = await self._connections.take()
        try:
            await _begin(driver)
        except sqlite3.Error as error:
            await self._connections.give_back(connection)
            raise self.known(error, "BEGIN") from error
        except BaseException:  # called off while it waited for its turn
            await self._connections.give_back(connection)
            raise
        return connection, driver

    async def _give_back(self, connection: Connection, driver: Any) -> None:
        await self._connections.give_back(connection)

    async def _run(self, prepared: Prepared, given: Any) -> Answer:
        sql, values = prepared.filled(given)
        driver = self._driver.shared if type(self._driver) is WriterConnection else self._driver
        try:
            cursor = driver.executemany(sql, values) if type(given) is list else driver.execute(sql, values)
            rows = cursor.fetchall() if prepared.gives_rows else ()
        except sqlite3.Error as error:
            raise self.known(error, sql, values) from error
        return prepared.answer(rows, cursor.rowcount)

    async def _end(self, *, commit: bool) -> None:
        if self._driver is None:
            return
        try:
            if type(self._driver) is WriterConnection:
                await self._driver.end(commit=commit)
            elif self._driver.in_transaction:
                self._driver.execute("COMMIT" if commit else "ROLLBACK")
        except sqlite3.Error as error:
            raise self.known(error, "COMMIT" if commit else "ROLLBACK") from error

    def known(self, error: sqlite3.Error, sql: str, values: Any = ()) -> Exception:
        return translated(error, sql, values, self._connections.dialect)


async def _begin(driver: Any) -> None:
    if type(driver) is WriterConnection:
        await driver.begin()
    else:
        driver.execute("BEGIN")
