"""SQL of the sales history."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import and_, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from common.pagination import InvalidCursor, decode_cursor, encode_cursor
from order_service.app.sales_history.models import SalesInvoice, SalesInvoiceLine

_invoices: Any = SalesInvoice.__table__
_lines: Any = SalesInvoiceLine.__table__
Json = dict[str, Any]


async def add(session: AsyncSession, invoice: Json, lines: list[Json]) -> None:
    await session.execute(insert(_invoices), invoice)
    await session.execute(insert(_lines), lines)


async def get(session: AsyncSession, invoice_id: str) -> SalesInvoice | None:
    found: SalesInvoice | None = await session.scalar(select(SalesInvoice).where(SalesInvoice.id == invoice_id))
    return found


async def lines_of(session: AsyncSession, invoice_id: str) -> Sequence[SalesInvoiceLine]:
    asked = select(SalesInvoiceLine).where(SalesInvoiceLine.invoice_id == invoice_id)
    return (await session.scalars(asked.order_by(SalesInvoiceLine.position))).all()


async def page(
    session: AsyncSession,
    *,
    since: datetime | None,
    until: datetime | None,
    equal: Json,
    limit: int,
    cursor: str | None,
) -> tuple[Sequence[SalesInvoice], str | None]:
    """The latest first; `equal` are columns that must equal."""
    issued, asked = SalesInvoice.issued_at, select(SalesInvoice)
    asked = asked.where(*(getattr(SalesInvoice, name) == value for name, value in equal.items()))
    if since is not None:
        asked = asked.where(issued >= since)
    if until is not None:
        asked = asked.where(issued < until)
    if cursor is not None:
        moment, invoice_id = _position(cursor)
        earlier = or_(issued < moment, and_(issued == moment, SalesInvoice.id < invoice_id))
        asked = asked.where(issued <= moment, earlier)
    rows = (await session.scalars(asked.order_by(issued.desc(), SalesInvoice.id.desc()).limit(limit + 1))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], encode_cursor(last.issued_at.isoformat(), last.id) if last else None


def _position(cursor: str) -> tuple[datetime, str]:
    moment, invoice_id = decode_cursor(cursor)
    try:
        return datetime.fromisoformat(moment).astimezone(UTC), invoice_id
    except (ValueError, OverflowError) as error:
        raise InvalidCursor from error
