"""SQLite for the async engine without a thread: statements run on the event loop, commits in one thread.

A statement takes about 20 µs, a hop to a thread and back 100 µs; a commit waits for the disk, so it alone leaves
the loop. Measured in docs/decisions/0002-sqlite-on-the-loop.md.
"""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.util import await_only

_commits = ThreadPoolExecutor(max_workers=4, thread_name_prefix="sqlite-commit")


async def _nothing() -> None:
    """SQLAlchemy refuses an async driver that never awaits."""


class LoopCursor(sqlite3.Cursor):
    server_side = False

    async def _async_soft_close(self) -> None:
        """Nothing is left open on the server: there is no server."""


class LoopConnection(sqlite3.Connection):
    """One connection, used by one unit of work at a time; `writes` opens transactions that own the write lock."""

    writes = False

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
        await_only(_nothing())
        dbapi_connection.execute("BEGIN IMMEDIATE" if dbapi_connection.writes else "BEGIN")

    def do_rollback(self, dbapi_connection: Any) -> None:
        if dbapi_connection.in_transaction:
            dbapi_connection.execute("ROLLBACK")

    def do_commit(self, dbapi_connection: Any) -> None:
        if not dbapi_connection.in_transaction:
            return
        if not dbapi_connection.writes:
            dbapi_connection.execute("COMMIT")
            return
        loop = asyncio.get_running_loop()
        await_only(loop.run_in_executor(_commits, dbapi_connection.execute, "COMMIT"))


registry.register("sqlite.loop", __name__, "SQLiteLoopDialect")
