"""A conversation as its owner sees it."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from ai_service.app.shown.events import (
    AnsweredCall,
    Citation,
    ConfirmationRequired,
    TurnError,
    TurnUsage,
)
from ai_service.app.shown.schemas import Card
from ai_service.app.usage.schemas import Usage

ConversationState = Literal["running", "waiting", "idle"]
RowId = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[!-~]+$")]


class ConversationSummary(BaseModel):
    """`title` is how it began; `updated_at` is its last activity. `waiting`: a proposal waits to be decided.
    `had_error`: a turn failed or hit a limit; `had_order`: a purchase was confirmed and placed."""

    id: str
    customer_id: str
    title: str
    agent_id: str
    language: str
    running: bool
    state: ConversationState
    turns: int
    had_error: bool
    had_order: bool
    created_at: datetime
    updated_at: datetime


class ListedConversation(ConversationSummary):
    usage: Usage | None = Field(None, description="What it used and cost; for staff.")


class ShownToolCall(BaseModel):
    name: str
    arguments: dict[str, Any]


class ShownMessage(BaseModel):
    role: Literal["user", "assistant"]
    content: str
    tool_calls: list[ShownToolCall] = []
    message_id: str
    created_at: datetime


class DecisionError(BaseModel):
    """Why the shop refused what was confirmed."""

    code: str | None
    detail: str | None


class ShownConfirmation(ConfirmationRequired):
    """A proposal and what became of it; `card` is the order that came of it. Only a pending one can be decided."""

    status: Literal["pending", "awaiting_staff", "executing", "confirmed", "rejected", "failed", "expired"]
    decided_at: datetime | None
    card: Card | None
    error: DecisionError | None


class ShownTurn(BaseModel):
    """Everything that was shown of a turn, as its events said it. `question` is what the shopper wrote; a turn that
    speaks about a decision has none. A running one has no events yet: follow it with Last-Event-ID 0."""

    turn_id: str
    number: int
    message_id: str
    agent_id: str
    status: Literal["running", "done", "stopped", "limited", "failed"]
    question: str | None
    message: str
    tool_calls: list[AnsweredCall]
    confirmations: list[ShownConfirmation]
    citations: list[Citation]
    suggestions: list[str]
    usage: TurnUsage | None
    error: TurnError | None
    last_event_id: str
    created_at: datetime
    finished_at: datetime | None


class Conversation(ConversationSummary):
    """`turns_shown` is enough to draw the conversation again; `messages` are only its words."""

    messages: list[ShownMessage]
    turns_shown: list[ShownTurn]
