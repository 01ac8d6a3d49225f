"""Throw-away databases on real servers."""

import asyncio
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

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
    if kind == "sqlite":
        yield ThrowAwayDatabase(kind, None)
        return
    setting, default = _SERVERS[kind]
    server = os.environ.get(setting) or default
    name = f"shop_{secrets.token_hex(6)}"
    try:
        asyncio.run(_run(server, [f"CREATE DATABASE {name}"]))
    except (OSError, DBAPIError) as error:
        pytest.skip(f"no {kind} answers at {make_url(server).host}: {error}")
    try:
        yield ThrowAwayDatabase(kind, make_url(server).set(database=name).render_as_string(hide_password=False))
    finally:
        asyncio.run(_drop(server, kind, name))


async def _run(server: str, statements: list[str]) -> list[str]:
    engine = create_async_engine(_with_driver(server), isolation_level="AUTOCOMMIT")
    found: list[str] = []
    try:
        async with engine.connect() as connection:
            for statement in statements:
                result = await connection.execute(text(statement))
                if result.returns_rows:
                    found.extend(str(row[0]) for row in result)
    finally:
        await engine.dispose()
    return found


def _with_driver(server: str) -> str:
    url = make_url(server)
    driver = "postgresql+asyncpg" if url.get_backend_name() == "postgresql" else "mysql+asyncmy"
    return url.set(drivername=driver).render_as_string(hide_password=False)


async def _drop(server: str, kind: str, name: str) -> None:
    if kind == "postgres":
        await _run(server, [f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"])
        return
    found = await _run(server, [f"SHOW DATABASES LIKE '{name}%'"])
    await _run(server, [f"DROP DATABASE `{database}`" for database in found])
