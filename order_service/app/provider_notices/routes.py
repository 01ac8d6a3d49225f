"""Notices of payment providers over HTTP; who sends them is proved by a signature, not by a token."""

from typing import Annotated

from fastapi import APIRouter, Header, Request, Response

from common.service import Problem, json_response
from order_service.app.dependencies import ProviderNotices

router = APIRouter(prefix="/api/v1/payments/webhooks", tags=["payments"])


@router.post(
    "/stripe",
    responses={
        200: {"content": {"application/json": {"example": {"received": True}}}},
        400: {"model": Problem, "description": "bad_signature, malformed_notice"},
        404: {"model": Problem, "description": "notices_not_set_up"},
    },
)
async def take_stripe_notice(
    request: Request,
    notices: ProviderNotices,
    signature: Annotated[str, Header(alias="Stripe-Signature", max_length=2000)] = "",
) -> Response:
    """For Stripe alone: a payment or a refund changed. The shop then asks Stripe how it stands."""
    await notices.take_from_stripe(await request.body(), signature)
    return json_response({"received": True})
