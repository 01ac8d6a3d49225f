"""SQLite for the async engine without a thread: statements run on the event loop, commits in a thread.

A statement takes about 20 µs, a hop to a thread and back 100 µs; a commit waits for the disk, so it alone leaves
the loop. Measured in docs/decisions/0002-sqlite-on-the-loop.md.
"""

import sqlite3
from typing import Any

from sqlalchemy import pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.util import await_only

from common.database.group_commit import WriterConnection


async def _nothing() -> None:
    """SQLAlchemy refuses an async driver that never awaits."""


class LoopCursor(sqlite3.Cursor):
    server_side = False

    async def _async_soft_close(self) -> None:
        """Nothing is left open on the server: there is no server."""


class LoopConnection(sqlite3.Connection):
    """One connection to read with, or the one that all WriterConnections share."""

    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(factory or LoopCursor)


class SQLiteLoopDialect(SQLiteDialect_pysqlite):
    """`sqlite+loop:///file.db`."""

    driver = "loop"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[pool.Pool]:
        return pool.AsyncAdaptedQueuePool

    def create_connect_args(self, url: URL) -> Any:
        arguments, options = super().create_connect_args(url)
        return arguments, {**options, "factory": LoopConnection, "check_same_thread": False, "isolation_level": None}

    def do_begin(self, dbapi_connection: Any) -> None:
        connection = _plain(dbapi_connection)
        if isinstance(connection, WriterConnection):
            await_only(connection.begin())
        else:
            await_only(_nothing())
            if not connection.in_transaction:  # a session's first statements may have gone past SQLAlchemy
                connection.execute("BEGIN")

    def do_rollback(self, dbapi_connection: Any) -> None:
        connection = _plain(dbapi_connection)
        if isinstance(connection, WriterConnection):
            await_only(connection.end(commit=False))
        elif connection.in_transaction:
            connection.execute("ROLLBACK")

    def do_commit(self, dbapi_connection: Any) -> None:
        connection = _plain(dbapi_connection)
        if isinstance(connection, WriterConnection):
            await_only(connection.end(commit=True))
        elif connection.in_transaction:
            connection.execute("COMMIT")


def _plain(dbapi_connection: Any) -> Any:
    """The driver's connection under the pool's wrapper."""
    return getattr(dbapi_connection, "dbapi_connection", dbapi_connection)


registry.register("sqlite.loop", __name__, "SQLiteLoopDialect")
