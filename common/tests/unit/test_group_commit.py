"""Units of work that share a commit: together on the disk, each alone in its failure."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from common.database.group_commit import GroupCommit, WriterConnection


class Undone(Exception):
    pass


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("CREATE TABLE jars (id INTEGER PRIMARY KEY)")
    connection.execute("CREATE TABLE sweets (jar INTEGER REFERENCES jars DEFERRABLE INITIALLY DEFERRED)")
    yield connection
    connection.close()


@pytest.fixture
def commits(connection: sqlite3.Connection) -> list[str]:
    seen: list[str] = []
    connection.set_trace_callback(lambda sql: seen.append(sql) if sql in ("COMMIT", "ROLLBACK") else None)
    return seen


@pytest.fixture
def work(connection: sqlite3.Connection) -> Callable[..., asyncio.Task[None]]:
    group = GroupCommit(connection)

    async def unit(sql: str, *, fails: bool = False) -> None:
        turn = WriterConnection(connection, group)
        await turn.begin()
        try:
            connection.execute(sql)
            await asyncio.sleep(0)
            if fails:
                raise Undone
        except (Undone, sqlite3.Error, asyncio.CancelledError):
            await turn.end(commit=False)
            raise
        await turn.end(commit=True)

    return lambda *arguments, **options: asyncio.ensure_future(unit(*arguments, **options))


def jars(connection: sqlite3.Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT id FROM jars ORDER BY id")]


async def test_those_who_queue_share_a_commit(
    connection: sqlite3.Connection, commits: list[str], work: Callable
) -> None:
    await asyncio.gather(*(work(f"INSERT INTO jars VALUES ({number})") for number in range(20)))
    assert jars(connection) == list(range(20))
    assert commits == ["COMMIT"]


async def test_a_group_has_an_end(connection: sqlite3.Connection, commits: list[str], work: Callable) -> None:
    await asyncio.gather(*(work(f"INSERT INTO jars VALUES ({number})") for number in range(70)))
    assert jars(connection) == list(range(70))
    assert commits == ["COMMIT"] * 3  # 32 + 32 + 6


async def test_one_that_fails_undoes_only_itself(
    connection: sqlite3.Connection, commits: list[str], work: Callable
) -> None:
    tasks = [work(f"INSERT INTO jars VALUES ({number})", fails=number in (0, 2, 5)) for number in range(6)]
    tasks.append(work("INSERT INTO jars VALUES (1)"))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert jars(connection) == [1, 3, 4]
    assert [type(result) for result in results] == [
        Undone, type(None), Undone, type(None), type(None), Undone, sqlite3.IntegrityError,
    ]  # fmt: skip
    assert commits == ["COMMIT"]


async def test_nothing_is_committed_when_all_fail(
    connection: sqlite3.Connection, commits: list[str], work: Callable
) -> None:
    tasks = [work(f"INSERT INTO jars VALUES ({number})", fails=True) for number in range(3)]
    await asyncio.gather(*tasks, return_exceptions=True)
    assert jars(connection) == []
    assert commits == ["ROLLBACK"]
    assert not connection.in_transaction


async def test_a_commit_that_fails_fails_for_all_and_the_next_group_goes_on(
    connection: sqlite3.Connection, work: Callable
) -> None:
    tasks = [work("INSERT INTO jars VALUES (1)"), work("INSERT INTO sweets VALUES (99)")]
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(result) for result in results] == [sqlite3.IntegrityError] * 2
    assert jars(connection) == []
    await work("INSERT INTO jars VALUES (2)")
    assert jars(connection) == [2]


@pytest.mark.parametrize("swallowed", [False, True], ids=["told", "swallowed"])
async def test_a_full_disk_fails_whoever_shared_the_transaction_and_the_next_group_goes_on(
    connection: sqlite3.Connection, swallowed: bool
) -> None:
    connection.execute("PRAGMA max_page_count=20")
    group = GroupCommit(connection)

    async def unit(sql: str) -> None:
        turn = WriterConnection(connection, group)
        await turn.begin()
        try:
            connection.execute(sql)
            await asyncio.sleep(0)
        except sqlite3.OperationalError:
            if not swallowed:
                await turn.end(commit=False)
                raise
        await turn.end(commit=True)

    too_much = "INSERT INTO sweets VALUES (zeroblob(1000000))"
    units = ("INSERT INTO jars VALUES (1)", too_much, "INSERT INTO jars VALUES (3)")
    async with asyncio.timeout(60):
        first, full, after = await asyncio.gather(*map(unit, units), return_exceptions=True)
    assert [type(result) for result in (first, full, after)] == [
        sqlite3.OperationalError, sqlite3.OperationalError, type(None),
    ]  # fmt: skip
    assert jars(connection) == [3]


async def test_who_is_cancelled_in_the_queue_holds_nobody_up(connection: sqlite3.Connection, work: Callable) -> None:
    for hesitation in range(8):
        connection.execute("DELETE FROM jars")
        tasks = [work(f"INSERT INTO jars VALUES ({number})") for number in range(5)]
        for _ in range(hesitation):
            await asyncio.sleep(0)
        tasks[2].cancel()
        with suppress(asyncio.CancelledError):
            await tasks[2]
        async with asyncio.timeout(60):
            await asyncio.gather(*tasks[:2], *tasks[3:])
        assert set(jars(connection)) >= {0, 1, 3, 4}
        async with asyncio.timeout(60):
            await work("INSERT INTO jars VALUES (10)")


async def test_a_refusal_is_told_once_its_reason_is_on_the_disk(
    connection: sqlite3.Connection, commits: list[str], work: Callable
) -> None:
    first, second = work("INSERT INTO jars VALUES (1)"), work("INSERT INTO jars VALUES (1)")
    third = work("INSERT INTO jars VALUES (3)")
    with pytest.raises(sqlite3.IntegrityError):
        await second
    assert commits == ["COMMIT"]
    await asyncio.gather(first, third)
    assert jars(connection) == [1, 3]
