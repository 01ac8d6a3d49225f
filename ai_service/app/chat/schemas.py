"""Shapes of the chat."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ai_service.app.chat.context import PageContext
from ai_service.app.shown.events import (
    AnsweredCall,
    Citation,
    ConfirmationRequired,
    FinishReason,
    TurnEnd,
    TurnError,
    TurnUsage,
)
from ai_service.app.shown.schemas import Card

DECISION = "confirmation:"  # begins the message ids of turns that speak about one


def _of_a_client(message_id: str) -> str:
    if message_id.startswith(DECISION):
        raise ValueError(f"ids that begin with {DECISION} are the shop's own")
    return message_id


MessageId = Annotated[
    str, StringConstraints(min_length=1, max_length=100, pattern=r"^[ -~]+$"), AfterValidator(_of_a_client)
]
RowId = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[!-~]+$")]


class ChatMessage(BaseModel):
    """One message of the shopper. The same `message_id` again gives the same turn again."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"message_id": "0f8d5c3e", "message": "a 24 inch monitor under 200 euros"}},
    )

    conversation_id: RowId | None = Field(None, description="Without one, a conversation begins.")
    message_id: MessageId
    agent_id: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = None
    message: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200_000)]
    context: PageContext | None = Field(None, description="Where the shopper is while writing this.")
    attachments: list[Any] = Field([], max_length=10)
    stream: bool = True


class ConfirmationDecision(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"decision": "confirm"}})

    decision: Literal["confirm", "reject"]


class ConfirmationOutcome(BaseModel):
    """What a decision led to; the assistant's words about it arrive on the conversation's events."""

    confirmation_id: str
    conversation_id: str
    tool: str
    decision: Literal["confirm", "reject"]
    status: Literal["confirmed", "rejected", "awaiting_staff"] = Field(
        description="awaiting_staff: the shop's staff decide first, and the answer comes on the events."
    )
    result: dict[str, Any] = Field(description='The effect, e.g. {"order": {…}}; empty when rejected.')
    card: Card | None = Field(None, description="The effect to be drawn: the order that was placed or cancelled.")


class ToldCall(AnsweredCall):
    data: dict[str, Any] | None = Field(None, description="What the model was told.")


class ChatAnswer(BaseModel):
    """A whole turn, for `stream: false`."""

    conversation_id: str
    message_id: str
    turn_id: str
    status: TurnEnd
    finish_reason: FinishReason = "stop"
    message: str
    tool_calls: list[ToldCall]
    confirmations: list[ConfirmationRequired]
    citations: list[Citation]
    suggestions: list[str]
    usage: TurnUsage | None
    error: TurnError | None


class StoppedTurn(BaseModel):
    conversation_id: str
    turn_id: str
