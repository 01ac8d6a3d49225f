"""Reading invoices and credit notes: an order's for its customer, all of them for the staff, on paper for both."""

import asyncio
from typing import Any

from common.database import Database
from common.money import money
from common.security.caller import Caller
from order_service.app.invoices import repository
from order_service.app.invoices.errors import NoSuchInvoice
from order_service.app.orders import service as orders
from order_service.app.orders.errors import NoSuchOrder

Json = dict[str, Any]
_PLAIN = ("id", "kind", "number", "order_id", "order_number", "issued_at", "buyer", "language")


class InvoiceService:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_order(self, caller: Caller, order_id: str) -> Json:
        """All documents of an order, the first one first; somebody else's order is NoSuchOrder like a missing one."""
        async with self._database.reading() as session:
            await orders.visible(session, caller, order_id)
            rows = await repository.of_order(session, order_id)
        return {"items": [_shown(row) for row in rows], "next_cursor": None}

    async def page(self, filters: Json, limit: int, cursor: str | None) -> Json:
        """The latest first."""
        async with self._database.reading() as session:
            rows = await repository.page(session, filters, limit + 1, cursor)
        after = repository.cursor_after(rows[limit - 1]) if len(rows) > limit else None
        return {"items": [_shown(row) for row in rows[:limit]], "next_cursor": after}

    async def view(self, caller: Caller, invoice_id: str) -> Json:
        return _shown(await self._found(caller, invoice_id))

    async def pdf(self, caller: Caller, invoice_id: str) -> tuple[str, bytes]:
        """(its number, the document as PDF): drawn anew each time, the same bytes from the same row."""
        row = await self._found(caller, invoice_id)
        return row["number"], await asyncio.to_thread(_drawn, row)

    async def _found(self, caller: Caller, invoice_id: str) -> Json:
        """The order says who may see it; somebody else's is NoSuchInvoice like a missing one."""
        async with self._database.reading() as session:
            row = await repository.find(session, invoice_id)
            if row is None:
                raise NoSuchInvoice
            try:
                await orders.visible(session, caller, row["order_id"])
            except NoSuchOrder as error:
                raise NoSuchInvoice from error
        return row


def _drawn(row: Json) -> bytes:
    from order_service.app.invoices.printing.document import draw  # reportlab is only imported by who prints

    return draw(row)


def _shown(row: Json) -> Json:
    plain, contents = {name: row[name] for name in _PLAIN}, row["contents"]
    about = {"reason": contents["reason"]["what"], "corrects": contents["corrects"]}
    return plain | about | {name: money(row[name], row["currency"]) for name in ("total", "tax")}
