"""Invoices: a customer and the staff take them as PDF, and the owner says what is on them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look import troubles
from tests.browser.people import paid_order, registered
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def saved(page: Page, name: str | re.Pattern[str]) -> tuple[str, bytes]:
    """(name, content) of the file behind this button."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).first.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_customer_and_the_staff_take_an_invoice_away(visit: Callable[..., Visit]) -> None:
    reader, staff = visit("en"), visit("zh").sign_in("owner")
    page = staff.open("/admin/settings?tab=invoices")
    page.get_by_label("编号前缀").first.fill("R/")
    page.get_by_label("法定名称").fill("Corner Ltd")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("设置已保存")).to_be_visible()
    assert troubles(page) == []

    email, password = registered(reader.suite)
    order = paid_order(reader.suite, token=reader.suite.sign_in(email, password))
    page = reader.sign_in_as(email, password).open(f"/orders/{order['id']}")
    name, content = saved(page, re.compile("^Download .+ as PDF$"))
    assert re.fullmatch(r"(R-|INV-)\d{5}\.pdf", name)
    assert content.startswith(b"%PDF-")
    assert troubles(page) == []

    page = staff.open(f"/admin/invoices?number={order['number']}")
    expect(page.locator("tr.el-table__row")).to_have_count(1)
    expect(page.locator("tr.el-table__row")).to_contain_text("Ada")
    assert saved(page, re.compile("^下载 ")) == (name, content)
    page.get_by_role("combobox", name="种类").press("Enter")
    page.get_by_role("option", name="贷项凭单").click()
    expect(page).to_have_url(re.compile("kind=credit_note"))
    expect(page.locator("tr.el-table__row")).to_have_count(0)
    assert troubles(page) == []
