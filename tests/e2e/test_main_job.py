"""What a stranger does first: look, search in two languages, sign up, buy, get a mail, cancel."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import pytest

from tests.support.open_shop import ADDRESS, OpenShop, soon
from tests.support.running_suite import RunningSuite

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]


async def test_the_demo_catalogue_speaks_english_and_chinese(shop: OpenShop) -> None:
    visitor = await shop.guest()
    english = await visitor.every("product", "/api/v1/products")
    chinese = {item["id"]: item for item in await visitor.every("product", "/api/v1/products", lang="zh")}
    assert 55 <= len(english) <= 70
    categories = await visitor.every("product", "/api/v1/categories")
    assert len(categories) == 8
    for item in english:
        translated = chinese[item["id"]]["title"]
        assert translated != item["title"]
        assert any("\u4e00" <= sign <= "\u9fff" for sign in translated), translated
    product = await visitor.get("product", f"/api/v1/products/{english[0]['id']}", lang="zh")
    picture = await visitor.call("GET", "product", product["media"][0]["url"])
    assert picture.headers["content-type"].startswith("image/svg+xml")


async def test_searches_with_a_price_filter_and_facets_in_two_languages(shop: OpenShop) -> None:
    visitor = await shop.guest()
    for query, language, word in (("wireless mouse", "en", "mouse"), ("无线鼠标", "zh", "鼠标")):
        found = await visitor.get("product", "/api/v1/search", q=query, max_price=5000, lang=language)
        assert found["total"] >= 3
        assert word in found["items"][0]["title"]
        assert all(item["price"]["amount"] <= 5000 for item in found["items"])
        names = {facet["name"] for facet in found["facets"]}
        assert {"category", "vendor", "Colour"} <= names
        vendor = next(facet for facet in found["facets"] if facet["name"] == "vendor")["values"][0]
        narrowed = await visitor.get("product", "/api/v1/search", q=query, max_price=5000, vendor=vendor["value"])
        assert narrowed["total"] == vendor["count"]
        assert {item["vendor"] for item in narrowed["items"]} == {vendor["value"]}
    typo = await visitor.get("product", "/api/v1/search?q=wireles+mosue")
    assert typo["did_you_mean"] == "wireless mouse"


async def test_a_newcomer_buys_and_stock_ledger_and_mail_say_so(shop: OpenShop) -> None:
    customer, staff = await shop.newcomer(), await shop.staff()
    found = await customer.get("product", "/api/v1/search?q=wireless+mouse&max_price=5000&in_stock=true")
    mouse = found["items"][0]
    variant = mouse["variant_id"]
    on_hand, reserved = await staff.stock(variant)
    before = await staff.ledger(variant)
    cart = await customer.cart((variant, 2))
    assert cart["totals"]["subtotal"]["amount"] == 2 * mouse["price"]["amount"]
    answer = await customer.check_out(customer.wish(cart))
    assert answer.status_code == 201, answer.text
    order = answer.json()
    assert (order["checkout_state"], order["payment_status"], order["status"]) == ("placed", "paid", "pending")
    assert order["total"] == cart["totals"]["total"]
    assert order["address"]["city"] == ADDRESS["city"]
    assert [(entry["type"], entry["amount"]) for entry in order["ledger"]] == [("payment", order["total"])]
    assert await staff.stock(variant) == (on_hand - 2, reserved)
    assert (await staff.ledger(variant))["sale"] == before["sale"] - 2
    mail = await mail_about(shop.suite, order["number"])
    assert mail["To"] == "ada@mail.example"
    assert mouse["title"] in mail.get_content()


async def test_a_cancellation_gives_money_and_stock_back_once(shop: OpenShop) -> None:
    customer, staff = await shop.newcomer(), await shop.staff()
    variant = await staff.shelf(quantity=5)
    order = await customer.buy(variant, 3)
    assert await staff.stock(variant) == (2, 0)
    wrong = await customer.cancel(order["id"], "I changed my mind")
    assert wrong.status_code == 422
    assert (await customer.cancel(order["id"])).status_code == 201

    async def settled() -> bool:
        now = await customer.order(order["id"])
        return bool(now["status"] == "cancelled" and now["payment_status"] == "refunded")

    await soon(settled, 15, "the refund")
    now = await customer.order(order["id"])
    assert [(entry["type"], entry["amount"]) for entry in now["ledger"]] == [
        ("payment", order["total"]),
        ("refund", order["total"]),
    ]
    assert now["cancel_reason"] == "no longer needed"

    async def back() -> bool:
        return await staff.stock(variant) == (5, 0)

    await soon(back, 15, "the stock")
    await customer.cancel(order["id"])
    assert len((await customer.order(order["id"]))["ledger"]) == 2
    assert await staff.ledger(variant) == {"initial": 5, "sale": -3, "restock": 3}


async def test_a_guest_buys_and_keeps_the_order_after_signing_in(shop: OpenShop) -> None:
    guest, staff = await shop.guest(), await shop.staff()
    variant, other = await staff.shelf(), await staff.shelf()
    order = await guest.buy(variant)
    cart = await guest.cart((other, 2))
    account = {"email": f"{order['id']}@mail.example", "password": "correct horse battery"}
    (await guest.call("POST", "user", "/api/v1/auth/register", account)).raise_for_status()
    customer = await shop.sign_in(account["email"], account["password"])

    async def merged() -> bool:
        orders = await customer.get("order", "/api/v1/orders")
        current = await customer.call("GET", "order", "/api/v1/carts/current")
        return [each["id"] for each in orders["items"]] == [order["id"]] and current.status_code == 200

    await soon(merged, 15, "the guest's order and cart")
    kept = await customer.get("order", "/api/v1/carts/current")
    assert [(line["variant_id"], line["quantity"]) for line in kept["items"]] == [(other, 2)]
    assert kept["id"] == cart["id"] or kept["totals"]["subtotal"] == cart["totals"]["subtotal"]


async def test_the_shop_window_names_the_services(shop: OpenShop) -> None:
    page = await shop.http.get(shop.suite.url("web", "/"))
    assert page.status_code == 200
    assert "default-src" in page.headers["content-security-policy"]
    config = (await shop.http.get(shop.suite.url("web", "/config.json"))).json()
    for service in ("user", "product", "order", "ai"):
        assert shop.suite.url(service) in str(config)
    assert (await shop.http.get(shop.suite.url("web", "/assets/none.js"))).status_code == 404
    assert (await shop.http.get(shop.suite.url("web", "/some/page"))).text == page.text


async def test_a_browser_of_the_shop_window_may_call_the_services(shop: OpenShop) -> None:
    origin = shop.suite.url("web")
    asks = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    for service in ("user", "product", "order", "ai"):
        answer = await shop.http.options(shop.suite.url(service, "/api/v1/anything"), headers=asks)
        assert answer.headers.get("access-control-allow-origin") == origin, service
        stranger = asks | {"Origin": "https://evil.example"}
        refused = await shop.http.options(shop.suite.url(service, "/api/v1/anything"), headers=stranger)
        assert "access-control-allow-origin" not in refused.headers


async def mail_about(suite: RunningSuite, number: str) -> EmailMessage:
    """The mail that names this order, as it lies in the folder."""

    async def found() -> EmailMessage | None:
        for path in (suite.data_dir / "mails").glob("*.eml"):
            mail = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
            if number in mail["Subject"] or number in mail.get_content():
                return mail  # type: ignore[return-value]
        return None

    mail: EmailMessage = await soon(found, 15, f"the mail about {number}")
    return mail
