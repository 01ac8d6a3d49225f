"""Shapes of budgets."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from common.money import Currency

Scope = Literal["tenant", "agent", "model", "customer", "conversation"]
Period = Literal["day", "month", "total"]
State = Literal["ok", "warned", "exhausted", "off"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00]+$")]
Target = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[!-~]+$")]
Limit = Annotated[int, Field(gt=0, le=10**15, strict=True)]
UNSET: Any = None  # left out of a PATCH: the budget keeps its value
_LIMITS: dict[str, Any] = {"currency": "USD", "soft_micros": 40_000_000, "hard_micros": 50_000_000, "soft_tokens": None}
_EXAMPLE: dict[str, Any] = {
    "name": "The whole staff",
    "scope": "tenant",
    "target_id": None,
    "period": "month",
    **_LIMITS,
}


class BudgetCreate(BaseModel):
    """At least one limit. A soft one warns, a hard one stops; money is in millionths of the currency."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": _EXAMPLE | {"hard_tokens": None}})

    name: Name
    scope: Scope
    target_id: Target | None = Field(
        None, description="Which agent, model, customer or conversation; left out, each of them separately."
    )
    period: Period = Field(description="Days and months are those of TIME_ZONE.")
    currency: Currency | None = Field(None, description="Of the money that counts; default LLM_PRICE_CURRENCY.")
    soft_micros: Limit | None = None
    hard_micros: Limit | None = None
    soft_tokens: Limit | None = Field(None, description="Tokens of prompts and answers together.")
    hard_tokens: Limit | None = None
    active: bool = True


class BudgetUpdate(BaseModel):
    """What is left out stays as it is; null takes a limit away. What it is for cannot be changed."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"hard_micros": 60_000_000}})

    name: Name = UNSET
    soft_micros: Limit | None = None
    hard_micros: Limit | None = None
    soft_tokens: Limit | None = None
    hard_tokens: Limit | None = None
    active: bool = UNSET


class BudgetUse(BaseModel):
    """`held` is what running calls may use yet."""

    target_id: str | None
    spent_micros: int
    spent_tokens: int
    held_micros: int
    held_tokens: int
    state: Literal["ok", "warned", "exhausted"]
    warned_at: AwareDatetime | None
    exhausted_at: AwareDatetime | None


class Budget(BaseModel):
    """With what was used in the period that runs: the greatest users first, twenty at most."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "bud_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                **_EXAMPLE,
                "hard_tokens": None,
                "active": True,
                "state": "warned",
                "current_period": "2026-01",
                "ends_at": "2026-02-01T00:00:00Z",
                "uses": [
                    {
                        "target_id": None,
                        "spent_micros": 41_250_000,
                        "spent_tokens": 18_400_000,
                        "held_micros": 0,
                        "held_tokens": 0,
                        "state": "warned",
                        "warned_at": "2026-01-27T16:02:11Z",
                        "exhausted_at": None,
                    }
                ],
                "created_at": "2026-01-01T09:00:00Z",
                "updated_at": "2026-01-01T09:00:00Z",
            }
        }
    )

    id: str
    name: str
    scope: Scope
    target_id: str | None
    period: Period
    currency: str
    soft_micros: int | None
    hard_micros: int | None
    soft_tokens: int | None
    hard_tokens: int | None
    active: bool
    state: State
    current_period: str = Field(description="2026-01-31, 2026-01 or total.")
    ends_at: AwareDatetime | None = Field(description="When the next period begins.")
    uses: list[BudgetUse]
    created_at: AwareDatetime
    updated_at: AwareDatetime
