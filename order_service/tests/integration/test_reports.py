"""Reports count what was sold, in the shop's own days, less what was given back; downloads hold no formula."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from common.ids import new_id
from order_service.app.reports.days import stretches
from order_service.tests.shop import Json, Shop


async def ask(shop: Shop, path: str, **params: str) -> Json:
    answer = await shop.client.get(f"/api/v1/reports/{path}", params=params, headers=shop.staff)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def refund(shop: Shop, order: Json, amount: int) -> None:
    body = {"reason": "late", "amount": {"amount": amount, "currency": "EUR"}}
    headers = {**shop.staff, "Idempotency-Key": new_id("key")}
    answer = await shop.client.post(f"/api/v1/orders/{order['id']}/refunds", json=body, headers=headers)
    assert answer.status_code == 201, answer.text


async def test_the_dashboard_adds_up(shop: Shop) -> None:
    shop.clock.advance((12 - shop.clock.now().hour) % 24 * 3600)  # about noon: no day ends in the middle of it
    lamp, bulb = await shop.variant(price=1000, quantity=50), await shop.variant(price=200, title="Bulb", quantity=50)
    ada, bob = shop.shopper("usr_ada"), shop.shopper("usr_bob")
    first = (await ada.check_out(await ada.cart((lamp, 2), (bulb, 1)))).json()
    await bob.buy(bulb, 5)
    gone = (await bob.buy(lamp)).json()
    await bob.cancel(gone["id"])
    await bob.buy(lamp, token="tok_decline")
    await refund(shop, first, 690)
    today = shop.clock.now().date()
    found = await ask(shop, "dashboard")
    assert (found["date_from"], found["date_to"]) == (str(today - timedelta(days=29)), str(today))
    assert [found[name]["amount"] for name in ("gross", "refunds", "revenue")] == [2690 + 1490, 690, 3490]
    assert (found["orders"], found["items_sold"], found["average_order"]["amount"]) == (2, 8, 1745)
    assert found["conversion"] == {"carts": 4, "checkouts": 4, "placed": 2, "rate": 0.5}
    assert len(found["by_day"]) == 30
    assert found["by_day"][-1] == {
        "day": str(today),
        "orders": 2,
        "items": 8,
        "revenue": {"amount": 3490, "currency": "EUR"},
    }
    assert [(row["title"], row["items"], row["revenue"]["amount"]) for row in found["top_products"]] == [
        ("Desk lamp", 2, 2000),
        ("Bulb", 6, 1200),
    ]
    nobody_asks = {"returns_requested": 0, "exchanges_requested": 0}
    assert found["attention"] == {"payment_review": 0, "unfulfilled": 2, "refund_pending": 0, **nobody_asks}
    by_status = (await ask(shop, "sales", group_by="status"))["rows"]
    assert {row["key"]: row["orders"] for row in by_status} == {"pending": 2, "cancelled": 1}
    by_product = (await ask(shop, "sales", group_by="product", limit="1"))["rows"]
    assert [row["label"] for row in by_product] == ["Desk lamp"]
    by_day = (await ask(shop, "sales", **{"from": str(today), "to": str(today)}))["rows"]
    assert [(row["key"], row["revenue"]["amount"]) for row in by_day] == [(str(today), 3490)]


async def test_days_are_the_shops_own(shop: Shop) -> None:
    shop.room.reports._zone = ZoneInfo("Europe/Berlin")
    variant, shopper = await shop.variant(price=1000, quantity=50), shop.shopper()
    moments = [  # the clock goes back on 2025-10-26 at 3:00
        (datetime(2025, 10, 24, 22, 30, tzinfo=UTC), "2025-10-25"),
        (datetime(2025, 10, 25, 21, 59, tzinfo=UTC), "2025-10-25"),
        (datetime(2025, 10, 26, 22, 30, tzinfo=UTC), "2025-10-26"),
        (datetime(2025, 10, 26, 23, 30, tzinfo=UTC), "2025-10-27"),
    ]
    table = shop.room.database.metadata.tables["orders"]
    for moment, _ in moments:
        order = (await shopper.buy(variant)).json()
        async with shop.room.database.unit_of_work() as session:
            this = table.update().where(table.c.tenant_id == "default", table.c.id == order["id"])
            await session.execute(this.values(placed_at=moment))
    rows = (await ask(shop, "sales", **{"from": "2025-10-24", "to": "2025-10-28"}))["rows"]
    expected = {"2025-10-24": 0, "2025-10-25": 2, "2025-10-26": 1, "2025-10-27": 1, "2025-10-28": 0}
    assert {row["key"]: row["orders"] for row in rows} == expected


def test_a_year_is_a_few_stretches() -> None:
    found = list(stretches(date(2025, 1, 1), date(2025, 12, 31), ZoneInfo("Europe/Berlin")))
    assert [(part.first.isoformat(), part.offset) for part in found] == [
        ("2025-01-01", 3600),
        ("2025-03-31", 7200),
        ("2025-10-27", 3600),
    ]
    assert [(a.last + timedelta(days=1), a.until) for a in found[:-1]] == [(b.first, b.since) for b in found[1:]]


@pytest.mark.parametrize("days", [("2026-02-02", "2026-02-01"), ("2020-01-01", "2026-01-01"), ("x", "2026-01-01")])
async def test_unusable_days_are_refused(shop: Shop, days: tuple[str, str]) -> None:
    params: dict[str, Any] = {"from": days[0], "to": days[1]}
    answer = await shop.client.get("/api/v1/reports/dashboard", params=params, headers=shop.staff)
    assert answer.status_code == 422


async def test_reports_and_downloads_are_for_those_who_may(shop: Shop) -> None:
    for path in ("reports/dashboard", "reports/sales", "exports/orders.csv"):
        assert (await shop.shopper().call("GET", f"/api/v1/{path}")).status_code == 403
        assert (await shop.client.get(f"/api/v1/{path}")).status_code == 401


async def test_orders_go_into_a_spreadsheet_without_formulas(shop: Shop) -> None:
    variant, shopper = await shop.variant(price=1000, quantity=50), shop.shopper()
    cart = await shopper.cart((variant, 1))
    address = {**cart["address"], "name": '=HYPERLINK("http://bad.example")'}
    await shopper.check_out(cart, address=address, note="+1, please")
    await shopper.buy(variant, 2)
    answer = await shop.client.get("/api/v1/exports/orders.csv", headers=shop.staff)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["number"], row["total"], row["name"], row["note"]) for row in rows] == [
        ("1002", "24.90", "Ada Lovelace", ""),
        ("1001", "14.90", '\'=HYPERLINK("http://bad.example")', "'+1, please"),
    ]
    narrowed = await shop.client.get("/api/v1/exports/orders.csv?q=hyperlink", headers=shop.staff)
    assert [row["number"] for row in csv.DictReader(io.StringIO(narrowed.text))] == ["1001"]
