"""The staff at work in the console, and a shopper who is not let in."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from common.config import ROOT
from tests.browser.look import rest, troubles
from tests.browser.people import available, paid_order, registered
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
    "/admin/invoices",
    "/admin/promotions",
    "/admin/gift-cards",
    "/admin/customers",
    "/admin/conversations",
    "/admin/agents",
    "/admin/agents/assistant",
    "/admin/approvals",
    "/admin/people",
    "/admin/tools",
    "/admin/settings",
    "/admin/models",
    "/admin/webhooks",
    "/admin/usage",
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
    expect(row).to_contain_text("Done", timeout=240_000)
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


def test_a_manager_corrects_a_customer(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("manager")
    email, _ = registered(reader.suite)
    page = reader.open(f"/admin/customers?q={email}")
    page.get_by_role("link", name="Ada Lovelace").click()
    page.get_by_role("button", name="Edit", exact=True).first.click()
    form = page.get_by_role("dialog")
    form.get_by_label("Last name").fill("King")
    form.get_by_label("Email").fill(f"new-{email}")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ada King")
    expect(page.get_by_role("link", name=f"new-{email}")).to_be_visible()
    page.get_by_role("button", name="Add an address").click()
    form = page.get_by_role("dialog")
    for label, text in (("Name", "Ada King"), ("Street and number", "Hafengasse 4"), ("Postal code", "20457")):
        form.get_by_label(label, exact=True).fill(text)
    form.get_by_label("City").fill("Hamburg")
    form.get_by_label("Country").select_option("DE")
    form.get_by_role("button", name="Save").click()
    added = page.locator("li", has_text="Hafengasse 4")
    added.get_by_role("button", name="Make it the default").click()
    expect(added).to_contain_text("Default")
    found = reader.suite.get("user", "/api/v1/users", reader.suite.staff_token(), params={"email": f"new-{email}"})
    (person,) = found.raise_for_status().json()["items"]
    told = reader.suite.get(
        "user", "/api/v1/audit-events", reader.suite.staff_token(), params={"subject_id": person["id"]}
    )
    actions = [row["action"] for row in told.raise_for_status().json()["items"] if row["actor_id"] != person["id"]]
    assert actions == ["address.changed", "address.added", "user.updated"]


def test_the_list_of_customers_is_taken_along(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("manager")
    email, _ = registered(reader.suite)
    page = reader.open("/admin/customers")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export").click()
    assert waiting.value.suggested_filename == "customers.csv"
    assert email in waiting.value.path().read_text()


def test_the_shop_is_called_by_its_name_at_once(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    page = reader.open("/admin/settings")
    name = page.get_by_label("Name of the shop · English")
    before = name.input_value()
    for now in ("Corner Shop", before):
        name.fill(now)
        page.get_by_role("button", name="Save").click()
        expect(page.locator("aside .brand")).to_contain_text(now)
        expect(page).to_have_title(f"Settings · {now}")


def test_the_shop_window_is_watched_too(visit: Callable[..., Visit]) -> None:
    page = visit("zh").sign_in("owner").open("/admin/operations")
    expect(page.get_by_role("heading", level=2)).to_contain_text(
        ["账户服务", "商品服务", "订单服务", "助手服务", "店面", "日志"]
    )
    expect(page.locator(".cards").get_by_text("就绪", exact=True)).to_have_count(5)
    expect(page.locator(".cards")).to_contain_text("site")


def test_what_is_wrong_with_a_promotion_stands_at_its_field(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    reader.excused += ["409", "422"]
    code = f"ONCE-{uuid4().hex[:6].upper()}"
    known = {"code": code, "kind": "percent", "value": 1000}
    reader.suite.post("order", "/api/v1/promotions", reader.suite.staff_token(), json=known).raise_for_status()
    page = reader.open("/admin/promotions")
    page.get_by_role("button", name="New promotion").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Code", exact=True).fill(code)
    form.get_by_label("Name · English").fill("Once more")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_label("Code", exact=True)).to_be_focused()
    expect(form.get_by_label("Code", exact=True)).to_have_accessible_description(f"{code} is taken.")

    form.get_by_label("Code", exact=True).fill(f"{code}-MORE")
    form.get_by_label("Starts").fill("2030-02-01T00:00")
    form.get_by_label("Ends").fill("2030-01-01T00:00")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_label("Ends")).to_be_focused()
    expect(form.get_by_label("Ends")).to_have_accessible_description("It ends before it starts.")
    expect(form.get_by_label("Code", exact=True)).not_to_have_attribute("aria-invalid", "true")

    groups = form.get_by_label("Only for customer groups")
    groups.fill("Old Friends!")
    form.get_by_role("button", name="What would it cost?").click()
    expect(groups).to_be_focused()
    expect(form.locator(".note")).to_have_count(0)
    assert troubles(page) == []
    groups.fill("")
    form.get_by_role("button", name="What would it cost?").click()
    expect(form.get_by_role("status")).to_contain_text("This cart would pay")
    assert troubles(page) == []


def test_a_webhook_is_set_up_and_tested(visit: Callable[..., Visit]) -> None:
    with receiving() as (url, ids):
        page = visit("en").sign_in("owner").open("/admin/webhooks")
        page.get_by_role("button", name="New endpoint").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Address").fill(url)
        form.get_by_label("All events").uncheck()
        form.get_by_label("order.placed").check()
        form.get_by_role("button", name="Save").dblclick()
        expect(page.get_by_role("textbox", name="Secret")).to_have_value(re.compile("^whsec_.{40,}$"))
        page.get_by_role("button", name="Close").click()
        page.get_by_role("link", name=url).click()
        page.get_by_role("button", name="Send a test").click()
        row = page.locator("tr.el-table__row").first
        expect(row).to_contain_text("Answered 204")
        row.get_by_role("button", name="Send again").click()
        expect(row.locator("td").nth(3)).to_have_text("2")
        row.get_by_role("button", name="Look").click()
        expect(page.get_by_role("dialog").locator("li")).to_have_count(2)
        expect(page.get_by_role("dialog")).to_contain_text(ids[0])
    assert ids == [ids[0]] * 2


@contextmanager
def receiving() -> Iterator[tuple[str, list[str]]]:
    """Somebody's server: its address, and the ids of the webhooks it got."""
    ids: list[str] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            ids.append(self.headers["webhook-id"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, *about: object) -> None:
            """Nothing to read here."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Receiver) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/hooks", ids
        server.shutdown()


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


def test_a_budget_is_set_and_seen_to_be_used(visit: Callable[..., Visit]) -> None:
    reader = visit("en").sign_in("owner")
    reader.excused += ["422"]
    page = reader.open("/admin/usage")
    expect(page.get_by_role("heading", level=1)).to_have_text("AI usage")
    expect(page.get_by_role("heading", name="Cost and tokens by day")).to_be_visible()
    page.get_by_role("button", name="Add budget").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("The whole staff")
    dialog.get_by_label("Warn at (tokens)").fill("2000")
    dialog.get_by_label("Stop at (tokens)").fill("1000")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_text("The soft limit is above the hard one.")).to_be_visible()
    dialog.get_by_label("Stop at (tokens)").fill("900000000")
    dialog.get_by_role("button", name="Save").click()
    row = page.get_by_role("listitem").filter(has_text="The whole staff")
    expect(row).to_contain_text("The whole shop · A month")
    expect(row).to_contain_text(re.compile(r"[\d,]+ of 900,000,000 Tokens"))
    page.get_by_role("button", name="New price").click()
    dialog = page.get_by_role("dialog")
    for label, value in {"Model": "gpt-4.1-mini", "Prompt": "0.4", "Answer": "1.6"}.items():
        dialog.get_by_label(label).fill(value)
    dialog.get_by_role("button", name="Save").click()
    price = page.get_by_role("row").filter(has_text="gpt-4.1-mini")
    expect(price).to_contain_text("Current")
    page.get_by_role("button", name="Tools").click()
    expect(page.get_by_role("button", name="Tools")).to_have_attribute("aria-pressed", "true")
    with page.expect_download() as file:
        page.get_by_role("button", name="Export").click()
    assert file.value.suggested_filename == "ai-usage.csv"
