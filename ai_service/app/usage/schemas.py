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


class Percentiles(BaseModel):
    """Of whole calls, in milliseconds."""

    p50_ms: int | None = None
    p95_ms: int | None = None


class UsageReport(Usage, Percentiles):
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
                "tool_calls": 380,
                "tool_errors": 1,
                "tool_refused": 4,
            }
        },
        populate_by_name=True,
    )

    since: dt.date = Field(alias="from", description="The first day, in UTC.")
    until: dt.date = Field(alias="to", description="The last day, which counts too.")
    tool_calls: int = 0
    tool_errors: int = Field(0, description="Tool calls of which the shop did not say what became of them.")
    tool_refused: int = Field(0, description="Those that the shop refused, as it refuses people.")


class AgentUsage(Usage, Percentiles):
    agent_id: str
    name: str = Field(description="In the reader's language; the id where the agent is no more.")


class AgentBreakdown(BaseModel):
    items: list[AgentUsage]


class UsageOf(Usage, Percentiles):
    """Of a tool, `calls`, `errors`, `refused` and durations are its own; tokens and costs are the models'."""

    key: str = Field(description="A day (2026-01-31), an id of an agent or a conversation, or a name.")
    refused: int = 0


class UsageHistory(BaseModel):
    """By day, every day of the range is there; by what else, those that were used. Conversations come in pages."""

    group_by: Literal["day", "agent", "model", "provider", "tool", "conversation"]
    items: list[UsageOf]
    next_cursor: str | None = None


class LedgerEntry(BaseModel):
    """One call. Of a tool there are no tokens and no cost, of a model no tool. Reasoning is a part of the output,
    cached tokens are a part of the input; `cached` says whether there were any."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "mcl_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "kind": "model",
                "created_at": "2026-01-05T09:30:00Z",
                "agent_id": "assistant",
                "agent_version": 3,
                "test": False,
                "conversation_id": "cnv_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "turn_id": "trn_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "customer_id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "provider": "https://llm.example/v1",
                "model": "gpt-4.1-mini",
                "tool": None,
                "status": "ok",
                "error_code": None,
                "input_tokens": 1840,
                "cached_tokens": 1024,
                "output_tokens": 96,
                "reasoning_tokens": 0,
                "cached": True,
                "estimated": False,
                "cost_micros": 583,
                "currency": "USD",
                "price_id": "prc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "first_token_ms": 310,
                "duration_ms": 1240,
            }
        }
    )

    id: str
    kind: Literal["model", "tool"]
    created_at: dt.datetime
    agent_id: str
    agent_version: int | None
    test: bool | None = Field(description="Whether staff tried the agent out.")
    conversation_id: str
    turn_id: str
    customer_id: str
    provider: str | None
    model: str | None
    tool: str | None
    status: Literal["ok", "broken_off", "started", "refused", "failed", "unknown"]
    error_code: str | None
    input_tokens: int | None
    cached_tokens: int | None
    output_tokens: int | None
    reasoning_tokens: int | None
    cached: bool | None
    estimated: bool | None = Field(description="Whether the tokens were counted here: the provider did not say.")
    cost_micros: int | None
    currency: str | None
    price_id: str | None
    first_token_ms: int | None
    duration_ms: int | None
