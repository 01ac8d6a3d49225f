"""Invoices and credit notes for the books: CSV, a row for each tax rate of each document."""

import csv
import io
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

from common.database import Database, use_tenant
from common.spreadsheets import price_text, shielded
from order_service.app.invoices import repository
from order_service.app.invoices.kinds import INVOICE

PIECE = 500
COLUMNS = (
    *("number", "kind", "issued_at", "order_number", "corrects", "buyer"),
    *("currency", "tax_name", "tax_percent", "net", "tax", "gross"),
)
Json = dict[str, Any]


class InvoiceBooks:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def csv(self, tenant_id: str, filters: Json) -> AsyncIterator[bytes]:
        """The file in pieces: the header, then the documents, the latest first. Credit notes count minus."""
        yield _lines([COLUMNS])
        cursor: str | None = None
        while True:
            with use_tenant(tenant_id):
                async with self._database.reading() as session:
                    rows = await repository.page(session, filters, PIECE, cursor)
            if rows:
                yield _lines([cells for row in rows for cells in booked(row)])
            if len(rows) < PIECE:
                return
            cursor = repository.cursor_after(rows[-1])


def booked(row: Json) -> Iterator[list[str]]:
    """What bears no tax has a row of its own; together they are the document's total."""
    contents, currency = row["contents"], row["currency"]
    sign = 1 if row["kind"] == INVOICE else -1
    known = [row["number"], row["kind"], row["issued_at"].isoformat(), row["order_number"], contents["corrects"] or ""]
    known += [row["buyer"], currency]
    untaxed = row["total"]
    for one in contents["tax_lines"]:
        net, tax = one["base"], one["amount"]
        untaxed -= net + tax
        amounts = [price_text(sign * amount, currency) for amount in (net, tax, net + tax)]
        yield [*map(shielded, [*known, one["name"]]), percent(one["rate_bp"]), *amounts]
    if untaxed or not contents["tax_lines"]:
        plain = price_text(sign * untaxed, currency)
        yield [*map(shielded, [*known, ""]), "", plain, price_text(0, currency), plain]


def percent(rate_bp: int) -> str:
    """Basis points as people write them: `19`, `8.25`."""
    return f"{rate_bp / 100:.2f}".rstrip("0").rstrip(".")


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
