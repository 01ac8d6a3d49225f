"""Invoices and credit notes over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from common.pagination import Page
from common.security.caller import Caller
from common.security.dependencies import AnyCaller, permitted
from common.service import Problem, json_response
from order_service.app.dependencies import BooksOfInvoices, Invoices
from order_service.app.invoices.schemas import Invoice, InvoiceExport, InvoiceFilters

router = APIRouter(tags=["invoices"])
_unknown: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "no_such_invoice"}}
_pdf: dict[int | str, dict[str, Any]] = {200: {"content": {"application/pdf": {}}, "description": "The document"}}


@router.get("/api/v1/orders/{order_id}/invoices", responses={200: {"model": Page[Invoice]}})
async def list_invoices_of_order(order_id: str, caller: AnyCaller, invoices: Invoices) -> Response:
    """An order's invoice, and the credit notes about it, the first one first.

    The invoice is there a moment after the order is placed. Orders from another shop have none.
    """
    return json_response(await invoices.of_order(caller, order_id))


@router.get("/api/v1/invoices", dependencies=[permitted("orders:read")], responses={200: {"model": Page[Invoice]}})
async def list_invoices(invoices: Invoices, wanted: Annotated[InvoiceFilters, Query()]) -> Response:
    """All of the shop's documents, the latest first."""
    filters = wanted.model_dump(exclude_none=True, exclude={"limit", "cursor"})
    return json_response(await invoices.page(filters, wanted.limit, wanted.cursor))


@router.get("/api/v1/exports/invoices.csv", response_class=StreamingResponse)
async def export_invoices(
    books: BooksOfInvoices,
    caller: Annotated[Caller, permitted("orders:read")],
    wanted: Annotated[InvoiceExport, Query()],
) -> StreamingResponse:
    """The documents of a list with the same filters, a row for each tax rate; credit notes count minus."""
    headers = {"Content-Disposition": 'attachment; filename="invoices.csv"', "Cache-Control": "no-store"}
    pieces = books.csv(caller.tenant_id, wanted.model_dump(exclude_none=True))
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/api/v1/invoices/{invoice_id}.pdf", response_class=Response, responses={**_pdf, **_unknown})
async def print_invoice(invoice_id: str, caller: AnyCaller, invoices: Invoices) -> Response:
    """In the customer's language, the same bytes each time; for the order's customer and the staff."""
    number, content = await invoices.pdf(caller, invoice_id)
    name = number.replace("/", "-")
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "Cache-Control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


@router.get("/api/v1/invoices/{invoice_id}", responses={200: {"model": Invoice}, **_unknown})
async def read_invoice(invoice_id: str, caller: AnyCaller, invoices: Invoices) -> Response:
    return json_response(await invoices.view(caller, invoice_id))
