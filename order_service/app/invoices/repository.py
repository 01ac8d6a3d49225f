"""SQL of invoices and credit notes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from order_service.app.invoices.models import Invoice

_table: Any = Invoice.__table__
_ADD = insert(_table)
_OF_ORDER = select(_table).where(_table.c.tenant_id == TENANT, _table.c.order_id == bindparam("order"))
_BY_ID = select(_table).where(_table.c.tenant_id == TENANT, _table.c.id == bindparam("invoice"))
_LAST = select(func.coalesce(func.max(_table.c.position), 0)).where(
    _table.c.tenant_id == TENANT, _table.c.kind == bindparam("of_kind"), _table.c.series == bindparam("in_series")
)
_LATEST = select(_table.c.tenant_id, func.max(_table.c.issued_at)).group_by(_table.c.tenant_id)
Json = dict[str, Any]


async def add(session: AsyncSession, row: Json) -> None:
    await session.execute(_ADD, row)


async def last_position(session: AsyncSession, kind: str, series: int) -> int:
    """0 before the first. Who adds the next one holds the cursor of the log, and nobody else adds."""
    return int(await session.scalar(_LAST, {"of_kind": kind, "in_series": series}) or 0)


async def of_order(session: AsyncSession, order_id: str) -> list[Json]:
    """In the order they were issued: sorted here, or SQLite finds them by walking all of a shop in that order."""
    rows = (await session.execute(_OF_ORDER, {"order": order_id})).mappings()
    return sorted((dict(row) for row in rows), key=lambda row: (row["issued_at"], row["id"]))


async def find(session: AsyncSession, invoice_id: str) -> Json | None:
    row = (await session.execute(_BY_ID, {"invoice": invoice_id})).mappings().first()
    return dict(row) if row is not None else None


async def latest(session: AsyncSession) -> Sequence[tuple[str, datetime]]:
    """When each shop that has any (in the system scope) issued its latest one."""
    return [(row[0], row[1]) for row in await session.execute(_LATEST)]


def listing(filters: Json, limit: int, cursor: str | None) -> Any:
    """The statement of a page, the latest first; `filters` as InvoiceFilters has them."""
    asked = select(_table).where(_table.c.tenant_id == TENANT)
    if "kind" in filters:
        asked = asked.where(_table.c.kind == filters["kind"])
    if "number" in filters:
        asked = asked.join(named := _named(filters["number"].removeprefix("#")), named.c.id == _table.c.id)
    if "issued_from" in filters:
        asked = asked.where(_table.c.issued_at >= filters["issued_from"])
    if "issued_to" in filters:
        asked = asked.where(_table.c.issued_at < filters["issued_to"])
    if cursor is not None:
        moment, invoice_id = _position(cursor)
        earlier = or_(_table.c.issued_at < moment, and_(_table.c.issued_at == moment, _table.c.id < invoice_id))
        asked = asked.where(_table.c.issued_at <= moment, earlier)
    return asked.order_by(_table.c.issued_at.desc(), _table.c.id.desc()).limit(limit)


def _named(number: str) -> Any:
    """Ids of the documents of this number, or about the order of this number.

    Looked up first and joined: with either of both as a condition SQLite walks through all documents, latest first.
    """
    ours = select(_table.c.id).where(_table.c.tenant_id == TENANT)
    return ours.where(_table.c.number == number).union(ours.where(_table.c.order_number == number)).subquery("named")


async def page(session: AsyncSession, filters: Json, limit: int, cursor: str | None) -> list[Json]:
    return [dict(row) for row in (await session.execute(listing(filters, limit, cursor))).mappings()]


def cursor_after(row: Json) -> str:
    return encode_cursor(row["issued_at"].isoformat(), row["id"])


def _position(cursor: str) -> tuple[datetime, str]:
    moment, invoice_id = decode_cursor(cursor)
    try:
        return datetime.fromisoformat(moment).astimezone(UTC), invoice_id
    except (ValueError, OverflowError) as error:
        raise InvalidCursor from error
