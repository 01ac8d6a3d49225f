"""The chat-completions wire as this shop speaks it (https://platform.openai.com/docs/api-reference/chat).

What would change the answer and is not done here is refused by its name; hints without a meaning here are taken.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

MOST_MESSAGES = 200
MOST_CHARACTERS = 200_000
_NOT_HERE = (
    *("tools", "tool_choice", "functions", "function_call", "response_format", "stop", "logprobs", "top_logprobs"),
    *("audio", "modalities", "prediction", "web_search_options"),
)
_MEANS_NOTHING: dict[str, tuple[Any, ...]] = {
    "tools": ([],),
    "tool_choice": ("none", "auto"),
    "functions": ([],),
    "function_call": ("none", "auto"),
    "response_format": ({"type": "text"},),
    "stop": ([],),
    "logprobs": (False,),
    "top_logprobs": (0,),
    "modalities": (["text"],),
}


class TextPart(BaseModel):
    model_config = ConfigDict(extra="forbid")

    type: Literal["text"]
    text: str


class Said(BaseModel):
    """One message. Those of a `system` or `developer` are added to what the shop tells its agent: they can shape the
    words, and never which tools there are or what the caller may do."""

    model_config = ConfigDict(extra="forbid")

    role: Literal["system", "developer", "user", "assistant"]
    content: str | list[TextPart] | None = None
    name: str | None = None
    refusal: str | None = None

    @property
    def text(self) -> str:
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class StreamOptions(BaseModel):
    model_config = ConfigDict(extra="forbid")

    include_usage: bool = False
    include_obfuscation: bool = False


class CompletionRequest(BaseModel):
    """`model` is an agent's id. The messages are all there is to know: nothing is kept from one request to the next.

    Client-side tools, structured output and several choices are not offered: the agent's own tools run in the shop.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"model": "assistant", "messages": [{"role": "user", "content": "a monitor under 200 euros"}]}
        },
    )

    model: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    messages: Annotated[list[Said], Field(min_length=1, max_length=MOST_MESSAGES)]
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    max_tokens: int | None = Field(None, ge=1, description="At most what the shop allows its agents.")
    max_completion_tokens: int | None = Field(None, ge=1, description="The newer name of `max_tokens`.")
    temperature: float | None = Field(None, ge=0, le=2)
    n: Literal[1] | None = None
    # Taken, and without any effect here.
    top_p: float | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    logit_bias: dict[str, float] | None = None
    seed: int | None = None
    user: str | None = None
    safety_identifier: str | None = None
    prompt_cache_key: str | None = None
    metadata: dict[str, str] | None = None
    store: bool | None = None
    service_tier: str | None = None
    reasoning_effort: str | None = None
    verbosity: str | None = None
    parallel_tool_calls: bool | None = None
    # Refused, unless they ask for what is done anyway.
    tools: Any = None
    tool_choice: Any = None
    functions: Any = None
    function_call: Any = None
    response_format: Any = None
    stop: Any = None
    logprobs: Any = None
    top_logprobs: Any = None
    audio: Any = None
    modalities: Any = None
    prediction: Any = None
    web_search_options: Any = None

    @field_validator(*_NOT_HERE)
    @classmethod
    def _not_here(cls, value: Any, info: Any) -> Any:
        if value is not None and value not in _MEANS_NOTHING.get(info.field_name, ()):
            raise ValueError("this is not offered here; the agents use the shop's own tools and answer in text")
        return value

    @field_validator("messages")
    @classmethod
    def _a_question_within_bounds(cls, messages: list[Said]) -> list[Said]:
        if messages[-1].role != "user" or not messages[-1].text.strip():
            raise ValueError("the last message must be the user's and say something")
        if sum(len(message.text) for message in messages) > MOST_CHARACTERS:
            raise ValueError(f"the messages may have {MOST_CHARACTERS} characters together")
        return messages

    @model_validator(mode="after")
    def _options_need_a_stream(self) -> "CompletionRequest":
        if self.stream_options is not None and not self.stream:
            raise ValueError("stream_options needs stream")
        return self

    @property
    def most_tokens(self) -> int | None:
        return self.max_completion_tokens or self.max_tokens


class ProposedEffect(BaseModel):
    """Something that is done only when the shopper confirms it."""

    confirmation_id: str
    tool: str
    title: str
    text: str
    details: dict[str, Any]
    expires_at: str


class Standing(BaseModel):
    """What this shop adds to the wire: where to decide about what was proposed."""

    conversation_id: str
    confirmations: list[ProposedEffect]


class AnswerMessage(BaseModel):
    role: Literal["assistant"]
    content: str


class Choice(BaseModel):
    index: Literal[0]
    message: AnswerMessage
    finish_reason: Literal["stop", "length", "content_filter"]
    logprobs: None = None


class TokenUsage(BaseModel):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletion(BaseModel):
    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Choice]
    usage: TokenUsage
    shop: Standing


class Model(BaseModel):
    """An agent. `created` has no meaning here."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"id": "assistant", "object": "model", "created": 0, "owned_by": "shop"}}
    )

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: Literal["shop"] = "shop"


class ModelList(BaseModel):
    object: Literal["list"] = "list"
    data: list[Model]


class ErrorMembers(BaseModel):
    message: str
    type: str
    code: str
    param: str | None


class WireError(BaseModel):
    """How errors are answered under /v1; the codes are those of problem documents elsewhere."""

    error: ErrorMembers
