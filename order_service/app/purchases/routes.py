"""For siblings: what is bought together and often."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from common.security.dependencies import ServiceCaller
from common.service import json_response
from order_service.app.dependencies import Purchases

router = APIRouter(prefix="/internal/v1/purchases", include_in_schema=False)
Limit = Annotated[int, Query(ge=1, le=100)]


@router.get("/together")
async def together(
    caller: ServiceCaller, purchases: Purchases, product_id: Annotated[str, Query(max_length=64)], limit: Limit = 10
) -> Response:
    return json_response(await purchases.together(product_id, limit))


@router.get("/popular")
async def popular(caller: ServiceCaller, purchases: Purchases, limit: Limit = 10) -> Response:
    return json_response(await purchases.popular(limit))
