"""The staff at work in the console, and a shopper who is not let in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from common.config import ROOT
from tests.browser.look import rest, troubles
from tests.browser.people import available, paid_order
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

REAL = ROOT.parent / "shared" / "data" / "electronics" / "products.csv.gz"
OWN = ROOT / "examples" / "catalogue.csv"
PAGES = [
    "/admin",
    "/admin/products",
    "/admin/products/new",
    "/admin/categories",
    "/admin/inventory",
    "/admin/imports",
    "/admin/orders",
    "/admin/orders/ORDER",
    "/admin/promotions",
    "/admin/customers",
    "/admin/conversations",
    "/admin/people",
    "/admin/settings",
    "/admin/operations",
    "/admin/audit",
]


def test_a_guest_is_asked_to_sign_in_and_a_shopper_is_refused(visit: Callable[..., Visit]) -> None:
    reader = visit("en")
    page = reader.open("/admin/products")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    reader.sign_in("shopper")
    for path in PAGES:
        page = reader.open(path)
        expect(page.get_by_role("heading", level=1)).to_have_text("This is for the staff.")
    page.get_by_role("button", name="Account").click()
    expect(page.get_by_role("link", name="Console")).to_have_count(0)


def test_a_catalogue_is_imported(visit: Callable[..., Visit]) -> None:
    """The real one where it lies beside this checkout."""
    page = visit("en").sign_in("owner").open("/admin/imports")
    file = REAL if REAL.exists() else OWN
    page.locator("input[type=file]").set_input_files(file)
    row = page.locator("tr.el-table__row", has_text=file.name).first
    expect(row).to_contain_text("Done", timeout=120_000)
    created = int(row.locator("td").nth(3).inner_text().replace(",", ""))
    assert created >= (500 if file == REAL else 5)


def test_stock_is_corrected_and_the_reason_kept(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    product = available(reader.suite)
    page = reader.open(f"/admin/inventory?q={product['title']}")
    row = page.locator("tr.el-table__row").first
    before = int(row.locator("td").nth(4).inner_text().replace(",", ""))
    row.get_by_role("button", name="Correct").click()
    form = page.get_by_role("dialog")
    form.locator("input[type=number]").fill("3")
    form.get_by_role("button", name="Counted anew").click()
    form.get_by_role("button", name="Correct", exact=True).dblclick()
    expect(row.locator("td").nth(4)).to_have_text(f"{before + 3:,}")
    row.get_by_role("button", name="History").click()
    first = page.get_by_role("dialog").locator("li").first
    expect(first).to_contain_text("+3")
    expect(first).to_contain_text("Counted anew")


def test_an_order_is_refunded(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    order = paid_order(reader.suite)
    page = reader.open(f"/admin/orders/{order['id']}")
    page.get_by_role("button", name="Refund", exact=True).click()
    form = page.get_by_role("dialog")
    form.get_by_label("Reason").fill("Arrived late")
    form.get_by_role("button", name="Refund", exact=True).dblclick()
    expect(page.get_by_text("Arrived late").first).to_be_visible()

    def refunded() -> dict:
        told = reader.suite.get("order", f"/api/v1/orders/{order['id']}", reader.suite.staff_token())
        return dict(told.raise_for_status().json())

    now = refunded()
    assert now["refunded"] == order["total"]
    assert len(now["refunds"]) == 1


@pytest.mark.parametrize(("scheme", "phone"), [("light", False), ("dark", True)])
def test_the_console_is_for_everybody(visit: Callable[..., Visit], scheme: str, phone: bool) -> None:
    reader = visit("en" if phone else "zh", phone=phone, color_scheme=scheme).sign_in("owner")
    order = paid_order(reader.suite)
    wrong = []
    for path in PAGES:
        page = reader.open(path.replace("ORDER", order["id"]))
        rest(page)
        wrong += [f"{path}: {one}" for one in troubles(page)]
    assert not wrong, "\n".join(wrong)
