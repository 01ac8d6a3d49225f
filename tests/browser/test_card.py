"""A card by Stripe's form: the bank asks, the page is left and loaded anew, and it is one order and one charge."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from order_service.tests.stripe_double import NOT_AUTHENTICATED, PUBLISHABLE_KEY, SECRET_KEY, StripeDouble
from tests.browser.look import sticks_out
from tests.browser.shopper import (
    WORDS,
    Words,
    amount,
    choose_payment,
    fill_address,
    find_and_add,
    pay_button,
    to_checkout,
)
from tests.browser.stripe_stand_in import (
    ASKED,
    ASKED_OUTSIDE,
    GOOD,
    INCOMPLETE,
    StripeInBrowser,
    answer_bank,
    choose_card,
    enter_card,
    stripe_beside,
)
from tests.browser.visit import Visit
from tests.conftest import Suites
from tests.support.running_suite import RunningSuite

pytestmark = pytest.mark.browser

ORDER = re.compile(r"/orders/ord_[0-9a-f]{32}")
CONFIRMED = {
    "en": "Your card is confirmed. It is charged once the order is placed.",
    "zh": "您的银行卡已确认，下单成功后才会扣款。",
}
AWAY = "Cards cannot be taken right now. Try again in a moment, or choose another way to pay."
CARD = {"en": "Card", "zh": "银行卡"}


@pytest.fixture(scope="module")
def stripe() -> Iterator[StripeDouble]:
    with stripe_beside() as double:
        yield double


@pytest.fixture(scope="module")
def shop_window(
    front_end: None, stripe: StripeDouble, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningSuite]:
    """A shop with Stripe's keys."""
    suites = Suites(tmp_path_factory.mktemp("cards"))
    keys = {"STRIPE_SECRET_KEY": SECRET_KEY, "STRIPE_PUBLISHABLE_KEY": PUBLISHABLE_KEY, "STRIPE_API_BASE": stripe.base}
    yield suites.make(PAYMENT_PROVIDERS="stripe,test", **keys).start()
    suites.close()


def at_checkout(shopper: Visit, words: Words) -> Page:
    page = shopper.open("/")
    find_and_add(page, words)
    to_checkout(page, words)
    fill_address(page, "ada@example.com")
    return page


def has_one_order(shopper: Visit) -> None:
    shopper.page.goto(shopper.suite.url("web", "/orders"))
    expect(shopper.page.locator("article.card")).to_have_count(1)


@pytest.mark.parametrize(("language", "phone"), [("en", False), ("zh", True)])
def test_a_card_that_the_bank_asks_about_pays(
    visit: Callable[..., Visit], stripe: StripeDouble, language: str, phone: bool
) -> None:
    words, shopper = WORDS[language], visit(language, phone=phone)
    browser = StripeInBrowser(stripe, shopper.context)
    page = shopper.open("/")
    find_and_add(page, words)
    assert browser.addresses == []  # nothing of Stripe's before the checkout
    to_checkout(page, words)
    fill_address(page, "ada@example.com")
    expect(page.locator("label.choice", has_text=CARD[language]).first).to_be_visible()
    choose_card(page)
    assert sticks_out(page) == []
    total = amount(pay_button(page).inner_text())
    pay_button(page).click()
    expect(page.get_by_role("alert")).to_have_text(INCOMPLETE)
    assert browser.intents == []

    enter_card(page, ASKED)
    pay_button(page).click()
    answer_bank(page, "yes")
    expect(page.get_by_text(words.thanks)).to_be_visible()
    expect(page).to_have_url(ORDER)
    expect(page.locator("#content header .status")).to_have_text(words.paid)
    assert amount(page.locator("dl dd.whole").inner_text()) == total
    [intent] = browser.intents
    assert (intent["status"], intent["amount_received"]) == ("succeeded", intent["amount"])
    has_one_order(shopper)


