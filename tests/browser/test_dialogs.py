"""What lies above a page is for everybody too: dialogs, drawers, menus, the assistant; and details behind a list."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.look import rest, troubles
from tests.browser.people import available, paid_order, registered, talked
from tests.browser.test_assistant import TALKS, opened, say
from tests.browser.visit import Visit
from tests.support.running_suite import eventually

pytestmark = pytest.mark.browser

LOOKS = [("light", False), ("dark", True)]
IN_CONSOLE = [  # where, and the buttons that open something there
    ("/admin/orders/ORDER", ["Refund", "Send", "Change items", "Pay in another way", "Cancel the order"]),
    ("/admin/products/PRODUCT", ["Add a variant", "Edit the variant", "Delete the product"]),
    ("/admin/products/new", []),
    ("/admin/gift-cards/GIFT_CARD", ["Correct the balance"]),
    ("/admin/models", ["New provider"]),
    ("/admin/webhooks", ["New endpoint", "Edit"]),
    ("/admin/promotions", ["New promotion", "Edit", "Delete"]),
    ("/admin/people", ["Invite", "Change roles", "Deactivate"]),
    ("/admin/settings?tab=shipping", ["Add", "Edit", "Delete"]),
    ("/admin/settings?tab=taxes", ["Add"]),
    ("/admin/categories", ["New category", "Edit: Monitors"]),
    ("/admin/inventory", ["Correct", "History"]),
    ("/admin/customers/CUSTOMER", ["Sign out everywhere"]),
    ("/admin/conversations/CONVERSATION", []),
]


class Tour:
    """Opens one thing after the other, looks at it, and closes it with Escape; `wrong` is what was found."""

    def __init__(self, reader: Visit) -> None:
        self.reader, self.page = reader, reader.page
        self.wrong: list[str] = []

    def look(self, what: str) -> None:
        rest(self.page)
        self.wrong += [f"{what}: {one}" for one in troubles(self.page)]

    @contextmanager
    def within(self, opener: Locator, what: str) -> Iterator[Locator]:
        """What this button opens; afterwards the focus must be on the button again."""
        opener.click()
        above = self.page.locator("dialog[open], .el-popper:visible, .el-drawer:visible").last
        expect(above).to_be_visible()
        self.look(what)
        yield above
        self.page.keyboard.press("Escape")
        expect(above).to_have_count(0)
        expect(opener).to_be_focused()

    def through(self, opener: Locator, what: str) -> None:
        with self.within(opener, what):
            pass


@pytest.mark.parametrize(("scheme", "phone"), LOOKS)
def test_what_lies_above_the_storefront(visit: Callable[..., Visit], scheme: str, phone: bool) -> None:
    reader = visit("en", phone=phone, color_scheme=scheme)
    person = registered(reader.suite)
    order = paid_order(reader.suite, token=reader.suite.sign_in(*person))
    reader.sign_in_as(*person)
    tour, page = Tour(reader), reader.page

    reader.open(f"/products/{available(reader.suite)['id']}")
    tour.through(page.get_by_role("button", name="Enlarge the picture"), "picture")
    tour.through(page.get_by_role("button", name="Add to cart", exact=True), "cart drawer")
    page.get_by_role("button", name="Write a review").click()
    expect(page.get_by_label("In a few words")).to_be_visible()
    tour.look("review")

    reader.open("/account")
    tour.through(page.get_by_role("button", name="Add an address"), "new address")
    tour.through(page.get_by_role("button", name="Edit").first, "address")
    reader.open(f"/orders/{order['id']}")
    tour.look("order")
    tour.through(page.get_by_role("button", name="Cancel the order"), "cancelling")
    if phone:
        reader.open("/search?q=keyboard")
        tour.through(page.get_by_role("button", name="Menu"), "menu")
        tour.through(page.get_by_role("button", name="Filters"), "filters")
    assert not tour.wrong, "\n".join(tour.wrong)


@pytest.mark.parametrize(("scheme", "phone"), [("dark", False), ("light", True)])
def test_the_assistant_with_cards_a_proposal_and_its_history(
    visit: Callable[..., Visit], scheme: str, phone: bool
) -> None:
    reader = visit("en", phone=phone, color_scheme=scheme)
    reader.sign_in_as(*registered(reader.suite))
    tour, talk = Tour(reader), TALKS["en"]
    page = reader.open("/")
    opened(page, talk)
    tour.look("before the first question")
    say(page, talk, talk.find)
    say(page, talk, "compare the first two")
    tour.look("cards")
    say(page, talk, "the first one")
    say(page, talk, talk.buy)
    tour.look("proposal")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_text("Rejected. Nothing happened.")).to_be_visible()
    page.get_by_role("button", name="Earlier conversations").click()
    page.get_by_role("button", name="Delete the conversation").first.click()
    expect(page.get_by_role("button", name="Delete for good?")).to_be_visible()
    tour.look("history")
    assert not tour.wrong, "\n".join(tour.wrong)


@pytest.mark.parametrize(("scheme", "phone"), LOOKS)
def test_what_lies_above_the_console(visit: Callable[..., Visit], scheme: str, phone: bool) -> None:
    reader = visit("en", phone=phone, color_scheme=scheme).sign_in("owner")
    suite = reader.suite
    customer = suite.sign_in(*registered(suite))
    ids = {
        "ORDER": paid_order(suite, token=customer)["id"],
        "PRODUCT": available(suite)["id"],
        "CUSTOMER": suite.get("user", "/api/v1/users/me", customer).raise_for_status().json()["id"],
        "CONVERSATION": talked(suite),
    }
    staff = suite.staff_token()
    card = {"balance": {"amount": 5000, "currency": "EUR"}}
    key = {"Idempotency-Key": str(uuid4())}
    issued = suite.post("user", "/api/v1/gift-cards", staff, json=card, headers=key).raise_for_status().json()
    ids["GIFT_CARD"] = issued["id"]
    endpoint = {"url": "http://127.0.0.1:9/hooks"}
    suite.post("order", "/api/v1/webhook-endpoints", staff, json=endpoint).raise_for_status()
    coupon = {"code": f"LOOK-{scheme}", "name": {"en": "A tenth"}, "kind": "percent", "value": 1000}
    suite.post("order", "/api/v1/promotions", staff, json=coupon).raise_for_status()
    tour, page = Tour(reader), reader.page
    for path, buttons in IN_CONSOLE:
        where = reduce(lambda named, name: named.replace(name, ids[name]), ids, path)
        reader.open(where)
        tour.look(where)
        for name in buttons:
            tour.through(page.get_by_role("button", name=name, exact=True).first, f"{where}: {name}")
    assert not tour.wrong, "\n".join(tour.wrong)


def picture(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (640, 480), colour).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(("scheme", "phone"), LOOKS)
def test_the_images_of_a_product(visit: Callable[..., Visit], scheme: str, phone: bool) -> None:
    """Brought in, described, put into order without losing the focus, and deleted once that was meant."""
    reader = visit("en", phone=phone, color_scheme=scheme).sign_in("owner")
    suite, owner = reader.suite, reader.suite.staff_token()
    body = {"title": "Lantern", "variants": [{"price": {"amount": 4900, "currency": "EUR"}, "quantity": 5}]}
    product = suite.post("product", "/api/v1/products", owner, json=body).raise_for_status().json()
    path = f"/api/v1/products/{product['id']}"
    tour, page = Tour(reader), reader.open(f"/admin/products/{product['id']}")
    files = [{"name": f"{one}.png", "mimeType": "image/png", "buffer": picture(one)} for one in ("teal", "orange")]
    page.locator("input[type=file]").set_input_files(files)
    cards = page.locator("figure")
    expect(cards).to_have_count(2)
    tour.look("images")

    def order() -> list[str]:
        return [one["id"] for one in suite.get("product", path).raise_for_status().json()["media"]]

    before = order()
    described = cards.first.get_by_label("What it shows (English)")
    described.fill("A lantern at dusk")
    described.press("Enter")
    expect(cards.first.get_by_role("img", name="A lantern at dusk")).to_be_visible()
    cards.first.get_by_role("button", name="Move back").click()
    moved = cards.last
    expect(moved.get_by_role("img", name="A lantern at dusk")).to_be_visible()
    expect(moved.get_by_role("button", name="Move back")).to_be_focused()
    eventually(lambda: order() == before[::-1], what="the other order of the images")

    delete = moved.get_by_role("button", name="Delete")
    tour.through(delete, "deleting an image")
    delete.click()
    page.locator(".el-popper:visible").get_by_role("button", name="Delete").click()
    expect(cards).to_have_count(1)
    assert order() == before[1:]
    suite.call("DELETE", "product", path, owner).raise_for_status()
    assert not tour.wrong, "\n".join(tour.wrong)


def notice(page: Page) -> Locator:
    return page.locator(".notice")


def test_a_notice_is_not_behind_the_dialog_that_it_is_about(visit: Callable[..., Visit]) -> None:
    reader = visit("en")
    page = reader.open("/products")
    page.locator("article.product .add").first.click()
    notice(page).get_by_role("button", name="Show cart").click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_role("button", name="Remove").click()
    undo = notice(page).get_by_role("button", name="Undo")
    undo.click()  # Playwright refuses to click what something else covers
    expect(drawer.locator(".line")).to_have_count(1)
