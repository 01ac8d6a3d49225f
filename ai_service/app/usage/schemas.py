"""Shapes of usage reports."""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Cost(BaseModel):
    """In millionths of the currency."""

    micros: int
    currency: str


class Usage(BaseModel):
    """`calls` are answers of models; `errors` those that broke off. Where another model took over, the answer counts
    as that model's. `costs` has an entry for each currency in which prices were set. Durations are of whole answers."""

    calls: int = 0
    turns: int = 0
    conversations: int = 0
    errors: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    reasoning_tokens: int = 0
    costs: list[Cost] = []
    average_ms: int | None = None
    slowest_ms: int | None = None
    first_token_ms: int | None = Field(None, description="How long until the first token, on average.")


class UsageReport(Usage):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "from": "2026-01-01",
                "to": "2026-01-31",
                "calls": 420,
                "turns": 210,
                "conversations": 96,
                "errors": 2,
                "input_tokens": 410000,
                "output_tokens": 26000,
                "cached_tokens": 0,
                "reasoning_tokens": 0,
                "costs": [{"micros": 310000, "currency": "USD"}],
                "average_ms": 640,
                "slowest_ms": 4100,
                "first_token_ms": 210,
                "p50_ms": 580,
                "p95_ms": 1900,
            }
        },
        populate_by_name=True,
    )

    since: dt.date = Field(alias="from", description="The first day, in UTC.")
    until: dt.date = Field(alias="to", description="The last day, which counts too.")
    p50_ms: int | None = None
    p95_ms: int | None = None


class AgentUsage(Usage):
    agent_id: str
    name: str = Field(description="In the reader's language; the id where the agent is no more.")


class AgentBreakdown(BaseModel):
    items: list[AgentUsage]


class UsageOf(Usage):
    key: str = Field(description="A day (2026-01-31), an agent's id or a model's name.")


class UsageHistory(BaseModel):
    """By day, every day of the range is there; by agent or model, those that were used."""

    group_by: Literal["day", "agent", "model"]
    items: list[UsageOf]
