"""Invoices of other books come in once, are read back as they stood, and reports count them to the cent."""

from datetime import UTC, datetime
from typing import Any

import pytest

from common.ids import new_id
from order_service.tests.shop import Json, Shop

PATH = "/api/v1/sales-history"
DAY = "2010-12-01"


def line(code: str, quantity: int, cents: int, title: str = "Lantern") -> Json:
    return {"code": code, "title": title, "quantity": quantity, "unit_price": {"amount": cents, "currency": "EUR"}}


def invoice(invoice_id: str, kind: str, *lines: Json, at: str = f"{DAY}T08:26:00Z", **more: Any) -> Json:
    return {"id": invoice_id, "kind": kind, "issued_at": at, "lines": list(lines), **more}


BOOKS = [
    invoice("536365", "sale", line("85123A", 6, 255), line("71053", 2, 339), customer_id="17850", country="France"),
    invoice("536366", "sale", line("71053", 1, 340), at="2010-12-02T09:00:00Z"),
    invoice("C536379", "credit", line("D", -1, 2750, "Discount"), customer_id="17850", at=f"{DAY}T09:41:00Z"),
    invoice("536589", "write_off", line("21777", -10, 0, "")),
]


async def bring(shop: Shop, *items: Json) -> Json:
    answer = await shop.client.post(f"{PATH}/imports", json={"items": list(items)}, headers=shop.staff)
    assert answer.status_code == 200, answer.text
    report: Json = answer.json()
    return report


async def ask(shop: Shop, path: str, **params: str) -> Json:
    answer = await shop.client.get(path, params=params, headers=shop.staff)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def test_books_come_in_once_and_are_read_as_they_stood(shop: Shop) -> None:
    assert await bring(shop, *BOOKS) == {"created": 4, "unchanged": 0, "rejected": []}
    assert await bring(shop, *BOOKS) == {"created": 0, "unchanged": 4, "rejected": []}
    other = BOOKS[0] | {"customer_id": "1"}
    [rejected] = (await bring(shop, other, BOOKS[1]))["rejected"]
    assert (rejected["index"], rejected["id"], rejected["code"]) == (0, "536365", "imported_differently")
    found = await ask(shop, f"{PATH}/536365")
    assert (found["kind"], found["customer_id"], found["country"]) == ("sale", "17850", "France")
    assert (found["total"], found["pieces"]) == ({"amount": 6 * 255 + 2 * 339, "currency": "EUR"}, 8)
    assert [(one["code"], one["quantity"], one["amount"]["amount"]) for one in found["lines"]] == [
        ("85123A", 6, 1530),
        ("71053", 2, 678),
    ]
    assert (await ask(shop, f"{PATH}/C536379"))["lines"][0]["amount"]["amount"] == -2750
    assert (await shop.client.get(f"{PATH}/none", headers=shop.staff)).json()["code"] == "no_such_invoice"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ["536366", "C536379", "536589", "536365"]),
        ({"kind": "sale"}, ["536366", "536365"]),
        ({"customer_id": "17850"}, ["C536379", "536365"]),
        ({"issued_from": "2010-12-02T00:00:00Z"}, ["536366"]),
        ({"issued_to": f"{DAY}T09:41:00Z"}, ["536589", "536365"]),
    ],
)
async def test_a_list_is_paged_and_narrowed(shop: Shop, filters: dict[str, str], ids: list[str]) -> None:
    await bring(shop, *BOOKS)
    found, cursor = [], {}
    while True:
        page = await ask(shop, PATH, limit="1", **filters, **cursor)
        found += [one["id"] for one in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert found == ids


async def test_reports_count_the_history_beside_the_orders(shop: Shop) -> None:
    variant = await shop.variant(price=1000, quantity=50)
    order = (await shop.shopper().buy(variant)).json()
    table = shop.room.database.metadata.tables["orders"]
    async with shop.room.database.unit_of_work() as session:
        this = table.update().where(table.c.tenant_id == "default", table.c.id == order["id"])
        await session.execute(this.values(placed_at=datetime(2010, 12, 1, 12, tzinfo=UTC)))
    await bring(
        shop, *BOOKS, invoice("usd", "sale", line("x", 1, 5) | {"unit_price": {"amount": 5, "currency": "USD"}})
    )
    days = {"from": DAY, "to": "2010-12-02"}
    own, plain = order["total"]["amount"], 1530 + 678 + 340 - 2750
    by_day = (await ask(shop, "/api/v1/reports/sales", **days))["rows"]
    assert [(row["orders"], row["items"], row["gross"]["amount"], row["refunds"]["amount"]) for row in by_day] == [
        (2, 1 + 8, own + 2208, 2750),
        (1, 1, 340, 0),
    ]
    assert sum(row["revenue"]["amount"] for row in by_day) == own + plain
    by_status = (await ask(shop, "/api/v1/reports/sales", group_by="status", **days))["rows"]
    assert {row["key"]: (row["orders"], row["revenue"]["amount"]) for row in by_status} == {
        "pending": (1, own),
        "history sale": (2, 2548),
        "history credit": (1, -2750),
        "history write_off": (1, 0),
    }
    by_product = (await ask(shop, "/api/v1/reports/sales", group_by="product", **days))["rows"]
    shown = [(row["key"], row["label"], row["orders"], row["items"], row["revenue"]["amount"]) for row in by_product]
    assert shown == [
        ("history:85123A", "Lantern", 1, 6, 1530),
        ("history:71053", "Lantern", 2, 3, 1018),
        (order["lines"][0]["product_id"], "Desk lamp", 1, 1, 1000),
        ("history:21777", "21777", 0, 0, 0),
        ("history:D", "Discount", 0, 0, -2750),
    ]
    found = await ask(shop, "/api/v1/reports/dashboard", **days)
    assert [found[name]["amount"] for name in ("gross", "refunds", "revenue")] == [own + 2548, 2750, own + plain]
    assert (found["orders"], found["items_sold"], found["conversion"]["placed"]) == (3, 10, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        invoice("1", "write_off", line("a", -1, 1)),
        invoice("1", "sale", line("a", 0, 1)),
        invoice("1", "sale"),
        invoice("1", "sale", line("a", 1, -1)),
        invoice("1", "sale", line("a", 1, 1), at="2010-12-01T08:26:00"),
        invoice("1", "sale", line("a", 1, 1), line("b", 1, 1) | {"unit_price": {"amount": 1, "currency": "USD"}}),
        invoice("1", "sale", *[line("a", 10**6, 10**9)] * 2),
    ],
)
async def test_a_malformed_invoice_refuses_the_batch(shop: Shop, wrong: Json) -> None:
    answer = await shop.client.post(f"{PATH}/imports", json={"items": [BOOKS[0], wrong]}, headers=shop.staff)
    assert answer.status_code == 422
    assert (await ask(shop, PATH))["items"] == []


async def test_only_those_who_may_write_and_read_books(shop: Shop) -> None:
    shopper = shop.shopper(new_id("usr"))
    for method, path in (("POST", f"{PATH}/imports"), ("GET", PATH), ("GET", f"{PATH}/1")):
        assert (await shopper.call(method, path, {"items": BOOKS} if method == "POST" else None)).status_code == 403
