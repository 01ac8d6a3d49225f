"""Engines of database servers: their pools, and the room that a service has there."""

import math
import time
from typing import Any, Literal

import orjson
from sqlalchemy import Engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from common.config import Settings
from common.database.connections import LONGEST_REST

Dialect = Literal["sqlite", "postgresql", "mysql"]
JSON_OPTIONS: dict[str, Any] = {
    "json_serializer": lambda value: orjson.dumps(value).decode(),
    "json_deserializer": orjson.loads,
}


def server_engine(url: URL, settings: Settings) -> AsyncEngine:
    options: dict[str, Any] = {"pool_size": settings.database_pool_size, "max_overflow": settings.database_pool_size}
    options["pool_use_lifo"] = True  # the connection last used knows the statements, and so does its process over there
    if url.get_backend_name() == "postgresql":
        options["connect_args"] = {"server_settings": {"search_path": settings.service, "jit": "off"}}
    else:
        options["connect_args"] = {"charset": "utf8mb4"}
        options["isolation_level"] = "READ COMMITTED"
        options["pool_pre_ping"] = True
    engine = create_async_engine(url, pool_recycle=1800, **options, **JSON_OPTIONS)
    if url.get_backend_name() == "postgresql":
        _look_after_a_rest(engine.sync_engine)
    return engine


def _look_after_a_rest(engine: Engine) -> None:
    """A connection that rested is asked whether it is still there, one just given back is not: on PostgreSQL, whose
    driver hears of a closed connection at once, the question would cost as much as most units of work."""

    @event.listens_for(engine, "checkin")
    def note(connection: Any, record: Any) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def look(connection: Any, record: Any, fairy: Any) -> None:
        rested = time.monotonic() - record.info.get("rests_since", math.inf)
        if connection.driver_connection.is_closed():
            raise DisconnectionError("closed by the server")
        if rested > LONGEST_REST:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise DisconnectionError("gone without a word") from error


async def make_room(url: URL, dialect: Dialect, settings: Settings) -> None:
    """Create the service's schema (PostgreSQL) or database (MySQL) where it is missing."""
    if dialect == "postgresql":
        engine = create_async_engine(url)
        statement = f'CREATE SCHEMA IF NOT EXISTS "{settings.service}"'
    else:
        engine = create_async_engine(url._replace(database=None))
        statement = f"CREATE DATABASE IF NOT EXISTS `{url.database}` CHARACTER SET utf8mb4"
    async with engine.begin() as connection:
        if dialect == "postgresql":
            # IF NOT EXISTS still races between processes that start together
            await connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('shopkeeper schema'))"))
        await connection.execute(text(statement))
    await engine.dispose()
