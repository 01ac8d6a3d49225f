"""Reservations and restocks for order_service."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from common.security.dependencies import ServiceCaller
from common.service import json_response
from product_service.app.dependencies import Reservations
from product_service.app.reservations.schemas import (
    CommitRequest,
    Reservation,
    ReservationCreate,
    Restock,
    RestockCreate,
)

router = APIRouter(prefix="/internal/v1", tags=["internal"])
ReservationId = Annotated[str, Path(min_length=1, max_length=64)]
_KNOWN: dict[int | str, dict[str, Any]] = {200: {"model": Reservation, "description": "It was there already."}}
_SHAPE: dict[int | str, dict[str, Any]] = {200: {"model": Reservation}}


@router.post("/reservations", status_code=201, response_model=None, responses={201: {"model": Reservation}, **_KNOWN})
async def create_reservation(wanted: ReservationCreate, caller: ServiceCaller, reservations: Reservations) -> Response:
    """Hold all lines or none, at the prices the answer names; idempotent by id."""
    held, new = await reservations.hold(wanted)
    return json_response(held, 201 if new else 200)


@router.get("/reservations/{reservation_id}", response_model=None, responses=_SHAPE)
async def read_reservation(
    reservation_id: ReservationId, caller: ServiceCaller, reservations: Reservations
) -> Response:
    return json_response(await reservations.reservation(reservation_id))


@router.post("/reservations/{reservation_id}/commit", response_model=None, responses=_SHAPE)
async def commit_reservation(
    reservation_id: ReservationId, body: CommitRequest, caller: ServiceCaller, reservations: Reservations
) -> Response:
    """Sell what is held; idempotent."""
    return json_response(await reservations.commit(reservation_id, body.reference))


@router.post("/reservations/{reservation_id}/release", response_model=None, responses=_SHAPE)
async def release_reservation(
    reservation_id: ReservationId, caller: ServiceCaller, reservations: Reservations
) -> Response:
    """Give a hold back; idempotent. An unknown id is refused for ever after."""
    return json_response(await reservations.release(reservation_id))


@router.post("/restocks", status_code=201, response_model=None, responses={201: {"model": Restock}})
async def create_restock(given: RestockCreate, caller: ServiceCaller, reservations: Reservations) -> Response:
    """Put sold goods back on the shelf; idempotent by id."""
    restock, new = await reservations.restock(given)
    return json_response(restock, 201 if new else 200)
