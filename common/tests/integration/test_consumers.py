"""Consumers: each event's effect once and in order, whatever fails; woken by the bell, polling without it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, ClassVar

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncBaseTransport, AsyncClient, ConnectError, Request, Response
from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase

from common.api_clients.base import ServiceClient
from common.api_clients.service_tokens import ServiceTokens
from common.config import Settings
from common.database import Database, current_tenant, system_scope, use_tenant
from common.events import Consumer, Event, publish
from common.events.consumer import EventNotApplied
from common.events.tables import event_tables
from common.runtime import Runtime
from common.service import create_service
from common.tests.integration.conftest import OwnValkey, made_up_tables, until
from tests.support.issuer import USER_URL, Issuer


class SourceSettings(Settings):
    service: ClassVar[str] = "source_service"


class ReaderSettings(Settings):
    service: ClassVar[str] = "reader_service"


class SourceBase(DeclarativeBase):
    metadata = made_up_tables()


class ReaderBase(DeclarativeBase):
    metadata = made_up_tables()


EFFECTS = ReaderBase.metadata.tables["effects"]


@asynccontextmanager
async def no_room(runtime: Runtime) -> AsyncIterator[None]:
    yield None


def make_app(settings: Settings, base: type[DeclarativeBase], http: AsyncClient) -> FastAPI:
    return create_service(settings, title="t", description="t", base=base, build=no_room, routers=[], http=http)


class Pair:
    """A service with a log and another that reads it."""

    def __init__(self, source: FastAPI, reader: FastAPI, http: AsyncClient) -> None:
        self.source, self.reader, self.http = source, reader, http

    @property
    def source_database(self) -> Database:
        database: Database = self.source.state.runtime.database
        return database

    @property
    def database(self) -> Database:
        database: Database = self.reader.state.runtime.database
        return database

    async def publish(self, *subjects: str, tenant: str = "default", type: str = "thing.happened") -> None:
        with use_tenant(tenant):
            async with self.source_database.unit_of_work() as session:
                for subject in subjects:
                    await publish(session, type, subject, {})
        await self.source.state.runtime.events._relay.relay()

    def consumer(self, handle: Any = None, name: str = "source_service", **more: Any) -> Consumer:
        client = ServiceClient(
            self.http, "http://source.test", ServiceTokens(self.http, self.reader.state.runtime.settings)
        )
        handlers = {"thing.happened": handle or note}
        tables = event_tables(self.database.metadata)
        return Consumer(name, "source_service", handlers, self.database, tables, client, **more)

    async def effects(self) -> list[tuple[str, str]]:
        with system_scope():
            async with self.database.reading() as session:
                rows = await session.execute(select(EFFECTS.c.tenant_id, EFFECTS.c.what).order_by(EFFECTS.c.position))
                return [tuple(row) for row in rows]


async def note(session: AsyncSession, event: Event) -> None:
    """Writes the subject down behind all others; the same one twice would break a unique key."""
    with system_scope():
        last = await session.scalar(select(func.max(EFFECTS.c.position))) or 0
    row = {"tenant_id": current_tenant(), "position": last + 1, "what": event.subject_id}
    await session.execute(insert(EFFECTS).values(row))


class ByHost(AsyncBaseTransport):
    """Applications in this process, by the host they answer for."""

    def __init__(self, applications: dict[str, AsyncBaseTransport]) -> None:
        self._applications = applications

    async def handle_async_request(self, request: Request) -> Response:
        application = self._applications.get(request.url.host)
        if application is None:
            raise ConnectError("nobody listens there")
        return await application.handle_async_request(request)


@asynccontextmanager
async def running_pair(make_settings: Callable[..., Any], issuer: Issuer, **overrides: Any) -> AsyncIterator[Pair]:
    urls = {"user_service_url": USER_URL, **overrides}
    sources: dict[str, AsyncBaseTransport] = {"user.test": ASGITransport(app=issuer.app)}
    async with AsyncClient(transport=ByHost(sources)) as http:
        source = make_app(make_settings(SourceSettings, **urls), SourceBase, http)
        reader = make_app(make_settings(ReaderSettings, **urls), ReaderBase, http)
        async with source.router.lifespan_context(source), reader.router.lifespan_context(reader):
            sources["source.test"] = ASGITransport(app=source)
            yield Pair(source, reader, http)


@pytest.fixture
async def pair(make_settings: Callable[..., Any], issuer: Issuer) -> AsyncIterator[Pair]:
    async with running_pair(make_settings, issuer) as both:
        yield both


async def test_applies_each_event_once_in_order_for_its_own_tenant(pair: Pair) -> None:
    consumer = pair.consumer()
    assert await consumer.catch_up() == 0
    await pair.publish("a", "b")
    await pair.publish("other", type="not.ours")
    await pair.publish("c", tenant="elsewhere")
    assert await consumer.catch_up() == 3
    assert await consumer.catch_up() == 0
    assert await pair.consumer().catch_up() == 0, "a new process goes on where the last one stopped"
    assert await pair.effects() == [("default", "a"), ("default", "b"), ("elsewhere", "c")]


async def test_what_nobody_wants_is_passed_by_and_what_begins_to_be_wanted_is_not_missed(pair: Pair) -> None:
    wishes: list[set[str]] = [set(), set(), set(), {"thing.happened"}]

    async def wanted() -> set[str]:
        return wishes.pop(0) if len(wishes) > 1 else wishes[0]

    consumer = pair.consumer(wanted=wanted)
    await pair.publish("a", "b")
    assert (await consumer.catch_up(), consumer.types) == (0, frozenset())
    await pair.publish("c")  # wanted from here on: the wish is seen only after the page was read
    assert (await consumer.catch_up(), consumer.types) == (1, frozenset({"thing.happened"}))
    assert await pair.effects() == [("default", "c")]


async def test_a_service_reads_its_own_log_without_a_call(pair: Pair) -> None:
    source = pair.source.state.runtime.events
    seen: list[str] = []

    async def see(session: AsyncSession, event: Event) -> None:
        seen.append(f"{current_tenant()} {event.subject_id}")

    consumer = source.follow("source_service", {"thing.happened": see}, name="own")
    await pair.publish("a", "b")
    await pair.publish("other", type="not.ours")
    assert (await consumer.catch_up(), await consumer.catch_up()) == (2, 0)
    assert (seen, consumer.behind) == (["default a", "default b"], 0)


async def test_reads_on_over_many_pages(pair: Pair) -> None:
    subjects = [f"s{n:04d}" for n in range(450)]
    await pair.publish(*subjects)
    assert await pair.consumer().catch_up() == 450
    assert [what for _, what in await pair.effects()] == subjects


async def test_a_failing_event_holds_up_those_behind_it_and_loses_none(pair: Pair) -> None:
    broken = True

    async def fussy(session: AsyncSession, event: Event) -> None:
        await note(session, event)
        if broken and event.subject_id == "c":
            raise ValueError("not today")

    await pair.publish("a", "b", "c", "d")
    consumer = pair.consumer(fussy)
    for _ in range(3):
        with pytest.raises(EventNotApplied, match=r"thing\.happened 3"):
            await consumer.catch_up()
        assert consumer.stuck
    assert [what for _, what in await pair.effects()] == ["a", "b"], "what came before is kept, its own effect is not"
    broken = False
    await consumer.catch_up()
    assert [what for _, what in await pair.effects()] == ["a", "b", "c", "d"]
    assert not consumer.stuck


async def test_two_processes_of_one_consumer_share_the_work_without_doing_any_twice(pair: Pair) -> None:
    await pair.publish(*(f"s{n:03d}" for n in range(120)))
    first, second = pair.consumer(), pair.consumer()

    async def drain(consumer: Consumer) -> None:
        while len(await pair.effects()) < 120:
            await consumer.catch_up()

    await asyncio.wait_for(asyncio.gather(drain(first), drain(second)), 30)
    assert [what for _, what in await pair.effects()] == [f"s{n:03d}" for n in range(120)]


async def test_cancelled_in_the_middle_of_an_effect_it_begins_that_effect_again(pair: Pair) -> None:
    entered = asyncio.Event()

    async def stall(session: AsyncSession, event: Event) -> None:
        await note(session, event)
        entered.set()
        await asyncio.Event().wait()

    await pair.publish("a")
    task = asyncio.create_task(pair.consumer(stall).catch_up())
    await entered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await pair.effects() == []
    assert await pair.consumer().catch_up() == 1
    assert await pair.effects() == [("default", "a")]


async def test_a_source_that_is_away_is_waited_for(pair: Pair) -> None:
    client = ServiceClient(pair.http, "http://away.test", ServiceTokens(pair.http, pair.reader.state.runtime.settings))
    consumer = pair.consumer()
    consumer._client = client
    assert await consumer.catch_up() == 0
    assert not consumer.stuck


async def test_events_that_were_forgotten_unread_are_rebuilt(pair: Pair) -> None:
    rebuilt: list[int] = []

    async def rebuild(session: AsyncSession) -> None:
        rebuilt.append(1)

    await pair.publish("a", "b", "c")
    outbox = SourceBase.metadata.tables["outbox"]
    with system_scope():
        async with pair.source_database.unit_of_work() as session:
            await session.execute(delete(outbox).where(outbox.c.seq <= 2))
    consumer = pair.consumer(rebuild=rebuild)
    await until(lambda: _caught_up(consumer, pair, ["c"]))
    assert rebuilt == [1]


async def test_a_log_that_began_anew_is_read_from_its_start(pair: Pair) -> None:
    await pair.publish("a", "b")
    consumer = pair.consumer()
    await consumer.catch_up()
    outbox = SourceBase.metadata.tables["outbox"]
    with system_scope():
        async with pair.source_database.unit_of_work() as session:
            await session.execute(delete(outbox))
    await pair.publish("c")
    await until(lambda: _caught_up(consumer, pair, ["a", "b", "c"]))


async def test_the_log_is_for_services_only(pair: Pair, issuer: Issuer) -> None:
    async with AsyncClient(transport=ASGITransport(app=pair.source), base_url="http://source.test") as client:
        assert (await client.get("/internal/v1/events")).status_code == 401
        shopper = await client.get("/internal/v1/events", headers=issuer.bearer(roles=("owner",), permissions=("*",)))
        assert shopper.status_code == 403
        ours = await client.get("/internal/v1/events", headers=issuer.service_bearer())
        assert ours.json() == {"items": [], "read_to": 0, "oldest": 0, "newest": 0}
        assert (await client.get("/internal/v1/events?after=-1", headers=issuer.service_bearer())).status_code == 422


async def test_the_bell_wakes_and_without_valkey_events_still_arrive(
    make_settings: Callable[..., Any], issuer: Issuer, own_valkey: OwnValkey
) -> None:
    async with running_pair(make_settings, issuer, redis_url=own_valkey.url) as pair:
        events = pair.reader.state.runtime.events
        events._client_of = lambda service: ServiceClient(
            pair.http, "http://source.test", ServiceTokens(pair.http, pair.reader.state.runtime.settings)
        )
        never = 3600.0  # of itself it would look again long after the test
        events.consume("source_service", {"thing.rung": note}, name="woken", every=never)
        await until(lambda: events.bell.connected)
        await _tell(pair, "thing.rung", "first")
        await until(lambda: _has(pair, "first"))  # its first round may have read this one without a bell

        rings = count()

        async def rung() -> bool:
            await _tell(pair, "thing.rung", f"ring {next(rings)}")
            return await _has(pair, "ring 0")  # a busy bell may miss a ring, not all of them

        await until(rung)
        own_valkey.kill()
        events.consume("source_service", {"thing.polled": note}, name="polling")
        await _tell(pair, "thing.polled", "polled")
        await until(lambda: _has(pair, "polled"))
        own_valkey.start()
        await until(lambda: events.bell.connected)


async def _tell(pair: Pair, kind: str, subject: str) -> None:
    with use_tenant("default"):
        async with pair.source_database.unit_of_work() as session:
            await publish(session, kind, subject, {})


async def _has(pair: Pair, what: str) -> bool:
    return what in [seen for _, seen in await pair.effects()]


async def _caught_up(consumer: Consumer, pair: Pair, wanted: list[str]) -> bool:
    await consumer.catch_up()
    return [what for _, what in await pair.effects()] == wanted
