"""The catalogue as a download for staff."""

from typing import Annotated

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from common.security.caller import Caller
from common.security.dependencies import permitted
from product_service.app.dependencies import Exports

router = APIRouter(prefix="/api/v1/exports", tags=["exports"])


@router.get("/products.csv", response_class=StreamingResponse)
async def export_products(
    exports: Exports, caller: Annotated[Caller, permitted("catalogue:write")]
) -> StreamingResponse:
    """The whole catalogue in the columns an import reads; importing it again changes nothing."""
    headers = {"Content-Disposition": 'attachment; filename="products.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(exports.csv(caller.tenant_id), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/stock.csv", response_class=StreamingResponse)
async def export_stock(exports: Exports, caller: Annotated[Caller, permitted("stock:read")]) -> StreamingResponse:
    """What lies on the shelves, a row for each variant."""
    headers = {"Content-Disposition": 'attachment; filename="stock.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(exports.stock_csv(caller.tenant_id), media_type="text/csv; charset=utf-8", headers=headers)
