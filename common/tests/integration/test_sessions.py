"""Ended sessions are refused on every write: by Valkey, by user_service, and when nobody can tell."""

import time
from collections.abc import AsyncIterator

import pytest
from httpx import AsyncClient

from common.api_clients.service_tokens import ServiceTokens
from common.api_clients.users import UsersClient
from common.cache import Valkey
from common.security.caller import Caller
from common.security.sessions import REVOCATIONS_READY, SessionChecks, SessionEnded, SessionUnknown, revoked_key
from common.tests.integration.conftest import MadeUpSettings, OwnValkey, until
from tests.support.issuer import USER_URL, Issuer

ALICE = Caller("usr_alice", "default", "ses_1", ("shopper",))


@pytest.fixture
async def users(settings: MadeUpSettings) -> AsyncIterator[tuple[UsersClient, Issuer]]:
    issuer = Issuer()
    async with issuer.client() as http:
        tokens = ServiceTokens(http, settings.model_copy(update={"user_service_url": USER_URL}))
        yield UsersClient(http, USER_URL, tokens), issuer


@pytest.fixture
async def nobody(settings: MadeUpSettings) -> AsyncIterator[UsersClient]:
    """A user_service that is not there."""
    async with AsyncClient() as http:
        there = settings.model_copy(update={"user_service_url": "http://127.0.0.1:9"})
        yield UsersClient(http, "http://127.0.0.1:9", ServiceTokens(http, there))


async def test_valkey_alone_answers_while_its_marker_stands(valkey: Valkey, nobody: UsersClient) -> None:
    await valkey.client.set(REVOCATIONS_READY, "1", ex=10)
    checks = SessionChecks(valkey, nobody)
    await checks.verify(ALICE)
    await valkey.client.set(revoked_key("ses_1"), "1", ex=900)
    with pytest.raises(SessionEnded):
        await checks.verify(ALICE)


async def test_a_flushed_valkey_is_not_believed(valkey: Valkey, users: tuple[UsersClient, Issuer]) -> None:
    client, issuer = users
    checks = SessionChecks(valkey, client)
    await valkey.client.set(REVOCATIONS_READY, "1", ex=10)
    await valkey.client.set(revoked_key("ses_1"), "1", ex=900)
    issuer.ended_sessions.add("ses_1")
    await valkey.client.flushall()
    with pytest.raises(SessionEnded):
        await checks.verify(ALICE)
    issuer.ended_sessions.clear()
    await checks.verify(ALICE)


async def test_a_valkey_that_was_away_is_not_believed_before_old_markers_ran_out(
    valkey: Valkey, own_valkey: OwnValkey, users: tuple[UsersClient, Issuer]
) -> None:
    client, issuer = users
    await valkey.ping()
    own_valkey.kill()
    assert not await valkey.ping()
    issuer.ended_sessions.add("ses_1")
    own_valkey.start()
    await until(valkey.ping)
    await valkey.client.set(REVOCATIONS_READY, "1", ex=10)
    with pytest.raises(SessionEnded):
        await SessionChecks(valkey, client).verify(ALICE)


async def test_without_valkey_user_service_is_asked(users: tuple[UsersClient, Issuer]) -> None:
    client, issuer = users
    checks = SessionChecks(Valkey(None), client)
    await checks.verify(ALICE)
    issuer.ended_sessions.add("ses_1")
    with pytest.raises(SessionEnded):
        await checks.verify(ALICE)


async def test_with_nobody_to_ask_the_write_is_refused_quickly(nobody: UsersClient) -> None:
    started = time.monotonic()
    with pytest.raises(SessionUnknown) as refused:
        await SessionChecks(Valkey(None), nobody).verify(ALICE)
    assert refused.value.status == 503
    assert time.monotonic() - started < 2.5


async def test_services_have_no_session(nobody: UsersClient) -> None:
    await SessionChecks(Valkey(None), nobody).verify(Caller("svc_order_service", "default", "", ("service",)))
