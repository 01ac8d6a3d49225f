"""Throw-away databases on real servers."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

_SERVERS = {
    "postgres": ("TEST_POSTGRES_URL", "postgresql+asyncpg://postgres@127.0.0.1:5432/postgres"),
    "mysql": ("TEST_MYSQL_URL", "mysql+asyncmy://root@127.0.0.1:3306/"),
}


@dataclass(frozen=True, slots=True)
class ThrowAwayDatabase:
    """`url` is a DATABASE_URL, or None for SQLite in the test's own folder."""

    kind: str
    url: str | None


@contextmanager
def throw_away_database(kind: str) -> Iterator[ThrowAwayDatabase]:
    """An empty one; skips the test with the reason when no server answers."""
    if kind == "sqlite":
        yield ThrowAwayDatabase(kind, None)
        return
    name = create(kind)
    try:
        yield ThrowAwayDatabase(kind, url_of(kind, name))
    finally:
        drop(kind, name)


def create(kind: str) -> str:
    """The new database's name; skips the test with the reason when no server answers."""
    name = f"shop_{secrets.token_hex(6)}"
    try:
        _run(kind, [f"CREATE DATABASE {name}"])
    except (OSError, DBAPIError) as error:
        pytest.skip(f"no {kind} answers at {make_url(url_of(kind)).host}: {error}")
    return name


def drop(kind: str, name: str) -> None:
    """With all that begin like it: on MySQL every service has one of its own."""
    if kind == "postgres":
        _run(kind, [f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"])
        return
    found = _run(kind, [f"SHOW DATABASES LIKE '{name}%'"])
    _run(kind, [f"DROP DATABASE `{database}`" for database in found])


def url_of(kind: str, name: str | None = None) -> str:
    """The DATABASE_URL of the server's own database, or of this one on it."""
    setting, default = _SERVERS[kind]
    url = make_url(os.environ.get(setting) or default)
    driver = "postgresql+asyncpg" if url.get_backend_name() == "postgresql" else "mysql+asyncmy"
    return url.set(drivername=driver, database=name or url.database).render_as_string(hide_password=False)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[AsyncConnection]:
    """Each statement its own transaction."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


def _run(kind: str, statements: list[str]) -> list[str]:
    async def run() -> list[str]:
        found: list[str] = []
        async with connected(url_of(kind)) as connection:
            for statement in statements:
                result = await connection.execute(text(statement))
                if result.returns_rows:
                    found.extend(str(row[0]) for row in result)
        return found

    return asyncio.run(run())
