"""An agent as clients see it."""

from pydantic import BaseModel


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
