"""Shapes of the tools as staff see them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from common.money import Currency

ApprovalRule = Literal["none", "shopper", "staff"]
MOST_SECONDS, MOST_RESULT = 600.0, 48 * 1024


class ToolRule(BaseModel):
    """`approval`: none; the shopper confirms; or staff have to approve as well what the shopper has confirmed, when it
    is worth more than `staff_above` (minor units of `currency`; null is always) by itself or together with what the
    same order, or the same customer within 24 hours, had before."""

    enabled: bool
    approval: ApprovalRule
    staff_above: int | None
    currency: str | None
    seconds: float = Field(description="How long a call may take.")
    calls_per_minute: int | None = Field(description="Of one shopper; null counts none.")
    largest_result: int = Field(description="Bytes of JSON that a model is given.")


class ToolFigures(BaseModel):
    """Calls since then. `errors` failed or ended unknown, `refused` were turned down; percentiles are milliseconds of
    finished calls."""

    since: datetime
    calls: int = 0
    errors: int = 0
    refused: int = 0
    p50_ms: int | None = None
    p95_ms: int | None = None


class Tool(BaseModel):
    """`id` is its name. `rule` is what counts, `built_in` what the tool declares; `changed`: the shop has a rule of its
    own. `stopped`: its kill switch, or that of the whole shop, is on."""

    id: str
    label: str
    description: str = Field(description="What models are told.")
    changes: bool
    money: Literal["back", "paid"] | None = Field(description="Which way what it proposes moves money.")
    untrusted: bool
    parameters: dict[str, Any]
    rule: ToolRule
    built_in: ToolRule
    changed: bool
    stopped: bool
    figures: ToolFigures


class ToolChange(BaseModel):
    """What is left out stays; null is what the tool declares itself. Rules are only ever made stricter."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"approval": "staff", "staff_above": 10000, "currency": "EUR"}}
    )

    enabled: bool | None = None
    approval: ApprovalRule | None = None
    staff_above: Annotated[int, Field(ge=0, le=10**15)] | None = None
    currency: Currency | None = None
    seconds: Annotated[float, Field(gt=0, le=MOST_SECONDS, allow_inf_nan=False)] | None = None
    calls_per_minute: Annotated[int, Field(ge=1, le=100_000)] | None = None
    largest_result: Annotated[int, Field(ge=1024, le=MOST_RESULT)] | None = None


class ToolTrial(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"arguments": {"query": "monitor"}}})

    arguments: dict[str, Any] = Field({}, description="As a model would give them.")


class ToolTrialResult(BaseModel):
    """What a model would have been told. What a tool proposed is shown and kept nowhere: nobody can confirm it."""

    ok: bool
    result: dict[str, Any]
    duration_ms: int
