"""Item changes over HTTP."""

from typing import Any

from fastapi import APIRouter, Response

from common.idempotency import IdempotencyKey
from common.security.dependencies import AnyCaller
from common.service import Problem, json_response
from order_service.app.after_sales.schemas import Estimate
from order_service.app.dependencies import ItemChanges
from order_service.app.item_changes.schemas import ItemChangeCreate
from order_service.app.orders.schemas import Order

router = APIRouter(prefix="/api/v1/orders", tags=["after-sales"])
_answers: dict[int | str, dict[str, Any]] = {
    201: {"model": Order, "description": "Changed; the difference is paid or on its way back."},
    202: {"model": Order, "description": "The outcome is still open: read the order until no change is `running`."},
    402: {"model": Problem, "description": "The payment was declined; nothing was changed."},
    409: {
        "model": Problem,
        "description": "order_not_pending, change_in_progress, unknown_piece, too_many_pieces, other_product, "
        "out_of_stock, insufficient_balance, price_changed …",
    },
}


@router.post("/{order_id}/item-changes/estimate", responses={200: {"model": Estimate}, 409: _answers[409]})
async def estimate_item_change(
    order_id: str, wanted: ItemChangeCreate, caller: AnyCaller, changes: ItemChanges
) -> Response:
    """What changing the items so would cost or give back now; nothing is changed."""
    return json_response(await changes.estimate(caller, order_id, wanted))


@router.post("/{order_id}/item-changes", status_code=201, responses=_answers)
async def change_items(
    order_id: str, wanted: ItemChangeCreate, key: IdempotencyKey, caller: AnyCaller, changes: ItemChanges
) -> Response:
    """Make pieces of a pending order other variants of the same products: once, all in one call.

    The order is `pending (item modified)` then: it cannot be cancelled any more.
    """
    status, order = await changes.change(caller, key, order_id, wanted)
    return json_response(order, status)
