"""Timelines over HTTP."""

from fastapi import APIRouter, Response

from common.security.dependencies import AnyCaller
from common.service import json_response
from order_service.app.dependencies import Timelines
from order_service.app.timelines.schemas import Timeline

router = APIRouter(prefix="/api/v1/orders", tags=["orders"])


@router.get("/{order_id}/timeline", responses={200: {"model": Timeline}})
async def read_timeline(order_id: str, caller: AnyCaller, timelines: Timelines) -> Response:
    """What happened to an order of the caller's, the earliest first; with `orders:read` to any order, and by whom."""
    return json_response(await timelines.of(caller, order_id))
