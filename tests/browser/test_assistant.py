"""The assistant beside the page: it finds, adds and buys with a confirmation, and outlives a reload."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.look import offences, rest
from tests.browser.people import newcomer
from tests.browser.talking import TALKS, opened, say
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_finds_adds_and_buys_what_is_confirmed(visit: Callable[..., Visit], language: str) -> None:
    talk = TALKS[language]
    page = newcomer(visit(language, phone=language == "zh")).open("/")
    opened(page, talk)

    found = say(page, talk, talk.find).locator("article .product")
    title = found.nth(1).locator(".name").inner_text()
    assert offences(page) == []
    say(page, talk, talk.take)
    expect(page.locator("a.cart .count")).to_have_text("2")

    proposal = say(page, talk, talk.buy).locator(".answer .pending")
    expect(proposal).to_contain_text(title)
    assert offences(page) == []
    proposal.get_by_role("button", name=talk.confirm).dblclick()
    expect(page.get_by_text(talk.done)).to_be_visible()
    expect(page.locator("a.cart .count")).to_have_count(0)

    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + "/orders")
    expect(page.locator("article.card h2")).to_have_count(1)


def test_a_reload_in_mid_chat_goes_on_where_it_was(visit: Callable[..., Visit]) -> None:
    talk = TALKS["en"]
    page = newcomer(visit("en")).open("/")
    field = opened(page, talk)
    field.fill(talk.find)
    with page.expect_response(lambda answer: answer.url.endswith("/api/v1/chat") and answer.request.method == "POST"):
        field.press("Enter")
    page.reload()
    expect(page.locator("li.turn")).to_have_count(1)
    expect(page.locator("li.turn .question")).to_contain_text(talk.find)
    expect(page.locator("li.turn article .product").first).to_be_visible(timeout=30_000)
    rest(page)
    expect(page.locator("li.turn")).to_have_count(1)  # asked once, answered once


def test_escape_closes_it_and_gives_the_focus_back(visit: Callable[..., Visit]) -> None:
    talk = TALKS["en"]
    page = visit("en").open("/")
    opened(page, talk)
    page.keyboard.press("Escape")
    expect(page.locator("button.corner")).to_be_focused()
