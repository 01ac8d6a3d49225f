"""A service that is down gives a message and a way to try again; being offline is noticed; nothing is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def test_products_that_do_not_come_can_be_asked_for_again(visit: Callable[..., Visit]) -> None:
    reader = visit("en")
    reader.excused.append("ERR_CONNECTION_REFUSED")
    door = reader.suite.url("product") + "/**"
    reader.page.route(door, lambda route: route.abort("connectionrefused"))
    page = reader.open("/products")
    note = page.get_by_role("alert").filter(has_text="The shop does not answer right now.").first
    expect(note).to_be_visible()
    page.unroute(door)
    note.get_by_role("button", name="Try again").click()
    expect(page.locator("article.product").first).to_be_visible()
    expect(note).to_have_count(0)


def test_the_console_says_that_a_service_is_down(visit: Callable[..., Visit]) -> None:
    reader = visit("zh").sign_in("owner")
    reader.excused.append("ERR_CONNECTION_REFUSED")
    door = reader.suite.url("product") + "/**"
    reader.page.route(door, lambda route: route.abort("connectionrefused"))
    page = reader.open("/admin/products")
    note = page.get_by_role("alert").filter(has_text="商店暂时没有响应。").first
    expect(note).to_be_visible()
    page.unroute(door)
    note.get_by_role("button", name="重试").click()
    expect(page.locator("tr.el-table__row").first).to_be_visible()


def test_being_offline_is_noticed(visit: Callable[..., Visit]) -> None:
    reader = visit("en")
    reader.excused.append("ERR_INTERNET_DISCONNECTED")
    page = reader.open("/")
    expect(page.locator("article.product").first).to_be_visible()
    banner = page.get_by_text("You are offline. What you see may be out of date.")
    reader.context.set_offline(True)
    expect(banner).to_be_visible()
    reader.context.set_offline(False)
    expect(banner).to_have_count(0)
