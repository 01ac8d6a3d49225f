"""Running suites for tests that look at the shop from outside."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest
from httpx_aiohttp import AiohttpTransport

from tests.support.open_shop import OpenShop
from tests.support.running_suite import RunningSuite


class Suites:
    """Makes suites, each in a folder of its own, and stops them at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[RunningSuite] = []

    def make(self, **settings: str) -> RunningSuite:
        folder = self._folder / f"suite{len(self._made)}"
        folder.mkdir()
        self._made.append(RunningSuite(folder, **settings))
        return self._made[-1]

    def close(self) -> None:
        for suite in self._made:
            suite.http.close()
            if suite.process is not None and suite.process.poll() is None:
                suite.stop()


@pytest.fixture
def make_suite(tmp_path: Path) -> Iterator[Callable[..., RunningSuite]]:
    """`make_suite(SEED_DEMO="false")`: a suite, not yet started, with these settings."""
    suites = Suites(tmp_path)
    yield suites.make
    suites.close()


@pytest.fixture(scope="module")
def suite_settings() -> dict[str, str]:
    """What a module's suite is started with; a module with other wishes has a fixture of this name."""
    return {}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, suite_settings: dict[str, str]) -> Iterator[RunningSuite]:
    """One open suite for all tests of a module."""
    suites = Suites(tmp_path_factory.mktemp("running"))
    yield suites.make(**suite_settings).start()
    suites.close()


@pytest.fixture
async def shop(running: RunningSuite) -> AsyncIterator[OpenShop]:
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
    async with httpx.AsyncClient(transport=AiohttpTransport(limits=limits), timeout=60) as http:
        yield OpenShop(running, http)
