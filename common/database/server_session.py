"""Sessions on PostgreSQL and MySQL: a prepared statement is one journey to the server.

On PostgreSQL the driver is awaited as it is. SQLAlchemy's own way hides every waiting in a greenlet, and that costs the
client more than the statement.
"""

import re
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import greenlet_spawn

from common.database.connections import Connections
from common.database.prepared import Answer, Prepared, Preparer, translated
from common.database.sessions import PreparedSession

_TOUCHED = re.compile(r"(?:SELECT|UPDATE|DELETE|INSERT \d+) (\d+)")


class ServerSession(PreparedSession):
    """`alone`: every statement is a transaction of its own: reads, which see what is committed when they begin, or one
    write. On PostgreSQL none is opened for them: opening and ending it would be two journeys more.
    """

    def __init__(
        self, connections: Connections, preparer: Preparer, info: dict[str, Any], *, alone: bool = False
    ) -> None:
        super().__init__(preparer, info)
        self._connections = connections
        self._dialect = connections.dialect
        self._awaitable = self._dialect.name == "postgresql"
        self._alone = alone and self._awaitable
        self._broken: BaseException | None = None

    async def _take(self) -> tuple[Connection, Any]:
        connection, driver = await self._connections.take()
        if self._alone:
            driver.autocommit = True  # nothing is sent for this
        return connection, driver

    async def _give_back(self, connection: Connection, driver: Any) -> None:
        if self._broken is not None:
            await greenlet_spawn(connection.invalidate, self._broken)
        elif self._alone:
            driver.autocommit = False
        await self._connections.give_back(connection)

    async def _run(self, prepared: Prepared, given: Any) -> Answer:
        sql, values = prepared.filled(given)
        try:
            if self._awaitable and type(given) is not list:
                rows, touched = await _ask(self._driver, sql, values)
            else:
                rows, touched = await greenlet_spawn(_send, self._driver, sql, values, type(given) is list)
        except self._dialect.loaded_dbapi.Error as error:
            raise self._known(error, sql, values) from error
        except BaseException as error:  # called off in the middle: nobody knows what the connection is at
            self._broken = error
            raise
        return prepared.answer(rows, touched)

    async def _end(self, *, commit: bool) -> None:
        if self._driver is None or self._alone or self._broken is not None:
            return
        try:
            if self._awaitable:
                await _finish(self._driver, commit)
            else:
                await greenlet_spawn(self._driver.commit if commit else self._driver.rollback)
        except self._dialect.loaded_dbapi.Error as error:
            raise self._known(error, "COMMIT" if commit else "ROLLBACK") from error
        except BaseException as error:
            self._broken = error
            raise

    def _known(self, error: Any, sql: str, values: Any = ()) -> Exception:
        """Also notes whether the connection is of no use any more: it is lost, or its plans are out of date."""
        dialect = self._dialect
        if dialect.is_disconnect(error, self._driver, None) or isinstance(
            error, dialect.loaded_dbapi.NotSupportedError
        ):
            self._broken = error
        known = translated(error, sql, values, dialect)
        if isinstance(known, DBAPIError):
            known.connection_invalidated = self._broken is not None
        return known


async def _ask(driver: Any, sql: str, values: Any) -> tuple[Any, int]:
    """As the cursor of SQLAlchemy's adapter for asyncpg does it, one journey after the other."""
    try:
        if driver._transaction is None:
            await driver._start_transaction()
        statement, _ = await driver._prepare(sql, 0)
        rows = await statement.fetch(*values)
    except Exception as error:
        driver._handle_exception(error)  # raises it as everybody above knows it
        raise
    touched = _TOUCHED.match(statement.get_statusmsg() or "")
    return rows, int(touched[1]) if touched else -1


async def _finish(driver: Any, commit: bool) -> None:
    transaction = driver._transaction
    if transaction is None:
        return
    try:
        await driver._call_and_discard(transaction.commit if commit else transaction.rollback)
    except Exception as error:
        driver._handle_exception(error)
        raise


def _send(driver: Any, sql: str, values: Any, many: bool) -> tuple[Any, int]:
    cursor = driver.cursor()
    try:
        if many:
            cursor.executemany(sql, values)
        else:
            cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else (), cursor.rowcount
    finally:
        cursor.close()
