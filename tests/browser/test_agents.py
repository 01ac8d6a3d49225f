"""An agent from its first draft to its second version and back, by hand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.look import rest, troubles
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def test_an_agent_is_built_tried_published_and_rolled_back(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    page = reader.open("/admin/agents")
    page.get_by_role("button", name="New agent").click()
    form = page.get_by_role("dialog", name="New agent")
    form.get_by_label("Name in addresses").fill("gift-adviser")
    form.get_by_label("Name · English").fill("Gift adviser")
    form.get_by_label("Name · Chinese").fill("礼品顾问")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gift adviser")
    expect(page.get_by_text("Not published yet", exact=True)).to_be_visible()

    told = page.get_by_label("Instructions · English")
    told.fill("You find presents.\nYou sell at {{shop}}.")
    page.get_by_label("search_products").check()
    save = page.get_by_role("button", name="Save the draft")
    save.click()
    expect(page.get_by_role("alert").first).to_contain_text("en, line 2, column 13: {{shop}} is no variable")
    told.fill("You find presents.\nYou sell at {{shop_name}}.")
    reader.excused.append("422 (Unprocessable")
    save.click()
    expect(page.get_by_text("The draft is saved.")).to_be_visible()

    trying = page.get_by_role("region", name="Try it out")
    trying.get_by_label("Message").fill("find a keyboard")
    trying.get_by_role("button", name="Run").click()
    expect(trying.get_by_text("Called search_products")).to_be_visible()
    trying.get_by_text("Step 1").click()
    expect(trying.locator("pre").first).to_contain_text("You find presents.\nYou sell at")
    rest(page)
    assert troubles(page) == []

    publish(reader, "The first")
    expect(page.get_by_role("listitem").filter(has_text="The first")).to_contain_text("Answers now")
    told.fill("You find presents.\nYou are brief.\nYou sell at {{shop_name}}.")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("link", name="AI agents").first.click()
    expect(told).to_have_value("You find presents.\nYou are brief.\nYou sell at {{shop_name}}.")
    save.click()
    publish(reader, "Briefer", difference="You are brief.")
    first = page.get_by_role("listitem").filter(has_text="The first")
    first.get_by_role("button", name="Compare with the draft").click()
    compared = page.get_by_role("dialog", name="From version 1 to the draft")
    expect(compared.locator(".added")).to_contain_text("You are brief.")
    compared.get_by_role("button", name="Close").click()
    first.get_by_role("button", name="Roll back").click()
    page.get_by_role("tooltip").get_by_role("button", name="Roll back").click()
    expect(first).to_contain_text("Answers now")
    offered = reader.suite.get("ai", "/api/v1/agents/gift-adviser").json()
    assert offered["name"] == "Gift adviser"
    rest(page)
    assert troubles(page) == []


def publish(reader: Visit, note: str, difference: str = "") -> None:
    page = reader.page
    page.get_by_role("button", name="Publish").click()
    dialog = page.get_by_role("dialog", name="Publish")
    expect(dialog).to_contain_text(difference)
    dialog.get_by_label("What is new").fill(note)
    dialog.get_by_role("button", name="Publish").click()
    expect(dialog).to_be_hidden()
