"""SQL over what was sold, for reports: plain statements for a connection away from the event loop."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from common.database import TENANT
from order_service.app.orders.models import Order, OrderLine
from order_service.app.orders.states import (
    CANCELLED,
    EXCHANGE_REQUESTED,
    PAYMENT_REVIEW,
    PLACED,
    PLACING,
    RETURN_REQUESTED,
    SENDABLE,
)

_orders: Any = Order.__table__
_lines: Any = OrderLine.__table__
PLACED_AT = _orders.c.placed_at
_SUMS = (
    func.count().label("orders"),
    func.coalesce(func.sum(_orders.c.total), 0).label("gross"),
    func.coalesce(func.sum(_orders.c.refunded), 0).label("refunds"),
    func.coalesce(func.sum(_orders.c.discount), 0).label("discounts"),
)
Row = dict[str, Any]


def _sold(currency: str, since: datetime, until: datetime) -> tuple[Any, ...]:
    """Orders placed then and not cancelled since."""
    return (
        _orders.c.tenant_id == TENANT,
        since <= PLACED_AT,
        until > PLACED_AT,
        _orders.c.currency == currency,
        _orders.c.checkout_state == PLACED,
        _orders.c.status != CANCELLED,
    )


def by_day(connection: Connection, day: Any, currency: str, since: datetime, until: datetime) -> list[Row]:
    """{day, orders, placed, gross, refunds, discounts, items} of each day with sales.

    `day` is an expression over PLACED_AT; `placed` are those of a cart of ours: what was brought in had none.
    """
    sold, label = _sold(currency, since, until), day.label("day")
    of_carts = func.count(_orders.c.cart_id).label("placed")
    sums = _all(connection, select(label, *_SUMS, of_carts).where(*sold).group_by(label))
    pieces = _all(connection, _with_lines(label, func.sum(_lines.c.quantity).label("items"), sold).group_by(label))
    items = {row["day"]: row["items"] for row in pieces}
    return [row | {"items": items.get(row["day"], 0)} for row in sums]


def by_status(connection: Connection, currency: str, since: datetime, until: datetime) -> list[Row]:
    """As by_day, of each status; cancelled orders too."""
    then = _sold(currency, since, until)[:-1]
    status = _unordered(_orders.c.status).label("status")
    sums = _all(connection, select(status, *_SUMS).where(*then).group_by(status))
    pieces = _all(connection, _with_lines(status, func.sum(_lines.c.quantity).label("items"), then).group_by(status))
    items = {row["status"]: row["items"] for row in pieces}
    return [row | {"items": items.get(row["status"], 0)} for row in sums]


def by_product(connection: Connection, currency: str, since: datetime, until: datetime, limit: int) -> list[Row]:
    """{product_id, title, orders, items, revenue} of what sold best; revenue is what was paid for the goods."""
    revenue = func.sum(_lines.c.total - _lines.c.discount).label("revenue")
    counted = (
        func.count(_lines.c.order_id.distinct()).label("orders"),
        func.sum(_lines.c.quantity).label("items"),
        revenue,
        func.max(_lines.c.id).label("latest"),
    )
    sold = _sold(currency, since, until)
    product = _unordered(_lines.c.product_id).label("product_id")
    best = _with_lines(product, *counted, sold).group_by(product).order_by(revenue.desc(), product)
    rows = _all(connection, best.limit(limit))
    latest = [row["latest"] for row in rows]
    titles = select(_lines.c.id, _lines.c.title, _lines.c.image)
    known = {
        row.id: row for row in connection.execute(titles.where(_lines.c.tenant_id == TENANT, _lines.c.id.in_(latest)))
    }
    return [row | {"title": known[row["latest"]].title, "image": known[row["latest"]].image} for row in rows]


def currencies(connection: Connection, since: datetime, until: datetime) -> list[str]:
    """Those that something was sold in."""
    then = (_orders.c.tenant_id == TENANT, since <= PLACED_AT, until > PLACED_AT)
    return list(connection.scalars(select(_unordered(_orders.c.currency)).where(*then).distinct()))


def checkouts(connection: Connection, currency: str, since: datetime, until: datetime) -> int:
    """Carts that somebody tried to buy."""
    tried = select(func.count(_orders.c.cart_id.distinct())).where(
        _orders.c.tenant_id == TENANT, _orders.c.created_at >= since, _orders.c.created_at < until
    )
    tried = tried.where(_orders.c.currency == currency)
    return int(connection.scalar(tried) or 0)


def attention(connection: Connection) -> Row:
    """How many orders somebody has to look at, of all times; what is under review is still being placed."""
    ours = select(func.count()).where(_orders.c.tenant_id == TENANT)
    under_review = _orders.c.checkout_state == PAYMENT_REVIEW
    asked = {
        "payment_review": and_(_orders.c.status == PLACING, under_review),
        "unfulfilled": _orders.c.status.in_(SENDABLE),
        "returns_requested": _orders.c.status == RETURN_REQUESTED,
        "exchanges_requested": _orders.c.status == EXCHANGE_REQUESTED,
    }
    return {name: int(connection.scalar(ours.where(condition)) or 0) for name, condition in asked.items()}


def _unordered(column: Any) -> Any:
    """To group by a column without its index: SQLite would walk through all orders of all times in its order."""
    return func.coalesce(column, "")


def _with_lines(*columns: Any) -> Select[Any]:
    *shown, conditions = columns
    joined = _orders.join(_lines, (_lines.c.tenant_id == _orders.c.tenant_id) & (_lines.c.order_id == _orders.c.id))
    return select(*shown).select_from(joined).where(*conditions)


def _all(connection: Connection, statement: Select[Any]) -> list[Row]:
    return [{name: _whole(value) for name, value in row.items()} for row in connection.execute(statement).mappings()]


def _whole(value: Any) -> Any:
    """Servers answer sums as decimals."""
    return value if value is None or isinstance(value, str) else int(value)
