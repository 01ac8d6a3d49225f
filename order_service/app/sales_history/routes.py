"""The sales history over HTTP, for the staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from common.imports import ImportReport
from common.pagination import Page
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response
from order_service.app.dependencies import History
from order_service.app.sales_history.schemas import HistoryEntry, HistoryFilters, HistoryImports, HistoryInvoice

router = APIRouter(prefix="/api/v1/sales-history", tags=["reports"])
_unknown: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "no_such_invoice"}}


@router.post("/imports")
async def import_sales_history(
    given: HistoryImports, caller: Annotated[Caller, permitted("orders:write")], history: History
) -> ImportReport:
    """Bring invoices in from other books: sales, credits and write-offs, which the reports count from then on.

    Each is taken whole or not at all; the same batch again changes nothing. They are no orders: neither stock nor money
    moves. What cannot be taken is in `rejected`: `imported_differently` (brought in before and it read differently; it
    stays as it is).
    """
    return await history.bring_in(caller, given.items)


@router.get("", dependencies=[permitted("orders:read")], responses={200: {"model": Page[HistoryEntry]}})
async def list_sales_history(history: History, wanted: Annotated[HistoryFilters, Query()]) -> Response:
    """Invoices without their lines, the latest first."""
    return json_response(await history.list(wanted))


@router.get(
    "/{invoice_id}",
    dependencies=[permitted("orders:read")],
    responses={200: {"model": HistoryInvoice}, **_unknown},
)
async def read_sales_invoice(invoice_id: str, history: History) -> Response:
    """One invoice with its lines."""
    return json_response(await history.get(invoice_id))
