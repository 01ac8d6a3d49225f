"""The shop's figures: read away from the event loop, in whole days of the shop's time zone."""

from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from common.clock import Clock
from common.database import Database
from common.errors import InvalidInput
from common.languages import localized
from common.money import money
from order_service.app.cancellations import service as cancellations
from order_service.app.carts import openings
from order_service.app.orders import sales
from order_service.app.payments import refund_requests
from order_service.app.reports.days import LocalDay, midnight, stretches
from order_service.app.sales_history import figures as history

Json = dict[str, Any]
DAYS, MOST_DAYS = 30, 366
TOP = 10
STATUS_NAMES = {
    "pending": {"en": "Pending", "zh": "待处理"},
    "pending (item modified)": {"en": "Pending (changed)", "zh": "待处理（已修改）"},
    "processed": {"en": "Sent", "zh": "已发货"},
    "delivered": {"en": "Delivered", "zh": "已送达"},
    "cancelled": {"en": "Cancelled", "zh": "已取消"},
    "return requested": {"en": "Return requested", "zh": "申请退货"},
    "exchange requested": {"en": "Exchange requested", "zh": "申请换货"},
    "history sale": {"en": "Sold before moving in", "zh": "迁入前售出"},
    "history credit": {"en": "Credited before moving in", "zh": "迁入前退款"},
    "history write_off": {"en": "Written off before moving in", "zh": "迁入前报损"},
}


class UnusableRange(InvalidInput):
    code = "unusable_range"
    title = "These days cannot be reported on"


class ReportService:
    def __init__(self, database: Database, clock: Clock, currency: str, time_zone: str) -> None:
        self._database = database
        self._clock = clock
        self._currency = currency
        self._zone = ZoneInfo(time_zone)

    async def dashboard(self, first: date | None, last: date | None, currency: str | None = None) -> Json:
        """The last 30 days in the shop's currency where nothing is said; two currencies are never added up."""
        first, last = self._days(first, last)
        since, until = midnight(first, self._zone), midnight(last + timedelta(days=1), self._zone)
        currency = currency or self._currency
        then = (currency, since, until)

        def read(connection: Connection) -> Json:
            return {
                "days": self._by_day(connection, first, last, currency),
                "currencies": self._sold_in(connection, since, until),
                "top": _best(connection, *then, TOP),
                "attention": sales.attention(connection) | {"refund_pending": _refunds_under_way(connection)},
                "carts": openings.opened(connection, *then),
                "checkouts": sales.checkouts(connection, *then),
            }

        found = await self._database.read_in_thread(read)
        return self._head(first, last, currency, found["currencies"]) | _dashboard(found, currency)

    async def sales(
        self, group_by: str, first: date | None, last: date | None, limit: int, currency: str | None = None
    ) -> Json:
        """Rows by day (also those without sales), by status, or of the products that sold best; the history counts."""
        first, last = self._days(first, last)
        since, until = midnight(first, self._zone), midnight(last + timedelta(days=1), self._zone)
        currency = currency or self._currency
        then = (currency, since, until)

        def read(connection: Connection) -> tuple[list[str], list[Json]]:
            return self._sold_in(connection, since, until), rows(connection)

        def rows(connection: Connection) -> list[Json]:
            if group_by == "day":
                days = self._by_day(connection, first, last, currency)
                return [_row(row["day"], row["day"], row, currency) for row in days]
            if group_by == "status":
                each = [row for found in (sales.by_status, history.by_kind) for row in found(connection, *then)]
                return [_row(row["status"], _status(row["status"]), row, currency) for row in each]
            return [_product_row(row, currency) for row in _best(connection, *then, limit)]

        sold_in, found = await self._database.read_in_thread(read)
        return self._head(first, last, currency, sold_in) | {"group_by": group_by, "rows": found}

    def _days(self, first: date | None, last: date | None) -> tuple[date, date]:
        last = last or self._clock.now().astimezone(self._zone).date()
        first = first or last - timedelta(days=DAYS - 1)
        if not 0 <= (last - first).days < MOST_DAYS:
            raise UnusableRange(f"From one day to {MOST_DAYS}, the earlier one first.")
        if first.year < 1970 or last.year > 2999:
            raise UnusableRange("That is not a time of ours.")
        return first, last

    def _by_day(self, connection: Connection, first: date, last: date, currency: str) -> list[Json]:
        """One row a day, also for those on which nothing was sold."""
        nothing = {"orders": 0, "placed": 0, "gross": 0, "refunds": 0, "discounts": 0, "items": 0}
        span = (last - first).days + 1
        days = {str(first + timedelta(days=number)): dict(nothing) for number in range(span)}
        for part in stretches(first, last, self._zone):
            then = (currency, part.since, part.until)
            orders = sales.by_day(connection, LocalDay(sales.PLACED_AT, part.offset), *then)
            before = history.by_day(connection, LocalDay(history.ISSUED_AT, part.offset), *then)
            for row in [*orders, *before]:
                into = days[min(row["day"], str(part.last))]
                for name in nothing:
                    into[name] += row.get(name, 0)
        return [{"day": day, **row} for day, row in days.items()]

    def _sold_in(self, connection: Connection, since: datetime, until: datetime) -> list[str]:
        """The currencies there is something to report in, the shop's own first."""
        found = {*sales.currencies(connection, since, until), *history.currencies(connection, since, until)}
        return [self._currency, *sorted(found - {self._currency})]

    def _head(self, first: date, last: date, currency: str, sold_in: list[str]) -> Json:
        named = {"date_from": first, "date_to": last, "time_zone": self._zone.key}
        return named | {"currency": currency, "currencies": sold_in}


