"""The price list over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from ai_service.app.dependencies import TheRoom
from ai_service.app.prices.schemas import ModelName, Price, PriceCreate
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response

router = APIRouter(prefix="/api/v1/billing/prices", tags=["billing"])
Reader = Annotated[Caller, permitted("reports:read")]
Writer = Annotated[Caller, permitted("budgets:write")]


@router.get("", responses={200: {"model": Page[Price]}})
async def list_prices(
    caller: Reader,
    room: TheRoom,
    model: Annotated[ModelName | None, Query()] = None,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> Response:
    """Every version, also those that are past; those valid last come first."""
    return json_response(await room.prices.page(model, limit, cursor))


@router.post(
    "",
    status_code=201,
    responses={201: {"model": Price}, 422: {"model": Problem, "description": "price_in_past, or malformed input"}},
)
async def add_price(wanted: PriceCreate, caller: Writer, room: TheRoom) -> Response:
    """A new version. What was charged before it is valid stays as it was."""
    return json_response(await room.prices.add(wanted, actor_id=caller.subject_id), 201)
