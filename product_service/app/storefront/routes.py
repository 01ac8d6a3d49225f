"""The shop window over HTTP: public and cacheable."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from common.service import json_response
from product_service.app.dependencies import Storefront
from product_service.app.storefront.schemas import Picks, Related

router = APIRouter(prefix="/api/v1/products", tags=["products"])
Key = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Many = Annotated[int, Query(ge=1, le=24, description="How many products each row holds.")]
Currency = Annotated[str | None, Query(pattern="^[A-Z]{3}$", description="Only what is for sale in it.")]
Documented = dict[int | str, dict[str, Any]]
_PICKS: Documented = {200: {"model": Picks}}
_RELATED: Documented = {200: {"model": Related}}


@router.get("/picks", response_model=None, responses=_PICKS)
async def list_picks(storefront: Storefront, limit: Many = 8, currency: Currency = None) -> Response:
    """For the front page: the newest, the best rated and the most bought of the last thirty days."""
    return json_response(await storefront.picks(limit, currency))


@router.get("/{product_id}/related", response_model=None, responses=_RELATED)
async def list_related(product_id: Key, storefront: Storefront, limit: Many = 8, currency: Currency = None) -> Response:
    """What goes well with a product: bought together with it, then its neighbours on the shelf by price."""
    return json_response(await storefront.related(product_id, limit, currency))
