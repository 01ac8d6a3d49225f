"""Exchanges over HTTP: asked for by customers, decided by the staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Response

from common.idempotency import IdempotencyKey
from common.security.caller import Caller
from common.security.dependencies import AnyCaller, permitted
from common.service import Problem, json_response
from order_service.app.after_sales.schemas import Estimate, Rejection
from order_service.app.dependencies import Exchanges, ExchangesOfStaff
from order_service.app.exchanges.schemas import ExchangeCompletion, ExchangeCreate
from order_service.app.orders import actions
from order_service.app.orders.schemas import Order

router = APIRouter(prefix="/api/v1/orders", tags=["after-sales"])
Staff = Annotated[Caller, permitted(actions.EXCHANGE_COMPLETION.permission)]


def _answers(codes: str) -> dict[int | str, dict[str, Any]]:
    return {201: {"model": Order}, 409: {"model": Problem, "description": codes}}


@router.post(
    "/{order_id}/exchanges/estimate",
    responses={
        200: {"model": Estimate},
        409: {"model": Problem, "description": "order_not_delivered, already_requested, out_of_stock …"},
    },
)
async def estimate_exchange(order_id: str, wanted: ExchangeCreate, caller: AnyCaller, exchanges: Exchanges) -> Response:
    """What such an exchange would cost or give back now; nothing is asked for."""
    return json_response(await exchanges.estimate(caller, order_id, wanted))


@router.post(
    "/{order_id}/exchanges",
    status_code=201,
    responses=_answers(
        "order_not_delivered, already_requested, unknown_piece, too_many_pieces, other_product, out_of_stock, "
        "insufficient_balance, change_in_progress …"
    ),
)
async def request_exchange(
    order_id: str, wanted: ExchangeCreate, key: IdempotencyKey, caller: AnyCaller, exchanges: Exchanges
) -> Response:
    """Ask to exchange pieces of a delivered order for other variants of the same products: once, all in one call.

    The difference in price is agreed now and settled when the staff completes it; no new order is needed.
    """
    status, order = await exchanges.request(caller, key, order_id, wanted)
    return json_response(order, status)


@router.post(
    "/{order_id}/exchanges/{exchange_id}/completion",
    status_code=201,
    responses={
        **_answers("nothing_requested, out_of_stock, insufficient_balance, change_in_progress …"),
        202: {"model": Order, "description": "The outcome is still open: read the order until no change is `running`."},
        402: {"model": Problem, "description": "The difference was declined; the exchange stays as it was."},
    },
)
async def complete_exchange(
    order_id: str,
    exchange_id: str,
    key: IdempotencyKey,
    caller: Staff,
    exchanges: ExchangesOfStaff,
    completion: ExchangeCompletion | None = None,
) -> Response:
    """The goods changed hands: lines, stock and the agreed difference follow. The order is `delivered` again."""
    restock = (completion or ExchangeCompletion()).restock
    status, order = await exchanges.complete(caller, key, order_id, exchange_id, restock)
    return json_response(order, status)


@router.post(
    "/{order_id}/exchanges/{exchange_id}/rejection", status_code=201, responses=_answers("nothing_requested …")
)
async def reject_exchange(
    order_id: str, exchange_id: str, wanted: Rejection, key: IdempotencyKey, caller: Staff, exchanges: ExchangesOfStaff
) -> Response:
    """Refuse an exchange and tell the customer why: nothing moves, and the order is delivered as it was."""
    status, order = await exchanges.reject(caller, key, order_id, exchange_id, wanted.reason)
    return json_response(order, status)
