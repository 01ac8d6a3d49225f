"""After the sale: a shopper changes an order and sends something back, the staff takes it in; gift cards too."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look import troubles
from tests.browser.people import registered
from tests.browser.talking import TALKS, opened, say
from tests.browser.visit import Visit
from tests.support.open_shop import ADDRESS
from tests.support.running_suite import RunningSuite, eventually

pytestmark = pytest.mark.browser


def test_a_shopper_changes_items_and_later_sends_one_back(visit: Callable[..., Visit]) -> None:
    reader = visit("en")
    email, password = registered(reader.suite)
    order, other = bought(reader.suite, reader.suite.sign_in(email, password))
    page = reader.sign_in_as(email, password).open(f"/orders/{order['id']}")
    page.get_by_role("button", name="Change items").click()
    form = page.get_by_role("dialog")
    expect(form).to_contain_text("can no longer be cancelled")
    form.get_by_role("combobox").first.select_option(other["id"])
    expect(form).to_contain_text(re.compile("You pay|You get|No difference"))
    assert troubles(page) == []
    form.get_by_role("button", name="Change these items").dblclick()
    expect(page.get_by_text("Changed, being prepared")).to_be_visible()
    expect(page.get_by_role("button", name="Cancel the order")).to_have_count(0)
    changed = settled(reader.suite, order["id"])
    assert sorted(line["variant_id"] for line in changed["lines"]) == sorted(
        [order["lines"][0]["variant_id"], other["id"]]
    )
    assert len(changed["changes"]) == 1

    delivered(reader.suite, order["id"])
    page = reader.open(f"/orders/{order['id']}")
    opener = page.get_by_role("button", name="Return items")
    opener.click()
    form = page.get_by_role("dialog")
    form.get_by_role("button", name="Cancel").click()
    expect(opener).to_be_focused()
    opener.click()
    form.get_by_role("button", name="One more").first.click()
    assert troubles(page) == []
    form.get_by_role("button", name="Request the return").dblclick()
    expect(page.locator(".after-sales li", has_text="Return").first).to_contain_text("Requested")
    returns = staff_sees(reader.suite, order["id"])["returns"]
    assert [(one["state"], sum(line["quantity"] for line in one["lines"])) for one in returns] == [("requested", 1)]


def test_by_talking_a_shopper_sends_one_of_two_back(visit: Callable[..., Visit]) -> None:
    reader, talk = visit("en"), TALKS["en"]
    email, password = registered(reader.suite)
    order, _ = bought(reader.suite, reader.suite.sign_in(email, password))
    delivered(reader.suite, order["id"])
    page = reader.sign_in_as(email, password).open("/")
    opened(page, talk)
    expect(say(page, talk, "I want to return something from my last order")).to_contain_text("1 to 2")
    card = say(page, talk, "just one").locator(".answer .pending")
    expect(card).to_contain_text(f"Return from order {order['number']}")
    expect(card).to_contain_text("The money goes back once")
    assert troubles(page) == []
    card.get_by_role("button", name="Confirm").dblclick()
    expect(page.get_by_text("Confirmed. The return is requested.")).to_be_visible()
    (made,) = staff_sees(reader.suite, order["id"])["returns"]
    assert [line["quantity"] for line in made["lines"]] == [1]


def test_by_talking_a_shopper_has_one_exchanged(visit: Callable[..., Visit]) -> None:
    reader, talk = visit("zh", phone=True), TALKS["zh"]
    email, password = registered(reader.suite)
    order, _ = bought(reader.suite, reader.suite.sign_in(email, password))
    delivered(reader.suite, order["id"])
    page = reader.sign_in_as(email, password).open("/")
    opened(page, talk)
    expect(say(page, talk, "上一单的东西我想换货")).to_contain_text("要换几件")
    expect(say(page, talk, "一个")).to_contain_text("想换成哪一种")
    card = say(page, talk, "第一个").locator(".answer .pending")
    expect(card).to_contain_text("换货完成时收取或退回差价")
    assert troubles(page) == []
    card.get_by_role("button", name="确认").dblclick()
    expect(page.get_by_text("已确认，换货申请已提交。")).to_be_visible()
    assert len(staff_sees(reader.suite, order["id"])["exchanges"]) == 1


def test_the_staff_takes_goods_back_and_shelves_what_is_good(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    shopper = reader.suite.sign_in(*registered(reader.suite))
    order, _ = bought(reader.suite, shopper)
    delivered(reader.suite, order["id"])
    line = order["lines"][0]["id"]
    posted(reader.suite, f"/api/v1/orders/{order['id']}/returns", shopper, {"items": [line, line]})
    page = reader.open("/admin/orders?status=return+requested")
    page.get_by_role("link", name=f"#{order['number']}", exact=True).click()
    opener = page.get_by_role("button", name="Receive the goods")
    opener.click()
    form = page.get_by_role("dialog")
    form.get_by_label("Back on the shelf").fill("1")
    assert troubles(page) == []
    form.get_by_role("button", name="Received, pay back").dblclick()
    expect(page.locator(".after-sales")).to_contain_text("Goods received")
    (made,) = staff_sees(reader.suite, order["id"])["returns"]
    assert made["state"] == "received"
    assert [(one["quantity"], one["restocked"]) for one in made["received"]] == [(2, 1)]


def test_the_staff_changes_an_order_and_sends_it_back_for_its_customer(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    suite = reader.suite
    order, _ = bought(suite, suite.sign_in(*registered(suite)))
    page = reader.open(f"/admin/orders/{order['id']}")
    form = page.get_by_role("dialog")
    page.get_by_role("button", name="Change the delivery address").click()
    form.locator('[autocomplete="shipping address-line1"]').fill("2 Side Street")
    assert troubles(page) == []
    form.get_by_role("button", name="Deliver here").dblclick()
    expect(page.locator("address")).to_contain_text("2 Side Street")
    assert staff_sees(suite, order["id"])["address"]["address1"] == "2 Side Street"

    delivered(suite, order["id"])
    page = reader.open(f"/admin/orders/{order['id']}")
    page.get_by_role("button", name="Return items").click()
    form.get_by_role("button", name="One more").click()
    expect(form).to_contain_text("The customer gets")
    form.get_by_role("button", name="Request the return").dblclick()
    expect(page.locator(".after-sales li", has_text="Return").first).to_contain_text("by the staff")
    expect(page.get_by_role("button", name="Return items")).to_have_count(0)  # once, and the order says so
    (made,) = staff_sees(suite, order["id"])["returns"]
    assert (made["state"], made["by_staff"]) == ("requested", True)
    page = reader.open("/admin")
    page.get_by_role("link", name="Returns wanted").click()
    expect(page.get_by_role("link", name=f"#{order['number']}", exact=True)).to_be_visible()


def test_a_gift_card_is_issued_and_found_by_its_code(visit: Callable[..., Visit]) -> None:
    page = visit("en").sign_in("owner").open("/admin/gift-cards")
    page.get_by_role("button", name="Issue a gift card").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Amount").fill("50")
    form.get_by_role("button", name="Issue", exact=True).dblclick()
    code = page.get_by_role("textbox", name="Code of the gift card").input_value()
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Find by code").click()
    form.get_by_label("Code of the gift card").fill(code)
    form.get_by_role("button", name="Find by code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Gift card ending in {code[-4:]}")
    page.get_by_role("button", name="Correct the balance").click()
    form.get_by_label("Change").fill("-12.5")
    form.get_by_label("Reason").fill("Issued for too much")
    form.get_by_role("button", name="Correct the balance").dblclick()
    expect(page.locator(".balance")).to_contain_text("37.50")
    expect(entries(page)).to_have_count(2)
    expect(entries(page).first).to_contain_text("Issued for too much")
    assert troubles(page) == []


def entries(page: Page) -> Any:
    return page.locator("section.panel li")


def bought(suite: RunningSuite, token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A paid order of two pieces of one variant, and another variant of the same product that is there."""
    first, other = two_variants(suite)
    cart = posted(suite, "/api/v1/carts", token)
    path = f"/api/v1/carts/{cart['id']}"
    posted(suite, f"{path}/items", token, {"variant_id": first["id"], "quantity": 2})
    suite.call("PUT", "order", f"{path}/address", token, json=ADDRESS).raise_for_status()
    shipping = {"shipping_method": "standard"}
    cart = suite.call("PUT", "order", f"{path}/shipping", token, json=shipping).raise_for_status().json()
    seen = {"cart_id": cart["id"], "cart_version": cart["version"], "expected_total": cart["totals"]["total"]}
    return posted(suite, "/api/v1/checkouts", token, {**seen, "payment": {"provider": "test"}}), other


