"""SQL over the sales history, for reports: plain statements for a connection away from the event loop."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from common.database import TENANT
from order_service.app.sales_history.kinds import CREDIT, SALE
from order_service.app.sales_history.models import SalesInvoice, SalesInvoiceLine

_invoices: Any = SalesInvoice.__table__
_lines: Any = SalesInvoiceLine.__table__
ISSUED_AT = _invoices.c.issued_at
STATUS = "history "  # before the kind, where a report asks for a status
PRODUCT = "history:"  # before the code, where a report asks for a product: other books' codes are not our ids
Row = dict[str, Any]


def _of(kind: str, value: Any) -> Any:
    return func.coalesce(func.sum(case((_invoices.c.kind == kind, value), else_=0)), 0)


_SUMS = (
    _of(SALE, _invoices.c.total).label("gross"),
    (-_of(CREDIT, _invoices.c.total)).label("refunds"),
    _of(SALE, _invoices.c.pieces).label("items"),
)


def _then(currency: str, since: datetime, until: datetime) -> tuple[Any, ...]:
    ours = (_invoices.c.tenant_id == TENANT, _invoices.c.currency == currency)
    return (*ours, since <= ISSUED_AT, until > ISSUED_AT)


def currencies(connection: Connection, since: datetime, until: datetime) -> list[str]:
    """Those of the invoices of that time."""
    then = (_invoices.c.tenant_id == TENANT, since <= ISSUED_AT, until > ISSUED_AT)
    return list(connection.scalars(select(_invoices.c.currency).where(*then).distinct()))


def by_day(connection: Connection, day: Any, currency: str, since: datetime, until: datetime) -> list[Row]:
    """{day, orders, gross, refunds, discounts, items} of each day; `day` is an expression over ISSUED_AT.

    A write-off is worth nothing, so gross less refunds is the sum of everything that was invoiced that day.
    """
    label = day.label("day")
    asked = select(label, _of(SALE, 1).label("orders"), *_SUMS).where(*_then(currency, since, until))
    return list(_whole(connection, asked.group_by(label)))


def by_kind(connection: Connection, currency: str, since: datetime, until: datetime) -> list[Row]:
    """As by_day, of each kind, under `status`; `orders` are invoices of that kind."""
    kind = _invoices.c.kind
    asked = select(kind, func.count().label("orders"), *_SUMS).where(*_then(currency, since, until)).group_by(kind)
    return [row | {"status": STATUS + row["kind"]} for row in _whole(connection, asked)]


def by_product(connection: Connection, currency: str, since: datetime, until: datetime, limit: int) -> list[Row]:
    """{product_id, title, image, orders, items, revenue} of what sold best, less what was credited for it."""
    revenue, code = func.sum(_lines.c.amount).label("revenue"), _lines.c.code
    sold = case((_invoices.c.kind == SALE, _lines.c.quantity), else_=0)
    counted = (
        func.count(case((_invoices.c.kind == SALE, _lines.c.invoice_id)).distinct()).label("orders"),
        func.sum(sold).label("items"),
        func.max(_lines.c.title).label("title"),
    )
    joined = _invoices.join(
        _lines, (_lines.c.tenant_id == _invoices.c.tenant_id) & (_lines.c.invoice_id == _invoices.c.id)
    )
    asked = select(code, revenue, *counted).select_from(joined).where(*_then(currency, since, until))
    best = asked.group_by(code).order_by(revenue.desc(), code).limit(limit)
    return [
        row | {"product_id": PRODUCT + row["code"], "title": {"en": row["title"] or row["code"]}, "image": None}
        for row in _whole(connection, best)
    ]


def _whole(connection: Connection, statement: Select[Any]) -> Iterable[Row]:
    """Servers answer sums as decimals."""
    for found in connection.execute(statement).mappings():
        row = {name: value if value is None or isinstance(value, str) else int(value) for name, value in found.items()}
        yield row | {"discounts": 0}
