"""For the staff: the shop's orders, what was sold, what is running out; each under the staff member's own rights."""

from typing import Annotated, Any, Literal

from pydantic import Field

from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.money import shown
from ai_service.app.tools.orders import order_shown
from ai_service.app.tools.registry import registry

Json = dict[str, Any]
Status = Literal[
    "placing",
    "refused",
    "pending",
    "pending (item modified)",
    "processed",
    "delivered",
    "cancelled",
    "return requested",
    "exchange requested",
]
Paid = Literal["unpaid", "paid", "refund_pending", "partially_refunded", "refunded", "unclear"]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day, like 2026-01-31.")]
Many = Annotated[int, Field(ge=1, le=50)]
_SOLD = ("key", "label", "orders", "items")
_STOCK = (
    "product_id",
    "variant_id",
    "product_title",
    "variant_title",
    "sku",
    "on_hand",
    "reserved",
    "available",
    "level",
)


@registry.tool("shop.orders", permission="orders:read", untrusted=True)
async def find_shop_orders(
    context: ToolContext,
    status: Status | None = None,
    payment_status: Paid | None = None,
    limit: Many = 10,
) -> Json:
    """The orders of the whole shop, newest first, narrowed by their state. `count` says how many there are."""
    given = {"status": status, "payment_status": payment_status}
    narrowed = {name: value for name, value in given.items() if value is not None}
    page = await context.shop.orders.orders(context.token, limit=limit, count=True, **narrowed)
    return {"count": page.get("count"), "items": [order_shown(order) for order in page["items"]]}


@registry.tool("shop.sales", permission="reports:read", untrusted=True)
async def report_sales(
    context: ToolContext,
    group_by: Literal["day", "product", "status"] = "day",
    first_day: Day | None = None,
    last_day: Day | None = None,
    limit: Many = 31,
) -> Json:
    """What was sold: orders, pieces and revenue by day, product or order state. Without days, the latest thirty."""
    days = {"from": first_day, "to": last_day}
    given = {name: day for name, day in days.items() if day is not None}
    report = await context.shop.orders.sales(context.token, group_by=group_by, limit=limit, **given)
    rows = [{**{name: row[name] for name in _SOLD}, "revenue": shown(row["revenue"])} for row in _latest(report, limit)]
    return {"from": report["date_from"], "to": report["date_to"], "currency": report["currency"], "items": rows}


@registry.tool("shop.low_stock", permission="stock:read", untrusted=True)
async def find_low_stock(context: ToolContext, sold_out_only: bool = False, limit: Many = 20) -> Json:
    """Variants of which little is left, or nothing: what to order next."""
    wanted = {"out": True} if sold_out_only else {"low": True}
    page = await context.shop.products.stock(context.token, limit=limit, **wanted)
    items = [{name: line[name] for name in _STOCK} for line in page["items"]]
    return {"items": items, "more": page["next_cursor"] is not None}


def _latest(report: Json, limit: int) -> list[Json]:
    """Days go up to the present, everything else begins with the most."""
    rows: list[Json] = report["rows"]
    return rows[-limit:] if report["group_by"] == "day" else rows[:limit]
