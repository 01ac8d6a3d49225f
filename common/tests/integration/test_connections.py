"""Connections to a server that are kept at hand: nobody is overtaken, and none that is gone is handed on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest
from sqlalchemy import text

from common.database import Database, use_tenant
from common.database.connections import ServerConnections
from common.tests.integration.test_database import Base, ShelfSettings


@pytest.fixture
async def database(make_settings: Callable[..., Any]) -> AsyncIterator[Database]:
    database = Database(make_settings(ShelfSettings, database_pool_size=2), Base.metadata)
    if database.dialect == "sqlite":
        pytest.skip("no server")
    await database.start()
    with use_tenant("north"):
        yield database
    await database.stop()


async def who_answers(database: Database) -> int:
    """The number of the server's process."""
    ask = "SELECT pg_backend_pid()" if database.dialect == "postgresql" else "SELECT connection_id()"
    async with database.reading() as session:
        return int(await session.scalar(text(ask)))


async def test_who_waits_is_served_before_who_comes_later(database: Database) -> None:
    async with AsyncExitStack() as rest:
        sessions = [database.reading() for _ in range(4)]  # all that the pool gives out
        for each in sessions[1:]:
            await (await rest.enter_async_context(each)).execute(text("SELECT 1"))
        async with sessions[0] as first:
            await first.execute(text("SELECT 1"))
            waiting = asyncio.create_task(who_answers(database))
            for _ in range(20):
                await asyncio.sleep(0)
            assert not waiting.done()
        for _ in range(20):
            await who_answers(database)
        assert waiting.done()
        await database.ping()
        assert await database.read_in_thread(lambda connection: connection.execute(text("SELECT 1")).scalar()) == 1


async def test_a_connection_that_does_not_answer_after_a_rest_is_not_handed_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.dialect != "postgresql":
        pytest.skip("the pool itself asks every time")
    before = await who_answers(database)
    assert await who_answers(database) == before
    monkeypatch.setattr("common.database.connections.LONGEST_REST", 0.0)
    assert await who_answers(database) == before
    monkeypatch.setattr(ServerConnections, "_answers", lambda self, driver: False)
    assert await who_answers(database) != before
