"""A service's database: engines, units of work, reads."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.util import greenlet_spawn

from common.config import Settings
from common.database.connections import Connections, ServerConnections
from common.database.group_commit import GroupCommit, WriterConnection
from common.database.loop_session import LoopSession
from common.database.migrations import migrate
from common.database.ownership import FileOwnership
from common.database.prepared import Preparer
from common.database.scoping import guard_statements, statement_guard
from common.database.server_session import ServerSession
from common.database.servers import JSON_OPTIONS, Dialect, make_room, server_engine
from common.database.sessions import PreparedSession
from common.database.sqlite_dialect import LoopConnection

T = TypeVar("T")
_DRIVERS = {"postgresql": "postgresql+asyncpg", "mysql": "mysql+asyncmy", "mariadb": "mysql+asyncmy"}
_MOST_IDLE = 16
_in_unit_of_work: ContextVar[bool] = ContextVar("in_unit_of_work", default=False)


def after_commit(session: AsyncSession, callback: Callable[[], None]) -> None:
    """Have `callback` run once this unit of work is committed, and never if it is not."""
    session.info.setdefault("after_commit", []).append(callback)


class Database:
    """One per service. On SQLite one writer connection and several readers of one file; else one pool on a server."""

    def __init__(self, settings: Settings, metadata: MetaData) -> None:
        self.settings = settings
        self.metadata = metadata
        self.url, self.dialect = _place(settings)
        self._ownership: FileOwnership | None = None
        self._close_writer: Callable[[], None] = _nothing
        if self.dialect == "sqlite":
            self._ownership = FileOwnership(Path(str(self.url.database)))
            self.writer, self._close_writer = _sqlite_writer(self.url)
            self.reader = _sqlite_reader(self.url)
        else:
            self.writer = self.reader = server_engine(self.url, settings)
        self._thread_engine: Engine | None = None
        self._info: dict[str, Any] = {}
        self._kept = {engine: self._connections(engine) for engine in (self.writer, self.reader)}
        guard = None
        if settings.env == "test":
            tables = frozenset(name for name, table in metadata.tables.items() if "tenant_id" in table.c)
            guard = statement_guard(tables)
            for engine in {self.writer, self.reader}:
                guard_statements(engine.sync_engine, guard)
        preparer = Preparer(self.writer.dialect, guard)
        self._write_sessions = self._sessions(self.writer, preparer)
        self._read_sessions = self._sessions(self.reader, preparer, alone=True)
        sqlite = self.dialect == "sqlite"
        self._one_write_sessions = self._write_sessions if sqlite else self._sessions(self.writer, preparer, alone=True)

    @property
    def name(self) -> str:
        return self.settings.service

    async def start(self) -> None:
        """Own the file or make the schema, then migrate. FileInUse when another process is there."""
        if self._ownership is not None:
            self._ownership.take()
        else:
            await make_room(self.url, self.dialect, self.settings)
        await migrate(self.writer, self.metadata, self.settings.service, self.dialect)

    async def stop(self) -> None:
        """Close everything; SQLite's writer last, since the last to close checkpoints."""
        if self._thread_engine is not None:
            await asyncio.to_thread(self._thread_engine.dispose)
        for connections in reversed(self._kept.values()):
            await connections.close()
        await self.reader.dispose()
        await self.writer.dispose()
        self._close_writer()
        if self._ownership is not None:
            self._ownership.give_back()

    def equip(self, **info: Any) -> None:
        """Give every unit of work this in its session's `info`, for what must be found wherever a session goes."""
        self._info.update(info)

    def _connections(self, engine: AsyncEngine) -> Connections:
        if self.dialect == "sqlite":
            return Connections(engine, _MOST_IDLE)
        if self.dialect == "postgresql":
            size = self.settings.database_pool_size
            return ServerConnections(engine, size // 2, most_open=2 * size)
        return Connections(engine, 0)  # the pool asks every one of them whether it is still there

    def _sessions(
        self, engine: AsyncEngine, preparer: Preparer, *, alone: bool = False
    ) -> Callable[[], PreparedSession]:
        connections = self._kept[engine]
        if self.dialect == "sqlite":
            return lambda: LoopSession(connections, preparer, self._info)
        return lambda: ServerSession(connections, preparer, self._info, alone=alone)

    async def ping(self) -> None:
        async with self.reading() as session:
            await session.execute(text("SELECT 1"))

    @asynccontextmanager
    async def one_write(self) -> AsyncIterator[AsyncSession]:
        """A unit of work of one statement and no more: on PostgreSQL one journey to the server instead of three."""
        async with self._unit_of_work(self._one_write_sessions) as session:
            cast(PreparedSession, session).statements_left = 1
            yield session

    def unit_of_work(self) -> AbstractAsyncContextManager[AsyncSession]:
        """One write transaction: committed at the end, rolled back on an error. No call to a neighbour inside."""
        return self._unit_of_work(self._write_sessions)

    @asynccontextmanager
    async def _unit_of_work(self, sessions: Callable[[], PreparedSession]) -> AsyncIterator[AsyncSession]:
        if _in_unit_of_work.get():
            raise RuntimeError("a unit of work is already open here; hand its session on")
        token = _in_unit_of_work.set(True)
        try:
            session = sessions()
            try:
                yield session
                await _commit(session)
            except BaseException:
                await _close(session)
                raise
            await session.close()  # committed, so nothing is waited for
        finally:
            _in_unit_of_work.reset(token)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """One consistent read."""
        session = self._read_sessions()
        try:
            yield session
        finally:
            # SQLite ends a read without waiting for anybody; a server's answer is awaited also when we are cancelled
            await (session.close() if self.dialect == "sqlite" else _close(session))

    async def read_in_thread(self, read: Callable[[Connection], T]) -> T:
        """Run a long read away from the event loop. `read` gets a plain connection and must be thread-safe.

        On a server database the work is done there, so the connection is the async engine's own.
        """
        if self.dialect != "sqlite":
            connection, _ = await self._kept[self.reader].take()
            try:
                return await greenlet_spawn(read, connection)
            finally:
                await asyncio.shield(greenlet_spawn(connection.close))
        if self._thread_engine is None:
            self._thread_engine = _sqlite_thread_engine(self.url)
        return await asyncio.to_thread(_read, self._thread_engine, read)


def _nothing() -> None:
    """A server closes its own connections."""


def _read(engine: Engine, read: Callable[[Connection], T]) -> T:
    with engine.connect() as connection:
        return read(connection)


async def _commit(session: AsyncSession) -> None:
    """Commit to the end even when the caller is cancelled, so that what must follow a commit always does."""
    committing = session.leave() if isinstance(session, LoopSession) else None
    if committing is None:
        committing = asyncio.ensure_future(session.commit())
    try:
        await asyncio.shield(committing)
    except asyncio.CancelledError:
        await asyncio.wait([committing])
        if not committing.cancelled() and committing.exception() is None:
            _run_callbacks(session)
        raise
    except sqlite3.Error as error:
        raise cast(LoopSession, session).known(error, "COMMIT") from error
    _run_callbacks(session)


async def _close(session: AsyncSession) -> None:
    await asyncio.shield(asyncio.ensure_future(session.close()))


def _run_callbacks(session: AsyncSession) -> None:
    for callback in session.info.pop("after_commit", ()):
        callback()


def _place(settings: Settings) -> tuple[URL, Dialect]:
    """Where this service's tables live: its own file, schema or database."""
    if settings.database_url is None:
        file = settings.data_dir / f"{settings.short_name}.db"
        file.parent.mkdir(parents=True, exist_ok=True)
        return URL.create("sqlite+loop", database=str(file)), "sqlite"
    url = make_url(settings.database_url)
    family = url.drivername.split("+")[0]
    if family not in _DRIVERS:
        raise ValueError(f"DATABASE_URL: {family} is not one of postgresql, mysql, mariadb")
    url = url.set(drivername=_DRIVERS[family])
    if family == "postgresql":
        return url, "postgresql"
    return url.set(database=f"{url.database or 'shopkeeper'}_{settings.short_name}"), "mysql"


def _pragmas(writes: bool) -> tuple[str, ...]:
    """FULL, since NORMAL loses acknowledged commits in a power cut; only the writer checkpoints."""
    shared = ("busy_timeout=10000", "foreign_keys=ON", "temp_store=MEMORY")
    if writes:
        return ("journal_mode=WAL", "synchronous=FULL", "cache_size=-16000", *shared)
    return ("cache_size=-8000", "query_only=ON", "wal_autocheckpoint=0", *shared)


def _sqlite_writer(url: URL) -> tuple[AsyncEngine, Callable[[], None]]:
    """An engine whose connections are turns at one real connection, and what closes that."""
    opened: list[tuple[sqlite3.Connection, GroupCommit]] = []

    def connect() -> WriterConnection:
        if not opened:
            connection = sqlite3.connect(
                str(url.database), factory=LoopConnection, isolation_level=None, check_same_thread=False
            )
            for pragma in _pragmas(writes=True):
                connection.execute(f"PRAGMA {pragma}")
            opened.append((connection, GroupCommit(connection)))
        return WriterConnection(*opened[0])

    def close() -> None:
        while opened:
            opened.pop()[0].close()

    return create_async_engine(url, creator=connect, pool_size=64, max_overflow=-1, **JSON_OPTIONS), close


def _sqlite_reader(url: URL) -> AsyncEngine:
    engine = create_async_engine(url, pool_size=8, max_overflow=-1, pool_use_lifo=True, **JSON_OPTIONS)
    _prepare_readers(engine.sync_engine)
    return engine


def _prepare_readers(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        for pragma in _pragmas(writes=False):
            connection.execute(f"PRAGMA {pragma}")


def _sqlite_thread_engine(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="sqlite"), pool_size=2, max_overflow=2, **JSON_OPTIONS)
    _prepare_readers(engine)
    return engine
