"""Without a mouse: a whole purchase, one with the assistant, and an order of the console."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.people import newcomer, paid_order
from tests.browser.shopper import ADDRESS, WORDS, pay_button
from tests.browser.test_assistant import TALKS
from tests.browser.visit import Visit
from tests.support.running_suite import RunningSuite

pytestmark = pytest.mark.browser


def with_options(suite: RunningSuite) -> dict[str, Any]:
    """A product that is there in more than one variant."""
    query = {"in_stock": "true", "limit": "100"}
    listed = suite.get("product", "/api/v1/products", params=query).raise_for_status().json()["items"]
    return next(one for one in listed if one["variants_count"] > 1 and one["availability"] == "in_stock")


def find(page: Page, keys: Keyboard, title: str) -> None:
    """By the search box, its suggestions passed over, in the list that is narrowed to what is there."""
    keys.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    assert page.evaluate("document.getAnimations().length") == 0  # nothing moves for who asked for less motion
    field = page.get_by_role("combobox", name="Search for products")
    keys.fill(field, title)
    expect(page.get_by_role("option").first).to_be_visible()
    keys.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", re.compile("."))
    keys.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    keys.press("Enter")
    page.wait_for_url("**/search?q=*")
    there = page.get_by_role("checkbox", name="In stock only")
    keys.to(there)
    keys.press("Space")
    page.wait_for_url("**in_stock=true*")
    expect(there).to_be_focused()  # to go on from where one is
    keys.choose(page.locator("article.product h3 a", has_text=title).first)
    page.wait_for_url("**/products/prd_*")


def choose_other(page: Page, keys: Keyboard) -> None:
    """The next value of the first option."""
    values = page.locator(".options fieldset").first.get_by_role("radio")
    chosen = values.and_(page.locator(":checked"))
    before = chosen.input_value()
    keys.to(chosen)
    keys.press("ArrowRight")
    expect(chosen).not_to_have_value(before)
    expect(chosen).to_be_focused()


def add(page: Page, keys: Keyboard) -> None:
    """Into the cart, whose drawer opens with the focus inside and gives it back."""
    button = page.get_by_role("button", name="Add to cart", exact=True)
    keys.choose(button)
    drawer = page.get_by_role("dialog", name="In your cart")
    expect(drawer.locator(".line")).to_have_count(1)
    expect(drawer.locator(":focus")).to_have_count(1)
    keys.press("Escape")
    expect(drawer).to_have_count(0)
    expect(button).to_be_focused()


def fill_checkout(page: Page, keys: Keyboard) -> None:
    keys.fill(page.locator("input[type=email]"), "ada@example.com")
    for purpose, value in ADDRESS.items():
        keys.fill(page.locator(f'[autocomplete="{purpose}"]'), value)
    country = page.locator('[autocomplete="shipping country"]')
    keys.to(country)
    with page.expect_response(lambda answer: answer.url.endswith("/address") and answer.ok):
        keys.write("United K")
    expect(country).to_have_value("GB")
    keys.to(page.locator("input[name=shipping]:checked"))
    ways = page.locator("input[name=payment]")
    keys.to(ways.and_(page.locator(":checked")))
    keys.press("ArrowDown")
    expect(ways.nth(1)).to_be_checked()
    keys.press("ArrowUp")
    expect(ways.first).to_be_checked()


def test_a_whole_purchase(visit: Callable[..., Visit]) -> None:
    reader = visit("en")
    product = with_options(reader.suite)
    page = reader.open("/")
    keys = Keyboard(page)
    find(page, keys, product["title"])
    expect(page.get_by_role("heading", level=1)).to_have_text(product["title"])
    choose_other(page, keys)
    add(page, keys)
    keys.back_to(page.locator("a.cart"))
    keys.press("Enter")
    page.wait_for_url("**/cart")
    keys.choose(page.get_by_role("link", name=WORDS["en"].to_checkout))
    expect(page.locator("form.columns")).to_be_visible()
    fill_checkout(page, keys)
    expect(pay_button(page)).to_be_enabled()
    keys.choose(pay_button(page))
    expect(page.get_by_text(WORDS["en"].thanks)).to_be_visible()


def answered(page: Page, number: int) -> Locator:
    turns = page.locator("li.turn")
    expect(turns).to_have_count(number)
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    expect(turns.last.locator(".answer")).not_to_be_empty()
    return turns.last


def test_a_purchase_with_the_assistant(visit: Callable[..., Visit]) -> None:
    talk = TALKS["en"]
    page = newcomer(visit("en")).open("/")
    keys = Keyboard(page)
    opener = page.get_by_role("banner").get_by_role("button", name=talk.open)
    keys.choose(opener)
    field = page.get_by_role("textbox", name=talk.message)
    for number, words in enumerate((talk.find, talk.take, talk.buy), start=1):
        expect(field).to_be_focused()
        keys.write(words)
        keys.press("Enter")
        turn = answered(page, number)
    keys.back_to(turn.get_by_role("button", name=talk.confirm))
    keys.press("Enter")
    expect(page.get_by_text(talk.done)).to_be_visible()
    expect(page.locator("#assistant :focus")).to_have_count(1)  # the button is gone, the reader is not
    keys.press("Escape")
    expect(page.locator("#assistant")).to_have_count(0)
    expect(page.locator("button.corner, button.ask").and_(page.locator(":focus"))).to_have_count(1)


def test_an_order_of_the_console(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    order = paid_order(reader.suite)
    page = reader.open("/admin/orders")
    keys = Keyboard(page)
    keys.choose(page.get_by_role("link", name=f"#{order['number']}"))
    page.wait_for_url(f"**/admin/orders/{order['id']}")
    opener = page.get_by_role("button", name="Refund", exact=True)
    keys.choose(opener)
    form = page.get_by_role("dialog")
    expect(form.locator(":focus")).to_have_count(1)
    keys.fill(form.get_by_label("Reason"), "Arrived late")
    for _ in range(12):  # round and round: what lies behind cannot be reached
        keys.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    keys.press("Escape")
    expect(form).to_have_count(0)
    expect(opener).to_be_focused()


def test_a_list_gives_something_into_the_cart_without_losing_the_place(visit: Callable[..., Visit]) -> None:
    page = visit("en").open("/products")
    keys = Keyboard(page)
    button = page.locator("article.product .add").first
    keys.choose(button)
    expect(page.locator("a.cart .count")).to_have_text("1")
    expect(button).to_be_focused()
