"""The shop window opens, in the reader's language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "tag", "offered"), [("en", "en", "中文"), ("zh", "zh-CN", "English")])
def test_the_first_page_speaks_the_browsers_language(
    visit: Callable[..., Visit], language: str, tag: str, offered: str
) -> None:
    page = visit(language).open("/")
    expect(page.locator("html")).to_have_attribute("lang", tag)
    page.get_by_role("banner").get_by_role("button", name=offered).click()
    expect(page.locator("html")).not_to_have_attribute("lang", tag)
    page.reload()
    expect(page.locator("html")).not_to_have_attribute("lang", tag)  # what was chosen is kept
