"""Downloads over HTTP, for the staff."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from common.languages import current_language
from common.security.caller import Caller
from common.security.dependencies import permitted
from order_service.app.dependencies import Exports
from order_service.app.orders.schemas import OrderFilters

router = APIRouter(prefix="/api/v1/exports", tags=["exports"])


@router.get("/orders.csv", response_class=StreamingResponse)
async def export_orders(
    exports: Exports,
    caller: Annotated[Caller, permitted("orders:read")],
    filters: Annotated[OrderFilters, Query()],
) -> StreamingResponse:
    """The orders of a list with the same filters, one row each, newest first; no cell is a formula."""
    headers = {"Content-Disposition": 'attachment; filename="orders.csv"', "Cache-Control": "no-store"}
    pieces = exports.csv(caller.tenant_id, current_language(), filters.model_dump(exclude_none=True))
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)
