"""Fulfilments over HTTP, for the staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Response

from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response
from order_service.app.dependencies import Fulfilments
from order_service.app.fulfilments.schemas import BulkFulfilmentCreate, BulkResults, FulfilmentCreate
from order_service.app.orders import actions
from order_service.app.orders.schemas import Order

router = APIRouter(prefix="/api/v1/orders", tags=["fulfilments"])
Writer = Annotated[Caller, permitted(actions.FULFILMENTS.permission)]
MaybeKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="With one, the parcel is sent once however often it is asked for.",
    ),
]
_refusals: dict[int | str, dict[str, Any]] = {
    409: {
        "model": Problem,
        "description": "nothing_to_send, order_not_open, too_many_pieces (with `line_id`, `left`), "
        "checkout_in_progress",
    }
}


@router.post("/bulk-fulfilments", responses={200: {"model": BulkResults}})
async def fulfil_orders(wanted: BulkFulfilmentCreate, caller: Writer, fulfilments: Fulfilments) -> Response:
    """Send all that is left of up to 100 orders; the answer says for each what happened."""
    return json_response(await fulfilments.send_all(caller, wanted.order_ids))


@router.post("/{order_id}/fulfilments", status_code=201, responses={201: {"model": Order}, **_refusals})
async def fulfil_order(
    order_id: str,
    caller: Writer,
    fulfilments: Fulfilments,
    wanted: FulfilmentCreate | None = None,
    key: MaybeKey = None,
) -> Response:
    """Send all that is left, or the named pieces. The order is `processed` once all is sent; the customer is told."""
    status, order = await fulfilments.send(caller, key, order_id, wanted or FulfilmentCreate())
    return json_response(order, status)


@router.post("/{order_id}/fulfilments/{fulfilment_id}/delivered", responses={200: {"model": Order}})
async def note_delivered(order_id: str, fulfilment_id: str, caller: Writer, fulfilments: Fulfilments) -> Response:
    """The parcel arrived; the order is `delivered` once all of it has."""
    return json_response(await fulfilments.note_delivered(caller, order_id, fulfilment_id))
