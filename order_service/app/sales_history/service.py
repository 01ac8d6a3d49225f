"""Taking other books in, and reading in them. Neither stock nor money moves, and nobody is told."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, current_tenant
from common.errors import NotFound
from common.imports import ImportReport, take_in
from common.money import money
from common.security.caller import Caller
from order_service.app.audit import service as audit
from order_service.app.sales_history import repository
from order_service.app.sales_history.models import SalesInvoice
from order_service.app.sales_history.schemas import HistoryFilters, HistoryImport

INVOICE = "sales_invoice"  # the kind under which they are noted
Json = dict[str, Any]


class NoSuchInvoice(NotFound):
    code, title = "no_such_invoice", "The sales history has no invoice of this id"


class SalesHistory:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def bring_in(self, caller: Caller, items: list[HistoryImport]) -> ImportReport:
        """What became of each; an invoice that is here already stays as it is."""

        async def prepare(item: HistoryImport) -> tuple[Json, list[Json]]:
            return self._invoice(item), [_line(item, position) for position in range(len(item.lines))]

        async def write(session: AsyncSession, item: HistoryImport, rows: tuple[Json, list[Json]]) -> None:
            await repository.add(session, *rows)
            await audit.record(session, "sales_invoice.imported", actor_id=caller.subject_id, subject_id=item.id)

        return await take_in(self._database, INVOICE, items, prepare, write)

    async def list(self, wanted: HistoryFilters) -> Json:
        """A page of invoices without their lines, the latest first."""
        equal = {name: getattr(wanted, name) for name in ("kind", "customer_id") if getattr(wanted, name) is not None}
        async with self._database.reading() as session:
            rows, cursor = await repository.page(
                session,
                since=wanted.issued_from,
                until=wanted.issued_to,
                equal=equal,
                limit=wanted.limit,
                cursor=wanted.cursor,
            )
        return {"items": [_shown(row) for row in rows], "next_cursor": cursor}

    async def get(self, invoice_id: str) -> Json:
        async with self._database.reading() as session:
            invoice = await repository.get(session, invoice_id)
            if invoice is None:
                raise NoSuchInvoice
            lines = await repository.lines_of(session, invoice_id)
        shown = [
            {name: getattr(line, name) for name in ("code", "title", "quantity")}
            | {name: money(getattr(line, name), invoice.currency) for name in ("unit_price", "amount")}
            for line in lines
        ]
        return _shown(invoice) | {"lines": shown}

    def _invoice(self, item: HistoryImport) -> Json:
        now = self._clock.now()
        return {
            "tenant_id": current_tenant(),
            **{name: getattr(item, name) for name in ("id", "kind", "issued_at", "customer_id", "country", "total")},
            "currency": item.lines[0].unit_price.currency,
            "pieces": sum(line.quantity for line in item.lines),
            "created_at": now,
            "updated_at": now,
        }


def _line(item: HistoryImport, position: int) -> Json:
    line = item.lines[position]
    return {
        "tenant_id": current_tenant(),
        "invoice_id": item.id,
        "position": position,
        **{name: getattr(line, name) for name in ("code", "title", "quantity", "amount")},
        "unit_price": line.unit_price.amount,
    }


def _shown(row: SalesInvoice) -> Json:
    plain = {name: getattr(row, name) for name in ("id", "kind", "issued_at", "customer_id", "country", "pieces")}
    return plain | {"total": money(row.total, row.currency)}
