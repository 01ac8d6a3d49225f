"""Promotions over HTTP, for the staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response
from order_service.app.dependencies import Promotions
from order_service.app.promotions.schemas import Kind, Promotion, PromotionCreate, PromotionUpdate

router = APIRouter(prefix="/api/v1/promotions", tags=["promotions"])
Writer = Annotated[Caller, permitted("promotions:write")]
_shape: dict[int | str, dict[str, Any]] = {200: {"model": Promotion}}


class _Listing(BaseModel):
    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(None, max_length=64, pattern=r"^[^\x00]*$", description="A part of the code or the name.")
    active: bool | None = Field(None, description="As the staff switched it.")
    running: bool | None = Field(None, description="Whether it counts at this moment.")
    automatic: bool | None = Field(None, description="Whether it counts without a code.")
    combinable: bool | None = None
    kind: Kind | None = None
    limit: PageLimit = DEFAULT_LIMIT
    cursor: str | None = None


@router.post(
    "",
    status_code=201,
    responses={
        201: {"model": Promotion},
        409: {"model": Problem, "description": "already_exists"},
    },
)
async def create_promotion(wanted: PromotionCreate, caller: Writer, promotions: Promotions) -> Response:
    return json_response(await promotions.create(caller, wanted), 201)


@router.get("", responses={200: {"model": Page[Promotion]}})
async def list_promotions(caller: Writer, promotions: Promotions, listing: Annotated[_Listing, Query()]) -> Response:
    """Newest first."""
    filters = listing.model_dump(exclude_none=True, exclude={"limit", "cursor"})
    return json_response(await promotions.page(filters, listing.limit, listing.cursor))


@router.get("/{promotion_id}", responses=_shape)
async def read_promotion(promotion_id: str, caller: Writer, promotions: Promotions) -> Response:
    return json_response(await promotions.view(promotion_id))


@router.patch("/{promotion_id}", responses=_shape | {409: {"model": Problem, "description": "already_exists"}})
async def change_promotion(
    promotion_id: str, changes: PromotionUpdate, caller: Writer, promotions: Promotions
) -> Response:
    """Counts at once; orders keep what they were made with."""
    return json_response(await promotions.change(caller, promotion_id, changes))


@router.delete("/{promotion_id}", status_code=204, responses={409: {"model": Problem, "description": "promotion_used"}})
async def remove_promotion(promotion_id: str, caller: Writer, promotions: Promotions) -> None:
    """Only while no order has it: switch it off instead."""
    await promotions.remove(caller, promotion_id)