def two_variants(suite: RunningSuite) -> list[dict[str, Any]]:
    """Of a product that has them there, at different prices where some do."""
    products = suite.get("product", "/api/v1/products", params={"limit": 100, "in_stock": True}).json()["items"]
    found: list[list[dict[str, Any]]] = []
    for product in products:
        variants = suite.get("product", f"/api/v1/products/{product['id']}").raise_for_status().json()["variants"]
        there = [one for one in variants if one["availability"] == "in_stock"]
        found += [[there[0], other] for other in there[1:]]
        if found and found[-1][0]["price"] != found[-1][1]["price"]:
            return found[-1]
    return found[0]


def delivered(suite: RunningSuite, order_id: str) -> None:
    """Sent and arrived."""
    staff, path = suite.staff_token(), f"/api/v1/orders/{order_id}/fulfilments"
    parcel = posted(suite, path, staff, {})["fulfilments"][-1]
    posted(suite, f"{path}/{parcel['id']}/delivered", staff)


def staff_sees(suite: RunningSuite, order_id: str) -> dict[str, Any]:
    return dict(suite.get("order", f"/api/v1/orders/{order_id}", suite.staff_token()).raise_for_status().json())


def settled(suite: RunningSuite, order_id: str) -> dict[str, Any]:
    """The order once no change of it is being made."""

    def over() -> dict[str, Any] | None:
        order = staff_sees(suite, order_id)
        return order if all(change["state"] == "done" for change in order["changes"]) else None

    order = eventually(over, 30, "the end of the change")
    assert order is not None
    return order


def posted(suite: RunningSuite, path: str, token: str, body: Any = None) -> dict[str, Any]:
    key = {"Idempotency-Key": str(uuid4())}
    return dict(suite.post("order", path, token, json=body, headers=key).raise_for_status().json())
