"""Shapes of a turn's events, as they come over server-sent events: `event` and `data` of each, and its `id`."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, RootModel

from ai_service.app.shown.schemas import Card, Proposed

TurnEnd = Literal["done", "stopped", "limited", "failed"]
FinishReason = Literal["stop", "tool_calls", "length", "content_filter"]


class MessageDelta(BaseModel):
    """A piece of the answer."""

    text: str


class ToolCallStarted(BaseModel):
    """`label` names the kind of work; `description` says what is being done, e.g. Looking for “monitor” …"""

    call_id: str
    name: str
    arguments: dict[str, Any]
    label: str
    description: str


class ToolCallEnded(BaseModel):
    """`data` is what the model was told; `card` is what to draw, null where there is nothing (errors, proposals)."""

    call_id: str
    name: str
    ok: bool
    summary: str
    data: dict[str, Any]
    card: Card | None = None


class ConfirmationRequired(BaseModel):
    """A proposal: nothing happens unless the shopper confirms it before `expires_at`. `text` says in the reader's
    language what will happen and what it costs; `details` is the same as data."""

    confirmation_id: str
    tool: str
    title: str
    text: str
    details: Proposed
    expires_at: datetime


class Citation(BaseModel):
    """A passage of the shop's own policies that the answer rests on."""

    source: str
    title: str
    quote: str
    url: str


class ModelCost(BaseModel):
    """In millionths of the currency."""

    micros: int
    currency: str


class TurnUsage(BaseModel):
    """What the turn's model calls used, together."""

    input_tokens: int
    output_tokens: int
    cost: ModelCost
    model: str | None


class ExhaustedBudget(BaseModel):
    """How much of it is used, in millionths of the currency and in tokens; `ends_at` is when its next period begins."""

    budget_id: str
    name: str
    scope: str
    target_id: str | None
    period: str
    currency: str
    spent_micros: int
    spent_tokens: int
    hard_micros: int | None
    hard_tokens: int | None
    ends_at: datetime | None


class TurnError(BaseModel):
    """Why the turn broke off; `limit` names the limit of a `turn_limit`, `budget` tells staff which one is used up."""

    code: str
    detail: str
    retryable: bool
    limit: str | None = None
    budget: ExhaustedBudget | None = None


class TurnDone(BaseModel):
    """The last event. `suggestions` are short messages that the shopper may want to send next. `finish_reason` is
    "length" where the answer was cut because it was as long as the shop lets answers be."""

    message_id: str
    conversation_id: str
    turn_id: str
    status: TurnEnd
    finish_reason: FinishReason = "stop"
    suggestions: list[str] = []


class AnsweredCall(ToolCallStarted):
    """A call with what came of it; a turn that broke off may have calls without a result."""

    ok: bool | None = None
    summary: str | None = None
    card: Card | None = None


class _Event(BaseModel):
    id: str = Field(description="`<turn>-<position>`; send the last one as Last-Event-ID to go on after it.")


class MessageDeltaEvent(_Event):
    event: Literal["message.delta"]
    data: MessageDelta


class ToolCallEvent(_Event):
    event: Literal["tool.call"]
    data: ToolCallStarted


class ToolResultEvent(_Event):
    event: Literal["tool.result"]
    data: ToolCallEnded


class ConfirmationRequiredEvent(_Event):
    event: Literal["confirmation.required"]
    data: ConfirmationRequired


class CitationEvent(_Event):
    event: Literal["citation"]
    data: Citation


class UsageEvent(_Event):
    event: Literal["usage"]
    data: TurnUsage


class ErrorEvent(_Event):
    event: Literal["error"]
    data: TurnError


class DoneEvent(_Event):
    event: Literal["done"]
    data: TurnDone


AnyEvent = Annotated[
    MessageDeltaEvent
    | ToolCallEvent
    | ToolResultEvent
    | ConfirmationRequiredEvent
    | CitationEvent
    | UsageEvent
    | ErrorEvent
    | DoneEvent,
    Field(discriminator="event"),
]


class ChatEvent(RootModel[AnyEvent]):
    """One server-sent event: its `event:` and `id:` lines and the JSON of its `data:` line."""
