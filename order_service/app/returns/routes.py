"""Returns over HTTP: asked for by customers, decided by the staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Response

from common.idempotency import IdempotencyKey
from common.security.caller import Caller
from common.security.dependencies import AnyCaller, permitted
from common.service import Problem, json_response
from order_service.app.after_sales.schemas import Estimate, Rejection
from order_service.app.dependencies import Returns, ReturnsOfStaff
from order_service.app.orders import actions
from order_service.app.orders.schemas import Order
from order_service.app.returns.schemas import ReturnCreate, ReturnReceipt

router = APIRouter(prefix="/api/v1/orders", tags=["after-sales"])
Staff = Annotated[Caller, permitted(actions.RETURN_RECEIPT.permission)]


def _answers(codes: str) -> dict[int | str, dict[str, Any]]:
    return {201: {"model": Order}, 409: {"model": Problem, "description": codes}}


@router.post(
    "/{order_id}/returns/estimate",
    responses={
        200: {"model": Estimate},
        409: {"model": Problem, "description": "order_not_delivered, already_requested, wrong_refund_method …"},
    },
)
async def estimate_return(order_id: str, wanted: ReturnCreate, caller: AnyCaller, returns: Returns) -> Response:
    """What would be paid back for these pieces once they are received; nothing is asked for."""
    return json_response(await returns.estimate(caller, order_id, wanted))


@router.post(
    "/{order_id}/returns",
    status_code=201,
    responses=_answers(
        "order_not_delivered, already_requested, unknown_piece, too_many_pieces, wrong_refund_method, "
        "change_in_progress …"
    ),
)
async def request_return(
    order_id: str, wanted: ReturnCreate, key: IdempotencyKey, caller: AnyCaller, returns: Returns
) -> Response:
    """Ask to send back pieces of a delivered order; the customer is told how. Money moves once they are received."""
    status, order = await returns.request(caller, key, order_id, wanted)
    return json_response(order, status)


@router.post(
    "/{order_id}/returns/{return_id}/receipt",
    status_code=201,
    responses=_answers("nothing_requested, not_announced …"),
)
async def receive_return(
    order_id: str,
    return_id: str,
    key: IdempotencyKey,
    caller: Staff,
    returns: ReturnsOfStaff,
    receipt: ReturnReceipt | None = None,
) -> Response:
    """The goods came: their money goes back and they go on the shelf, each piece or not. The order is delivered."""
    status, order = await returns.receive(caller, key, order_id, return_id, receipt or ReturnReceipt())
    return json_response(order, status)


@router.post("/{order_id}/returns/{return_id}/rejection", status_code=201, responses=_answers("nothing_requested …"))
async def reject_return(
    order_id: str, return_id: str, wanted: Rejection, key: IdempotencyKey, caller: Staff, returns: ReturnsOfStaff
) -> Response:
    """Refuse a return and tell the customer why: nothing moves, and the order is delivered as it was."""
    status, order = await returns.reject(caller, key, order_id, return_id, wanted.reason)
    return json_response(order, status)
