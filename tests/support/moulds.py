"""Databases that are at the newest version already.

Running every migration takes longer than most tests. So the real migrations run once in a process, into a mould, and a
test gets a copy of it (SQLite), or the same one again, emptied of its rows (servers).
"""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import MetaData, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from common.config import SERVICES, Settings
from common.database.migrations import VERSION_TABLE, head_version, upgrade
from tests.support.databases import ThrowAwayDatabase, connected, create, drop, url_of

_ROOMS = {service: service.removesuffix("_service") for service in SERVICES if head_version(service)}


class Mould:
    """Made at the first wish; `end()` removes what is left of it."""

    def __init__(self, kind: str, folder: Path) -> None:
        self._kind = kind
        self._folder = folder
        self._name: str | None = None
        self._tables: list[str] = []

    @contextmanager
    def cast(self) -> Iterator[ThrowAwayDatabase]:
        """One test's database."""
        if self._kind == "sqlite":
            yield ThrowAwayDatabase(self._kind, None)
            return
        yield ThrowAwayDatabase(self._kind, url_of(self._kind, self._made()))
        try:
            asyncio.run(_EMPTY[self._kind](str(self._name), self._tables))
        except DBAPIError:  # what a test did to the tables themselves is not taken back: the next one gets new ones
            self.end()

    def place(self, settings: Settings) -> None:
        """Put the service's SQLite file where it will look for it, if there is none yet."""
        file = settings.data_dir / f"{settings.short_name}.db"
        if self._kind != "sqlite" or settings.service not in _ROOMS or file.exists():
            return
        ready = self._folder / file.name
        if not ready.exists():
            _fill_sqlite(ready, settings.service)
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ready, file)

    def end(self) -> None:
        if self._name is not None:
            drop(self._kind, self._name)
            self._name = None

    def _made(self) -> str:
        if self._name is None:
            name = create(self._kind)
            try:
                self._tables = asyncio.run(_FILL[self._kind](name))
            except BaseException:
                drop(self._kind, name)
                raise
            self._name = name
        return self._name


def _fill_sqlite(file: Path, service: str) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        upgrade(connection, MetaData(), service)
    engine.dispose()


async def _fill_postgres(name: str) -> list[str]:
    """All tables that a service writes rows into."""
    tables = []
    async with connected(url_of("postgres", name)) as connection:
        for service in _ROOMS:
            await connection.execute(text(f'CREATE SCHEMA "{service}"'))
            await connection.execute(text(f'SET search_path TO "{service}"'))
            await connection.run_sync(upgrade, MetaData(), service)
            found = await _names(connection, f"SELECT tablename FROM pg_tables WHERE schemaname = '{service}'")
            tables += [f'"{service}"."{table}"' for table in found if table != VERSION_TABLE]
    return tables


async def _fill_mysql(name: str) -> list[str]:
    tables = []
    async with connected(url_of("mysql")) as connection:
        for room in _ROOMS.values():
            await connection.execute(text(f"CREATE DATABASE `{name}_{room}` CHARACTER SET utf8mb4"))
    for service, room in _ROOMS.items():
        async with connected(url_of("mysql", f"{name}_{room}")) as connection:
            await connection.run_sync(upgrade, MetaData(), service)
            found = await _names(connection, "SHOW TABLES")
            tables += [f"`{name}_{room}`.`{table}`" for table in found if table != VERSION_TABLE]
    return tables


async def _empty_postgres(name: str, tables: list[str]) -> None:
    async with connected(url_of("postgres", name)) as connection:
        await connection.execute(text("SET lock_timeout = '5s'"))
        schemas = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public)'"
        for stranger in set(await _names(connection, schemas)) - set(_ROOMS):
            await connection.execute(text(f'DROP SCHEMA "{stranger}" CASCADE'))
        if used := await _used(connection, tables):
            await connection.execute(text(f"TRUNCATE {', '.join(used)} RESTART IDENTITY CASCADE"))


async def _empty_mysql(name: str, tables: list[str]) -> None:
    rooms = {f"{name}_{room}" for room in _ROOMS.values()}
    async with connected(url_of("mysql")) as connection:
        for stranger in set(await _names(connection, f"SHOW DATABASES LIKE '{name}\\_%'")) - rooms:
            await connection.execute(text(f"DROP DATABASE `{stranger}`"))
        await connection.execute(text("SET FOREIGN_KEY_CHECKS = 0, lock_wait_timeout = 5"))
        for table in await _used(connection, tables):
            await connection.execute(text(f"DELETE FROM {table}"))
            await connection.execute(text(f"ALTER TABLE {table} AUTO_INCREMENT = 1"))


async def _used(connection: AsyncConnection, tables: list[str]) -> list[str]:
    """Those that have rows."""
    return await _names(
        connection,
        " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})" for table in tables),
    )


async def _names(connection: AsyncConnection, statement: str) -> list[str]:
    return [str(row[0]) for row in await connection.execute(text(statement))]


_FILL = {"postgres": _fill_postgres, "mysql": _fill_mysql}
_EMPTY = {"postgres": _empty_postgres, "mysql": _empty_mysql}
