"""A conversation as staff see it."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from ai_service.app.conversations.schemas import ConversationSummary, ShownTurn
from ai_service.app.usage.schemas import Usage


class RecordedMessage(BaseModel):
    """What the model was told or said, word for word."""

    role: Literal["system", "user", "assistant", "tool"]
    content: str
    tool_calls: list[dict[str, str]] = []
    tool_call_id: str | None = None
    name: str | None = None


class RecordedCall(BaseModel):
    """A tool call from the audit. `status` stays `started` when the process died in mid-call, and is `unknown` when the
    shop did not answer. The effect of a confirmation has its `confirmation_id` and no `call_id`."""

    id: str
    call_id: str | None
    confirmation_id: str | None
    tool: str
    arguments: Any = Field(description="As the model gave them; a string where they were not JSON.")
    result: Any = Field(description="What the model was told; null for the effect of a confirmation.")
    changes: bool
    status: Literal["started", "ok", "refused", "failed", "unknown"]
    error_code: str | None
    duration_ms: int | None
    created_at: datetime


class RecordedModelCall(BaseModel):
    """`cost` is in millionths of the currency; `finished` is false for an answer that broke off."""

    id: str
    agent_version: int | None
    provider: str
    model: str
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    reasoning_tokens: int
    cost: int
    currency: str
    first_token_ms: int | None
    duration_ms: int
    finished: bool
    created_at: datetime


class RecordedTurn(ShownTurn):
    agent_version: int | None = Field(description="Of the agent that answered; 0 is as delivered.")
    messages: list[RecordedMessage]
    calls: list[RecordedCall]
    model_calls: list[RecordedModelCall]


class ConversationRecord(ConversationSummary):
    usage: Usage
    turns_recorded: list[RecordedTurn]
