"""The whole purchase by a new shopper; nothing that people do on the way makes a second order of it."""

import re
import secrets
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.shopper import (
    WORDS,
    amount,
    choose_payment,
    fill_address,
    find_and_add,
    pay_button,
    to_checkout,
)
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

PRODUCT = re.compile(r"//[^/]+/products/")
ORDER = re.compile(r"/orders/ord_[0-9a-f]{32}")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_shopper_signs_up_and_buys(visit: Callable[..., Visit], language: str) -> None:
    words = WORDS[language]
    page = visit(language).open("/")
    find_and_add(page, words)
    page.keyboard.press("Escape")

    page.get_by_role("button", name=words.account).click()
    page.get_by_role("link", name=words.sign_up).click()
    email = f"ada-{secrets.token_hex(4)}@example.com"
    page.locator("input[type=email]").fill(email)
    page.locator('[autocomplete="new-password"]').fill(secrets.token_urlsafe(12))
    page.locator("form.card .button-primary").click()
    page.wait_for_url(PRODUCT)

    page.locator("a.cart").click()
    expect(page.locator(".line")).to_have_count(1)  # the guest's cart came along
    to_checkout(page, words)
    expect(page.get_by_text(email)).to_be_visible()
    fill_address(page)
    total = amount(pay_button(page).inner_text())
    pay_button(page).click()

    expect(page.get_by_text(words.thanks)).to_be_visible()
    expect(page).to_have_url(ORDER)
    expect(page.locator("h1")).to_contain_text(words.order)
    expect(page.locator("#content header .status")).to_have_text(words.paid)
    assert amount(page.locator("dl dd.whole").inner_text()) == total
    page.goto(page.url.split("/orders")[0] + "/orders")
    expect(page.get_by_role("heading", level=1)).to_have_text(words.orders)
    expect(page.locator("article.card")).to_have_count(1)
    assert amount(page.locator("article.card .total").inner_text()) == total


def test_a_reload_a_declined_card_and_the_back_button_lose_and_double_nothing(visit: Callable[..., Visit]) -> None:
    words = WORDS["en"]
    shopper = visit("en")
    shopper.excused.append("402")
    page = shopper.open("/")
    find_and_add(page, words)
    to_checkout(page, words)
    fill_address(page, "ada@example.com")
    page.reload()
    expect(page.locator("input[type=email]")).to_have_value("ada@example.com")
    expect(page.locator('[autocomplete="shipping address-level2"]')).to_have_value("London")

    expect(pay_button(page)).to_be_enabled()
    choose_payment(page, "tok_decline")
    pay_button(page).click()
    expect(page.get_by_role("alert").locator("p")).to_have_text([words.declined, words.provider_declined])
    expect(page.locator('[autocomplete="shipping name"]')).to_have_value("Ada Lovelace")

    choose_payment(page, "tok_approve")
    pay_button(page).click()
    expect(page.get_by_text(words.thanks)).to_be_visible()
    order = ORDER.search(page.url)
    assert order is not None
    page.go_back()
    page.goto(shopper.suite.url("web", "/checkout"))
    expect(page).to_have_url(re.compile(order[0]))  # the order that was made, not a form for another one
    page.goto(shopper.suite.url("web", "/orders"))
    expect(page.locator("article.card")).to_have_count(1)


def test_a_double_click_orders_once(visit: Callable[..., Visit]) -> None:
    words = WORDS["en"]
    shopper = visit("en")
    page = shopper.open("/")
    find_and_add(page, words)
    to_checkout(page, words)
    fill_address(page, "ada@example.com")
    pay_button(page).dblclick()
    expect(page.get_by_text(words.thanks)).to_be_visible()
    page.goto(shopper.suite.url("web", "/orders"))
    expect(page.locator("article.card")).to_have_count(1)
