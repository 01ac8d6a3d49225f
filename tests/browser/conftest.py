"""One open shop and one browser for all browser tests; each test has a context of its own."""

import os
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from common.config import ROOT
from tests.browser.visit import Visit
from tests.conftest import Suites
from tests.support import chromium
from tests.support.running_suite import RunningSuite

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = chromium.find_or_install()
    except chromium.NoBrowser as reason:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(reason))
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def shop_window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSuite]:
    """The suite with its demo catalogue and the front end as it is built from these sources."""
    subprocess.run(["sh", "scripts/frontend", "build"], cwd=ROOT, check=True)
    suites = Suites(tmp_path_factory.mktemp("window"))
    yield suites.make().start()
    suites.close()


@pytest.fixture
def visit(browser: Browser, shop_window: RunningSuite) -> Iterator[Callable[..., Visit]]:
    """`visit("zh", phone=True)`: a fresh browser with this language and size; at the end it must have stayed clean."""
    visits: list[Visit] = []

    def make(language: str = "en", *, phone: bool = False, **options: Any) -> Visit:
        locale = {"en": "en-GB", "zh": "zh-CN"}[language]
        size = PHONE if phone else DESKTOP
        context = browser.new_context(viewport=size, locale=locale, has_touch=phone, reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        visits.append(Visit(shop_window, context, context.new_page()).watch())
        return visits[-1]

    yield make
    try:
        for each in visits:
            each.assert_clean()
    finally:
        for each in visits:
            each.context.close()
