"""Orders as CSV, one row each; written out a piece at a time, so that memory stays small however many there are."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from typing import Any

from sqlalchemy import Connection

from common.database import Database, use_tenant
from common.languages import localized, use_language
from common.spreadsheets import price_text, shielded
from order_service.app.orders import listing
from order_service.app.orders import service as orders

PIECE = 500
_AMOUNTS = ("subtotal", "discount", "shipping", "tax", "total", "refunded")
COLUMNS = (
    *("number", "id", "created_at", "placed_at", "status", "payment_status", "fulfilment_status"),
    *("customer_id", "name", "email", "address1", "address2", "city", "state", "zip", "country"),
    *("shipping_method", "coupon", "currency", *_AMOUNTS, "note"),
)
_SAFE = frozenset({"id", "created_at", "placed_at", "currency", *_AMOUNTS})
Json = dict[str, Any]


class ExportService:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def csv(self, tenant_id: str, language: str, filters: Json) -> AsyncIterator[bytes]:
        """The file in pieces: the header, then the orders, newest first."""
        yield _lines([COLUMNS])
        cursor: str | None = None
        while True:
            with use_tenant(tenant_id), use_language(language):
                found = await self._piece(filters, cursor)
                written = _lines([_cells(order) for order in found])
            if found:
                yield written
            if len(found) < PIECE:
                return
            cursor = listing.cursor_after(found[-1], listing.NEWEST)

    async def _piece(self, filters: Json, cursor: str | None) -> list[Json]:
        page = listing.ids(filters, listing.NEWEST, PIECE, cursor)

        def read(connection: Connection) -> list[str]:
            return [row[0] for row in connection.execute(page)]

        ids = await self._database.read_in_thread(read)
        async with self._database.reading() as session:
            return await orders.in_order(session, ids)


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _cells(order: Json) -> list[str]:
    address, coupon = order["address"], order["coupon"]
    known = {name: order[name] for name in COLUMNS if name in order} | {
        name: address.get(name) for name in ("name", "address1", "address2", "city", "state", "zip", "country")
    }
    known |= {name: order[name].isoformat() for name in ("created_at", "placed_at") if order[name] is not None}
    known |= {name: price_text(order[name], order["currency"]) for name in _AMOUNTS}
    known |= {"shipping_method": localized(order["shipping_method"]["name"]), "coupon": coupon and coupon["code"]}
    return [_cell(name, known.get(name)) for name in COLUMNS]


def _cell(name: str, value: Any) -> str:
    text = "" if value is None else str(value)
    return text if name in _SAFE else shielded(text)
