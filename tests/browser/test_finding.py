"""Finding things: by stars, however the words are spelt, and the rules of the shop."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def test_a_list_is_narrowed_by_stars_with_the_keyboard(visit: Callable[..., Visit]) -> None:
    page = visit().open("/products")
    filters = page.get_by_role("complementary", name="Filters")
    filters.get_by_role("radio", name="Any rating").focus()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"min_rating=4"))
    expect(filters.get_by_role("radio", name="4 stars & up")).to_be_checked()
    expect(page.get_by_role("button", name="Remove the filter 4 stars & up")).to_be_visible()
    page.get_by_label("Sort by").select_option("rating")
    expect(page).to_have_url(re.compile(r"min_rating=4&sort=rating"))
    page.get_by_role("button", name="Remove the filter 4 stars & up").click()
    expect(filters.get_by_role("radio", name="Any rating")).to_be_checked()


def test_a_corrected_search_leads_back_to_the_words_as_typed(visit: Callable[..., Visit]) -> None:
    page = visit().open("/search?q=wireles+mosue")
    expect(page.get_by_text("Showing results for wireless mouse.")).to_be_visible()
    expect(page.locator("article").first).to_be_visible()
    page.get_by_role("link", name="wireles mosue").click()
    expect(page).to_have_url(re.compile(r"literal=true"))
    expect(page.get_by_role("heading", name="Nothing found for “wireles mosue”")).to_be_visible()
    page.get_by_role("link", name="wireless mouse").click()
    expect(page).to_have_url(re.compile(r"q=wireless\+mouse$"))


@pytest.mark.parametrize(
    ("language", "all_policies", "returns", "section", "anchor"),
    [
        ("en", "All policies", "Returns and refunds", "What cannot be returned", "what-cannot-be-returned"),
        ("zh", "全部政策", "退货与退款", "哪些商品不能退", "哪些商品不能退"),
    ],
)
def test_policies_are_read_and_a_cited_passage_stands_out(
    visit: Callable[..., Visit], language: str, all_policies: str, returns: str, section: str, anchor: str
) -> None:
    watched = visit(language)
    page = watched.open("/")
    page.get_by_role("contentinfo").get_by_role("link", name=all_policies).click()
    page.get_by_role("main").get_by_role("link", name=returns).click()
    expect(page.get_by_role("heading", level=1, name=returns)).to_be_visible()
    page.goto("about:blank")
    watched.open(f"/policies/returns#{anchor}")
    cited = page.locator("section.cited")
    expect(cited.get_by_role("heading", name=section)).to_be_in_viewport()
    expect(cited).to_have_count(1)


def test_signing_in_leads_on_to_the_part_that_was_asked_for(visit: Callable[..., Visit]) -> None:
    watched = visit()
    page = watched.open("/sign-in?next=/policies/payment%23declined-payments")
    email, password = watched.suite.demo_password("shopper")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(r"/policies/payment#declined-payments$"))
    expect(page.get_by_role("heading", name="Declined payments")).to_be_in_viewport()