def _best(connection: Connection, currency: str, since: datetime, until: datetime, limit: int) -> list[Json]:
    """Both are in this order already, and know no product in common."""
    found = [read(connection, currency, since, until, limit) for read in (sales.by_product, history.by_product)]
    return sorted(chain(*found), key=lambda row: (-row["revenue"], row["product_id"]))[:limit]


def _refunds_under_way(connection: Connection) -> int:
    return cancellations.count_open(connection) + refund_requests.count_open(connection)


def _dashboard(found: Json, currency: str) -> Json:
    days = found["days"]
    whole = {
        name: sum(day[name] for day in days) for name in ("orders", "placed", "gross", "refunds", "discounts", "items")
    }
    revenue, orders, carts = whole["gross"] - whole["refunds"], whole["orders"], found["carts"]
    return {
        "revenue": money(revenue, currency),
        **{name: money(whole[name], currency) for name in ("gross", "refunds", "discounts")},
        "orders": orders,
        "average_order": money(revenue // orders if orders else 0, currency),
        "items_sold": whole["items"],
        "conversion": {
            "carts": carts,
            "checkouts": found["checkouts"],
            "placed": whole["placed"],
            "rate": round(min(1.0, whole["placed"] / carts), 4) if carts else 0.0,
        },
        "by_day": [
            {
                "day": day["day"],
                "orders": day["orders"],
                "items": day["items"],
                "revenue": money(day["gross"] - day["refunds"], currency),
            }
            for day in days
        ],
        "top_products": [_product(row, currency) for row in found["top"]],
        "attention": found["attention"],
    }


def _product(row: Json, currency: str) -> Json:
    shown = {name: row[name] for name in ("product_id", "image", "orders", "items")}
    return {**shown, "title": localized(row["title"]), "revenue": money(row["revenue"], currency)}


def _product_row(row: Json, currency: str) -> Json:
    product = _product(row, currency)
    shared = {name: product[name] for name in ("orders", "items", "revenue")}
    none = {"gross": None, "refunds": None, "discounts": None}
    return {"key": product["product_id"], "label": product["title"], **shared, **none}


def _row(key: str, label: str, row: Json, currency: str) -> Json:
    return {
        "key": key,
        "label": label,
        "orders": row["orders"],
        "items": row["items"],
        "revenue": money(row["gross"] - row["refunds"], currency),
        **{name: money(row[name], currency) for name in ("gross", "refunds", "discounts")},
    }


def _status(status: str) -> str:
    return localized(STATUS_NAMES.get(status)) or status
