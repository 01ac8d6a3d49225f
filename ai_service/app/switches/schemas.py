"""Shapes of kill switches."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Kind = Literal["shop", "agent", "tool"]
WHOLE_SHOP = "all"


class KillSwitch(BaseModel):
    """While `on`, no agent's call of this kind changes anything, and no confirmation of one is carried out."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "tool",
                "name": "cancel_order",
                "on": True,
                "reason": "Refunds look wrong",
                "changed_by": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "changed_at": "2026-11-22T09:00:00Z",
            }
        }
    )

    kind: Kind
    name: str
    on: bool
    reason: str
    changed_by: str
    changed_at: datetime


class KillSwitches(BaseModel):
    """Every switch that was ever thrown; `writes_stopped`: the one of the whole shop is on."""

    items: list[KillSwitch]
    writes_stopped: bool


class SwitchTurn(BaseModel):
    """`name` is an agent's or a tool's id; the whole shop's is "all"."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"kind": "shop", "name": "all", "on": True, "reason": "Refunds look wrong"}},
    )

    kind: Kind
    name: Annotated[str, StringConstraints(min_length=1, max_length=64)] = WHOLE_SHOP
    on: bool
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = Field("", description="Why.")
