"""Every paid order has one invoice, what is given back has credit notes, and their numbers have no gaps."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import update

from common.database import system_scope, use_tenant
from order_service.app.orders import progress
from order_service.tests.books import Books, adds_up
from order_service.tests.shop import Json, Shop

PATH = "/api/v1/invoices"
VAT = {"name": {"en": "VAT", "zh": "增值税"}, "country": "GB", "state": "*", "zip_prefix": "*", "tax_class": "standard"}


@pytest.fixture
async def books(shop: Shop) -> Books:
    return Books(shop)


async def taxed(shop: Shop, rate_bp: int, *, inclusive: bool = True, **fields: Any) -> None:
    body = VAT | {"rate_bp": rate_bp, "inclusive": inclusive} | fields
    answer = await shop.client.post("/api/v1/tax-rates", json=body, headers=shop.staff)
    assert answer.status_code == 201, answer.text


async def promotion(shop: Shop, **fields: Any) -> None:
    answer = await shop.client.post("/api/v1/promotions", json=fields, headers=shop.staff)
    assert answer.status_code == 201, answer.text


async def refund(shop: Shop, order_id: str, **body: Any) -> Json:
    answer = await shop.of_staff().after_sales(order_id, "refunds", {"reason": "arrived broken", **body})
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


def euros(amount: int) -> Json:
    return {"amount": amount, "currency": "EUR"}


def owed(documents: list[Json]) -> int:
    return sum(one["total"]["amount"] * (1 if one["kind"] == "invoice" else -1) for one in documents)


def kept(order: Json) -> int:
    """What the shop kept of its money."""
    return sum(one["amount"]["amount"] * (1 if one["type"] == "payment" else -1) for one in order["ledger"])


@pytest.mark.parametrize("inclusive", [True, False])
async def test_an_order_has_one_invoice_that_agrees_with_it(shop: Shop, books: Books, inclusive: bool) -> None:
    await taxed(shop, 1900, inclusive=inclusive)
    await taxed(shop, 700, inclusive=inclusive, tax_class="reduced")
    await promotion(shop, name="Autumn", kind="percent", value=1000)
    await books.settings(legal_name="Corner Ltd", address="1 High St\nLondon", tax_id="GB123")
    lamp, book = await shop.variant(price=4999), await shop.variant(price=1234)
    order = (await shop.shopper().check_out(await shop.shopper().cart((lamp, 2), (book, 3)))).json()
    [invoice] = await books.of(order["id"])
    assert {name: invoice[name] for name in ("kind", "number", "order_number", "reason", "corrects", "buyer")} == {
        "kind": "invoice",
        "number": "INV-00001",
        "order_number": order["number"],
        "reason": "order",
        "corrects": None,
        "buyer": "Ada Lovelace",
    }
    assert (invoice["total"], invoice["tax"]) == (order["total"], order["tax"])
    [contents] = await books.contents()
    assert adds_up(contents)
    assert contents["discounts"] == [{"name": "Autumn", "amount": order["discount"]["amount"]}]
    assert contents["seller"]["lines"] == ["1 High St", "London"]
    assert [one["rate_bp"] for one in contents["tax_lines"]] == [one["rate_bp"] for one in order["tax_lines"]]
    assert [(one["method"], one["amount"]) for one in contents["payments"]] == [("test", order["total"]["amount"])]
    await books.forget_what_was_read()
    assert await books.of(order["id"]) == [invoice]


async def test_fifty_orders_at_once_and_two_processes_leave_no_gap(shop: Shop, books: Books) -> None:
    variant, other = await shop.variant(quantity=100), books.another_process()
    carts = [await shop.shopper(f"usr_{n}").cart((variant, 1)) for n in range(50)]
    answers = await asyncio.gather(*(shop.shopper(f"usr_{n}").check_out(cart) for n, cart in enumerate(carts)))
    assert {answer.status_code for answer in answers} == {201}
    await shop.runtime.events._relay.relay()
    await asyncio.gather(books.consumer.catch_up(), other.catch_up(), return_exceptions=True)
    await asyncio.gather(books.consumer.catch_up(), other.catch_up())
    await books.forget_what_was_read()
    await books.write()
    rows = await shop.rows("invoices")
    assert sorted(row["position"] for row in rows) == list(range(1, 51))
    assert {row["order_id"] for row in rows} == {answer.json()["id"] for answer in answers}
    assert sorted(row["number"] for row in rows) == [f"INV-{n:05d}" for n in range(1, 51)]


async def test_a_cancelled_order_is_credited_in_full(shop: Shop, books: Books) -> None:
    await taxed(shop, 1900)
    order = (await shop.shopper().buy(await shop.variant(price=3333), 3)).json()
    await books.write()
    cancelled = (await shop.shopper().cancel(order["id"])).json()
    invoice, credit = await books.of(order["id"])
    assert (credit["kind"], credit["number"], credit["reason"]) == ("credit_note", "CN-00001", "cancellation")
    assert (credit["corrects"], credit["total"], credit["tax"]) == (invoice["number"], order["total"], order["tax"])
    _, contents = await books.contents()
    assert adds_up(contents)
    assert [(line.get("what"), line["quantity"], line["amount"]) for line in contents["lines"]] == [
        (None, 3, 9999),
        ("shipping", 1, 490),
    ]
    assert owed([invoice, credit]) == kept(cancelled) == 0


@pytest.mark.parametrize("inclusive", [True, False])
async def test_each_refund_has_a_credit_note_and_the_last_one_takes_what_is_left(
    shop: Shop, books: Books, inclusive: bool
) -> None:
    await taxed(shop, 1900, inclusive=inclusive)
    order = (await shop.shopper().buy(await shop.variant(price=999), 3)).json()
    await refund(shop, order["id"], lines=[{"line_id": order["lines"][0]["id"], "quantity": 1}])
    await books.write()
    await refund(shop, order["id"], amount=euros(501))
    await books.write()
    after = await refund(shop, order["id"])
    documents = await books.of(order["id"])
    assert [one["number"] for one in documents] == ["INV-00001", "CN-00001", "CN-00002", "CN-00003"]
    assert (owed(documents), kept(after)) == (0, 0)
    contents = await books.contents()
    assert all(map(adds_up, contents))
    assert sum(one["tax"] for one in contents[1:]) == order["tax"]["amount"]
    assert [[(line.get("what"), line["quantity"]) for line in one["lines"]] for one in contents[1:3]] == [
        [(None, 1)],
        [("rest", 1)],
    ]
    await books.forget_what_was_read()
    assert await books.of(order["id"]) == documents


async def test_a_clock_that_was_put_back_leaves_documents_in_their_order(shop: Shop, books: Books) -> None:
    order = (await shop.shopper().buy(await shop.variant(price=999), 3)).json()
    shop.clock.advance(120)
    [invoice] = await books.of(order["id"])
    shop.clock.advance(-120)
    for cents in (100, 200, 300):
        await refund(shop, order["id"], amount=euros(cents))
    documents = await books.of(order["id"])
    assert [one["number"] for one in documents] == ["INV-00001", "CN-00001", "CN-00002", "CN-00003"]
    assert [one["corrects"] for one in documents] == [None] + 3 * [invoice["number"]]


async def test_an_order_is_not_documented_while_it_is_changed(shop: Shop, books: Books) -> None:
    if shop.room.database.dialect == "sqlite":
        pytest.skip("what is read in a transaction is of one moment there")
    order = (await shop.shopper().buy(await shop.variant())).json()
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def change() -> None:
        with use_tenant("default"):
            async with shop.room.database.unit_of_work() as session:
                await progress.locked(session, order["id"])
                begun.set()
                await go_on.wait()
                orders = shop.room.database.metadata.tables["orders"]
                its = (orders.c.tenant_id == "default", orders.c.id == order["id"])
                await session.execute(update(orders).where(*its).values(email="new@mail.example"))

    changing = asyncio.create_task(change())
    await begun.wait()
    reading = asyncio.create_task(books.of(order["id"]))
    _, pending = await asyncio.wait([reading], timeout=0.3)
    go_on.set()
    await changing
    assert pending
    assert len(await asyncio.wait_for(reading, 60)) == 1
    [contents] = await books.contents()
    assert contents["buyer"]["email"] == "new@mail.example"


async def test_what_came_back_is_credited_when_the_money_goes(shop: Shop, books: Books) -> None:
    await taxed(shop, 1900)
    order = await shop.shopper().delivered((await shop.variant(price=2500), 2))
    pieces = {"items": [order["lines"][0]["id"]], "refund_to": None}
    asked = await shop.shopper().after_sales(order["id"], "returns", pieces)
    assert asked.status_code == 201, asked.text
    assert len(await books.of(order["id"])) == 1
    path = f"returns/{asked.json()['returns'][0]['id']}/receipt"
    after = (await shop.of_staff().after_sales(order["id"], path, {})).json()
    invoice, credit = await books.of(order["id"])
    assert (credit["reason"], credit["total"], credit["tax"]) == ("return", euros(2500), euros(399))
    assert owed([invoice, credit]) == kept(after)


@pytest.mark.parametrize(("prices", "kind"), [((4900, 5900), "invoice"), ((5900, 4900), "credit_note")])
async def test_changed_items_are_documented_by_their_difference(
    shop: Shop, books: Books, prices: tuple[int, int], kind: str
) -> None:
    await taxed(shop, 1900)
    one, other = await shop.choices(*prices)
    shopper = shop.shopper()
    cart = await shopper.cart((one, 2))
    order = (await shopper.check_out(cart, payment=None, payment_method_id="pm_ada")).json()
    await books.write()
    after = await shopper.swap(order["id"], (one, other), method="pm_other")
    assert after.status_code == 201, after.text
    first, second = await books.of(order["id"])
    assert (second["kind"], second["reason"], second["total"]) == (kind, "items", euros(1000))
    assert second["corrects"] == first["number"]
    _, contents = await books.contents()
    assert adds_up(contents)
    sign = 1 if kind == "invoice" else -1
    assert [(line["quantity"], line["amount"]) for line in contents["lines"]] == [
        (-sign, -sign * prices[0]),
        (sign, sign * prices[1]),
    ]
    assert owed([first, second]) == kept(after.json())
    assert first["tax"]["amount"] + sign * second["tax"]["amount"] == after.json()["tax"]["amount"]


async def test_news_that_are_read_late_come_to_the_same(shop: Shop, books: Books) -> None:
    """Changed, paid in another way, and partly refunded before anything was written down."""
    one, other = await shop.choices(5900, 4900)
    shopper = shop.shopper()
    cart = await shopper.cart((one, 2))
    order = (await shopper.check_out(cart, payment=None, payment_method_id="pm_ada")).json()
    paid = await shopper.after_sales(order["id"], "payment-change", {"payment_method_id": "pm_other"})
    assert paid.status_code == 201, paid.text
    assert (await shopper.swap(order["id"], (one, other), method="pm_other")).status_code == 201
    after = await refund(shop, order["id"], amount=euros(300))
    documents = await books.of(order["id"])
    assert [(one["kind"], one["reason"]) for one in documents] == [("invoice", "order"), ("credit_note", "refund")]
    assert (owed(documents), documents[0]["total"]) == (kept(after), after["total"])
    [invoice, _] = await books.contents()
    assert [one["amount"] for one in invoice["payments"]] == [order["total"]["amount"]]


async def test_what_was_forgotten_unread_is_made_up_for(shop: Shop, books: Books) -> None:
    variant = await shop.variant(quantity=20)
    first = (await shop.shopper().buy(variant)).json()
    await books.write()
    second = (await shop.shopper().buy(variant)).json()
    await refund(shop, first["id"], amount=euros(100))
    for _ in range(2):
        async with shop.room.database.unit_of_work() as session:
            await shop.room.issuing.catch_up(session)
        assert [one["number"] for one in await books.of(second["id"])] == ["INV-00002"]
        assert [one["number"] for one in await books.of(first["id"])] == ["INV-00001", "CN-00001"]


async def test_numbers_may_begin_anew_each_year(shop: Shop, books: Books) -> None:
    variant = await shop.variant(quantity=20)
    await books.settings(numbered_by_year=True, invoice_prefix="R/")
    first = (await shop.shopper().buy(variant)).json()
    [one] = await books.of(first["id"])
    shop.clock.advance(366 * 24 * 3600)
    second = (await shop.shopper().buy(variant)).json()
    [other] = await books.of(second["id"])
    assert [each["number"] for each in (one, other)] == [f"R/{each['issued_at'][:4]}-00001" for each in (one, other)]
    assert one["number"] != other["number"]


async def test_only_its_customer_and_the_staff_see_a_document(shop: Shop, books: Books) -> None:
    order = (await shop.shopper().buy(await shop.variant())).json()
    [invoice] = await books.of(order["id"])
    own = await shop.shopper().call("GET", f"/api/v1/orders/{order['id']}/invoices")
    assert own.json() == {"items": [invoice], "next_cursor": None}
    paper = await shop.shopper().call("GET", f"{PATH}/{invoice['id']}.pdf")
    assert (paper.status_code, paper.headers["content-type"]) == (200, "application/pdf")
    assert paper.headers["content-disposition"] == 'attachment; filename="INV-00001.pdf"'
    assert paper.content.startswith(b"%PDF-")
    assert paper.content == (await shop.of_staff().call("GET", f"{PATH}/{invoice['id']}.pdf")).content
    bob = shop.shopper("usr_bob")
    for name in (invoice["id"], "inv_unknown"):
        for path in (f"{PATH}/{name}", f"{PATH}/{name}.pdf"):
            refused = await bob.call("GET", path)
            assert (refused.status_code, refused.json()["code"]) == (404, "no_such_invoice")
    assert (await bob.call("GET", f"/api/v1/orders/{order['id']}/invoices")).status_code == 404
    assert (await bob.call("GET", PATH)).status_code == 403


async def test_the_staff_finds_documents_and_takes_them_into_its_books(shop: Shop, books: Books) -> None:
    await taxed(shop, 1900)
    variant = await shop.variant(price=1000, quantity=20)
    orders = [(await shop.shopper().buy(variant)).json() for _ in range(3)]
    await books.write()
    await refund(shop, orders[1]["id"])
    await books.write()

    async def numbers(**filters: Any) -> list[str]:
        found: list[str] = []
        cursor: Json = {}
        while True:
            params = {"limit": 2, **filters, **cursor}
            page = (await shop.client.get(PATH, params=params, headers=shop.staff)).json()
            found += [one["number"] for one in page["items"]]
            if page["next_cursor"] is None:
                return found
            cursor = {"cursor": page["next_cursor"]}

    assert await numbers() == ["CN-00001", "INV-00003", "INV-00002", "INV-00001"]
    assert await numbers(kind="credit_note") == ["CN-00001"]
    assert await numbers(number="INV-00002") == ["INV-00002"]
    assert await numbers(number=orders[1]["number"]) == ["CN-00001", "INV-00002"]
    assert await numbers(issued_to="2020-01-01T00:00:00Z") == []
    answer = await shop.client.get("/api/v1/exports/invoices.csv", params={"kind": "credit_note"}, headers=shop.staff)
    head, row = answer.text.splitlines()
    assert head.startswith("number,kind,issued_at,order_number,corrects,buyer,currency,tax_name,tax_percent,net")
    assert row.split(",")[-6:] == ["EUR", "VAT", "19", "-12.52", "-2.38", "-14.90"]


async def test_orders_from_another_shop_have_none(shop: Shop, books: Books) -> None:
    """Nor has what is given back for them: there would be no invoice that it corrects."""
    order = (await shop.shopper().buy(await shop.variant())).json()
    table = shop.room.database.metadata.tables["outbox"]
    told = table.update().where(table.c.type == "order.placed").values(type="order.imported")
    with system_scope():
        async with shop.room.database.unit_of_work() as session:
            await session.execute(told)
    await refund(shop, order["id"], amount=euros(100))
    assert await books.of(order["id"]) == []
