"""A shop in two currencies: staff says what something costs in the other one, and a shopper sees and pays that."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit
from tests.support.running_suite import RunningSuite, eventually

pytestmark = pytest.mark.browser
SETTINGS = "/api/v1/settings"


@pytest.fixture
def goods(shop_window: RunningSuite) -> Iterator[list[dict[str, Any]]]:
    """Two new products, in a shop that sells in dollars too while the test runs."""
    suite, owner = shop_window, shop_window.staff_token()
    suite.call("PATCH", "user", SETTINGS, owner, json={"currencies": ["USD"]}).raise_for_status()
    made = []
    for title in ("Lantern", "Lampshade"):
        variant = {"price": {"amount": 4900, "currency": "EUR"}, "quantity": 5}
        body = {"title": f"{title} {uuid4().hex[:6]}", "variants": [variant]}
        made.append(suite.post("product", "/api/v1/products", owner, json=body).raise_for_status().json())
    guest = suite.guest()

    def known() -> bool:
        return suite.post("order", "/api/v1/carts", guest, json={"currency": "USD"}).is_success

    eventually(known, what="order_service to know the currencies")
    yield made
    suite.call("PATCH", "user", SETTINGS, owner, json={"currencies": None}).raise_for_status()
    for product in made:
        suite.call("DELETE", "product", f"/api/v1/products/{product['id']}", owner).raise_for_status()


def test_a_shopper_buys_in_the_other_currency(visit: Callable[..., Visit], goods: list[dict[str, Any]]) -> None:
    lantern, shade = goods
    page = visit("en").sign_in("owner").open(f"/admin/products/{lantern['id']}")
    page.get_by_role("button", name="Edit the variant").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Price (USD)").fill("53.5")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_text("US$53.50").or_(page.get_by_text("$53.50"))).to_be_visible()

    shopper = visit("en")
    shopper.excused.append("409")
    page = shopper.open(f"/products/{shade['id']}")
    currency = page.get_by_role("combobox", name="Currency")
    expect(page.locator(".buy .price")).to_have_text("€49.00")
    page.locator(".buy .add").click()
    expect(page.get_by_role("dialog")).to_contain_text(shade["title"])
    page.keyboard.press("Escape")
    currency.select_option("USD")  # what is in the cart has no price in it
    expect(page.get_by_text(f"Not for sale in USD: {shade['title']}.")).to_be_visible()
    expect(currency).to_have_value("EUR")
    page.goto(shopper.suite.url("web", "/cart"))
    page.locator(".line").get_by_role("button", name="Remove").click()
    expect(page.locator(".line")).to_have_count(0)

    currency.select_option("USD")
    eventually(lambda: page.evaluate("localStorage.getItem('currency')") == "USD", what="the choice to be kept")
    page.goto(shopper.suite.url("web", f"/products/{shade['id']}"))
    expect(page.get_by_text("Not for sale in USD")).to_be_visible()
    expect(page.locator(".buy .add")).to_be_disabled()
    page.goto(shopper.suite.url("web", "/products"))
    expect(page.locator("article")).to_have_count(1)  # nothing else has a price in it
    page.get_by_role("link", name=lantern["title"]).first.click()
    expect(page.locator(".buy .price")).to_have_text("$53.50")
    page.locator(".buy .add").click()
    expect(page.get_by_role("dialog")).to_contain_text("$53.50")
    page.keyboard.press("Escape")
    currency.select_option("EUR")
    expect(page.locator(".buy .price")).to_have_text("€49.00")
    page.goto(shopper.suite.url("web", "/cart"))
    expect(page.locator(".line")).to_contain_text("€49.00")
