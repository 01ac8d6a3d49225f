"""POST /api/v1/orders/imports, for the staff."""

from typing import Annotated

from fastapi import APIRouter

from common.imports import ImportReport
from common.security.caller import Caller
from common.security.dependencies import permitted
from order_service.app.dependencies import OrdersMovingIn
from order_service.app.moving_in.schemas import OrderImports

router = APIRouter(prefix="/api/v1/orders/imports", tags=["orders"])


@router.post("", dependencies=[permitted("refunds:write")])
async def import_orders(
    given: OrderImports, caller: Annotated[Caller, permitted("orders:write")], moving_in: OrdersMovingIn
) -> ImportReport:
    """Bring orders in from another shop, under the ids they had, with lines, parcels and payments.

    Each is taken whole or not at all; the same batch again changes nothing. Neither stock nor money moves, and what
    payments still hold can be given back from here. What cannot be taken is in `rejected`: `imported_differently`
    (brought in before and it read differently; it stays as it is), `id_taken`, `unknown_customer`,
    `unknown_payment_method`, `mixed_currencies`, `pieces_differ`, `payments_differ`.
    """
    return await moving_in(caller, given.items)
