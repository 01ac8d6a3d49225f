"""The owner stops what agents write with one button, and allows it again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_button_stops_all_changes_by_agents(visit: Callable[..., Visit], language: str) -> None:
    english = language == "en"
    page = visit(language).sign_in("owner").open("/admin/tools")
    button = page.get_by_role("button", name="Stop all changes by agents" if english else "停止助手的所有改动")
    button.click()
    page.get_by_role("button", name="Stop now" if english else "立即停止").click()
    state = page.get_by_text("Everything that agents change is stopped." if english else "助手的所有改动已停止。")
    expect(state).to_be_visible()
    expect(page.get_by_role("link", name="Approvals" if english else "审批")).to_be_visible()
    page.get_by_role("button", name="Allow changes again" if english else "恢复改动").click()
    expect(button).to_be_visible()
