"""Trying an agent out: what is asked, and what came of it step by step."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.texts import Text

Said = Annotated[Text, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]


class EarlierMessage(BaseModel):
    model_config = ConfigDict(extra="forbid")

    role: Literal["user", "assistant"]
    content: Said


class AgentRun(BaseModel):
    """One message to one version. `history` is what was said before, as the client keeps it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"version": "draft", "message": "A present under 50 euros"}}
    )

    version: str = Field("draft", max_length=16, description="The number of a version, or `draft`.")
    message: Said
    history: list[EarlierMessage] = Field([], max_length=40)
    language: Literal["en", "zh"] | None = Field(None, description="Without one, the message's own.")
    stream: bool = True


class TracedMessage(BaseModel):
    role: str
    content: str
    tool_calls: list[dict[str, str]] = []
    tool_call_id: str | None = None


class TracedStep(BaseModel):
    """One call of a model. `messages` are those that were new in this step; `cost` is in millionths of `currency`."""

    step: int
    model: str
    messages: list[TracedMessage]
    tools: list[str]
    temperature: float | None
    max_tokens: int | None
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    cost: int
    currency: str
    first_token_ms: int | None
    duration_ms: int
    finished: bool


class RunAnswer(BaseModel):
    """A whole run, for `stream: false`; with `stream` the same as events: those of a chat, and `step` after each call
    of a model."""

    run_id: str
    agent_id: str
    version: int | None = Field(description="Null for the draft.")
    status: Literal["done", "stopped", "limited", "failed"]
    message: str
    steps: list[TracedStep]
    tool_calls: list[dict[str, Any]]
    usage: dict[str, Any] | None
    error: dict[str, Any] | None
