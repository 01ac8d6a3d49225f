"""One open shop and one browser for all browser tests; each test has a context of its own."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from common.config import ROOT
from tests.browser.visit import Visit
from tests.conftest import Suites
from tests.support import chromium
from tests.support.running_suite import RunningSuite

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
PATIENCE = 30_000  # ms until what is awaited counts as missing, suite and browser having two processors in all


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the first test waits for (packages, the build, the suite's start) is not part of its own time."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(300, func_only=True))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = chromium.find_or_install()
    except chromium.NoBrowser as reason:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(reason))
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def front_end() -> None:
    """As it is built from these sources, or by SITE_DIR's owner."""
    for command in ("packages",) if "SITE_DIR" in os.environ else ("packages", "build"):
        subprocess.run(["sh", "scripts/frontend", command], cwd=ROOT, check=True)


@pytest.fixture(scope="session")
def shop_window(front_end: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSuite]:
    """The suite with its demo catalogue."""
    suites = Suites(tmp_path_factory.mktemp("window"))
    yield suites.make(EGRESS_ALLOW="127.0.0.0/8").start()  # a test's own server gets webhooks
    suites.close()


@pytest.fixture
def visit(browser: Browser, shop_window: RunningSuite) -> Iterator[Callable[..., Visit]]:
    """`visit("zh", phone=True)`: a fresh browser with this language and size; at the end it must have stayed clean."""
    visits: list[Visit] = []

    def make(language: str = "en", *, phone: bool = False, **options: Any) -> Visit:
        screen = {"viewport": PHONE if phone else DESKTOP, "has_touch": phone}
        reader = {"locale": LOCALES[language], "reduced_motion": "reduce"}
        context = browser.new_context(**(screen | reader | options))
        context.set_default_timeout(PATIENCE)
        visits.append(Visit(shop_window, context, context.new_page()).watch())
        return visits[-1]

    yield make
    try:
        for each in visits:
            each.assert_clean()
    finally:
        for each in visits:
            each.context.close()