def test_a_card_that_the_bank_refuses_charges_nothing_and_another_pays(
    visit: Callable[..., Visit], stripe: StripeDouble
) -> None:
    shopper = visit("en")
    browser = StripeInBrowser(stripe, shopper.context)
    page = at_checkout(shopper, WORDS["en"])
    choose_card(page)
    enter_card(page, ASKED)
    pay_button(page).click()
    answer_bank(page, "no")
    expect(page.get_by_role("alert")).to_have_text(NOT_AUTHENTICATED)
    [intent] = browser.intents
    assert (intent["status"], intent["amount_capturable"]) == ("requires_payment_method", 0)

    enter_card(page, GOOD)
    pay_button(page).dblclick()
    expect(page.get_by_text(WORDS["en"].thanks)).to_be_visible()
    assert [each["status"] for each in browser.intents] == ["succeeded"]
    has_one_order(shopper)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_reload_after_the_card_was_confirmed_asks_for_no_second_one(
    visit: Callable[..., Visit], stripe: StripeDouble, language: str
) -> None:
    shopper = visit(language)
    shopper.excused += ["/api/v1/checkouts", "ERR_FAILED"]
    browser = StripeInBrowser(stripe, shopper.context)
    page = at_checkout(shopper, WORDS[language])
    choose_card(page)
    enter_card(page, GOOD)
    page.route(re.compile(r"/api/v1/checkouts$"), lambda route: route.abort())
    pay_button(page).click()
    expect(page.locator(".stop")).to_be_visible()
    [intent] = browser.intents
    assert intent["status"] == "requires_capture"

    expect(page.get_by_text(CONFIRMED[language])).to_be_visible()  # and no form for another card that would not count
    page.unroute_all()
    page.reload()
    expect(page.get_by_text(CONFIRMED[language])).to_be_visible()
    pay_button(page).click()
    expect(page.get_by_text(WORDS[language].thanks)).to_be_visible()
    assert [each["status"] for each in browser.intents] == ["succeeded"]
    has_one_order(shopper)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_bank_that_takes_the_whole_window_leads_back_to_one_order(
    visit: Callable[..., Visit], stripe: StripeDouble, answer: str
) -> None:
    words, shopper = WORDS["en"], visit("en")
    browser = StripeInBrowser(stripe, shopper.context)
    page = at_checkout(shopper, words)
    choose_card(page)
    enter_card(page, ASKED_OUTSIDE)
    pay_button(page).click()
    page.wait_for_url("https://hooks.stripe.com/**")
    page.locator(f"#{answer}").click()
    if answer == "no":
        expect(page.locator(".stop")).to_be_visible()
        assert page.url == shopper.suite.url("web", "/checkout")
        choose_card(page)
        enter_card(page, GOOD)
        pay_button(page).click()
    expect(page.get_by_text(words.thanks)).to_be_visible()
    expect(page).to_have_url(ORDER)
    assert [each["status"] for each in browser.intents] == ["succeeded"]
    [intent] = browser.intents
    said = f"payment_intent={intent['id']}&redirect_status=succeeded"
    page.goto(shopper.suite.url("web", f"/checkout?{said}"))  # as the back button may
    expect(page).to_have_url(ORDER)
    has_one_order(shopper)


def test_without_stripes_script_the_other_ways_to_pay_are_there(
    visit: Callable[..., Visit], stripe: StripeDouble
) -> None:
    shopper = visit("en")
    shopper.excused += ["js.stripe.com", "ERR_FAILED"]
    browser = StripeInBrowser(stripe, shopper.context, out_of_reach=True)
    page = at_checkout(shopper, WORDS["en"])
    page.locator('input[name=payment][value="provider:stripe:"]').check()
    expect(page.locator(".away")).to_contain_text(AWAY)
    pay_button(page).click()
    expect(page.locator(".stop")).to_have_text(AWAY)

    browser.out_of_reach = False
    page.locator(".away button").click()
    choose_card(page)
    choose_payment(page, "tok_approve")
    pay_button(page).click()
    expect(page.get_by_text(WORDS["en"].thanks)).to_be_visible()
    assert browser.intents == []


def test_a_lost_answer_of_the_checkout_is_asked_for_with_the_same_card(
    visit: Callable[..., Visit], stripe: StripeDouble
) -> None:
    shopper = visit("en")
    shopper.excused += ["/api/v1/checkouts", "ERR_FAILED"]
    browser = StripeInBrowser(stripe, shopper.context)
    page = at_checkout(shopper, WORDS["en"])
    choose_card(page)
    enter_card(page, GOOD)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(re.compile(r"/api/v1/checkouts$"), lose, times=1)
    pay_button(page).click()
    expect(page.locator(".stop")).to_be_visible()
    assert [each["status"] for each in browser.intents] == ["succeeded"]
    pay_button(page).click()
    expect(page.get_by_text(WORDS["en"].thanks)).to_be_visible()
    assert len(browser.intents) == 1
    has_one_order(shopper)
