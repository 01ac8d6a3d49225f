"""A running suite for tests that look at the shop from outside."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.running_suite import RunningSuite


@pytest.fixture
def make_suite(tmp_path: Path) -> Iterator[Callable[..., RunningSuite]]:
    """`make_suite(SEED_DEMO="false")`: a suite, not yet started, with these settings."""
    made: list[RunningSuite] = []

    def make(**settings: str) -> RunningSuite:
        folder = tmp_path / f"suite{len(made)}"
        folder.mkdir()
        made.append(RunningSuite(folder, **settings))
        return made[-1]

    yield make
    for suite in made:
        suite.http.close()
        if suite.process is not None and suite.process.poll() is None:
            suite.stop()
