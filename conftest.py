"""Fixtures for all tests: a throw-away database of the chosen kind, settings, an issuer of tokens, the whole suite."""

import contextvars
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from common.config import Settings, load_settings
from tests.support.databases import ThrowAwayDatabase
from tests.support.issuer import Issuer
from tests.support.moulds import Mould
from tests.support.plans import Plans, watch
from tests.support.suite import InProcessSuite

DATABASES = ("sqlite", "postgres", "mysql")
TESTS_TOGETHER = 10
_ended: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=DATABASES, default="sqlite", help="what integration tests run on")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a server only what asks for a database: the rest was seen on SQLite and has nothing else to say."""
    if config.getoption("--database") == "sqlite":
        return
    alike = [item for item in items if "database_kind" not in getattr(item, "fixturenames", ())]
    left_out = set(alike)
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=alike)


@pytest.fixture(scope="session", autouse=True)
def _short_tracebacks() -> None:
    """structlog's own ones render every local variable, which takes seconds for an error of the database."""
    structlog.configure(processors=[structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)])


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """What is still there after some tests stays: a look for garbage that walks over it takes seconds after a while,
    in the middle of whatever a test waits for."""
    _ended.append(item.name)
    if len(_ended) % TESTS_TOGETHER == 0:
        contextvars.Context().run(gc.collect)  # what a test left half done ends here, and sets nothing for the others
        gc.freeze()


@pytest.fixture(scope="session")
def database_kind(request: pytest.FixtureRequest) -> str:
    return str(request.config.getoption("--database"))


@pytest.fixture(scope="session")
def mould(database_kind: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mould]:
    made = Mould(database_kind, tmp_path_factory.mktemp("mould"))
    yield made
    made.end()


@pytest.fixture
def throw_away(mould: Mould) -> Iterator[ThrowAwayDatabase]:
    """A database of this test's own; skipped with the reason when the server does not answer."""
    with mould.cast() as database:
        yield database


@pytest.fixture
def make_settings(tmp_path: Path, mould: Mould, throw_away: ThrowAwayDatabase) -> Callable[..., Any]:
    """`make_settings(OrderSettings, seed_demo=True)`: settings of a service on this test's database and folder."""

    def make(cls: type[Settings], **overrides: Any) -> Any:
        values = {"env": "test", "data_dir": tmp_path, "database_url": throw_away.url, "seed_demo": False}
        settings = load_settings(cls, **(values | overrides))
        mould.place(settings)
        return settings

    return make


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch, database_kind: str) -> Plans:
    """What SQLite makes of the statements to come; named before the fixture that opens the database."""
    if database_kind != "sqlite":
        pytest.skip("servers keep statistics, and plan by them")
    return watch(monkeypatch)


@pytest.fixture(scope="session")
def issuer() -> Issuer:
    """Stands in for user_service where a test needs tokens and nothing else of it."""
    return Issuer()


@pytest.fixture
async def suite(make_settings: Callable[..., Any]) -> AsyncIterator[InProcessSuite]:
    """All four services in this process, talking HTTP to each other through ASGI."""
    async with InProcessSuite(make_settings) as running:
        yield running
