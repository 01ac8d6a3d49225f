"""POST /api/v1/products/imports, for the staff."""

from typing import Annotated

from fastapi import APIRouter

from common.imports import ImportReport
from common.security.caller import Caller
from common.security.dependencies import permitted
from product_service.app.dependencies import ProductsMovingIn
from product_service.app.moving_in.schemas import ProductImports

router = APIRouter(prefix="/api/v1/products/imports", tags=["products"])


@router.post("", summary="Bring products in from another shop", dependencies=[permitted("stock:write")])
async def import_products(
    given: ProductImports, caller: Annotated[Caller, permitted("catalogue:write")], moving_in: ProductsMovingIn
) -> ImportReport:
    """Each with its variants and their stock, under the ids they had; each whole or not at all.

    The same batch again changes nothing. What cannot be taken is in `rejected`: `imported_differently` (brought in
    before and it read differently; it stays as it is), `id_taken` (or its handle, or a SKU), `mixed_currencies`. For
    a file of products see `/api/v1/imports`.
    """
    return await moving_in(caller, given.items)
