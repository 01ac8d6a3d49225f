"""Previews over HTTP, for the staff."""

from typing import Annotated

from fastapi import APIRouter, Response

from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response
from order_service.app.dependencies import PromotionPreviews
from order_service.app.promotion_previews.schemas import PromotionPreview, PromotionPreviewCreate

router = APIRouter(prefix="/api/v1/promotions/preview", tags=["promotions"])


@router.post(
    "",
    summary="What a cart would pay with a promotion; nothing is written",
    responses={200: {"model": PromotionPreview}, 404: {"model": Problem, "description": "no such promotion"}},
)
async def preview_promotion(
    wanted: PromotionPreviewCreate,
    caller: Annotated[Caller, permitted("promotions:write")],
    previews: PromotionPreviews,
) -> Response:
    return json_response(await previews.preview(wanted))
