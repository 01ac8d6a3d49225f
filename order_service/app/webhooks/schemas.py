"""Shapes of webhook endpoints and of what was delivered to them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from common.texts import Text

EventTypes = Annotated[list[Annotated[Text, Field(max_length=64)]], Field(min_length=1, max_length=100)]
Url = Annotated[Text, Field(min_length=1, max_length=2000)]
Description = Annotated[Text, Field(max_length=500)]
Status = Literal["pending", "delivered", "failed"]

UNSET: Any = None  # left out of a PATCH: the column keeps its value
_ENDPOINT: dict[str, Any] = {
    "url": "https://crm.example/hooks/shop",
    "description": "Customer relations",
    "event_types": ["order.placed", "payment.refunded"],
}


class WebhookEndpointCreate(BaseModel):
    """`event_types` left out or null means all, those that are added later too."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": _ENDPOINT})

    url: Url = Field(description="https; plain http only in development. Redirects are not followed.")
    description: Description = ""
    event_types: EventTypes | None = None
    enabled: bool = True


class WebhookEndpointUpdate(BaseModel):
    """Only what is named changes."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"enabled": True}})

    url: Url = UNSET
    description: Description = UNSET
    event_types: EventTypes | None = None
    enabled: bool = UNSET


class WebhookEndpoint(BaseModel):
    """`disabled_reason`: `gone` when it answered 410, `failing` after days of nothing but failures, else the staff.

    While it is disabled nothing new is kept for it; what was pending waits.
    """

    id: str
    url: str
    description: str
    event_types: list[str] | None
    enabled: bool
    disabled_at: datetime | None
    disabled_reason: Literal["gone", "failing"] | None
    failing_since: datetime | None = Field(description="The first of the failures since it last answered well.")
    old_secrets_until: datetime | None = Field(description="Until then an earlier secret signs beside the present one.")
    created_at: datetime
    updated_at: datetime


class WebhookEndpointWithSecret(WebhookEndpoint):
    """The only answer that holds the secret."""

    secret: str = Field(examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])


class WebhookEventType(BaseModel):
    type: str
    name: str
    source: str


class WebhookEventTypes(BaseModel):
    items: list[WebhookEventType]


class WebhookAttempt(BaseModel):
    """`error` says why there is no answer: address_not_allowed, unknown_host, not_reachable, tls, timeout …"""

    at: datetime
    latency_ms: int
    status_code: int | None
    error: str | None
    answer: str = Field(description="The first 2 kB.")


class WebhookDelivery(BaseModel):
    """`event_id` is the `webhook-id` of every attempt. `next_attempt_at` is null once it is delivered or given up."""

    id: str
    endpoint_id: str
    event_id: str
    type: str
    subject_id: str
    status: Status
    attempts: int
    last_status_code: int | None
    last_error: str | None
    next_attempt_at: datetime | None
    created_at: datetime
    ended_at: datetime | None


class WebhookDeliveryDetail(WebhookDelivery):
    body: str = Field(description="What is sent, byte by byte.")
    log: list[WebhookAttempt] = Field(description="The latest 100 attempts, the last one first.")
