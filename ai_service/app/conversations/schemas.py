"""A conversation as its owner sees it."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, StringConstraints

RowId = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[!-~]+$")]


class ConversationSummary(BaseModel):
    id: str
    title: str
    agent_id: str
    running: bool
    created_at: datetime
    updated_at: datetime


class ShownToolCall(BaseModel):
    name: str
    arguments: dict[str, Any]


class ShownMessage(BaseModel):
    role: Literal["user", "assistant"]
    content: str
    tool_calls: list[ShownToolCall] = []
    message_id: str
    created_at: datetime


class Conversation(ConversationSummary):
    messages: list[ShownMessage]
