"""Agents as clients see them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ai_service.app.agents.content import (
    AgentContent,
    Audience,
    Guardrails,
    Limits,
    ModelChoice,
    ToolName,
    Variable,
)
from common.texts import LongTexts, ShortTexts, Text, Title

AgentId = Annotated[
    str,
    StringConstraints(min_length=2, max_length=64, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"),
    Field(description="The agent's name in addresses and records; never changes.", examples=["gift-adviser"]),
]
Note = Annotated[Text, StringConstraints(strip_whitespace=True, max_length=500)]
EXAMPLE: dict[str, Any] = {
    "name": {"en": "Gift adviser", "zh": "礼品顾问"},
    "description": {"en": "Finds a present that fits.", "zh": "帮您挑选合适的礼物。"},
    "variables": [{"name": "occasion", "default": {"en": "any occasion", "zh": "任何场合"}}],
    "instructions": {
        "en": "You advise on presents at {{shop_name}} for {{occasion}}. Today is {{today}}.",
        "zh": "你是{{shop_name}}的礼品顾问，适用于{{occasion}}。今天是{{today}}。",
    },
    "tools": ["search_products", "get_product"],
}


class AgentTool(BaseModel):
    name: str
    label: str
    changes: bool
    needs_confirmation: bool


class Agent(BaseModel):
    id: str
    name: str
    description: str
    default: bool
    tools: list[AgentTool]


class StaffAgent(Agent):
    """`version` is the published one, 0 as delivered, null for none. `revision` counts changes: name it when you
    change something. `draft_differs` from what is published."""

    audience: Audience
    delivered: bool = Field(description="Comes with the shop.")
    version: int | None
    latest: int
    revision: int
    draft_differs: bool
    archived: bool
    updated_at: datetime | None = Field(description="Null for one as delivered that nobody has touched.")


class AgentDetail(StaffAgent):
    draft: AgentContent


class AgentCreate(AgentContent):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"id": "gift-adviser", **EXAMPLE}})

    id: AgentId


class Revised(BaseModel):
    model_config = ConfigDict(extra="forbid")

    revision: int = Field(ge=1, description="The one you saw; another is a 409 `agent_changed`.")


class AgentUpdate(Revised):
    """Changes the draft; what is not named stays."""

    model_config = ConfigDict(json_schema_extra={"example": {"revision": 1, "temperature": 0.2}})

    name: Title | None = None
    description: ShortTexts | None = None
    audience: Audience | None = None
    variables: list[Variable] | None = None
    instructions: LongTexts | None = None
    model: ModelChoice | None = None
    temperature: float | None = None
    max_tokens: int | None = None
    tools: list[ToolName] | None = None
    limits: Limits | None = None
    guardrails: Guardrails | None = None


class Publication(Revised):
    """Without a `number` the draft becomes a new version; with one, that earlier version answers again."""

    model_config = ConfigDict(json_schema_extra={"example": {"revision": 2, "note": "Warmer greeting"}})

    number: int | None = Field(None, ge=0, le=2**31 - 1)
    note: Note = ""


class Duplication(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"id": "gift-adviser-2"}})

    id: AgentId


class Version(BaseModel):
    """`author_id` is null for the one as delivered."""

    number: int
    author_id: str | None
    note: str
    published: bool
    created_at: datetime | None


class VersionDetail(Version):
    content: AgentContent


class DiffLine(BaseModel):
    """`gap` stands for lines that are the same and not shown."""

    kind: Literal["same", "added", "removed", "gap"]
    text: str


class Difference(BaseModel):
    """One field; `lines` for a text of several lines."""

    field: str = Field(examples=["instructions.en"])
    before: Any
    after: Any
    lines: list[DiffLine] | None = None


class Comparison(BaseModel):
    before: str
    after: str
    differences: list[Difference]


class Imported(AgentDetail):
    outcome: Literal["created", "changed", "unchanged"] = Field(description="What became of the draft.")


class ToolChoice(AgentTool):
    """A tool that an agent may be given. It acts with the rights of whoever the agent speaks with; `permission`: who
    has not got it is not offered the tool."""

    description: str
    permission: str | None


class ShopLimits(BaseModel):
    """What a turn may use up at most, as the shop is set up; `cost` 0 is no limit."""

    steps: int
    tool_calls: int
    tokens: int
    seconds: float
    cost: int


class EditorChoices(BaseModel):
    """What there is to choose from when an agent is built."""

    tools: list[ToolChoice]
    variables: list[str] = Field(description="Those that the shop fills in.")
    limits: ShopLimits
