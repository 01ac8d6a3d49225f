"""Webhook endpoints and their deliveries over HTTP, for the staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response
from order_service.app.dependencies import Webhooks
from order_service.app.webhooks.schemas import (
    Status,
    WebhookDelivery,
    WebhookDeliveryDetail,
    WebhookEndpoint,
    WebhookEndpointCreate,
    WebhookEndpointUpdate,
    WebhookEndpointWithSecret,
    WebhookEventTypes,
)

router = APIRouter(prefix="/api/v1/webhook-endpoints", tags=["webhooks"])
Writer = Annotated[Caller, permitted("webhooks:write")]
_shape: dict[int | str, dict[str, Any]] = {200: {"model": WebhookEndpoint}}
_invalid = {"model": Problem, "description": "address_not_allowed, unknown_event_type, invalid_input"}
_disabled = {"model": Problem, "description": "webhook_endpoint_disabled"}


class _Listing(BaseModel):
    model_config = ConfigDict(extra="forbid")

    limit: PageLimit = DEFAULT_LIMIT
    cursor: str | None = None


class _DeliveryListing(_Listing):
    status: Status | None = None
    type: str | None = Field(None, max_length=64, description="An event type.")


@router.post(
    "",
    status_code=201,
    responses={
        201: {"model": WebhookEndpointWithSecret},
        409: {"model": Problem, "description": "too_many_webhook_endpoints"},
        422: _invalid,
    },
)
async def create_webhook_endpoint(wanted: WebhookEndpointCreate, caller: Writer, webhooks: Webhooks) -> Response:
    """Hears of what happens from now on. The answer is the only one that holds its secret."""
    return json_response(await webhooks.endpoints.create(caller, wanted), 201)


@router.get("", responses={200: {"model": Page[WebhookEndpoint]}})
async def list_webhook_endpoints(caller: Writer, webhooks: Webhooks, listing: Annotated[_Listing, Query()]) -> Response:
    """Newest first."""
    return json_response(await webhooks.endpoints.page(listing.limit, listing.cursor))


@router.get("/event-types", responses={200: {"model": WebhookEventTypes}})
async def list_webhook_event_types(caller: Writer, webhooks: Webhooks) -> Response:
    """What an endpoint may ask for."""
    return json_response(webhooks.endpoints.event_types())


@router.get("/{endpoint_id}", responses=_shape)
async def read_webhook_endpoint(endpoint_id: str, caller: Writer, webhooks: Webhooks) -> Response:
    return json_response(await webhooks.endpoints.view(endpoint_id))


@router.patch("/{endpoint_id}", responses={**_shape, 422: _invalid})
async def change_webhook_endpoint(
    endpoint_id: str, changes: WebhookEndpointUpdate, caller: Writer, webhooks: Webhooks
) -> Response:
    """Counts for what is sent from now on. Enabled again, it gets what is still pending."""
    return json_response(await webhooks.endpoints.change(caller, endpoint_id, changes))


@router.delete("/{endpoint_id}", status_code=204)
async def remove_webhook_endpoint(endpoint_id: str, caller: Writer, webhooks: Webhooks) -> None:
    """With all its deliveries."""
    await webhooks.endpoints.remove(caller, endpoint_id)


@router.post(
    "/{endpoint_id}/secret",
    responses={
        200: {"model": WebhookEndpointWithSecret},
        409: {"model": Problem, "description": "rotated_too_often"},
    },
)
async def rotate_webhook_secret(endpoint_id: str, caller: Writer, webhooks: Webhooks) -> Response:
    """A new secret, shown this once. The one before it signs too for 24 hours, beside the new one."""
    return json_response(await webhooks.endpoints.rotate_secret(caller, endpoint_id))


@router.post("/{endpoint_id}/test", status_code=202, responses={202: {"model": WebhookDelivery}, 409: _disabled})
async def test_webhook_endpoint(endpoint_id: str, caller: Writer, webhooks: Webhooks) -> Response:
    """Sends a `webhook.test` event, once, whatever types the endpoint asks for; its delivery tells how it went."""
    return json_response(await webhooks.deliveries.test(caller, endpoint_id), 202)


@router.get("/{endpoint_id}/deliveries", responses={200: {"model": Page[WebhookDelivery]}})
async def list_webhook_deliveries(
    endpoint_id: str, caller: Writer, webhooks: Webhooks, listing: Annotated[_DeliveryListing, Query()]
) -> Response:
    """Newest first, kept for 30 days."""
    equal = listing.model_dump(exclude_none=True, include={"status", "type"})
    return json_response(await webhooks.deliveries.page(endpoint_id, equal, listing.limit, listing.cursor))


@router.get("/{endpoint_id}/deliveries/{delivery_id}", responses={200: {"model": WebhookDeliveryDetail}})
async def read_webhook_delivery(endpoint_id: str, delivery_id: str, caller: Writer, webhooks: Webhooks) -> Response:
    """With what is sent, and every attempt."""
    return json_response(await webhooks.deliveries.view(endpoint_id, delivery_id))


@router.post(
    "/{endpoint_id}/deliveries/{delivery_id}/resend",
    status_code=202,
    responses={202: {"model": WebhookDelivery}, 409: _disabled},
)
async def resend_webhook_delivery(endpoint_id: str, delivery_id: str, caller: Writer, webhooks: Webhooks) -> Response:
    """As soon as may be, under the same `webhook-id`, whether it was delivered, given up, or waits for its next try."""
    return json_response(await webhooks.deliveries.resend(caller, endpoint_id, delivery_id), 202)
